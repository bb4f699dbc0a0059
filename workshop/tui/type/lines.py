"""Breaking text into lines that are as few as can be and then as even as can be."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len, chop_cells

from .words import NO_BREAK

_LEFT_OUT = re.compile(r"(?<=\w) …")


def break_evenly(words: Sequence[str], widths: Sequence[int], space: int, limit: int) -> list[str] | None:
    """The words as lines of at most `limit`, or None where a word alone is wider.

    Of the ways with the fewest lines it takes one in which no line is a single letter, if there is one, and
    of these the one whose lines are most alike. Any unit of width will do.
    """
    if any(width > limit for width in widths):
        return None
    # best[i]: the cost of setting the words from the i-th on, and where their first line ends
    best: list[tuple[tuple[int, int, int], int]] = [((0, 0, 0), len(words))] * (len(words) + 1)
    for start in reversed(range(len(words))):
        best[start] = min(_openings(words, widths, space, limit, start, best))
    lines, start = [], 0
    while start < len(words):
        end = best[start][1]
        lines.append(" ".join(words[start:end]))
        start = end
    return lines


def _openings(
    words: Sequence[str],
    widths: Sequence[int],
    space: int,
    limit: int,
    start: int,
    best: list[tuple[tuple[int, int, int], int]],
) -> list[tuple[tuple[int, int, int], int]]:
    """Every first line that the words from `start` on can have: what all of them cost then, where it ends."""
    openings, width = [], -space
    for end in range(start + 1, len(words) + 1):
        width += space + widths[end - 1]
        if width > limit:
            break
        lines, orphans, raggedness = best[end][0]
        alone = end == start + 1 and len(words[start]) == 1
        openings.append(((lines + 1, orphans + alone, raggedness + (limit - width) ** 2), end))
    return openings


def split_words(paragraph: str) -> list[str]:
    """The words between which a line may end: not before dots for what is left out (`mer jeg …, desto`)."""
    held = paragraph.replace("\t", " ")
    if "…" in held:
        held = _LEFT_OUT.sub("\N{NO-BREAK SPACE}…", held)
    return [word for word in held.split(" ") if word.strip(NO_BREAK)]


def count_lines(text: str, width: int) -> int:
    """How many lines `wrap` gives, without breaking them: they are as few as can be."""
    return sum(_count(paragraph.replace("\t", " "), width) for paragraph in text.split("\n"))


def _count(paragraph: str, width: int) -> int:
    if cell_len(paragraph) <= width:
        return 1
    lines, free = 0, 0
    for wide in _widths(split_words(paragraph), width):
        if wide < free:
            free -= wide + 1
        else:
            lines, free = lines + 1, width - wide
    return lines or 1


def _widths(words: Iterable[str], width: int) -> Iterator[int]:
    """Cells of what `wrap` puts on lines: words that have any, wider ones in pieces."""
    for word in words:
        wide = cell_len(word)
        if wide > width:
            yield from map(cell_len, chop_cells(word, width))
        elif wide:
            yield wide


def wrap(text: str, width: int) -> list[str]:
    """Plain cell text as balanced lines of at most `width` cells; its own line ends are kept.

    A word that is wider by itself (an address) goes on in the next line; nothing is left out.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        pieces = [piece for word in split_words(paragraph) for piece in chop_cells(word, width)]
        lines += break_evenly(pieces, [cell_len(piece) for piece in pieces], 1, width) or [""]
    return lines
