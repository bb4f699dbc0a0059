"""Notes as JSON: format 1, whose keys are a promise to programs that read it.

Times are ISO 8601 with offset, durations whole seconds. `withheld` is null, or `floor`, `never shown` or
`open`, and then `blocks` and `rows` are empty. Every contribution stands once in `rows`. An action's `who`
and `when` are null where nobody said; its `time` is null where a group wrote it: it stands in `rows` too.
`"rehearsal": true` stands in a rehearsal's, and in no other's.
"""

from typing import Any

import msgspec

from workshop.notes.outcome import NoteReport
from workshop.notes.report import Report, SectionReport, StepReport
from workshop.notes.results import RoundReport

FORMAT = 1


def render(report: Report) -> bytes:
    """`report` as JSON, indented, ending in a line break."""
    content = {
        "format": FORMAT,
        **({"rehearsal": True} if report.rehearsal else {}),
        "title": report.title,
        "language": report.language,
        "started": report.started,
        "ended": report.ended,
        "joined": report.joined,
        "decisions": [_note(note) for note in report.outcome.decisions],
        "actions": [_action(note) for note in report.outcome.actions],
        "remarks": [_note(note) for note in report.outcome.remarks],
        "sections": [_section(section) for section in report.sections],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _note(note: NoteReport) -> dict[str, Any]:
    return {"text": note.text, "time": note.at, "step": note.step, "section": note.section}


def _action(note: NoteReport) -> dict[str, Any]:
    what = {"what": note.text, "who": note.who or None, "when": note.when or None}
    return {**what, "time": note.at, "step": note.step, "section": note.section}


def _section(section: SectionReport) -> dict[str, Any]:
    return {
        "title": section.title,
        "planned": section.planned,
        "actual": None if section.actual is None else round(section.actual),
        "steps": [_step(step) for step in section.steps],
    }


def _step(step: StepReport) -> dict[str, Any]:
    return {
        "step": step.step,
        "kind": step.kind,
        "id": step.id,
        "prompt": step.prompt,
        "rounds": [_round(round) for round in step.rounds],
    }


def _round(round: RoundReport) -> dict[str, Any]:
    return {
        "round": round.round,
        "answered": round.answered,
        "withheld": round.withheld,
        "blocks": msgspec.to_builtins(round.data),
        "rows": round.rows,
    }
