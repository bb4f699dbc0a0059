"""Flows: pieces that are never torn apart, packed into columns and pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .picture import Picture, layer


@dataclass(frozen=True)
class Flow:
    """Pieces in order. Each goes to the column that has most room; `gap` rows stand between two of them.

    The columns start every `pitch` cells. `title` stands above them on every page, never without a piece.
    `apart` is the rows between this flow and the one above it.
    """

    pieces: tuple[Picture, ...]
    columns: int = 1
    pitch: int = 0
    gap: int = 0
    title: Picture | None = None
    apart: int = 1


_Placed = tuple[Picture, int, int]
"""A piece, and the row and column where it stands."""


@dataclass
class _Pages:
    """The pages filled so far; on the last one every column is filled down to its `bottoms`."""

    height: int
    done: list[Picture] = field(default_factory=list)
    page: list[_Placed] = field(default_factory=list)
    bottoms: list[int] = field(default_factory=lambda: [0])

    def turn(self) -> None:
        self.done.append(_laid(self.page))
        self.page, self.bottoms = [], [0] * len(self.bottoms)

    def begin(self, flow: Flow) -> None:
        start = max(self.bottoms) + flow.apart if self.page else 0
        opening = sum(piece.height for piece in (flow.title, *flow.pieces[:1]) if piece)
        if self.page and start + opening > self.height:
            self.turn()
            start = 0
        if flow.title:
            self.page.append((flow.title, start, 0))
            start += flow.title.height
        self.bottoms = [start] * flow.columns

    def put(self, piece: Picture, flow: Flow, first: bool) -> None:
        row = min(self.bottoms)
        column = self.bottoms.index(row)
        if row + piece.height > self.height and self.page and not first:
            self.turn()
            self._repeat(flow, piece)
            column, row = 0, self.bottoms[0]
        self.page.append((piece, row, column * flow.pitch))
        self.bottoms[column] = row + piece.height + flow.gap

    def _repeat(self, flow: Flow, piece: Picture) -> None:
        """What goes on overleaf says again what it is, where there is room for that."""
        if flow.title and flow.title.height + piece.height <= self.height:
            self.page.append((flow.title, 0, 0))
            self.bottoms = [flow.title.height] * len(self.bottoms)


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


def _laid(page: list[_Placed]) -> Picture:
    """The page, of which nothing is drawn or moved unless it is looked at."""
    width = max((piece.width + column for piece, _, column in page), default=0)
    height = max((piece.height + row for piece, row, _ in page), default=0)
    return Picture(
        width, height, lambda: layer(piece.moved(row, column) for piece, row, column in page).strips
    )


def height_of(flows: Sequence[Flow]) -> int:
    """The rows that the flows take on one page of any height."""
    return paginate(flows, 1_000_000)[0].height if flows else 0


def _splittable(flow: Flow, height: int) -> Sequence[Picture]:
    most = max(1, height - (flow.title.height if flow.title else 0))
    if all(piece.height <= most for piece in flow.pieces):
        return flow.pieces
    return [part for piece in flow.pieces for part in piece.split(most)]
