"""Writes the notes of a run to a file, in the format that the file's suffix names."""

from collections.abc import Callable, Mapping
from datetime import tzinfo
from pathlib import Path

from workshop.errors import NotesError
from workshop.language import say
from workshop.notes import csv_file, html, json_file, markdown
from workshop.notes.report import Report, report
from workshop.room.output import Output
from workshop.room.record import Record

FORMATS: Mapping[str, Callable[[Report], bytes]] = {
    ".md": markdown.render,
    ".html": html.render,
    ".json": json_file.render,
    ".csv": csv_file.render,
}


def _unknown(to: Path) -> str:
    known = " ".join(FORMATS)
    return say("No notes can be made for {file}: its name must end in one of {known}", file=to, known=known)


def _failed(to: Path, reason: str) -> str:
    return say("The notes could not be written to {file}: {reason}", file=to, reason=reason)


NOTES = Output(NotesError, FORMATS, _unknown, _failed)
check_target = NOTES.check


def write(record: Record, to: Path, zone: tzinfo | None = None) -> Path:
    """Writes the notes of `record` to `to` and returns it; a file that is there is replaced whole.

    Times are told in `zone` (None: the computer's). Raises NotesError, and then nothing was changed.
    """
    check_target(to)
    return NOTES.write(to, FORMATS[to.suffix.lower()](report(record, zone)))
