"""Blocks: what a step shows, in words and numbers, with no surface in them.

Each surface draws every Block its own way (stage, notes, phone); one that a surface does not know is drawn as
its `table()`. Blocks are plain data and travel as JSON with the key `block` naming which one it is.
"""

from workshop.core.blocks.results import (
    Bar,
    Bars,
    Card,
    Cards,
    Cloud,
    CloudWord,
    LevelRow,
    Levels,
    Measure,
    Measures,
    Plot,
    PlotPoint,
    Spotlight,
)
from workshop.core.blocks.root import Block, Table, number, percent
from workshop.core.blocks.words import (
    Columns,
    Countdown,
    Cue,
    Empty,
    Flag,
    Heading,
    Image,
    Note,
    Options,
    Paragraph,
    Part,
    Quote,
    Run,
    Text,
    Theme,
    Tree,
)

__all__ = [
    "AnyBlock",
    "Bar",
    "Bars",
    "Block",
    "Blocks",
    "Card",
    "Cards",
    "Cloud",
    "CloudWord",
    "Columns",
    "Countdown",
    "Cue",
    "Empty",
    "Flag",
    "Heading",
    "Image",
    "LevelRow",
    "Levels",
    "Measure",
    "Measures",
    "Note",
    "Options",
    "Paragraph",
    "Part",
    "Plot",
    "PlotPoint",
    "Quote",
    "Run",
    "Spotlight",
    "Table",
    "Text",
    "Theme",
    "Tree",
    "number",
    "percent",
]

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
    | Spotlight
    | Cloud
    | Measures
    | Plot
    | Image
    | Flag
    | Table
    | Note
    | Empty
)
Blocks = tuple[AnyBlock, ...]
