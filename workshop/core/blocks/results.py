"""Blocks of results: bars, levels, cards, clouds, measures, plots."""

from typing import ClassVar

import msgspec

from workshop.core.blocks.root import Block, Table, number, percent
from workshop.core.phrases import Phrase, Words, phrase, phrases


class Bar(msgspec.Struct, frozen=True, omit_defaults=True):
    """One bar: `n` people. `own` marks words that a participant wrote."""

    label: Words
    n: int
    own: bool = False
    before: int | None = None


class Bars(Block, frozen=True, tag="bars"):
    """Bars in the order to draw them, each a share of `of` people.

    Where an earlier round is compared, each bar has its people `before`, of `of_before`.
    """

    bars: tuple[Bar, ...]
    of: int
    of_before: int = 0

    def table(self) -> Table:
        head: tuple[Words, ...] = (phrase("Option"), phrase("People"), phrase("Share"))
        if self.of_before:
            head = (*head, phrase("Before"))
        return Table(rows=tuple(self._row(bar) for bar in self.bars), head=head)

    def _row(self, bar: Bar) -> tuple[Words, ...]:
        before = (percent(bar.before or 0, self.of_before),) if self.of_before else ()
        return (bar.label, str(bar.n), percent(bar.n, self.of), *before)


class LevelRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """A statement: people on each level (lowest first) and the median; `withheld` = why there are none."""

    label: Words
    counts: tuple[int, ...] = ()
    median: float | None = None
    withheld: Words = ""
    before: tuple[int, ...] = ()
    median_before: float | None = None


class Levels(Block, frozen=True, tag="levels"):
    """Distributions over the same levels, one row a statement; `names` has a name a level (may be empty).

    The lowest level is called `lowest`. A row that is compared has its counts `before`.
    """

    rows: tuple[LevelRow, ...]
    names: tuple[Words, ...]
    lowest: int = 1

    def table(self) -> Table:
        return Table(
            rows=tuple(line for row in self.rows for line in self._lines(row)),
            head=("", *self._levels(), phrase("Median")),
        )

    def _levels(self) -> tuple[Words, ...]:
        return tuple(
            phrase("{level} {name}", level=level, name=name) if name else str(level)
            for level, name in enumerate(self.names, self.lowest)
        )

    def _lines(self, row: LevelRow) -> tuple[tuple[Words, ...], ...]:
        if row.withheld:
            return ((row.label, row.withheld),)
        named = row.label or (phrase("Now") if row.before else "")
        now = (named, *map(str, row.counts), number(row.median))
        if not row.before:
            return (now,)
        return (now, (phrase("Before"), *map(str, row.before), number(row.median_before)))


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """A text that a participant wrote; `times` above 1 where equal ones were merged.

    `support` counts those who stand behind it, where people could; `done` = dealt with.
    """

    text: str
    times: int = 1
    theme: str = ""
    support: int | None = None
    done: bool = False

    @property
    def marks(self) -> tuple[Words, ...]:
        """What stands beside it: `×2`, `4 in support`, `done`; each only where there is something to say."""
        times = (f"×{self.times}",) if self.times > 1 else ()
        return (*times, *self.standing)

    @property
    def standing(self) -> tuple[Words, ...]:
        """Those of its marks that are words."""
        support = (phrases("{n} in support", "{n} in support", self.support),) if self.support else ()
        return (*support, *((phrase("done"),) if self.done else ()))


class Cards(Block, frozen=True, tag="cards"):
    """Texts in the order to draw them; those of one theme stand together."""

    cards: tuple[Card, ...]

    def table(self) -> Table:
        themed = any(card.theme for card in self.cards)
        rows = (((card.theme,) if themed else ()) + (card.text, *card.marks) for card in self.cards)
        return Table(rows=tuple(rows))


class Spotlight(Block, frozen=True, tag="spotlight"):
    """One text alone on a card, as large as there is room for; `times` above 1 where several say it."""

    text: str
    times: int = 1

    def table(self) -> Table:
        return Table(rows=((self.text, f"×{self.times}" if self.times > 1 else ""),))


class CloudWord(msgspec.Struct, frozen=True):
    """A word, and how many people wrote it."""

    text: str
    n: int


class Cloud(Block, frozen=True, tag="cloud"):
    """Words whose size is the people who wrote them, the most written first."""

    LARGER: ClassVar[Phrase] = phrase("larger = written by more")
    """Stands in the note; a surface that draws all words alike leaves it out."""

    words: tuple[CloudWord, ...]

    def table(self) -> Table:
        rows = tuple((word.text, str(word.n)) for word in self.words)
        return Table(rows=rows, head=(phrase("Word"), phrase("People")))


class Measure(msgspec.Struct, frozen=True, omit_defaults=True):
    """One option's result: `value` is the bar's length, `shown` the figure, `details` stand beside it."""

    label: Words
    value: float
    shown: Words
    details: tuple[Words, ...] = ()


class Measures(Block, frozen=True, tag="measures"):
    """Sorted bars whose figure is no share of people: places, points, dots. `most` = a full bar."""

    rows: tuple[Measure, ...]
    most: float
    head: Words = ""

    def table(self) -> Table:
        rows = tuple((row.label, row.shown, *row.details) for row in self.rows)
        return Table(rows=rows, head=(phrase("Option"), self.head) if self.head else ())


class PlotPoint(msgspec.Struct, frozen=True, omit_defaults=True):
    """A thing at `x`, `y` (0 … 1 from the low end); `spread` 0 … 1 = how far people were apart."""

    label: str
    x: float
    y: float
    spread: float = 0.0
    n: int = 0


class Plot(Block, frozen=True, tag="plot"):
    """Things on two scales, each with a name at both ends: (low, high)."""

    points: tuple[PlotPoint, ...]
    x: tuple[str, str]
    y: tuple[str, str]

    def table(self) -> Table:
        scales = (" – ".join(self.x), " – ".join(self.y))
        head = (phrase("Item"), *scales, phrase("Spread"), phrase("People"))
        return Table(rows=tuple(self._row(point) for point in self.points), head=head)

    def _row(self, point: PlotPoint) -> tuple[Words, ...]:
        shares = (point.x, point.y, point.spread)
        at = (phrase("{share}%", share=round(100 * share)) for share in shares)
        return (point.label, *at, str(point.n))
