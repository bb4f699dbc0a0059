"""A ballot: what people without a phone answer, on lines to fill in; a show of hands where that is enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from workshop.core.fields import AnyField, Fields, Order, Pick, Pledge, Rate, Share, Spot, Text
from workshop.core.hand import Hand
from workshop.core.phrases import Phrase, Words, phrase

_MOST_DIGITS = 3
_ANSWER = phrase("Answer")
_PEOPLE = ""
"""The name of the line that says how many people answer alike."""


class Kind(Enum):
    """What a line takes."""

    NUMBER = "number"
    TICK = "tick"
    TEXT = "text"


@dataclass
class Line:
    """A line under the `name` of a form; a ticked or counted one stands for `option` there."""

    label: Words
    name: str
    kind: Kind = Kind.NUMBER
    option: str = ""
    hint: Words = ""
    value: str = ""

    @property
    def number(self) -> int:
        """What stands there as a number; 0 where nothing does."""
        return int(self.value or 0)

    def write(self, letters: str) -> None:
        """Takes letters as far as they fit here: digits alone in a number, a space as a tick."""
        match self.kind:
            case Kind.TEXT:
                self.value += letters
            case Kind.TICK if letters == " ":
                self.value = "" if self.value else "x"
            case Kind.NUMBER if letters.isascii() and letters.isdecimal():
                self.value = (self.value + letters).lstrip("0")[:_MOST_DIGITS]

    def add(self, by: int) -> None:
        """A number more, or fewer."""
        if self.kind is Kind.NUMBER:
            self.value = str(max(0, self.number + by) or "")[:_MOST_DIGITS]


class Ballot:
    """The lines of a form; `counts`: each stands for one answer, and what is written is how many give it."""

    def __init__(self, fields: Fields) -> None:
        self.counts = len(fields) == 1 and _has_one_answer(fields[0])
        self.lines = _count_lines(fields[0]) if self.counts else [line for f in fields for line in _lines(f)]
        self.at = 0
        if self.lines and not self.counts:
            self.lines.append(Line(phrase("People who answer this"), _PEOPLE, value="1"))

    @property
    def people(self) -> int:
        """How many people it is about."""
        return sum(hand.people for hand in self.hands())

    @property
    def here(self) -> Line | None:
        """The line that is written on."""
        return self.lines[self.at] if self.lines else None

    def move(self, by: int) -> None:
        """To another line; at the ends no further."""
        self.at = max(0, min(self.at + by, len(self.lines) - 1))

    def hands(self) -> tuple[Hand, ...]:
        """What is to be counted."""
        if self.counts:
            return tuple(Hand({x.name: (x.option,)}, x.number) for x in self.lines if x.number)
        people = sum(line.number for line in self.lines if line.name == _PEOPLE)
        return (Hand(_form(self.lines), people),) if people else ()


def _form(lines: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    form: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if line.value and line.name != _PEOPLE:
            form[line.name] = (*form.get(line.name, ()), line.option or line.value)
    return form


def _has_one_answer(field: AnyField) -> bool:
    return (isinstance(field, Pick) and not field.many) or isinstance(field, Rate)


def _count_lines(field: AnyField) -> list[Line]:
    if isinstance(field, Rate):
        return [Line(_level(field, n), field.name, option=str(n)) for n in field.values]
    assert isinstance(field, Pick)
    return [Line(text, field.name, option=field.key(n)) for n, text in enumerate(field.options)]


def _level(field: Rate, level: int) -> Words:
    name = field.named(level)
    return phrase("{level} {name}", level=level, name=name) if name else str(level)


def _lines(field: AnyField) -> list[Line]:
    match field:
        case Text():
            return _boxes(field)
        case Pick():
            return _ticks(field)
        case Rate():
            return [Line(field.label, field.name, hint=_between(field.lowest, field.levels))]
        case Order():
            hint = _between(1, field.places)
            return [Line(text, field.part(n), hint=hint) for n, text in enumerate(field.options)]
        case Share():
            hint = _between(0, field.most or field.total)
            return [Line(text, field.part(n), hint=hint) for n, text in enumerate(field.options)]
        case Spot():
            return _axes(field)
        case Pledge():  # it is for the person alone, and would be lost here
            return []


def _boxes(field: Text) -> list[Line]:
    # One box alone is called “Your answer” on a phone; here it is somebody else's.
    label = _ANSWER if field.label == phrase("Your answer") else field.label
    return [Line(label, field.name, Kind.TEXT, hint=field.hint) for _ in range(min(field.boxes, 5))]


def _ticks(field: Pick) -> list[Line]:
    lines = [Line(text, field.name, Kind.TICK, field.key(n)) for n, text in enumerate(field.options)]
    own = [Line(field.other, field.other_name, Kind.TEXT)] if field.other else []
    return [*lines, *own]


def _axes(field: Spot) -> list[Line]:
    return [
        Line(
            phrase("{thing}: {low} – {high}", thing=field.label, low=ends.low, high=ends.high),
            field.part(axis),
            hint=_between(1, field.levels),
        )
        for axis, ends in (("x", field.x), ("y", field.y))
    ]


def _between(lowest: int, most: int) -> Phrase:
    return phrase("{lowest} to {most}", lowest=lowest, most=most)
