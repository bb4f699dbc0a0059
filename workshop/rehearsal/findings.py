"""What the author of a session should look at: times that do not add up, texts that do not fit, dead ends."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from workshop.core.clock import hours_and_minutes, span
from workshop.core.phrases import Phrase, phrase, phrases
from workshop.core.session import Section, Session
from workshop.language import language
from workshop.rehearsal.audience import Audience
from workshop.room.reckoning import planned
from workshop.room.record import Record, StepRecord
from workshop.room.snapshot import Snapshot
from workshop.room.views import called
from workshop.tui.draw import Look
from workshop.tui.draw.fit import Fit, fit
from workshop.tui.palette import PALETTES
from workshop.tui.type import Mode

Size = tuple[int, int]
SIZES: tuple[Size, ...] = ((80, 24), (120, 36))
LEAST = 5.0
"""Seconds that a screen without a clock takes at the least."""
MOST = 240.0
"""Seconds for each such screen above which a section has minutes that no step of it accounts for."""
WAITS = 600.0
"""Seconds before a locked start above which it is worth knowing that the room waits."""
Sort = Literal["time", "fit", "answers"]


class Finding(msgspec.Struct, frozen=True):
    """One thing. `grave`: the session should not be held like this. `section` and `step` are 1-based."""

    sort: Sort
    grave: bool
    words: Phrase
    section: int | None = None
    step: int | None = None
    size: Size | None = None


def clocks(section: Section) -> float:
    """What the clocks of its steps add up to, seconds."""
    return sum(seconds for step in section.steps for seconds in step.stages() if seconds is not None)


def screens(section: Section) -> int:
    """Its screens without a clock: what is read, and results, which are talked about."""
    return sum(step.asks or None in step.stages() for step in section.steps)


def of_time(session: Session) -> Iterator[Finding]:
    """Sections whose minutes are more or less than what is in them, or than the time until a locked start."""
    for number, section in enumerate(session.sections, 1):
        if section.seconds is None:
            continue
        said = {"box": span(section.seconds), "clocks": span(clocks(section))}
        left, n = section.seconds - clocks(section), screens(section)
        if left < 0:
            words = phrase("the steps' clocks add up to {clocks}, the section's box is {box}", **said)
            yield Finding("time", True, words, number)
        elif left < LEAST * n:
            words = phrase("the clocks take {clocks} of {box}: nothing is left to read and to talk", **said)
            yield Finding("time", False, words, number)
        elif left > MOST * max(1, n):
            words = phrase("the clocks take {clocks} of {box}: the rest has no step", **said)
            yield Finding("time", False, words, number)
    yield from _of_locked_starts(session)


def _of_locked_starts(session: Session) -> Iterator[Finding]:
    """Starts that the sections before them come too late for, or long before."""
    time: float | None = None
    for number, section in enumerate(session.sections, 1):
        if section.at is not None and time is not None:
            said = {"at": hours_and_minutes(section.at), "arrives": hours_and_minutes(round(time))}
            if time > section.at:
                words = phrase(
                    "it is to start at {at}, but what comes before it lasts until {arrives}", **said
                )
                yield Finding("time", True, words, number)
            elif section.at - time >= WAITS:
                words = phrase("the room waits from {arrives} until it starts at {at}", **said)
                yield Finding("time", False, words, number)
        time = time if section.at is None else section.at
        time = None if time is None else time + (planned(section) or 0.0)


def of_fit(session: Session, album: Iterable[Snapshot], pictures: Path) -> Iterator[Finding]:
    """Screens that need pages, small letters, or more room than there is."""
    look = Look(PALETTES["light"], Mode.TRUECOLOR, language(session.language), pictures=pictures)
    for shot in album:
        if shot.state == "ended":
            continue
        taken_over = shot.step is not None and session.steps[shot.step - 1].source is not None
        for size in SIZES:
            yield from _of_fit(shot, size, fit(shot, size, look), taken_over)


def _of_fit(shot: Snapshot, size: Size, found: Fit, taken_over: bool) -> Iterator[Finding]:
    """`taken_over`: the room wrote what there is to choose from, and not the author."""

    def finding(words: Phrase, *, grave: bool) -> Finding:
        return Finding("fit", grave, words, shot.section, shot.step, size)

    if found.cut:
        yield finding(phrase("not everything is on the screen"), grave=True)
    if not found.titled:
        words = phrase("its title is cut short above the stage")
        yield Finding("fit", False, words, shot.section, None, size)
    if found.pages > 1 and shot.showing:
        words = phrase("the answers take {n} pages (↑ ↓)", n=found.pages)
        yield finding(words, grave=False)
    elif found.pages > 1 and taken_over:
        words = phrase("the options take {n} pages (↑ ↓)", n=found.pages)
        yield finding(words, grave=False)
    elif found.pages > 1:
        words = phrase("the text takes {n} pages (↑ ↓)", n=found.pages)
        yield finding(words, grave=True)
    elif not found.large and not shot.showing:
        yield finding(phrase("the text is too long for large letters"), grave=False)


def of_answers(session: Session, record: Record | None, audience: Audience, people: int) -> Iterator[Finding]:
    """Questions that nobody could answer, or whose answers nobody could see."""
    asks = any(step.asks and not step.exempt for step in session.steps)
    if asks and people < session.reveal_from:
        words = phrase(
            "{people} people are fewer than the {floor} that must answer before anything is shown",
            people=people,
            floor=session.reveal_from,
        )
        yield Finding("answers", True, words)
    for number, section in enumerate(record.sections if record else (), 1):
        for step in section.steps:
            if step.step <= len(session.steps):
                yield from _of_step(session, step, number, audience, people)


def _of_step(
    session: Session, step: StepRecord, section: int, audience: Audience, people: int
) -> Iterator[Finding]:
    source = session.steps[step.step - 1].source
    for round in step.rounds:
        count = audience.count((step.step, round.round))
        if count.formless and not count.sent:
            yield Finding("answers", True, _why_formless(session, source), section, step.step)
        elif round.withheld == "floor" and people >= session.reveal_from:
            words = phrase("only {n} answered, too few to be shown", n=round.answered)
            yield Finding("answers", False, words, section, step.step)
        if count.refused:
            words = phrases("the form refused {n} answer", "the form refused {n} answers", count.refused)
            yield Finding("answers", False, words, section, step.step)


def _why_formless(session: Session, source: str | None) -> Phrase:
    if source is None:
        return phrase("nobody could answer: the phones showed no form")
    feeding = next((step for step in session.steps if step.id == source), None)
    if feeding is None:
        return phrase("nobody could answer: “from: {source}” gave nothing to choose from", source=source)
    return phrase(
        "nobody could answer: “{text}” (from: {source}) had given nothing to choose from by then",
        text=called(feeding),
        source=source,
    )


def grave(findings: Sequence[Finding]) -> bool:
    """Whether there is anything to be mended."""
    return any(finding.grave for finding in findings)
