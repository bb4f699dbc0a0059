"""Composing: a lead and what stands under it, as large as fits, else smaller, else on several pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import msgspec

from workshop.core.blocks import AnyBlock, Block, Blocks, Cards, Columns, Heading, Quote, Text, Tree
from workshop.tui.type import Size

from .canvas import flatten
from .flow import Flow, height_of, paginate
from .grid import Screen
from .leads import Lead, Stand, draw_large, draw_small, is_quiet
from .picture import NOTHING, Picture, stack
from .registry import CHARTS, FILLING, draw_blocks
from .room import Room

MOST_LARGE_PAGES = 4
"""Cards stay in large type on a large screen as long as they take no more pages than this."""

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[Blocks] = msgspec.msgpack.Decoder(Blocks)


@dataclass(frozen=True)
class Composition:
    """The pages; `whole` where everything stands on one and nothing of it had to give up its large type."""

    pages: tuple[Picture, ...]
    whole: bool
    _flat: dict[int, Picture] = field(default_factory=dict, compare=False)

    def page(self, number: int) -> Picture:
        """A page without what lies hidden on it."""
        if number not in self._flat:
            self._flat[number] = flatten(self.pages[number])
        return self._flat[number]


def compose(blocks: Blocks, stand: Stand, height: int) -> Composition:
    """The Blocks in `height` rows; what was composed lately is remembered."""
    return _compose(_encoder.encode(blocks), stand, max(1, height))


@lru_cache(maxsize=24)
def _compose(encoded: bytes, stand: Stand, height: int) -> Composition:
    blocks = _decoded(encoded)
    lead = next((block for block in blocks if isinstance(block, Heading | Quote)), None)
    contents = [block for block in blocks if block is not lead]
    return _Composer(lead, contents, stand, height).compose()


@lru_cache(maxsize=4)
def _decoded(encoded: bytes) -> Blocks:
    """The same Blocks again, so that what is remembered of one at one height is found at the next."""
    return _decoder.decode(encoded)


@dataclass(frozen=True)
class _Composer:
    lead: Lead | None
    contents: Sequence[AnyBlock]
    stand: Stand
    height: int

    def compose(self) -> Composition:
        if self._holds(*FILLING):
            return self._filled()
        return self._peers() or self._laddered() or self._charted() or self._small()

    def _small(self) -> Composition:
        return Composition(self._small_pages(), whole=False)

    def _charted(self) -> Composition | None:
        """A chart as large as it goes, and overleaf the cards that there was no room for under it."""
        if not (self._holds(*CHARTS) and self._holds(Cards)):
            return None
        cards = [block for block in self.contents if isinstance(block, Cards)]
        others = [block for block in self.contents if not isinstance(block, Cards)]
        chart, wall = replace(self, contents=others).compose(), replace(self, contents=cards)._small()
        return Composition((*chart.pages, *wall.pages), whole=chart.whole)

    def _peers(self) -> Composition | None:
        """Results and question both in large type: rather both smaller than one of them small."""
        if self.lead is None or not is_quiet(self.lead) or self._may_turn:
            return None
        for size in self._ladder():
            flows = self._flows(size) if size else None
            free = self.height - height_of(flows) if flows else -1
            if flows and free >= 0 and (composed := self._under_large(self.lead, flows, free, size)):
                return composed
        return None

    def _laddered(self) -> Composition | None:
        for size, tight in self._rungs():
            flows = self._flows(size, tight=tight)
            if flows is None:
                continue
            composed = self._one_page(flows, size) or self._few_large_pages(flows, size)
            if composed:
                return composed
        return None

    def _holds(self, *kinds: type[Block]) -> bool:
        return any(isinstance(block, kinds) for block in self.contents)

    def _ladder(self) -> tuple[Size | None, ...]:
        """The sizes to try for what stands under the lead; None is cell text."""
        if not self.contents:
            return (None,)
        return (*self.stand.grid.sizes("cards" if self._holds(Cards) else "body"), None)

    def _rungs(self) -> Iterator[tuple[Size | None, bool]]:
        """The sizes, and whether charts are drawn tight: before cell text and before several pages of it."""
        *large, small = self._ladder()
        for sizes in (large, [small]):
            yield from ((size, False) for size in sizes)
            if self._holds(*CHARTS):
                yield from ((size, True) for size in sizes)

    @property
    def _may_turn(self) -> bool:
        """Whether large type may take several pages."""
        return self.stand.grid.screen >= Screen.LARGE and self._holds(Cards)

    @property
    def _steps(self) -> int:
        """Sizes that the lead must be larger than what stands under it, to be told from it."""
        if self._holds(Columns, Tree) or (self.lead is not None and is_quiet(self.lead)):
            return 0
        return 2 if self._holds(Text) else 1

    def _flows(self, size: Size | None, *, tight: bool = False) -> list[Flow] | None:
        pages = MOST_LARGE_PAGES if self._may_turn else 1
        return self._drawn(size, pages * self.height, self.contents, tight=tight)

    def _drawn(
        self, size: Size | None, rows: int, blocks: Sequence[AnyBlock], *, tight: bool = False
    ) -> list[Flow] | None:
        room = Room(self.stand.width, size, rows, self.stand.grid, self.stand.look, tight)
        return draw_blocks(blocks, room)

    def _one_page(self, flows: list[Flow], size: Size | None) -> Composition | None:
        free = self.height - height_of(flows)
        if free < 0:
            return None
        if self.lead is None:
            return Composition((stack(paginate(_loosened(flows, free), self.height)),), whole=True)
        return self._under_large(self.lead, flows, free, size) or self._under_small(
            self.lead, flows, free, size
        )

    def _under_large(self, lead: Lead, flows: list[Flow], free: int, size: Size | None) -> Composition | None:
        barred = self.stand.barred and not is_quiet(lead) and not self._holds(Columns, Tree)
        for gap in self._gaps(flows):
            stand = replace(self.stand, barred=barred, tight=bool(flows) and gap == 0)
            if large := draw_large(lead, stand, free - gap, size, self._steps):
                return Composition((self._page(large, flows, gap),), whole=True)
        return None

    def _under_small(self, lead: Lead, flows: list[Flow], free: int, size: Size | None) -> Composition | None:
        if size is not None and not is_quiet(lead):
            return None
        small, gap = draw_small(lead, self.stand), int(bool(flows))
        if small.height + gap > free:
            return None
        return Composition((self._page(small, flows, gap),), whole=is_quiet(lead) or not self.stand.grid.big)

    def _gaps(self, flows: list[Flow]) -> tuple[int, ...]:
        """Rows between the lead and the rest, from the airiest to the closest."""
        air = self.stand.grid.air if flows else 0
        return tuple(dict.fromkeys((air, air // 2, 0)))

    def _page(self, lead: Picture, flows: list[Flow], gap: int) -> Picture:
        if not flows:
            return lead
        free = self.height - lead.height - gap - height_of(flows)
        return stack([lead, *paginate(_loosened(flows, free), self.height)], gap)

    def _few_large_pages(self, flows: list[Flow], size: Size | None) -> Composition | None:
        """Pages of large cards, where they are few."""
        if size is None or not self._may_turn:
            return None
        lead = self._head(self.height // 4)
        pages = _below(lead, flows, self.height, self.stand.grid.air)
        return Composition(pages, whole=True) if len(pages) <= MOST_LARGE_PAGES else None

    def _filled(self) -> Composition:
        """Under the lead what fills the rest of the page, and overleaf what it has no room for there."""
        lead = self._head(self.height // 3)
        gap = self.stand.grid.air if lead.height else 0
        rows = self.height if self._fills_pages(lead) else self.height - lead.height - gap
        others = [block for block in self.contents if not isinstance(block, FILLING)]
        taken = height_of(self._drawn(None, rows, others) or [])
        left = max(rows // 2, rows - taken - int(taken > 0))
        pages = self._pages(lead, self._drawn(None, left, self.contents) or [], gap)
        return Composition(pages, whole=len(pages) == 1)

    def _head(self, height: int) -> Picture:
        """The lead above pages."""
        if self.lead is None:
            return NOTHING
        stand = replace(self.stand, barred=self.stand.barred and not is_quiet(self.lead))
        return draw_large(self.lead, stand, height) or draw_small(self.lead, stand)

    def _small_pages(self) -> tuple[Picture, ...]:
        """Pages of cell text under the lead."""
        lead = draw_small(self.lead, self.stand) if self.lead else NOTHING
        flows = self._flows(None, tight=self._holds(*CHARTS)) or self._flows(None) or []
        return self._pages(lead, flows, 1)

    def _pages(self, lead: Picture, flows: list[Flow], gap: int) -> tuple[Picture, ...]:
        """The flows on pages, each under the lead unless that is long itself."""
        if self._fills_pages(lead):
            return tuple(paginate([Flow(tuple(lead.split(1))), *flows], self.height))
        return _below(lead, flows, self.height, gap)

    def _fills_pages(self, lead: Picture) -> bool:
        """Whether the lead takes so much that nothing can stand under it."""
        return 2 * lead.height > self.height


def _below(lead: Picture, flows: list[Flow], height: int, gap: int) -> tuple[Picture, ...]:
    free = height - lead.height - gap if lead.height else height
    return tuple(stack([lead, page], gap) for page in paginate(flows, free))


def _loosened(flows: list[Flow], free: int) -> list[Flow]:
    """The flows with a row between pieces that touch, as far as `free` rows go."""
    loosened = []
    for flow in flows:
        wanted = len(flow.pieces) - 1 if flow.gap == 0 and flow.columns == 1 else 0
        loosened.append(replace(flow, gap=1) if 0 < wanted <= free else flow)
        free -= wanted if 0 < wanted <= free else 0
    return loosened
