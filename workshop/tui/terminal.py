"""The terminal: what must be set before Textual is imported, and whether a stage can stand in it at all."""

import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import TextIO

from workshop.errors import WorkshopError
from workshop.language import say

LEAST = (60, 20)
"""Columns and rows below which nothing can be read; smaller ones get a notice."""
WIDE = 140
"""Columns above which cell text is too small for a room."""

_TRUECOLOR_TERMS = ("kitty", "alacritty", "foot", "ghostty", "wezterm", "direct")
_TRUECOLOR_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "WarpTerminal")
_SPEAKING = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_SHOW_RETURN")
"""Textual's own switches that would write what is on the stage to somewhere else."""


def prepare(environ: MutableMapping[str, str] = os.environ) -> None:
    """Sets what Textual reads once, at its import: quick keys, nothing that slides, all colours there are."""
    environ.setdefault("TEXTUAL_FPS", "240")  # 60 alone costs p95 24-30 ms a key while answers arrive
    environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    if truecolor(environ):
        environ.setdefault("TEXTUAL_COLOR_SYSTEM", "truecolor")
    for name in _SPEAKING:
        environ.pop(name, None)


def truecolor(environ: Mapping[str, str]) -> bool:
    """Whether the terminal says that it draws 16 million colours."""
    if environ.get("NO_COLOR") or environ.get("TEXTUAL_COLOR_SYSTEM", "truecolor") != "truecolor":
        return False
    term = environ.get("TERM", "")
    return (
        environ.get("COLORTERM", "").lower() in ("truecolor", "24bit")
        or "WT_SESSION" in environ
        or environ.get("TERM_PROGRAM") in _TRUECOLOR_PROGRAMS
        or any(name in term for name in _TRUECOLOR_TERMS)
    )


def quadrants(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether the terminal's font has ▖▗▘▝: not so in Linux' own console and in Windows' old one."""
    if platform == "win32":
        return "WT_SESSION" in environ or "TERM_PROGRAM" in environ
    return environ.get("TERM") != "linux"


def check_terminal() -> None:
    """Raises WorkshopError, one line, where no stage can be shown here: no terminal, or one too small."""
    if not all(_is_terminal(stream) for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__)):
        raise WorkshopError(
            say("The stage needs a terminal. Without one, `workshop host` runs the hub alone.")
        )
    if os.environ.get("TERM") in ("dumb", "unknown"):
        raise WorkshopError(
            say("The terminal calls itself “{term}”, which cannot show a stage.", term=os.environ["TERM"])
        )
    _check_letters(sys.__stderr__)
    _check_size(sys.__stdout__)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _check_letters(stream: TextIO | None) -> None:
    encoding = (stream and stream.encoding) or ""
    if encoding.lower().replace("-", "") != "utf8":
        message = "The terminal's letters are {encoding}; the stage needs UTF-8 (try LC_ALL=C.UTF-8)."
        raise WorkshopError(say(message, encoding=encoding or "?"))


def _check_size(stream: TextIO | None) -> None:
    assert stream is not None
    columns, rows = os.get_terminal_size(stream.fileno())
    if columns < LEAST[0] or rows < LEAST[1]:
        message = "The terminal is {columns}×{rows}, the stage needs {least}×{lowest}: use smaller letters."
        raise WorkshopError(say(message, columns=columns, rows=rows, least=LEAST[0], lowest=LEAST[1]))
