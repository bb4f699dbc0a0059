"""`mood`: how it feels just now; asked at the start and at the end, it compares itself."""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Any, ClassVar

from workshop.core import fields
from workshop.core.blocks import Blocks, Empty, Heading, LevelRow, Levels, Note, Options
from workshop.core.fields import Fields
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, phrase, phrases
from workshop.core.place import JSON
from workshop.kinds.kind import AskingKind
from workshop.kinds.values import Prose

MOOD = "mood"
NAMES = (
    phrase("Heavy"),
    phrase("A bit heavy"),
    phrase("In between"),
    phrase("Quite light"),
    phrase("Light"),
)
"""What each level is called, 1 first. Words and no faces: nobody reads a face as the next one does."""


class Mood(AskingKind):
    """Check-in or check-out on five levels from heavy to light; the second one shows the first beside it.

    - mood: How are you just now?
    """

    name: ClassVar[str] = "mood"
    compares: ClassVar[bool] = True

    mood: Prose
    """The question."""

    def ask(self, asked: Asked) -> Blocks:
        """The question and its two ends."""
        ends = phrase("1 = {low}, {levels} = {high}", low=NAMES[0], levels=len(NAMES), high=NAMES[-1])
        return (Heading(self.mood), Options((), ends))

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """One of five levels."""
        picked = next(iter(fields.numbers(mine, MOOD)), None)
        return (fields.Rate(MOOD, self.mood, levels=len(NAMES), names=NAMES, picked=picked),)

    def show(self, gathered: Gathered) -> Blocks:
        """One distribution with its median; before and after where there is a before."""
        heading = Heading(self.mood, quiet=True)
        if not gathered.answered:
            return (heading, Empty(phrase("No answers yet")), Note(gathered.skipped()))
        meaning = (phrase("median, the middle answer"), gathered.turnout())
        note = Note((*meaning, *gathered.skipped(), *_then(gathered.before)))
        return (heading, Levels((_row(gathered),), NAMES), note)

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a person."""
        return [{"level": level} for level in _levels(gathered)]


def _levels(gathered: Gathered) -> list[int]:
    return sorted(fields.numbers(gathered.contributions, MOOD))


def _row(gathered: Gathered) -> LevelRow:
    before = gathered.before
    return LevelRow(
        "",
        _counts(gathered),
        float(median(_levels(gathered))),
        before=_counts(before) if before else (),
        median_before=float(median(_levels(before))) if before else None,
    )


def _counts(gathered: Gathered) -> tuple[int, ...]:
    counts = Counter(_levels(gathered))
    return tuple(counts[level] for level in range(1, len(NAMES) + 1))


def _then(before: Gathered | None) -> tuple[Phrase, ...]:
    if before is None:
        return ()
    return (phrases("{n} answered before", "{n} answered before", before.answered),)
