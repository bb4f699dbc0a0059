"""Blocks of the author's words: headings, text, quotes, columns, pictures, and the lines around them."""

import msgspec

from workshop.core.blocks.root import Block, Table
from workshop.core.phrases import Words


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


class Image(Block, frozen=True, tag="image"):
    """A picture: the name of its file beside the session, and its words for those who do not see it."""

    file: str
    alt: str
    caption: str = ""

    def table(self) -> Table:
        return Table(rows=tuple((line,) for line in (self.alt, self.caption) if line))


class Options(Block, frozen=True, tag="options"):
    """What can be chosen, or the statements to rate, before anything is shown; `hint` says how.

    Where they come one after the other, `now` is the one that it is time for, from 0.
    """

    items: tuple[Words, ...]
    hint: Words = ""
    now: int | None = None

    def table(self) -> Table:
        hint = ((self.hint,),) if self.hint else ()
        return Table(rows=(*((item,) for item in self.items), *hint))


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


class Note(Block, frozen=True, tag="note"):
    """The quiet last line: how many answered, what the figures mean. Parts are set apart by ` · `."""

    parts: tuple[Words, ...]

    def table(self) -> Table:
        return Table(rows=tuple((part,) for part in self.parts))


class Flag(Block, frozen=True, tag="flag"):
    """Something that the room should stop at; `stop` where somebody cannot go along at all."""

    text: Words
    stop: bool = False

    def table(self) -> Table:
        return Table(rows=((self.text,),))


class Empty(Block, frozen=True, tag="empty"):
    """Stands where results would, and says why there are none."""

    text: Words

    def table(self) -> Table:
        return Table(rows=((self.text,),))
