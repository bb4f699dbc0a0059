"""Composing: a lead and what stands under it, as large as fits, else smaller, else on several pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from workshop.core.blocks import AnyBlock, Block, Blocks, Cards, Heading, Quote
from workshop.tui.type import Size

from .canvas import flatten
from .flow import Flow, height_of, paginate
from .grid import Grid, Screen
from .leads import Lead, Stand, draw_large, draw_small
from .look import Look
from .picture import Picture, stack
from .registry import draw_block
from .room import Room

_MOST_LARGE_PAGES = 4
_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[Blocks] = msgspec.msgpack.Decoder(Blocks)


@dataclass(frozen=True)
class Composition:
    """The pages; `whole` where everything fits on one and its lead is as large as it may be."""

    pages: tuple[Picture, ...]
    whole: bool


def compose(blocks: Blocks, width: int, height: int, grid: Grid, look: Look, ink: str = "") -> Composition:
    """The Blocks in `width` cells by `height` rows; what was composed lately is remembered.

    `ink` is the lead's colour where it has one of its own.
    """
    return _compose(_encoder.encode(blocks), width, max(1, height), grid, look, ink)


@lru_cache(maxsize=24)
def _compose(blocks: bytes, width: int, height: int, grid: Grid, look: Look, ink: str) -> Composition:
    lead, contents = _part(_decoder.decode(blocks))
    composer = _Composer(lead, contents, height, Stand(width, grid, look, ink))
    pages, whole = composer.compose()
    return Composition(tuple(flatten(page) for page in pages), whole)


def _part(blocks: Sequence[AnyBlock]) -> tuple[Lead | None, list[Block]]:
    """The first Heading or Quote, and everything else."""
    lead = next((block for block in blocks if isinstance(block, Heading | Quote)), None)
    return lead, [block for block in blocks if block is not lead]


@dataclass(frozen=True)
class _Composer:
    lead: Lead | None
    contents: list[Block]
    height: int
    stand: Stand

    @property
    def _quiet(self) -> bool:
        return isinstance(self.lead, Heading) and self.lead.quiet

    def compose(self) -> tuple[list[Picture], bool]:
        for size in self._ladder():
            flows = self._flows(size)
            page = self._one_page(flows, size) if flows is not None else None
            if page is not None:
                return [page[0]], page[1]
        return self._pages(), False

    def _ladder(self) -> list[Size | None]:
        if not self.contents:
            return [None]
        cards = any(isinstance(block, Cards) for block in self.contents)
        return [*self.stand.grid.sizes("cards" if cards else "body"), None]

    def _flows(self, size: Size | None) -> list[Flow] | None:
        room = Room(self.stand.width, size, self.stand.grid, self.stand.look)
        drawn = [draw_block(block, room) for block in self.contents]
        if any(flows is None for flows in drawn):
            return None
        return [flow for flows in drawn if flows for flow in flows]

    def _one_page(self, flows: list[Flow], size: Size | None) -> tuple[Picture, bool] | None:
        """Everything on one page, and whether the lead is in big type; None where it does not fit."""
        content = height_of(flows) if flows else 0
        free = self.height - content
        if free < 0:
            return None
        if self.lead is None:
            return stack(paginate(flows, self.height)), True
        air = self.stand.grid.air if flows else 0
        for gap in dict.fromkeys((air, air // 2, 0)):
            if large := draw_large(self.lead, self.stand, free - gap, size):
                return self._under(large, gap, flows), True
        return self._under_small(flows, free, size)

    def _under_small(self, flows: list[Flow], free: int, size: Size | None) -> tuple[Picture, bool] | None:
        if self.lead is None or (size is not None and not self._quiet):
            return None
        small = draw_small(self.lead, self.stand)
        gap = 1 if flows else 0
        if small.height + gap > free:
            return None
        return self._under(small, gap, flows), self._quiet or not self.stand.grid.big

    def _under(self, lead: Picture, gap: int, flows: list[Flow]) -> Picture:
        body = paginate(flows, self.height)[:1] if flows else []
        return stack([lead, *body], gap)

    def _pages(self) -> list[Picture]:
        """Pages of cell text, or of large cards where that does not take many; the lead on each if it is short."""
        lead = draw_small(self.lead, self.stand) if self.lead else Picture(0, 0)
        if lead.height * 2 > self.height:
            flows = [Flow(tuple(lead.split(1))), *(self._flows(None) or [])]
            return paginate(flows, self.height)
        if large := self._large_pages():
            return large
        pages = paginate(self._flows(None) or [], self.height - lead.height - 1)
        return [stack([lead, page], gap=1) for page in pages]

    def _large_pages(self) -> list[Picture] | None:
        if (
            self.stand.grid.screen < Screen.LARGE
            or not self.contents
            or not isinstance(self.contents[0], Cards)
        ):
            return None
        for size in self.stand.grid.sizes("cards"):
            flows = self._flows(size)
            lead = draw_large(self.lead, self.stand, self.height // 3) if self.lead else None
            below = self.height - (lead.height if lead else 0) - self.stand.grid.air
            pages = paginate(flows, below) if flows else []
            if 0 < len(pages) <= _MOST_LARGE_PAGES:
                return [stack([lead or Picture(0, 0), page], self.stand.grid.air) for page in pages]
        return None
