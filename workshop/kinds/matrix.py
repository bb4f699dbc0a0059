"""`matrix`: place things on two scales.

Where a thing stands is the median of each scale, not the mean: one person at an end does not drag it along.
Its spread is the mean distance of people from that median (the mean absolute deviation, which the median
makes least), the mean of both scales, as a share of the largest that there can be: 0 = all of one mind, 1 =
half the people at one end of both scales and half at the other.
"""

from collections.abc import Sequence
from statistics import fmean, median
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from workshop.core.blocks import Blocks, Empty, Heading, Note, Plot, PlotPoint
from workshop.core.fields import Ends, Fields, Spot
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, phrase
from workshop.core.place import JSON
from workshop.kinds.offering import NOTHING, Fed
from workshop.kinds.values import Line, Prose, different

LEVELS = 5
At = tuple[int, int]
"""The level on the scale from left to right, and on the one from the bottom up."""


class Axis(BaseModel):
    """What the two ends of a scale mean."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: Line
    """The low end: left, or at the bottom."""
    high: Line
    """The high end: right, or at the top."""

    @property
    def ends(self) -> tuple[str, str]:
        """Low, high."""
        return self.low, self.high


class Matrix(Fed):
    """Place things on two scales; the middle answer of each, and how far people were apart.

    - matrix: What should we begin with?
      items: [Fixed breaks, Talks between colleagues, Fewer meetings]
      x: {low: little work, high: much work}
      y: {low: little use, high: much use}
    """

    name: ClassVar[str] = "matrix"
    things: ClassVar[str] = "items"
    least: ClassVar[int] = 1

    matrix: Prose
    """The question."""
    items: (
        Annotated[tuple[Line, ...], Field(min_length=1, max_length=20), AfterValidator(different)] | None
    ) = None
    """What to place, all different."""
    x: Axis
    """The scale from left to right: `low` and `high`."""
    y: Axis
    """The scale from the bottom to the top: `low` and `high`."""

    def how(self, asked: Asked) -> Phrase:
        """What the scales are."""
        return phrase(
            "Place each one from {left} to {right}, and from {low} to {high}",
            left=self.x.low,
            right=self.x.high,
            low=self.y.low,
            high=self.y.high,
        )

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """Two scales for each thing."""
        x, y, placed = Ends(*self.x.ends), Ends(*self.y.ends), _spots(mine)
        named = ((_name(index), item) for index, item in enumerate(self.offered(asked)))
        return tuple(
            Spot(name, item, x=x, y=y, levels=LEVELS, at=next(iter(placed.get(name, ())), None))
            for name, item in named
        )

    def show(self, gathered: Gathered) -> Blocks:
        """A field with the things that enough people placed; the others are named under it."""
        placed = self._placed(gathered)
        points = tuple(_point(item, spots) for item, spots in placed if spots)
        heading, said = Heading(self.matrix, quiet=True), (gathered.turnout(), *gathered.skipped())
        if not points:
            return (heading, Empty(self._why_empty(gathered)), Note(said))
        thin = _left_out([item for item, spots in placed if not spots], gathered.floor)
        note = Note((phrase("median, the middle answer"), *said, *thin))
        return (heading, Plot(points, self.x.ends, self.y.ends), note)

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a placing; a thing that too few placed has none."""
        return [
            {"item": item, "x": x, "y": y} for item, spots in self._placed(gathered) for x, y in sorted(spots)
        ]

    def _placed(self, gathered: Gathered) -> list[tuple[str, list[At]]]:
        """Where people placed each thing; nowhere where they were fewer than the floor."""
        found = _spots(gathered.contributions)
        enough = {name: spots for name, spots in found.items() if len(spots) >= gathered.least}
        offered = enumerate(self.offered(gathered.asked))
        return [(item, enough.get(_name(index), [])) for index, item in offered]

    def _why_empty(self, gathered: Gathered) -> Phrase:
        if not self.offered(gathered.asked):
            return NOTHING
        if not gathered.answered:
            return phrase("No answers yet")
        return phrase("Fewer than {floor} placed each of them", floor=gathered.floor)


def _name(index: int) -> str:
    return f"item{index}"


def _spots(contributions: Sequence[JSON]) -> dict[str, list[At]]:
    """Every place by the name of its Field, in one go: there may be thousands."""
    found: dict[str, list[At]] = {}
    for contribution in contributions:
        for name, spot in contribution.items() if isinstance(contribution, dict) else ():
            x, y = spot if isinstance(spot, list) and len(spot) == 2 else (None, None)
            if isinstance(x, int) and isinstance(y, int):
                found.setdefault(name, []).append((x, y))
    return found


def _point(item: str, spots: list[At]) -> PlotPoint:
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    spread = fmean((_spread(xs), _spread(ys)))
    return PlotPoint(item, _along(median(xs)), _along(median(ys)), round(spread, 3), len(spots))


def _along(level: float) -> float:
    """A level as a share of its scale, 0 the low end."""
    return (level - 1) / (LEVELS - 1)


def _spread(levels: list[int]) -> float:
    middle = median(levels)
    return fmean(abs(level - middle) for level in levels) / ((LEVELS - 1) / 2)


def _left_out(items: Sequence[str], floor: int) -> tuple[Phrase, ...]:
    if not items:
        return ()
    return (phrase("fewer than {floor} placed: {items}", floor=floor, items=", ".join(items)),)
