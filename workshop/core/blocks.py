"""Blocks: what a step shows, in words and numbers, with no surface in them.

Each surface draws every Block its own way (stage, notes, phone); one that a surface does not know is drawn as
its `table()`. Blocks are plain data and travel as JSON with the key `block` naming which one it is.
"""

import msgspec

from workshop.core.phrases import Phrase, Words, phrase


class Block(msgspec.Struct, frozen=True, tag_field="block", omit_defaults=True):
    """The common root; never used by itself."""

    def table(self) -> "Table":
        """The Block as a plain table: what every surface can draw."""
        raise NotImplementedError


class Table(Block, frozen=True, tag="table"):
    """Rows of cells under a head (which may be empty)."""

    rows: tuple[tuple[Words, ...], ...]
    head: tuple[Words, ...] = ()

    def table(self) -> "Table":
        return self


class Heading(Block, frozen=True, tag="heading"):
    """The one line that the eye finds first; `quiet` when results stand under it."""

    text: Words
    quiet: bool = False

    def table(self) -> Table:
        return Table(rows=((self.text,),))


class Run(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of text in one weight."""

    text: str
    strong: bool = False


class Paragraph(msgspec.Struct, frozen=True, omit_defaults=True):
    """A paragraph or a bullet, as runs."""

    runs: tuple[Run, ...]
    bullet: bool = False

    @property
    def plain(self) -> str:
        """The text without its weights."""
        return "".join(run.text for run in self.runs)


class Text(Block, frozen=True, tag="text"):
    """Paragraphs and bullets."""

    paragraphs: tuple[Paragraph, ...]

    def table(self) -> Table:
        return Table(rows=tuple((("• " if p.bullet else "") + p.plain,) for p in self.paragraphs))


class Quote(Block, frozen=True, tag="quote"):
    """Somebody's words (without quotation marks), who said them, and where they come from."""

    text: str
    by: str = ""
    context: str = ""

    def table(self) -> Table:
        return Table(rows=tuple((line,) for line in (self.text, self.by, self.context) if line))


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """One of the parts that stand side by side."""

    title: str
    text: str = ""


class Columns(Block, frozen=True, tag="columns"):
    """Parts of equal weight, side by side where they fit; `by` names their source."""

    parts: tuple[Part, ...]
    by: str = ""

    def table(self) -> Table:
        rows = tuple((part.title, part.text) for part in self.parts)
        return Table(rows=(*rows, (self.by, "")) if self.by else rows)


class Theme(msgspec.Struct, frozen=True, omit_defaults=True):
    """A theme and what belongs to it."""

    title: str
    items: tuple[str, ...] = ()


class Tree(Block, frozen=True, tag="tree"):
    """Themes, each with its items."""

    themes: tuple[Theme, ...]

    def table(self) -> Table:
        return Table(rows=tuple((theme.title, " · ".join(theme.items)) for theme in self.themes))


class Options(Block, frozen=True, tag="options"):
    """What can be chosen, or the statements to rate, before anything is shown; `hint` says how."""

    items: tuple[str, ...]
    hint: Words = ""

    def table(self) -> Table:
        return Table(rows=tuple((item,) for item in self.items))


class Cue(Block, frozen=True, tag="cue"):
    """How the room works just now (`Quietly, on your own`): stands beside the clock."""

    text: Words

    def table(self) -> Table:
        return Table(rows=((self.text,),))


class Countdown(Block, frozen=True, tag="countdown"):
    """The step's clock drawn large, with the time to be back under it (`back`)."""

    back: bool = False

    def table(self) -> Table:
        return Table(rows=())


class Bar(msgspec.Struct, frozen=True, omit_defaults=True):
    """One bar: `n` people. `own` marks words that a participant wrote."""

    label: Words
    n: int
    own: bool = False


class Bars(Block, frozen=True, tag="bars"):
    """Bars in the order to draw them, each a share of `of` people."""

    bars: tuple[Bar, ...]
    of: int

    def table(self) -> Table:
        rows = tuple((bar.label, str(bar.n), percent(bar.n, self.of)) for bar in self.bars)
        return Table(rows=rows, head=(phrase("Option"), phrase("People"), phrase("Share")))


class LevelRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """A statement: people on each level (lowest first) and the median; `withheld` = why there are none."""

    label: Words
    counts: tuple[int, ...] = ()
    median: float | None = None
    withheld: Words = ""


class Levels(Block, frozen=True, tag="levels"):
    """Distributions over the same levels, one row a statement; `names` has a name a level (may be empty)."""

    rows: tuple[LevelRow, ...]
    names: tuple[str, ...]

    def table(self) -> Table:
        return Table(
            rows=tuple(self._row(row) for row in self.rows),
            head=("", *self._levels(), phrase("Median")),
        )

    def _levels(self) -> tuple[str, ...]:
        return tuple(f"{level} {name}".rstrip() for level, name in enumerate(self.names, 1))

    def _row(self, row: LevelRow) -> tuple[Words, ...]:
        if row.withheld:
            return (row.label, row.withheld)
        return (row.label, *map(str, row.counts), number(row.median))


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """A text that a participant wrote; `times` above 1 where equal ones were merged."""

    text: str
    times: int = 1
    theme: str = ""


class Cards(Block, frozen=True, tag="cards"):
    """Texts in the order to draw them; those of one theme stand together."""

    cards: tuple[Card, ...]

    def table(self) -> Table:
        return Table(
            rows=tuple((card.text, f"×{card.times}" if card.times > 1 else "") for card in self.cards)
        )


class Note(Block, frozen=True, tag="note"):
    """The quiet last line: how many answered, what the figures mean. Parts are set apart by ` · `."""

    parts: tuple[Words, ...]

    def table(self) -> Table:
        return Table(rows=tuple((part,) for part in self.parts))


class Empty(Block, frozen=True, tag="empty"):
    """Stands where results would, and says why there are none."""

    text: Words

    def table(self) -> Table:
        return Table(rows=((self.text,),))


AnyBlock = (
    Heading
    | Text
    | Quote
    | Columns
    | Tree
    | Options
    | Cue
    | Countdown
    | Bars
    | Levels
    | Cards
    | Table
    | Note
    | Empty
)
Blocks = tuple[AnyBlock, ...]


def percent(n: int, of: int) -> Phrase:
    """`n` of `of` as whole per cent, rounded half up; 0 where `of` is 0."""
    share = (200 * n + of) // (2 * of) if of else 0
    return phrase("{share}%", share=share)


def number(value: float | None) -> str:
    """A median as text: `3`, `3.5`, or nothing."""
    return "" if value is None else f"{value:g}"
