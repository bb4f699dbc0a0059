"""A hall full of people who answer any kind of step, by its form alone, everybody something of their own."""

import inspect
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice
from textwrap import dedent
from zlib import crc32

import yaml

from workshop.core.fields import (
    AnyField,
    Order,
    Pick,
    Pledge,
    Rate,
    Refused,
    Share,
    Spot,
    Text,
    texts,
)
from workshop.core.gathered import Asked, Gathered
from workshop.core.moderation import Approve, identified
from workshop.core.place import JSON
from workshop.kinds.kind import Kind
from workshop.kinds.registry import kinds

KEY = bytes(32)
FLOOR = 5
SHORT = 100
"""Letters; where no more may be written everybody fills every box (three words), else the first one."""
_VOCABULARY = """
trygghet tillit tid pauser støtte ro latter respekt ærlighet mot varme åpenhet nærvær omsorg humor rom
samarbeid lytting grenser håp mening faglighet klarhet frihet raushet undring tydelighet sårbarhet
"""
_WORDS = _VOCABULARY.split()


@dataclass(frozen=True)
class Hall:
    """A step, and what everybody sent; what needs approval has it."""

    step: Kind
    gathered: Gathered


@cache
def halls(people: int) -> dict[str, Hall]:
    """Every kind that collects answers, as its own example writes it, by name."""
    return {name: hall(_example(kind), people) for name, kind in kinds().items() if kind.asks}


def hall(step: Kind, people: int) -> Hall:
    """`people` people who each answered `step`; where they can support each other's texts, they do."""
    alone = _gathered(step, Asked(), people)
    listed = step.listed(alone)
    return Hall(step, _gathered(step, Asked(listed=listed), people) if listed else alone)


def _gathered(step: Kind, asked: Asked, people: int) -> Gathered:
    sent = tuple(item for person in range(people) for item in _sent(step, asked, person))
    written = [text for name in step.texts for text in texts(sent, name)]
    return Gathered(
        asked,
        sent,
        answered=people,
        joined=people,
        floor=0 if step.exempt else FLOOR,
        decisions=(Approve(tuple(identified(written, KEY))),) if step.exempt else (),
        by_approval=step.exempt,
        key=KEY,
    )


def _sent(step: Kind, asked: Asked, person: int) -> tuple[JSON, ...]:
    form: dict[str, list[str]] = {}
    for field in step.form(asked, ()):
        form |= _filled(field, person)
    read = step.accept(form, asked, ())
    if isinstance(read, Refused):
        raise ValueError(f"{step.name} refused {form}: {read}")
    return read


def _filled(field: AnyField, person: int) -> dict[str, list[str]]:
    """What one person puts into one field."""
    match field:
        case Text():
            boxes = 1 if field.longest > SHORT else field.boxes
            return {field.name: [_written(field, person, box) for box in range(boxes)]}
        case Pick(other=other) if other and person % 20 == 0:
            return {field.name: ["other"], field.other_name: [_sentence(person)]}
        case Pick():
            return {field.name: [field.key(person % len(field.options))]}
        case Rate():
            return {field.name: [str(field.values[_scattered(person, field.name) % len(field.values)])]}
        case Pledge():
            return {field.name: ["1"]}
        case Order():
            chosen = islice(cycle(range(len(field.options))), person, person + field.places)
            return {field.part(index): [str(place + 1)] for place, index in enumerate(chosen)}
        case Share():
            return {field.part(person % len(field.options)): [str(field.most or field.total)]}
        case Spot():
            return {field.part(axis): [str(_scattered(person, axis) % field.levels + 1)] for axis in "xy"}


def _written(field: Text, person: int, box: int) -> str:
    if field.longest > SHORT:
        return _sentence(person)
    drawn = _scattered(person, f"{field.name}{box}")
    return _WORDS[drawn % len(_WORDS)] if drawn % 3 else f"{_WORDS[drawn % len(_WORDS)]}{drawn % 199}"


def _sentence(person: int) -> str:
    return f"{person}. Vi snakker om hverandre, ikke med hverandre, og alle vet det."[: 40 + person % 40]


def _scattered(person: int, salt: str) -> int:
    """A number that looks like chance and is the same in every run."""
    return crc32(f"{salt} {person}".encode())


def _example(kind: type[Kind]) -> Kind:
    """The step in the docstring of `kind`."""
    lines = (inspect.getdoc(kind) or "").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("- "))
    (step,) = yaml.load(dedent("\n".join(lines[first:])), yaml.BaseLoader)
    return kind.model_validate(step)
