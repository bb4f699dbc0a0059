"""Writes poster and forms to a file."""

from pathlib import Path

from workshop.core.session import Session
from workshop.errors import PaperError
from workshop.language import say
from workshop.paper import html
from workshop.room.output import Output


def _unknown(to: Path) -> str:
    return say("Paper is printed from a web page: the name of {file} must end in .html", file=to)


def _failed(to: Path, reason: str) -> str:
    return say("The paper could not be written to {file}: {reason}", file=to, reason=reason)


PAPER = Output(PaperError, (".html", ".htm"), _unknown, _failed)
check_target = PAPER.check


def write(session: Session, join_url: str | None, to: Path) -> Path:
    """Writes the paper of `session` to `to` and returns it; a file that is there is replaced whole.

    `join_url` is the address of a run, None where there is none. Raises PaperError, and then nothing was
    changed.
    """
    check_target(to)
    return PAPER.write(to, html.render(session, join_url))
