"""Flows: pieces that are never torn apart, packed into columns and pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .picture import Picture, layer, stack


@dataclass(frozen=True)
class Flow:
    """Pieces in order. Each goes to the column that has most room; `gap` rows stand between two of them.

    The columns start every `pitch` cells. `title` stands above them and keeps together with the first piece.
    `apart` is the rows between this flow and the one above it.
    """

    pieces: tuple[Picture, ...]
    columns: int = 1
    pitch: int = 0
    gap: int = 0
    title: Picture | None = None
    apart: int = 1


@dataclass
class _Pages:
    """The pages filled so far; on the last one every column is filled down to its `bottoms`."""

    height: int
    done: list[Picture] = field(default_factory=list)
    page: list[Picture] = field(default_factory=list)
    bottoms: list[int] = field(default_factory=lambda: [0])

    def turn(self) -> None:
        self.done.append(layer(self.page))
        self.page, self.bottoms = [], [0] * len(self.bottoms)

    def begin(self, flow: Flow) -> None:
        start = max(self.bottoms) + flow.apart if self.page else 0
        opening = stack([flow.title, *flow.pieces[:1]] if flow.title else flow.pieces[:1])
        if self.page and start + opening.height > self.height:
            self.turn()
            start = 0
        if flow.title:
            self.page.append(flow.title.moved(start))
            start += flow.title.height
        self.bottoms = [start] * flow.columns

    def put(self, piece: Picture, flow: Flow, first: bool) -> None:
        column = min(range(flow.columns), key=lambda number: self.bottoms[number])
        row = self.bottoms[column]
        if row + piece.height > self.height and self.page and not first:
            self.turn()
            column, row = 0, 0
        self.page.append(piece.moved(row, column * flow.pitch))
        self.bottoms[column] = row + piece.height + flow.gap


def paginate(flows: Sequence[Flow], height: int) -> list[Picture]:
    """The flows under one another on pages of at most `height` rows; a higher piece goes on overleaf."""
    pages = _Pages(max(1, height))
    for flow in flows:
        pieces = _splittable(flow, pages.height)
        if not pieces:
            continue
        pages.begin(flow)
        for number, piece in enumerate(pieces):
            pages.put(piece, flow, first=number == 0)
        pages.bottoms = [max(bottom - flow.gap, 0) for bottom in pages.bottoms]
    if pages.page or not pages.done:
        pages.turn()
    return pages.done


def height_of(flows: Sequence[Flow]) -> int:
    """The rows that the flows take on one page of any height."""
    return paginate(flows, 1_000_000)[0].height if flows else 0


def _splittable(flow: Flow, height: int) -> list[Picture]:
    most = max(1, height - (flow.title.height if flow.title else 0))
    return [part for piece in flow.pieces for part in piece.split(most)]
