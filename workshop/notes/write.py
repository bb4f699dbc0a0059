"""Writes the notes of a run to a file, in the format that the file's suffix names."""

from collections.abc import Callable, Mapping
from datetime import tzinfo
from pathlib import Path

from workshop.errors import NotesError
from workshop.language import say
from workshop.notes import csv_file, html, json_file, markdown
from workshop.notes.report import Report, report
from workshop.room import output
from workshop.room.record import Record

FORMATS: Mapping[str, Callable[[Report], bytes]] = {
    ".md": markdown.render,
    ".html": html.render,
    ".json": json_file.render,
    ".csv": csv_file.render,
}


def write(record: Record, to: Path, zone: tzinfo | None = None) -> Path:
    """Writes the notes of `record` to `to` and returns it; a file that is there is replaced whole.

    Times are told in `zone` (None: the computer's). Raises NotesError, and then nothing was changed.
    """
    check_target(to)
    content = FORMATS[to.suffix.lower()](report(record, zone))
    try:
        output.replace(to, content)
    except OSError as error:
        raise _failed(to, error) from error
    return to


def check_target(to: Path) -> None:
    """Raises NotesError where `to` cannot become notes: no such format, no folder, no permission."""
    try:
        refusal = _refusal(to)
    except OSError as error:
        raise _failed(to, error) from error
    if refusal:
        raise NotesError(refusal)


def _refusal(to: Path) -> str | None:
    if not to.is_dir() and to.suffix.lower() not in FORMATS:
        known = " ".join(FORMATS)
        return say(
            "No notes can be made for {file}: its name must end in one of {known}", file=to, known=known
        )
    return output.hindrance(to)


def _failed(to: Path, error: OSError) -> NotesError:
    reason = error.strerror or str(error)
    return NotesError(say("The notes could not be written to {file}: {reason}", file=to, reason=reason))
