"""Distributions over levels: one bar a statement, a shade and a figure a level, the median under it."""

from collections.abc import Sequence
from itertools import accumulate

from rich.style import Style

from workshop.core.blocks import LevelRow, Levels, number

from .flow import Flow
from .grid import Grid, Screen
from .ink import in_rows, large, spell, write
from .look import Look
from .picture import NOTHING, Picture, layer, right, stack
from .room import Room
from .shades import Shade, shades

_BESIDE = 2  # cells beside a figure, even where one person of two thousand stands there


def draw_levels(block: Levels, room: Room) -> list[Flow] | None:
    """The rows under one another; their statements are peers and share the room's size."""
    if not room.has_rows(len(block.rows)):
        return None
    pieces = [_row(row, room, block) for row in block.rows]
    drawn = tuple(piece for piece in pieces if piece)
    if len(drawn) != len(pieces):
        return None
    airy = not room.tight and (room.size is None or len(drawn) < 3)
    return [Flow(drawn, gap=int(airy))]


def _row(row: LevelRow, room: Room, block: Levels) -> Picture | None:
    median = _median(row, room)
    text = room.look.line(row.label)
    label = room.words(text, room.width - median.width - 2, room.look.palette.ink) if text else None
    if text and label is None:
        return None
    head = layer([label, right(median, room.width)]) if label else right(median, room.width)
    return stack([head, _results(row, room, block)])


def _median(row: LevelRow, room: Room) -> Picture:
    """`median 4`, the figure large where there is room."""
    if row.median is None:
        return NOTHING
    look = room.look
    style = look.style(look.palette.accent)
    word = look.text("median")
    figure = look.line(number(row.median))
    sizes = room.grid.sizes("figure") if room.size else ()
    big = large(figure, look.palette.accent, room.width, 6, sizes, look)
    if big is None:
        return spell((f"{word} {figure}", style))
    label = spell((word, style))
    return layer([label.moved(big.height - 2), big.moved(right=label.width + 2)])


def _results(row: LevelRow, room: Room, block: Levels) -> Picture:
    look, palette = room.look, room.look.palette
    if row.withheld:
        return write(look.line(row.withheld), room.width, look.style(palette.quiet))
    if not row.before:
        return _distribution(row.counts, row.median, room.width, block, look, high=_high(room))
    return _now_and_before(row, room, block)


def _now_and_before(row: LevelRow, room: Room, block: Levels) -> Picture:
    """Both distributions, one under the other, that of before half as high and its median quiet."""
    look, quiet = room.look, room.look.palette.quiet
    names = [spell((look.text(name), look.style(quiet))) for name in ("Now", "Before")]
    start = max(name.width for name in names) + _BESIDE
    width = room.width - start
    now = _distribution(row.counts, row.median, width, block, look, high=_high(room))
    then = _distribution(row.before, row.median_before, width, block, look, ink=quiet, high=1)
    if row.median_before is not None:
        then = _with_median(then, row.median_before, width, look)
    pairs = zip(names, (now, then), strict=True)
    return stack(layer([name, drawn.moved(right=start)]) for name, drawn in pairs)


def _high(room: Room) -> int:
    return 1 if room.tight else 2


def _with_median(drawn: Picture, median: float, width: int, look: Look) -> Picture:
    """The figure on the marker's row, at the right, or left of the marker where that stands there."""
    told = spell((f"{look.text('median')} {look.line(number(median))}", look.style(look.palette.quiet)))
    marker = max(strip.column for strip in drawn.strips if strip.row == drawn.height - 1)
    edge = width if marker + _BESIDE <= width - told.width else marker - 1
    return layer([drawn, right(told, edge).moved(drawn.height - 1)])


def _distribution(
    counts: Sequence[int],
    median: float | None,
    width: int,
    block: Levels,
    look: Look,
    *,
    high: int,
    ink: str = "",
) -> Picture:
    """The levels in their shades on `high` rows, and under them the median's marker in the colour `ink`."""
    kinds = shades(len(block.names), look.palette)
    widths = shares(counts, width)
    figures = [str(count) for count in counts]
    rows = [figures, *[[""] * len(figures)] * (high - 1)]
    bar = stack(_shaded(texts, widths, kinds, look) for texts in rows)
    marker = spell(("▲", look.style(ink or look.palette.accent)))
    level = None if median is None or median != int(median) else int(median) - block.lowest
    return stack([bar, marker.moved(right=_middle(level, widths))])


def shares(counts: Sequence[int], width: int) -> list[int]:
    """`width` cells shared out by `counts`: none for nobody, at least room for the figure for anybody."""
    people = sum(counts)
    most = width // max(1, sum(count > 0 for count in counts))
    least = [min(len(str(count)) + _BESIDE, most) if count else 0 for count in counts]
    free = width - sum(least)
    edges = [round(free * reached / people) if people else 0 for reached in accumulate(counts)]
    return [low + edge - before for low, edge, before in zip(least, edges, [0, *edges], strict=False)]


def _shaded(texts: Sequence[str], widths: Sequence[int], kinds: Sequence[Shade], look: Look) -> Picture:
    """A row of texts in the middle of their shades; a hair of paper parts two neighbours."""
    parts: list[tuple[str, Style]] = []
    for text, width, shade in zip(texts, widths, kinds, strict=False):
        hair = "▏" if width and any(before for before, _ in parts) else ""
        parts.append((hair, look.style(look.palette.paper, bold=False, on=shade.colour)))
        parts.append(
            (text.center(width - len(hair)) if width else "", look.style(shade.figure, on=shade.colour))
        )
    return spell(*parts)


def _middle(level: int | None, widths: Sequence[int]) -> int:
    """The cell of the person in the middle: the bar's own middle, kept within the `level` of the median."""
    width, middle = sum(widths), sum(widths) // 2
    edges = [0, *accumulate(widths)]
    if level is None:
        return max(0, min(middle, width - 1))
    return max(edges[level], min(middle, edges[level + 1] - 1))


def draw_legend(block: Levels, width: int, grid: Grid, look: Look) -> Picture:
    """Which shade is which level: `1 helt uenig`, `2` …; closer together rather than on several rows."""
    wide = (3, 2 if grid.screen < Screen.MEDIUM else 3)
    drawn = [in_rows(_entries(block, swatch, look), width, gap) for swatch, gap in (wide, (2, 2), (2, 1))]
    return next((rows for rows in drawn if rows.height == 1), drawn[0])


def _entries(block: Levels, swatch: int, look: Look) -> list[Picture]:
    kinds = shades(len(block.names), look.palette)
    return [
        spell(
            (" " * swatch, look.style(look.palette.ink, on=shade.colour)),
            (f" {level} {look.line(name)}".rstrip(), look.style(look.palette.quiet)),
        )
        for level, (name, shade) in enumerate(zip(block.names, kinds, strict=True), block.lowest)
    ]
