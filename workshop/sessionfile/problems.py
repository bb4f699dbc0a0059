"""Problems in a session file: what is wrong, where, what was expected, and how a terminal shows it."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workshop.errors import WorkshopError
from workshop.language import say

WIDEST_LINE = 100
_SHOWN_AS = {"\t": "→", "\u00a0": "␣"}
_INVISIBLE = ("Cc", "Cf", "Cn", "Cs", "Zl", "Zp")
_BREAKS = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A spot in a file: `line` and `column` (in characters) from 1, and how many characters it is about."""

    line: int
    column: int
    width: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a session file; `spot` and `source` are empty when the file itself is."""

    file: str
    message: str
    expected: str = ""
    suggestion: str | None = None
    spot: Spot | None = None
    source: str = ""

    def as_json(self) -> dict[str, str | int | None]:
        """The problem with the keys of `check --json`; `line` and `column` are null for the file itself."""
        return {
            "file": self.file,
            "line": self.spot.line if self.spot else None,
            "column": self.spot.column if self.spot else None,
            "message": self._in_one_sentence(),
            "suggestion": self.suggestion,
        }

    def render(self) -> str:
        """The problem as text for a terminal: one line, and under it the source line with a caret."""
        if self.spot is None:
            return "; ".join(filter(None, (f"{self.file}: {self._in_one_sentence()}", self.suggestion)))
        where = f"{self.file}:{self.spot.line}:{self.spot.column}"
        return "\n".join([f"{where}: {self.message}", *self._excerpt(self.spot), *self._advice()])

    def _in_one_sentence(self) -> str:
        if not self.expected:
            return self.message
        return say("{fault}; expected {expected}", fault=self.message, expected=self.expected)

    def _excerpt(self, spot: Spot) -> list[str]:
        if not self.source.strip():
            return []
        line, lead, marked = _window(self.source, spot)
        margin = " " * len(f"{spot.line:4}")
        return [f"{spot.line:4} | {line}".rstrip(), f"{margin} | {' ' * lead}{'^' * marked}"]

    def _advice(self) -> list[str]:
        lines = [say("expected {expected}", expected=self.expected)] if self.expected else []
        return [f"       {line}" for line in (*lines, self.suggestion) if line]


class SessionProblems(WorkshopError):
    """A session file that cannot be used. `problems` are all that was found, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n\n".join(problem.render() for problem in self.problems))


class Collector:
    """Gathers the problems of one file: its name as the user wrote it, and its text for the excerpts."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self._lines = _BREAKS.split(text)
        self._found: dict[Problem, None] = {}

    def add(self, spot: Spot, message: str, *, expected: str = "", suggestion: str | None = None) -> None:
        """Notes one problem at `spot`; the same one twice counts once."""
        source = self.line(spot.line)
        self._found[Problem(self.file, message, expected, suggestion, spot, source)] = None

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its end; empty past the last."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def find(self, pattern: str) -> Spot | None:
        """Where the regular expression `pattern` is first found."""
        for number, line in enumerate(self._lines, start=1):
            if found := re.search(pattern, line):
                return Spot(number, found.start() + 1, len(found[0]))
        return None

    def __bool__(self) -> bool:
        return bool(self._found)

    def raise_if_any(self) -> None:
        """Raises `SessionProblems` if anything was noted."""
        if self:
            raise self.error()

    def error(self) -> SessionProblems:
        """What was noted as one error, sorted by position."""
        return SessionProblems(sorted(self._found, key=lambda problem: problem.spot or Spot(0, 0)))


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The one of `choices` that `word` was probably meant to be; upper and lower case count as the same."""
    folded = {choice.casefold(): choice for choice in choices}
    close = difflib.get_close_matches(word.casefold().strip(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """The question that names the nearest spelling of `word`; None when nothing is near."""
    near = nearest(word, choices)
    return say("did you mean “{near}”?", near=near) if near else None


def either(words: Sequence[str]) -> str:
    """`words` as alternatives: “a, b or c”."""
    if len(words) < 2:
        return "".join(words)
    return say("{others} or {last}", others=", ".join(words[:-1]), last=words[-1])


def clip(text: str, most: int = 40) -> str:
    """`text` on one line, visible, and no longer than `most` characters: fit to stand inside a message."""
    shown = "".join(_visible(character) for character in re.sub(r"\s*\n\s*", " ", text))
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"


def _window(source: str, spot: Spot) -> tuple[str, int, int]:
    """The part of `source` round `spot`, the cells before the mark, and the cells that the mark covers."""
    first = max(0, spot.column - 1 - WIDEST_LINE // 2) if len(source) > WIDEST_LINE else 0
    part = source[first : first + WIDEST_LINE]
    before = part[: spot.column - 1 - first]
    marked = part[len(before) : len(before) + spot.width]
    start, end = "…" * (first > 0), "…" * (first + WIDEST_LINE < len(source))
    shown = "".join(_visible(character) for character in part)
    return f"{start}{shown}{end}", len(start) + _cells(before), max(1, _cells(marked))


def _visible(character: str) -> str:
    if character in _SHOWN_AS:
        return _SHOWN_AS[character]
    return "�" if unicodedata.category(character) in _INVISIBLE else character


def _cells(text: str) -> int:
    return sum(_width(_visible(character)) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
