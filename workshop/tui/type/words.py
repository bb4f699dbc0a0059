"""Words set in a size's letters: where each letter stands, in half cells."""

from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from .glyphs import STEPS, Glyph, face
from .sizes import Size

# Spaces that hold two words together on a line.
NO_BREAK = "\u00a0\u202f"
_SPACES = " " + NO_BREAK
_FAINT = bytes(range(6))


class Word(NamedTuple):
    """A run of letters: each with its left edge, and the width of them all, in half cells from 0."""

    letters: tuple[tuple[int, Glyph], ...]
    width: int


@lru_cache(maxsize=2048)
def set_word(text: str, size: Size) -> Word:
    """Places the letters of `text`, which may hold spaces; flush with its first letter's ink.

    Raises KeyError for a letter that the size lacks; ask `missing` first.
    """
    letters: list[tuple[int, Glyph]] = []
    end = 0
    last: Glyph | None = None
    for character in text:
        if character in _SPACES:
            end, last = end + face(size).space, None
            continue
        glyph = face(size)[character]
        start = end if last is None else max(0, end + _gap(last, glyph, size))
        letters.append((start, glyph))
        end, last = max(end, start + glyph.width), glyph
    return Word(tuple(letters), end)


def at_most(text: str, size: Size) -> int:
    """Half cells that the text is never wider than at `size`; sooner known than how wide it is.

    Raises KeyError as `set_word` does.
    """
    return sum(face(size).space if letter in _SPACES else _at_most(letter, size) for letter in text)


@lru_cache(maxsize=2048)
def _at_most(letter: str, size: Size) -> int:
    """A letter with the gap at its sides, kerned as far from others as any pair is."""
    glyph = face(size)[letter]
    return glyph.width + max(1, ceil((glyph.left + glyph.right + face(size).loosest) / STEPS + 0.5))


def missing(text: str, size: Size) -> str:
    """The characters of `text` that the size has no letter for."""
    return "".join(c for c in text if c not in face(size) and c not in _SPACES + "\n")


@lru_cache(maxsize=8192)
def _gap(first: Glyph, second: Glyph, size: Size) -> int:
    kerning = face(size).kerning(first.letter, second.letter)
    wanted = floor((first.right + second.left + kerning) / STEPS + 0.5)
    return max(wanted, 1 - _nearest(first, second))


def _nearest(first: Glyph, second: Glyph) -> int:
    """Half cells between the inks of two letters whose pictures touch, in the row where they are closest."""
    down = first.top - second.top
    rows = zip(first.rows[max(0, down) :], second.rows[max(0, -down) :], strict=False)
    return min(
        (
            first.width - len(left.rstrip(_FAINT)) + second.width - len(right.lstrip(_FAINT))
            for left, right in rows
        ),
        default=first.width,
    )
