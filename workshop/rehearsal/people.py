"""Made-up people: how each of them is, always the same by the same seed."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Person:
    """One of the room, from 1. All numbers but those of seconds are between 0 and 1.

    `comes` is when they come in, seconds after the lobby opens; `haste` how much of a question's time they
    take, a bit over 1 for whoever is always late; `talk` how much they write; `skips` and `changes` how often
    they pass on a question, and how often they think better of an answer. `parks` is when they put something
    on the parking lot, if they do.
    """

    number: int
    seed: str
    comes: float
    haste: float
    talk: float
    skips: float
    changes: float
    parks: float | None

    def at(self, *where: object) -> Random:
        """This person's chance at some question, the same whenever it is asked for."""
        return Random("/".join(map(str, (self.seed, self.number, *where))))  # noqa: S311 - a game


def people(n: int, seed: str) -> tuple[Person, ...]:
    """So many people. Most are there within a minute or two; one in twelve comes when it has begun."""
    return tuple(_person(number, seed) for number in range(1, n + 1))


def _person(number: int, seed: str) -> Person:
    chance = Random(f"{seed}/{number}")  # noqa: S311 - a game
    late = chance.random() < 1 / 12
    return Person(
        number=number,
        seed=seed,
        comes=chance.uniform(150, 600) if late else min(chance.expovariate(1 / 30), 120.0),
        haste=1.1 if chance.random() < 1 / 20 else chance.betavariate(2, 3),
        talk=chance.betavariate(1.5, 2.5),
        skips=0.5 if chance.random() < 0.1 else 0.06,
        changes=0.5 if chance.random() < 0.2 else 0.05,
        parks=chance.uniform(600, 1800) if chance.random() < 1 / 12 else None,
    )
