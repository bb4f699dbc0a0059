"""`fist`: fist to five, how far one can go along with a proposal.

As it is practised: from three fingers up a proposal is carried, whoever holds up fewer is asked what it would
take, and a fist blocks (LeanDog, Agile Explained: Fist to Five; Stanford Synergy: Fist of Five).
"""

from collections.abc import Sequence
from statistics import median
from typing import Any, ClassVar

from workshop.core import fields
from workshop.core.blocks import Bar, Bars, Blocks, Empty, Flag, Heading, Note, Options, Text
from workshop.core.fields import Fields
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, decimal, phrase, phrases
from workshop.core.place import JSON
from workshop.core.prose import paragraphs
from workshop.kinds.kind import AskingKind
from workshop.kinds.values import Line, Prose

FINGERS = "fingers"
CONTENT = 3
"""The lowest level that goes along; whoever is below it is asked what it would take."""
NAMES = (
    phrase("Block: cannot go along with it"),
    phrase("Serious doubts, something must change"),
    phrase("Some doubts, wants to talk about them"),
    phrase("Fine, can live with it"),
    phrase("For it, and will do a share of the work"),
    phrase("All for it, will lead the way"),
)
"""What each level means, 0 first."""


class Fist(AskingKind):
    """Fist to five: six bars from 5 to 0, and a flag where somebody is below 3 or blocks.

    - fist: From March we try regular talks between colleagues.
      rule: We go ahead when nobody is below 3.
    """

    name: ClassVar[str] = "fist"

    fist: Prose
    """The proposal."""
    rule: Line | None = None
    """When it counts as decided, so that the room knows before it answers."""

    def ask(self, asked: Asked) -> Blocks:
        """The proposal, the rule, and what the levels mean."""
        hint = phrase("0 = block, 3 = can live with it, 5 = all for it")
        return (Heading(self.fist), *self._rule(), Options((), hint))

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """One of six levels."""
        picked = next(iter(fields.numbers(mine, FINGERS)), None)
        label = phrase("How far do you go along?")
        return (fields.Rate(FINGERS, label, levels=5, lowest=0, names=NAMES, picked=picked),)

    def show(self, gathered: Gathered) -> Blocks:
        """What the room should stop at, six bars in the order of the levels, the median."""
        heading = Heading(self.fist, quiet=True)
        if not gathered.answered:
            return (heading, *self._rule(), Empty(phrase("No answers yet")), Note(gathered.skipped()))
        note = Note((gathered.turnout(), *_medians(gathered), *gathered.skipped()))
        # The flags come first: on a small screen the lowest bars stand on the next page.
        return (heading, *self._rule(), *_flags(gathered), _bars(gathered), note)

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a person."""
        return [{"level": level} for level in _levels(gathered)]

    def _rule(self) -> Blocks:
        return (Text(paragraphs(self.rule)),) if self.rule else ()


def _levels(gathered: Gathered) -> list[int]:
    return sorted(fields.numbers(gathered.contributions, FINGERS))


def _bars(gathered: Gathered) -> Bars:
    before = gathered.before
    now, then = _levels(gathered), _levels(before) if before else []
    bars = [
        Bar(
            phrase("{level} {name}", level=level, name=name),
            now.count(level),
            before=then.count(level) if before else None,
        )
        for level, name in enumerate(NAMES)
    ]
    return Bars(tuple(reversed(bars)), gathered.answered, before.answered if before else 0)


def _flags(gathered: Gathered) -> tuple[Flag, ...]:
    """Who cannot go along, in numbers: nobody has to come forward."""
    levels = _levels(gathered)
    blocks, below = levels.count(0), sum(level < CONTENT for level in levels)
    stop = phrases(
        "One person is at 0 and blocks: talk before you decide.",
        "{n} people are at 0 and block: talk before you decide.",
        blocks,
    )
    doubt = phrases(
        "One person is below {content}: what would it take?",
        "{n} people are below {content}: what would it take?",
        below,
        content=CONTENT,
    )
    return (*((Flag(stop, stop=True),) if blocks else ()), *((Flag(doubt),) if below else ()))


def _medians(gathered: Gathered) -> tuple[Phrase, ...]:
    now = phrase("median {number}", number=decimal(median(_levels(gathered))))
    if not gathered.before:
        return (now,)
    then = decimal(median(_levels(gathered.before)))
    return (now, phrase("median {number} before", number=then))
