"""The report: a run as its readers meet it, in the room's language; every format is made from it."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import Any

import msgspec

from workshop.core.blocks import Blocks, Countdown, Heading
from workshop.core.phrases import phrase, phrases
from workshop.notes.outcome import NoteReport, Outcome, group_actions, noted, outcome
from workshop.notes.results import RoundReport, closing, result
from workshop.notes.spoken import line, prose, spoken
from workshop.notes.wording import Wording
from workshop.room.record import Record, SectionRecord, StepRecord


class StepReport(msgspec.Struct, frozen=True):
    """One step: its `heading` ("" where its blocks speak for themselves), its content, and its results."""

    step: int
    kind: str
    id: str | None
    prompt: str
    visited: bool
    heading: str
    line: str
    blocks: Blocks
    rounds: tuple[RoundReport, ...]
    remarks: tuple[NoteReport, ...]

    @property
    def stands(self) -> bool:
        """Whether readers are shown anything of it."""
        drawn = self.visited and bool(self.heading or self.line or self.blocks or self.rounds)
        return drawn or bool(self.remarks)


class SectionReport(msgspec.Struct, frozen=True):
    """One section. `planned` and `actual` are seconds; `box`, `took` and `time` say them in words."""

    title: str
    planned: int | None
    actual: float | None
    box: str
    took: str
    time: str
    steps: tuple[StepReport, ...]

    @property
    def reached(self) -> bool:
        """Whether the stage ever stood in it, or something was noted there before it did."""
        return any(step.visited or step.remarks for step in self.steps)

    @property
    def told(self) -> tuple[StepReport, ...]:
        """The steps that readers are shown."""
        return tuple(step for step in self.steps if step.stands)


class Missed(msgspec.Struct, frozen=True):
    """A section that was not reached (no `steps`), or the short names of its steps that were not."""

    section: str
    steps: str = ""


class Report(msgspec.Struct, frozen=True):
    """A whole run. Texts are cleaned, phrases told; what is said of time, people and gaps is words."""

    title: str
    language: str
    started: str | None
    """ISO 8601 with offset, as `ended`."""
    ended: str | None
    joined: int
    facts: str
    """Date and time of day, people, anonymity."""
    state: str
    """What the reader must know first of a rehearsal, and of a run that is not over; else ""."""
    outcome: Outcome
    """What the reader is told first."""
    sections: tuple[SectionReport, ...]
    missed: tuple[Missed, ...]
    closing: str
    """What was left out, and what is never stored."""
    wording: Wording
    rehearsal: bool = False

    @property
    def reached(self) -> tuple[SectionReport, ...]:
        """The sections that there is something to tell of."""
        return tuple(section for section in self.sections if section.reached)


def report(record: Record, zone: tzinfo | None = None) -> Report:
    """The report of `record`, its times in `zone` (None: the computer's)."""
    wording = Wording(record.language, zone)
    sections = tuple(_section(section, record, wording) for section in record.sections)
    return Report(
        title=line(record.title),
        language=wording.language.tag,
        started=wording.iso(record.started),
        ended=wording.iso(record.ended),
        joined=record.joined,
        facts=_facts(record, wording),
        state=_state(record, wording),
        outcome=outcome(record, wording, [*_group_actions(sections)]),
        sections=sections,
        missed=tuple(_missed(record, wording)),
        closing=closing(record, wording),
        wording=wording,
        rehearsal=record.rehearsal,
    )


def _facts(record: Record, wording: Wording) -> str:
    facts = []
    if record.started is not None:
        facts.append(wording.when(record.started, record.ended))
        facts.append(wording.say(phrases("{n} took part", "{n} took part", record.joined)))
    facts.append(wording.say(phrase("all answers are anonymous")))
    return " · ".join(facts)


def _state(record: Record, wording: Wording) -> str:
    said = []
    if record.rehearsal:
        said.append(phrase("Rehearsal: the people and their answers are made up."))
    if record.started is None:
        said.append(phrase("Not begun yet."))
    elif record.ended is None:
        now = wording.clock(record.now)
        said.append(phrase("Not ended yet. This is how it stood at {time}.", time=now))
    return " ".join(map(wording.say, said))


def _section(section: SectionRecord, record: Record, wording: Wording) -> SectionReport:
    title = line(section.title)
    return SectionReport(
        title=title,
        planned=section.planned,
        actual=section.actual,
        box=wording.planned(section.planned),
        took=wording.actual(section.actual),
        time=wording.spans(section.spans),
        steps=tuple(_step(step, title, record, wording) for step in section.steps),
    )


def _group_actions(sections: Sequence[SectionReport]) -> Iterator[NoteReport]:
    for section in sections:
        for step in section.steps:
            yield from group_actions(step.step, section.title, step.rounds)


def _step(step: StepRecord, section: str, record: Record, wording: Wording) -> StepReport:
    blocks = () if step.asks else spoken(step.blocks, wording.language)
    heading = line(step.prompt) if step.asks else _heading(blocks)
    unopened = step.asks and not step.rounds
    numbered = len(step.rounds) > 1
    return StepReport(
        step=step.step,
        kind=step.kind,
        id=step.id,
        prompt=prose(step.prompt),
        visited=step.visited,
        heading="" if heading.casefold() == section.casefold() and not step.asks else heading,
        line=wording.say(phrase("This was not opened.")) if unopened else "",
        blocks=tuple(block for block in blocks if not isinstance(block, Heading | Countdown)),
        rounds=tuple(result(round, record.floor, wording, numbered=numbered) for round in step.rounds),
        remarks=tuple(note for note in noted(record, "remark", wording) if note.step == step.step),
    )


def _heading(blocks: Blocks) -> str:
    return next((line(str(block.text)) for block in blocks if isinstance(block, Heading)), "")


def _missed(record: Record, wording: Wording) -> Iterator[Missed]:
    for section in record.sections:
        missed = [step for step in section.steps if not step.visited]
        if missed and len(missed) == len(section.steps):
            yield Missed(line(section.title))
        elif missed:
            yield Missed(line(section.title), wording.list([_name(step) for step in missed]))


def _name(step: StepRecord) -> str:
    """A short name for a list."""
    return line(step.title or step.prompt.splitlines()[0])


def rows(report: Report) -> Iterator[tuple[SectionReport, StepReport, RoundReport, dict[str, Any]]]:
    """Every contribution that may be told, after where it belongs."""
    for section in report.sections:
        for step in section.steps:
            for round in step.rounds:
                for row in round.rows:
                    yield section, step, round, row
