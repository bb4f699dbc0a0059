"""Which Block is drawn by what; one that nothing here knows is drawn as its table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from workshop.core.blocks import (
    AnyBlock,
    Bars,
    Block,
    Cards,
    Cloud,
    Columns,
    Empty,
    Flag,
    Image,
    Levels,
    Measures,
    Options,
    Plot,
    Spotlight,
    Table,
    Text,
    Tree,
)

from .bars import draw_bars
from .cards import draw_cards
from .cloud import draw_cloud
from .columns import draw_columns
from .flags import draw_flags
from .flow import Flow
from .images import draw_image
from .levels import draw_levels
from .measures import draw_measures
from .options import draw_options
from .plots import draw_plot
from .prose import draw_empty, draw_text
from .room import Room
from .spotlight import draw_spotlight
from .tables import draw_table
from .trees import draw_tree

Drawer = Callable[[Any, Room], list[Flow] | None]
"""Draws a Block of its type; None where it cannot be drawn at the room's size."""

DRAWERS: Mapping[type[Block], Drawer] = {
    Text: draw_text,
    Empty: draw_empty,
    Columns: draw_columns,
    Tree: draw_tree,
    Options: draw_options,
    Bars: draw_bars,
    Levels: draw_levels,
    Measures: draw_measures,
    Plot: draw_plot,
    Cards: draw_cards,
    Spotlight: draw_spotlight,
    Cloud: draw_cloud,
    Image: draw_image,
    Table: draw_table,
}
FILLING = (Cloud, Image, Plot, Spotlight)
"""Blocks that fill all the room they get, and go on overleaf where it is too little."""
CHARTS = (Bars, Levels, Measures)
"""Blocks that can be drawn on fewer rows than they take best."""
_COLOURED = (Bars, Levels, Cloud, Measures, Plot)


def draw_blocks(blocks: Sequence[AnyBlock], room: Room) -> list[Flow] | None:
    """The Blocks as flows; None where one cannot be drawn at the room's size."""
    flows: list[Flow] = []
    for kind, run in groupby(blocks, key=type):
        for drawn in _draw_run(kind, tuple(run), room):
            if drawn is None:
                return None
            flows += drawn
    return flows


def _draw_run(kind: type[Block], run: Sequence[Any], room: Room) -> Iterator[list[Flow] | None]:
    """Blocks of one kind that follow each other; flags are peers."""
    if kind is Flag:
        yield draw_flags(run, room)
    else:
        yield from (draw_block(block, room) for block in run)


def draw_block(block: Block, room: Room) -> list[Flow] | None:
    """The Block as flows; None where it cannot be drawn at the room's size."""
    drawer = DRAWERS.get(type(block))
    if drawer is None or (room.look.plain and isinstance(block, _COLOURED)):
        return draw_table(block.table(), room)
    return drawer(block, room)
