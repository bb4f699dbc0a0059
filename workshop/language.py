"""The languages that Workshop speaks: gettext catalogues, and whose language holds where.

English is the source: message ids are plain English, so `en` is complete by itself. A catalogue of another
language stands under `locale/`, compiled when the package is built. The room speaks the session's language;
commands speak the computer's.
"""

import gettext as _gettext
import locale
import os
from functools import cache
from pathlib import Path
from typing import Protocol

SOURCE = "en"
AVAILABLE = ("nb", "en")
_FOLDER = Path(__file__).parent / "locale"
_ALIASES = {"no": "nb", "nn": "nb"}


class Language:
    """One language's catalogue. `tag` is its BCP 47 tag (`nb`, `en`)."""

    def __init__(self, tag: str, catalogue: _gettext.NullTranslations) -> None:
        self.tag = tag
        self._catalogue = catalogue

    def text(self, message: str) -> str:
        """`message` in this language."""
        return self._catalogue.gettext(message) if message else ""

    def plural(self, one: str, many: str, n: int) -> str:
        """`one` or `many` in this language's form for `n`."""
        return self._catalogue.ngettext(one, many, n)


class Spoken(Protocol):
    """Words that are said in whichever language they are asked for."""

    def said(self, language: Language) -> str:
        """The words in `language`."""


@cache
def language(tag: str) -> Language:
    """The language of `tag`; English where there is no such catalogue."""
    known = closest(tag)
    if known == SOURCE:
        return Language(SOURCE, _gettext.NullTranslations())
    return Language(known, _gettext.translation("workshop", _FOLDER, languages=[known], fallback=True))


def closest(tag: str) -> str:
    """The available language nearest to `tag` (`no_NO.UTF-8` → `nb`), else English."""
    base = tag.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    base = _ALIASES.get(base, base)
    return base if base in AVAILABLE else SOURCE


def computer() -> Language:
    """The language of the computer's user, for commands and errors."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return language(value.partition(":")[0])
    return language(locale.getlocale()[0] or SOURCE)


def say(message: str, **values: object) -> str:
    """`message` in the computer's language with `values` filled in (`{name}`)."""
    return computer().text(message).format(**values) if values else computer().text(message)


def say_plural(one: str, many: str, n: int, **values: object) -> str:
    """`one` or `many` for `n` in the computer's language; `{n}` is filled in too."""
    return computer().plural(one, many, n).format(n=n, **values)
