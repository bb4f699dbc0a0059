"""What every Block is: plain data with a plain table to fall back on."""

import msgspec

from workshop.core.phrases import Phrase, Words, decimal, phrase


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


def percent(n: int, of: int) -> Phrase:
    """`n` of `of` as whole per cent, rounded half up; 0 where `of` is 0."""
    share = (200 * n + of) // (2 * of) if of else 0
    return phrase("{share}%", share=share)


def number(value: float | None) -> Words:
    """A median as people write it: `3`, `3.5`, or nothing."""
    return "" if value is None else decimal(value)
