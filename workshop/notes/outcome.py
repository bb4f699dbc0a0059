"""What came of a run: the decisions, actions and remarks that were noted down, in words."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from workshop.core.capture import Sort
from workshop.notes.results import RoundReport
from workshop.notes.spoken import line, prose
from workshop.notes.wording import Wording
from workshop.room.record import CapturedRecord, Record

ACTION_KEYS = {"what", "who", "when"}


class NoteReport(msgspec.Struct, frozen=True):
    """A note. `at` is ISO 8601 with offset, `clock` says it short; a group's action has no time."""

    text: str
    step: int
    section: str
    who: str = ""
    when: str = ""
    at: str | None = None
    clock: str = ""


class Outcome(msgspec.Struct, frozen=True):
    """All notes: what was noted down in the order it was, actions in the order of the session."""

    decisions: tuple[NoteReport, ...]
    actions: tuple[NoteReport, ...]
    remarks: tuple[NoteReport, ...]

    @property
    def stands(self) -> bool:
        """Whether readers are shown anything of it before all else."""
        return bool(self.decisions or self.actions)


def outcome(record: Record, wording: Wording, groups: Sequence[NoteReport]) -> Outcome:
    """The outcome of `record`, with the actions that `groups` have written themselves."""
    actions = [*noted(record, "action", wording), *groups]
    return Outcome(
        decisions=noted(record, "decision", wording),
        actions=tuple(sorted(actions, key=lambda action: action.step)),
        remarks=noted(record, "remark", wording),
    )


def noted(record: Record, sort: Sort, wording: Wording) -> tuple[NoteReport, ...]:
    """What was noted down of one sort."""
    return tuple(_note(note, wording) for note in record.captured if note.sort == sort)


def group_actions(step: int, section: str, rounds: Sequence[RoundReport]) -> Iterator[NoteReport]:
    """The actions in a step's rows: of whatever kind, where a row says what, who and when."""
    rows: list[dict[str, Any]] = [row for round in rounds for row in round.rows if row.keys() == ACTION_KEYS]
    told = [tuple(line(row[key] or "") for key in ("what", "who", "when")) for row in rows]
    for what, who, when in dict.fromkeys(told):  # merged ones have a row each
        yield NoteReport(what, step, section, who, when)


def _note(note: CapturedRecord, wording: Wording) -> NoteReport:
    return NoteReport(
        text=prose(note.text),
        step=note.step,
        section=line(note.section_title),
        who=line(note.who),
        when=line(note.when),
        at=wording.iso(note.at),
        clock=wording.clock(note.at),
    )
