"""`scale`: how far one agrees, statement by statement."""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from workshop.core import fields
from workshop.core.blocks import Blocks, Empty, Heading, LevelRow, Levels, Note, Options
from workshop.core.fields import Fields
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import phrase
from workshop.core.place import JSON
from workshop.kinds.kind import AskingKind
from workshop.kinds.values import Line, Prose, different


class Scale(AskingKind):
    """Rate one or more statements; the distribution and the median of each, never a mean alone.

    - scale: How well does this fit you?
      statements: [I am seen, I am heard]
      low: not at all
      high: completely
    """

    name: ClassVar[str] = "scale"

    scale: Prose
    """The question."""
    statements: Annotated[tuple[Line, ...], Field(max_length=12)] = ()
    """What to rate, one row each; without any, the question itself is rated."""
    levels: Annotated[int, Field(ge=2, le=10)] = 5
    """How many levels, 2 to 10."""
    low: Line | None = None
    """What the lowest level means."""
    high: Line | None = None
    """What the highest level means."""
    labels: tuple[Line, ...] = ()
    """A name for every level, lowest first, instead of `low` and `high`."""

    @model_validator(mode="after")
    def _labels_fit(self) -> Self:
        different(self.statements)
        if self.labels and len(self.labels) != self.levels:
            raise PydanticCustomError(
                "labels", "as many labels as levels ({levels})", {"levels": self.levels}
            )
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """A name for every level, empty where the author gave none."""
        if self.labels:
            return self.labels
        return (self.low or "", *("" for _ in range(self.levels - 2)), self.high or "")

    def ask(self, asked: Asked) -> Blocks:
        """The question, its statements and what the ends mean."""
        ends = phrase(
            "1 = {low}, {levels} = {high}", low=self.names[0], levels=self.levels, high=self.names[-1]
        )
        hint = ends if self.names[0] and self.names[-1] else phrase("From 1 to {levels}", levels=self.levels)
        return (Heading(self.scale), Options(self.statements, hint))

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """A row of levels for every statement."""
        return tuple(
            fields.Rate(
                _row(index),
                statement,
                levels=self.levels,
                names=self.names,
                picked=next(iter(fields.numbers(mine, _row(index))), None),
            )
            for index, statement in enumerate(self._rated())
        )

    def show(self, gathered: Gathered) -> Blocks:
        """A distribution a statement, with its median."""
        heading = Heading(self.scale, quiet=True)
        if not gathered.answered:
            return (heading, Empty(phrase("No answers yet")), Note(gathered.skipped()))
        rows = tuple(self._level_row(index, gathered) for index, _ in enumerate(self._rated()))
        note = Note((phrase("median, the middle answer"), gathered.turnout(), *gathered.skipped()))
        return (heading, Levels(rows, self.names), note)

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a rating; a statement that too few rated has none."""
        return [
            {"statement": statement, "level": level}
            for index, statement in enumerate(self._rated())
            for level in self._ratings(index, gathered)
            if len(self._ratings(index, gathered)) >= gathered.least
        ]

    def _rated(self) -> tuple[str, ...]:
        return self.statements or (self.scale,)

    def _ratings(self, index: int, gathered: Gathered) -> list[int]:
        return sorted(fields.numbers(gathered.contributions, _row(index)))

    def _level_row(self, index: int, gathered: Gathered) -> LevelRow:
        label = self.statements[index] if self.statements else ""
        ratings = self._ratings(index, gathered)
        if len(ratings) < gathered.least:
            reason = phrase("fewer than {floor} answered this one", floor=gathered.floor)
            return LevelRow(label, withheld=reason)
        before, median_before = self._before(index, gathered.before)
        return LevelRow(
            label, self._counts(ratings), float(median(ratings)), before=before, median_before=median_before
        )

    def _before(self, index: int, before: Gathered | None) -> tuple[tuple[int, ...], float | None]:
        """The same row in the round before; nothing where too few rated it then."""
        ratings = self._ratings(index, before) if before else []
        if before is None or len(ratings) < before.least:
            return (), None
        return self._counts(ratings), float(median(ratings))

    def _counts(self, ratings: Sequence[int]) -> tuple[int, ...]:
        counts = Counter(ratings)
        return tuple(counts[level] for level in range(1, self.levels + 1))


def _row(index: int) -> str:
    return f"row{index + 1}"
