"""One plausible answer to each Field, as the values that a browser would send."""

from collections.abc import Sequence
from random import Random

from workshop.core.fields import OTHER, AnyField, Fields, Order, Pick, Pledge, Rate, Share, Spot, Text
from workshop.rehearsal.people import Person
from workshop.rehearsal.saying import sayings

Sent = list[tuple[str, str]]
_OFTEN_LEFT = ("what", "who", "when")
"""Boxes that one phone fills in for a whole group."""


class Answerer:
    """Answers in `language`. `where` names the question, of which the whole room has the same picture."""

    def __init__(self, language: str, seed: str, where: str) -> None:
        self._language, self._seed, self._where = language, seed, where

    def answer(self, fields: Fields, person: Person, time: int = 1) -> Sent:
        """What the person sends the first time, or when they think better of it."""
        chance = person.at(self._where, time)
        writes = chance.random() < 0.25  # for the group
        asked = (field for field in fields if writes or field.name not in _OFTEN_LEFT)
        return [pair for field in asked for pair in self._field(field, person, chance)]

    def _field(self, field: AnyField, person: Person, chance: Random) -> Sent:
        match field:
            case Text():
                return self._text(field, person, chance)
            case Pick():
                return self._pick(field, person, chance)
            case Rate():
                middle = self._room(field.name).uniform(field.lowest + 1, field.levels - 0.5)
                return [(field.name, str(_near(middle, field.lowest, field.levels, chance)))]
            case Order():
                return self._order(field, chance)
            case Share():
                return self._share(field, chance)
            case Spot():
                return self._spot(field, chance)
            case Pledge():  # only that it is written; the text itself has no way to be sent
                return [(field.name, "1")] if chance.random() < 0.75 else []

    def _text(self, field: Text, person: Person, chance: Random) -> Sent:
        """What stands there already is kept, but for the last of it."""
        found = sayings(self._language, field.name, lines=field.lines)
        boxes = 1 + sum(chance.random() < person.talk for _ in range(field.boxes - 1))
        kept = field.value[: boxes - 1]
        texts = (*kept, *chance.sample(found, min(len(found), boxes - len(kept))))
        return [(field.name, text) for text in texts]

    def _pick(self, field: Pick, person: Person, chance: Random) -> Sent:
        if field.other and (not field.options or chance.random() < 0.08):
            own = chance.choice(sayings(self._language, field.other_name, lines=1))
            return [(field.name, OTHER), (field.other_name, own)]
        likes = self._likes(field.name, field.options)
        most = 1 + (chance.randrange(min(3, len(field.options))) if field.many else 0)
        return [(field.name, field.key(index)) for index in _drawn(likes, most, chance)]

    def _order(self, field: Order, chance: Random) -> Sent:
        likes = self._likes(field.name, field.options)
        places = field.places if chance.random() < 0.8 else max(1, field.places - 1)
        ballot = _drawn(likes, places, chance)
        return [(field.part(index), str(place)) for place, index in enumerate(ballot, 1)]

    def _share(self, field: Share, chance: Random) -> Sent:
        """All of it: a rest may have to be given too."""
        likes = self._likes(field.name, field.options)
        most, given = field.most or field.total, [0] * len(likes)
        if most == 1:
            return [(field.part(index), "1") for index in _drawn(likes, field.total, chance)]
        portion, left = max(1, field.total // 10), field.total
        while left and any(amount < most for amount in given):
            (index,) = chance.choices(range(len(likes)), likes)
            amount = min(portion, left, most - given[index])
            given[index], left = given[index] + amount, left - amount
        return [(field.part(index), str(amount)) for index, amount in enumerate(given) if amount]

    def _spot(self, field: Spot, chance: Random) -> Sent:
        if chance.random() < 0.1:
            return []
        room = self._room(field.name)
        middles = {axis: room.uniform(1.2, field.levels - 0.2) for axis in ("x", "y")}
        return [(field.part(a), str(_near(m, 1, field.levels, chance))) for a, m in middles.items()]

    def _likes(self, name: str, options: Sequence[str]) -> list[float]:
        """How much the room as a whole likes each option."""
        room = self._room(name)
        return [0.1 + room.random() ** 2 for _ in options]

    def _room(self, name: str) -> Random:
        return Random(f"{self._seed}/{self._where}/{name}")  # noqa: S311 - a game


def _near(middle: float, lowest: int, highest: int, chance: Random) -> int:
    return max(lowest, min(highest, round(chance.gauss(middle, (highest - lowest) / 4))))


def _drawn(likes: Sequence[float], most: int, chance: Random) -> list[int]:
    """Up to `most` different ones, what is liked more rather and earlier."""
    order = sorted(range(len(likes)), key=lambda index: chance.random() ** (1 / likes[index]), reverse=True)
    return order[:most]
