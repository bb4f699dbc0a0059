"""Tags: marks with names or numbers, put where they belong on a field so that none covers another."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .ink import spell
from .lettering import Lettering, letter
from .picture import Picture, layer
from .room import Room
from .space import Space

_AIR = 1  # cells between a mark and its name, and between two numbers
_APART = 3  # cells between a name and the next mark, so that nobody takes it for its own


class Place(NamedTuple):
    """A cell of a field."""

    row: int
    column: int


class Tag(NamedTuple):
    """A picture, and the cell of it that belongs on the place."""

    picture: Picture
    at: Place


class Put(NamedTuple):
    """A tag's picture and its upper left corner on the field."""

    picture: Picture
    row: int
    column: int


def name_tags(name: str, room: Room) -> tuple[Tag, ...]:
    """A mark with the name at its right, and one with it at its left; none where the size cannot spell it."""
    palette, size = room.look.palette, room.size
    if size is None:
        mark, text = (
            spell(("●", room.look.style(palette.accent))),
            spell((name, room.look.style(palette.ink))),
        )
        return _both(mark, text, 0)
    dot, letters = letter("•", size), letter(name, size)
    if dot is None or letters is None:
        return ()
    top = min(dot.top, letters.top)
    mark = _lowered(dot, palette.accent, top, room)
    return _both(mark, _lowered(letters, palette.ink, top, room), mark.height - 1 - dot.height // 2)


def _lowered(letters: Lettering, ink: str, top: int, room: Room) -> Picture:
    return letters.picture(ink, room.look).moved(letters.top - top)


def _both(mark: Picture, text: Picture, row: int) -> tuple[Tag, ...]:
    after = layer([mark, text.moved(right=mark.width + _AIR)])
    before = layer([text, mark.moved(right=text.width + _AIR)])
    return (Tag(after, Place(row, 0)), Tag(before, Place(row, before.width - 1)))


def number_tag(number: int, room: Room) -> Tag:
    """A number in accent."""
    ink = room.look.palette.accent
    letters = letter(str(number), room.size) if room.size else None
    picture = letters.picture(ink, room.look) if letters else spell((str(number), room.look.style(ink)))
    return Tag(picture, Place(picture.height // 2, picture.width // 2))


def put_names(tags: Sequence[Sequence[Tag]], places: Sequence[Place], space: Space) -> list[Put]:
    """One of its tags at each place, or a little above or below where another stands; else nothing at all."""
    found: list[Put] = []
    for place, choices in zip(places, tags, strict=True):
        put = next((put for put in _choices(place, choices) if _is_free(put, space)), None)
        if put is None:
            return []
        space.take(put.row, put.column - _APART, put.picture.width + 2 * _APART, put.picture.height)
        found.append(put)
    return found


def _choices(place: Place, tags: Sequence[Tag]) -> Iterable[Put]:
    reach = max((tag.picture.height for tag in tags), default=0)
    for away in sorted(range(-reach, reach + 1), key=lambda away: (abs(away), -away)):
        for picture, at in tags:
            yield Put(picture, place.row - at.row + away, place.column - at.column)


def _is_free(put: Put, space: Space) -> bool:
    return space.is_free(put.row, put.column, put.picture.width, put.picture.height)


def put_numbers(tags: Sequence[Tag], places: Sequence[Place], space: Space) -> list[Put]:
    """Each tag as near its place as there is room; nothing where one has none at all."""
    found: list[Put] = []
    for place, (picture, at) in zip(places, tags, strict=True):
        wanted = (place.row - at.row, place.column - at.column)
        corner = space.closest(*wanted, picture.width, picture.height, beside=_AIR)
        if corner is None:
            return []
        space.take(*corner, picture.width + _AIR, picture.height)
        found.append(Put(picture, *corner))
    return found
