"""The rehearsal's report: as text for whoever wrote the session, and as JSON for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from workshop.core.clock import span
from workshop.core.session import Session
from workshop.language import computer, say, say_plural
from workshop.rehearsal.audience import Count
from workshop.rehearsal.findings import Finding, clocks, grave, of_answers, of_fit, of_time
from workshop.rehearsal.play import Play
from workshop.room.reckoning import planned
from workshop.room.views import called

_TITLE = 34  # letters of a section's title in the table; all of it stands in the file


@dataclass(frozen=True)
class Report:
    """A rehearsal of `session` with so many people; `finished`: it was played to its end."""

    session: Session
    people: int
    speed: float
    seed: str
    finished: bool
    counts: tuple[Count, ...]
    findings: tuple[Finding, ...]

    @property
    def grave(self) -> bool:
        """Whether there is anything to be mended."""
        return grave(self.findings)

    @property
    def planned(self) -> float:
        """Seconds that the whole session is planned to take."""
        return sum(planned(section) or 0 for section in self.session.sections)


def report(session: Session, play: Play, pictures: Path, *, people: int, speed: float, seed: str) -> Report:
    """What a play has shown; `pictures` is the folder of the session's."""
    findings = (
        *of_time(session),
        *of_answers(session, play.record, play.audience, people),
        *of_fit(session, play.album, pictures),
    )
    different = [found for number, found in enumerate(findings) if found not in findings[:number]]
    ordered = sorted(different, key=lambda finding: (finding.step or 0, finding.section or 0))
    return Report(session, people, speed, seed, play.ended, play.audience.counts(), tuple(ordered))


def as_json(report: Report) -> bytes:
    """The report as JSON. Durations are seconds, sections and steps are 1-based."""
    count = _sum(report.counts)
    said: dict[str, Any] = {
        "rehearsal": True,
        "title": report.session.title,
        "people": report.people,
        "speed": report.speed,
        "seed": report.seed,
        "finished": report.finished,
        "planned": round(report.planned),
        "sections": [
            {"section": number, "title": section.title, "planned": section.seconds, "clocks": clocks(section)}
            for number, section in enumerate(report.session.sections, 1)
        ],
        "answers": count._asdict(),
        "findings": [_finding(report.session, finding) for finding in report.findings],
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=1)


def lines(report: Report) -> Iterator[str]:
    """The report line by line, in the computer's language."""
    yield say(
        "Rehearsal of “{title}” with {people} people.", title=report.session.title, people=report.people
    )
    if not report.finished:
        yield say("It was left before the end: what was not reached was not looked at.")
    yield ""
    yield from _times(report)
    yield ""
    yield _answers(_sum(report.counts))
    for heading, mended in ((say("To be mended:"), True), (say("Good to know:"), False)):
        found = [finding for finding in report.findings if finding.grave is mended]
        if found:
            yield ""
            yield heading
            yield from _grouped(report.session, found)
    yield ""
    yield say("There is something to be mended.") if report.grave else say("Nothing has to be mended.")
    yield say("The same people once more: --seed {seed}", seed=report.seed)


def _times(report: Report) -> Iterator[str]:
    head = (say("Section"), say("Time box"), say("Clocks"))
    rows = [
        (f"{number} {_short(section.title, _TITLE)}", _span(section.seconds), _span(clocks(section)))
        for number, section in enumerate(report.session.sections, 1)
    ]
    total = (say("Planned in all"), _span(report.planned), "")
    width = max(len(row[0]) for row in (head, *rows, total))
    for name, box, clock in (head, *rows, total):
        yield f"{name:<{width}}  {box:>8}  {clock:>8}".rstrip()


def _answers(count: Count) -> str:
    parts = [
        say_plural("{n} answer", "{n} answers", count.sent),
        say_plural("{n} changed", "{n} changed", count.changed),
        say_plural("{n} skipped", "{n} skipped", count.skipped),
        say_plural("{n} came too late", "{n} came too late", count.late),
    ]
    return ", ".join(parts)


def _grouped(session: Session, findings: Sequence[Finding]) -> Iterator[str]:
    """What is the same at every size stands once."""
    same: dict[str, list[str]] = {}
    for found in findings:
        where, words = _where(session, found.section, found.step), found.words.said(computer())
        size = ["{}×{}".format(*found.size)] if found.size else []
        same.setdefault(f"{where}: {words}" if where else words, []).extend(size)
    for said, sizes in same.items():
        yield f"  {said} ({', '.join(sizes)})" if sizes else f"  {said}"


def _where(session: Session, section: int | None, step: int | None) -> str:
    if step is not None:
        return say("step {n}, “{text}”", n=step, text=_short(called(session.steps[step - 1]), 60))
    if section is not None:
        return say("section {n}, “{title}”", n=section, title=session.sections[section - 1].title)
    return ""


def _finding(session: Session, finding: Finding) -> dict[str, Any]:
    step = session.steps[finding.step - 1] if finding.step else None
    return {
        "sort": finding.sort,
        "grave": finding.grave,
        "section": finding.section,
        "section_title": session.sections[finding.section - 1].title if finding.section else None,
        "step": finding.step,
        "kind": step.name if step else None,
        "text": called(step) if step else None,
        "size": finding.size,
        "message": finding.words.said(computer()),
    }


def _sum(counts: Sequence[Count]) -> Count:
    return Count(*map(sum, zip(*counts, strict=True))) if counts else Count()


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _span(seconds: float | None) -> str:
    return "–" if seconds is None else span(seconds)
