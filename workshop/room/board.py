"""The board: texts that whoever leads the room decides about, a tab for each step that has any."""

import msgspec

from workshop.core.moderation import Item
from workshop.core.phrases import Phrase, Words

WAITING = 0
"""The tab of everything that waits for approval; every other one has the 1-based number of its step."""


class Tab(msgspec.Struct, frozen=True, omit_defaults=True):
    """A tab: its number, its name, and how many texts wait for approval there."""

    number: int
    title: Words
    waiting: int = 0


class Sheaf(msgspec.Struct, frozen=True, omit_defaults=True):
    """The texts of a step's newest round, hidden ones too, and its themes in the order of their making.

    `withheld` says why there are none, where none may be seen; `lit` is the id of the one that stands on the
    stage alone.
    """

    step: int
    title: Words
    texts: tuple[Item, ...] = ()
    themes: tuple[str, ...] = ()
    by_approval: bool = False
    withheld: Phrase | None = None
    lit: str = ""


class Board(msgspec.Struct, frozen=True):
    """All tabs, and the texts of the one at `at`."""

    tabs: tuple[Tab, ...]
    at: int
    sheaves: tuple[Sheaf, ...]


def encode(board: Board) -> bytes:
    """`board` as JSON."""
    return msgspec.json.encode(board)


def decode(data: bytes) -> Board:
    """The board of JSON that `encode` made. Raises msgspec.DecodeError."""
    return msgspec.json.decode(data, type=Board)
