"""A plot: things where people placed them on two scales, in four quadrants named by the scales' ends."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate

from workshop.core.blocks import Plot, PlotPoint
from workshop.core.phrases import Words

from .flow import Flow
from .grid import Screen
from .ink import fill, large, spell, write
from .keys import draw_key
from .look import Look
from .picture import Picture, layer, right, stack
from .room import Room
from .space import Space
from .tables import draw_table
from .tags import Place, Put, name_tags, number_tag, put_names, put_numbers

_NARROWEST, _LOWEST = 24, 7  # cells and rows of a field
_KEY = 0.4  # of the width, at most, for what the numbers stand for
_AIR = 3
_FELT = 0.1  # the least spread that is shown
_RUNS = re.compile("─+")

Putting = Callable[[Sequence[Place], Space], list[Put]]
"""Puts a tag for each place into the space; nothing where they do not find room."""


def draw_plot(block: Plot, room: Room) -> list[Flow]:
    """The field with every thing's name at its place, or its number where the names would collide."""
    if not block.points:
        return []
    return _drawn(block, room) or draw_table(block.table(), room)


def _drawn(block: Plot, room: Room) -> list[Flow]:
    """Names or numbers in big type as far as there is some, else in cell text."""
    *large, small = (replace(room, size=size) for size in (*room.grid.sizes("body")[1:], None))
    numbered = large if room.grid.screen == Screen.LARGE else []
    ways = (*((_named, way) for way in large), *((_numbered, way) for way in numbered))
    for draw, way in (*ways, (_named, small), (_numbered, small)):
        flows = draw(block, way)
        if flows:
            return flows
    return []


def _named(block: Plot, room: Room) -> list[Flow]:
    tags = [name_tags(room.look.line(point.label), room) for point in block.points]
    drawn = _draw(block, room, partial(put_names, tags))
    return [Flow((drawn,))] if drawn else []


def _numbered(block: Plot, room: Room) -> list[Flow]:
    """Numbers, and beside the field what they stand for; overleaf what of it there is no room for."""
    names = [room.look.line(point.label) for point in block.points]
    key = draw_key(names, int(room.width * _KEY), room)
    fitting = sum(bottom <= room.rows for bottom in accumulate(entry.height for entry in key))
    if not fitting or (room.size and fitting < len(key)):
        return []
    edge = room.width - max(entry.width for entry in key)
    tags = [number_tag(number, room) for number, _ in enumerate(block.points, 1)]
    drawn = _draw(block, replace(room, width=edge - _AIR), partial(put_numbers, tags))
    if drawn is None:
        return []
    page = layer([drawn, stack(key[:fitting]).moved(right=edge)])
    return [Flow((page,)), *([Flow(tuple(key[fitting:]))] if key[fitting:] else [])]


def _draw(block: Plot, room: Room, put: Putting) -> Picture | None:
    """The field under and above its quadrants' names; None where it is too small for what is `put` on it."""
    above, below = _names(block, room)
    # Odd, so that there is a row and a column in the middle.
    width, height = (
        length - 1 + length % 2 for length in (room.width, room.rows - above.height - below.height)
    )
    if width < _NARROWEST or height < _LOWEST:
        return None
    places = [_place(point, width, height) for point in block.points]
    space = Space(width, height)
    found = put(places, space)
    if not found:
        return None
    return stack([above, _field(block.points, places, found, space, room.look), below])


def _names(block: Plot, room: Room) -> tuple[Picture, Picture]:
    """The names of the upper two quadrants, those of the lower two, and under these what the shade means."""
    look = room.look
    below, above = (_pair(end, block.x, room) for end in block.y)
    if any(point.spread >= _FELT for point in block.points):
        said = look.text("shaded: how far apart people were")
        meaning = write(said, room.width, look.style(look.palette.quiet, bold=False))
        below = stack([below, meaning], gap=int(not room.tight))
    return above, below


def _pair(end: Words, ends: Sequence[Words], room: Room) -> Picture:
    """Two quadrants' names on the left and on the right, each an end of the one scale and of the other."""
    look, width = room.look, room.width // 2 - _AIR
    texts = [f"{look.line(end)} · {look.line(other)}" for other in ends]
    sizes = room.grid.sizes("note")
    big = [large(text, look.palette.quiet, width, 5, sizes, look) for text in texts]
    drawn = [picture for picture in big if picture]
    if len(drawn) < len(texts):
        drawn = [write(text, width, look.style(look.palette.quiet, bold=False)) for text in texts]
    return layer([drawn[0], right(drawn[1], room.width)])


def _place(point: PlotPoint, width: int, height: int) -> Place:
    return Place(round((1 - _share(point.y)) * (height - 1)), round(_share(point.x) * (width - 1)))


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def _field(
    points: Sequence[PlotPoint], places: Sequence[Place], put: Sequence[Put], field: Space, look: Look
) -> Picture:
    """The shades of people's spread, the lines between the quadrants, and the tags on them."""
    pairs = zip(points, places, strict=True)
    shades = [_shade(point.spread, place, field, look) for point, place in pairs if point.spread >= _FELT]
    tags = [picture.moved(row, column) for picture, row, column in put]
    return layer([Picture(field.width, field.height), *shades, _cross(field, look), *tags])


def _shade(spread: float, place: Place, field: Space, look: Look) -> Picture:
    """An ellipse around the place; where people were as far apart as can be, half as large as the field."""
    style = look.style(look.palette.ink, bold=False, on=look.palette.card)
    across, down = _share(spread) * field.width / 4, _share(spread) * field.height / 4
    rows = []
    for row in range(field.height):
        half = across * max(0.0, 1 - ((row - place.row) / max(down, 0.5)) ** 2) ** 0.5
        start, end = max(0, round(place.column - half)), min(field.width, round(place.column + half) + 1)
        if half >= 1:
            rows.append(fill(end - start, 1, style).moved(row, start))
    return layer(rows)


def _cross(field: Space, look: Look) -> Picture:
    """The lines between the quadrants, where no tag stands."""
    style = look.style(look.palette.line, bold=False)
    middle, centre = (field.height - 1) // 2, (field.width - 1) // 2
    across = "".join("─" if field.is_free(middle, column, 1, 1) else " " for column in range(field.width))
    lines = [spell((run[0], style)).moved(middle, run.start()) for run in _RUNS.finditer(across)]
    down = [row for row in range(field.height) if field.is_free(row, centre, 1, 1)]
    crossing = ["┼" if row == middle else "│" for row in down]
    return layer(
        [*lines, *(spell((line, style)).moved(row, centre) for row, line in zip(down, crossing, strict=True))]
    )
