"""Writes poster and forms to a file."""

from pathlib import Path

from workshop.core.session import Session
from workshop.errors import PaperError
from workshop.language import say
from workshop.paper import html
from workshop.room import output

SUFFIXES = (".html", ".htm")


def write(session: Session, join_url: str | None, to: Path) -> Path:
    """Writes the paper of `session` to `to` and returns it; a file that is there is replaced whole.

    `join_url` is the address of a run, None where there is none. Raises PaperError, and then nothing was
    changed.
    """
    check_target(to)
    content = html.render(session, join_url)
    try:
        output.replace(to, content)
    except OSError as error:
        raise _failed(to, error) from error
    return to


def check_target(to: Path) -> None:
    """Raises PaperError where `to` cannot become paper: another format, no folder, no permission."""
    try:
        refusal = _refusal(to)
    except OSError as error:
        raise _failed(to, error) from error
    if refusal:
        raise PaperError(refusal)


def _refusal(to: Path) -> str | None:
    if not to.is_dir() and to.suffix.lower() not in SUFFIXES:
        return say("Paper is printed from a web page: the name of {file} must end in .html", file=to)
    return output.hindrance(to)


def _failed(to: Path, error: OSError) -> PaperError:
    reason = error.strerror or str(error)
    return PaperError(say("The paper could not be written to {file}: {reason}", file=to, reason=reason))
