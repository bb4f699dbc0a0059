"""Results read as the room reads them: in bokmål, figures and words together."""

from typing import TypeVar

import msgspec

from tests.kinds.room import gathered
from workshop.core.blocks import Block, Blocks, Flag, Measures, Note
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Words, told
from workshop.core.place import JSON
from workshop.language import language

NB = language("nb")
Shown = TypeVar("Shown", bound=Block)


def said(words: Words) -> str:
    """`words` in bokmål, with plain spaces."""
    return told(words, NB).replace("\u00a0", " ")


def only(blocks: Blocks, kind: type[Shown]) -> Shown:
    """The one Block of its kind."""
    (found,) = (block for block in blocks if isinstance(block, kind))
    return found


def note(blocks: Blocks) -> list[str]:
    """The parts of the last line."""
    return [said(part) for part in only(blocks, Note).parts]


def flags(blocks: Blocks) -> list[tuple[str, bool]]:
    """What the room should stop at, and whether it is a block."""
    return [(said(block.text), block.stop) for block in blocks if isinstance(block, Flag)]


def bars(blocks: Blocks) -> list[tuple[str, ...]]:
    """Label, figure and details of each bar."""
    return [
        (said(row.label), said(row.shown), *map(said, row.details)) for row in only(blocks, Measures).rows
    ]


def after(
    before: tuple[JSON, ...], people: int, now: Gathered, *, asked: Asked | None = None, floor: int = 5
) -> Gathered:
    """`now` beside an earlier round."""
    earlier = msgspec.structs.replace(gathered(before, people, floor=floor), asked=asked or now.asked)
    return msgspec.structs.replace(now, earlier=(earlier,))
