"""The look: colours, what the terminal can draw, and the language; everything that is the same all day."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rich.style import Style

from workshop.core.phrases import Words, told
from workshop.core.text import clean, clean_line, clean_long
from workshop.language import Language
from workshop.tui.palette import Palette
from workshop.tui.type import Mode

# Joiners, variation selectors and skin tones: terminals disagree on how wide an emoji is with them.
_UNSURE = re.compile("[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


@dataclass(frozen=True)
class Look:
    """How the stage is drawn. `plain`: words alone, without colours or big type.

    `pictures` is the folder that images are in; without it their words are drawn.
    """

    palette: Palette
    mode: Mode
    language: Language
    plain: bool = False
    pictures: Path | None = None

    @property
    def paper(self) -> Style:
        """The style of bare paper."""
        return Style.null() if self.plain else _style(self.palette.ink, self.palette.paper, False)

    def style(self, ink: str, *, bold: bool = True, on: str = "") -> Style:
        """Cell text in the colour `ink` on the colour `on` (paper if it is empty), both "#RRGGBB"."""
        if self.plain:
            return _BOLD if bold else Style.null()
        return _style(ink, on or self.palette.paper, bold)

    def say(self, words: Words) -> str:
        """The words in the room's language, cleaned once more; they may have several lines."""
        return _cleaned(told(words, self.language))

    def answer(self, text: str) -> str:
        """A participant's text, no longer than one may send."""
        return _evened(clean(text))

    def line(self, words: Words) -> str:
        """The words on one line, as long as a line of a session may be."""
        return _cleaned_line(told(words, self.language))

    def text(self, message: str, **values: object) -> str:
        """A message of the program's own, `values` filled in."""
        return self.language.text(message).format(**values)


_BOLD = Style(bold=True)


@lru_cache(maxsize=512)
def _style(ink: str, paper: str, bold: bool) -> Style:
    return Style(color=ink, bgcolor=paper, bold=bold)


@lru_cache(maxsize=4096)
def _cleaned(text: str) -> str:
    return _evened(clean_long(text))


@lru_cache(maxsize=4096)
def _cleaned_line(text: str) -> str:
    return _evened(clean_line(text))


def _evened(text: str) -> str:
    """The text spelt so that every terminal gives it the width that it is drawn for."""
    return _UNSURE.sub("", text)
