"""The ways in: the codes of Wi-Fi and room, the addresses with what phones can do there, and what to try."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len

from workshop.core.phrases import Words, phrase
from workshop.core.wifi import Wifi
from workshop.room.runfile import address
from workshop.room.ways import Way, WaysIn
from workshop.tui import qr

from .canvas import Canvas, Frame
from .grid import Grid, Screen, grid_of
from .ink import spell, tick, write
from .join import picture_of, unreachable
from .look import Look
from .note import Turn, page_of
from .picture import NOTHING, Picture, layer, stack

MOST = 9
"""Addresses that a digit can choose."""
_NARROWEST = 36  # cells that addresses and advice take at least beside a code
_ONE_LINE = 70  # cells from which an address and its reason stand on one line
_REASON = 20  # cells before the reason there
_DOT = " · "

Block = Callable[[int], Picture]
"""Draws something in so many cells."""


@dataclass(frozen=True)
class Ways:
    """What is known of the ways in. `wifi` and `known` come from the hub, a moment after the sheet is there.

    `alone`: no phone has come for a while. `hints` are what to try, each with commands that help.
    """

    join_url: str
    wifi: Wifi | None = None
    known: WaysIn | None = None
    hints: tuple[tuple[Words, tuple[str, ...]], ...] = ()
    reached: bool = False
    alone: bool = False
    silent: bool = False
    news: str = ""

    @property
    def choices(self) -> list[Way]:
        """The addresses that a digit chooses, from 1 on."""
        if self.known is None or self.known.bound:
            return []
        return [way for way in self.known.ways if way.net != "loopback"][:MOST]


@dataclass(frozen=True)
class _Code:
    """A code, what is to be done with it, and what stands with it for those who cannot scan."""

    text: str
    does: str
    words: Block


@dataclass(frozen=True)
class WaysFrame(Frame):
    """A page of the sheet; on those with the addresses a digit chooses."""

    choosing: bool = False


class _Page(NamedTuple):
    picture: Picture
    choosing: bool = False


def draw_ways(ways: Ways, size: tuple[int, int], look: Look, page: int = 0) -> WaysFrame:
    """The sheet on so many columns and rows, on as many pages as it takes."""
    grid = grid_of(*size, look.mode, look.plain)
    sheet = _Sheet(ways, grid, look)
    pages = sheet.pages()
    page = max(0, min(page, len(pages) - 1))
    canvas, choosing = Canvas(*size, look.paper), pages[page].choosing and len(ways.choices) > 1
    canvas.draw(pages[page].picture)
    canvas.draw(sheet.foot(page, len(pages), choosing=choosing), sheet.last, grid.margin)
    return WaysFrame(canvas.rows(), len(pages), page, choosing)


@dataclass(frozen=True)
class _Sheet:
    ways: Ways
    grid: Grid
    look: Look

    @property
    def last(self) -> int:
        """The row of the keys."""
        return self.grid.height - 1 - self.grid.foot

    @property
    def roomy(self) -> bool:
        return self.grid.screen >= Screen.MEDIUM

    def pages(self) -> list[_Page]:
        """Each as high as what stands on it."""
        codes = [code for code in (self._wifi(), self._join()) if code]
        advice: list[Block] = [self._addresses, self._hints]
        rest = advice[::-1] if self.ways.alone else advice
        if self.roomy and len(codes) == 2 and all(self._fits(code) for code in codes):
            first, rest = self._abreast(codes, rest)
            return [first, *self._leaves(rest)]
        pages = [self._beside(code, [])[0] for code in codes[:-1]]
        page, rest = self._beside(codes[-1], rest)
        return [*pages, page, *self._leaves(rest)]

    def foot(self, page: int, pages: int, *, choosing: bool) -> Picture:
        """The keys, as many as there is room for."""
        look, width, choices = self.look, self.grid.inner, len(self.ways.choices)
        parts = [
            look.text("Any other key goes back"),
            look.text("← → turn the page") if pages > 1 else "",
            look.text("1–{n} choose an address", n=choices) if choosing else "",
            page_of(Turn(page), pages, look),
        ]
        said = ""
        for part in filter(None, parts):
            longer = f"{part}{_DOT}{said}" if said else part
            said = longer if cell_len(longer) <= width else said
        return write(said, width, look.style(look.palette.quiet, bold=False))

    def _wifi(self) -> _Code | None:
        wifi = self.ways.wifi
        return _Code(wifi.code, "First, join the Wi-Fi", self._network) if wifi else None

    def _join(self) -> _Code:
        alone = "Scan the code, or type the address in your phone's browser"
        return _Code(self.ways.join_url, "Then scan this" if self.ways.wifi else alone, self._room)

    def _network(self, width: int) -> Picture:
        look, wifi = self.look, self.ways.wifi
        assert wifi is not None
        ink, quiet = look.style(look.palette.ink), look.style(look.palette.quiet, bold=False)
        key = look.text("Password: {password}", password=wifi.password) if wifi.password else ""
        lines = [look.text("Wi-Fi: {name}", name=look.line(wifi.name)), key]
        said = [write(line, width, ink) for line in lines if line]
        return stack([*said, NOTHING if key else write(look.text("no password"), width, quiet)])

    def _room(self, width: int) -> Picture:
        look, url = self.look, self.ways.join_url
        typed = write(address(url), width, look.style(look.palette.ink))
        if unreachable(url):
            said, ink = "No phone can reach this computer yet", look.palette.late
        elif self.ways.reached:
            said, ink = "The first phone is in: the room can join", look.palette.accent
        else:
            return typed
        mark = tick(look) if ink == look.palette.accent else ""
        return stack([typed, write(f"{mark}{look.text(said)}", width, look.style(ink))])

    def _addresses(self, width: int) -> Picture:
        look, known = self.look, self.ways.known
        quiet = look.style(look.palette.quiet)
        if known is None:
            said = "The addresses are with the hub, which does not answer." if self.ways.silent else ""
            return write(look.text(said), width, quiet) if said else NOTHING
        head = "The room was started with --host, which fixes its address." if known.bound else "Addresses"
        choices = self.ways.choices
        ways = [way for way in known.ways if way.net != "loopback"] or known.ways
        rows = [self._way(way, choices.index(way) + 1 if way in choices else 0, width) for way in ways]
        return stack([write(look.text(head), width, quiet), *rows])

    def _way(self, way: Way, number: int, width: int) -> Picture:
        """An address with its digit, and why phones can reach it or not; the one in the code has a bar."""
        look, palette = self.look, self.look.palette
        here = self.ways.known is not None and way.address == self.ways.known.current
        ink = palette.accent if here else palette.ink if way.usable else palette.quiet
        why = look.line(phrase("{why}. In the code now.", why=way.why) if here else way.why)
        parts = [
            spell((str(number) if number else "", look.style(palette.accent))).moved(right=2),
            spell((look.line(way.address), look.style(ink, bold=here or way.usable))).moved(right=4),
        ]
        reason = look.style(ink if here else palette.quiet, bold=False)
        if width >= _ONE_LINE:
            parts.append(write(why, width - _REASON, reason).moved(right=_REASON))
        else:
            parts.append(write(why, width - 4, reason).moved(down=1, right=4))
        bar = spell(("▌" if here else "", look.style(palette.accent)))
        return layer([bar, *parts])

    def _hints(self, width: int) -> Picture:
        look = self.look
        head = "No phone yet? What to try:" if self.ways.alone else "If no phone comes in:"
        ink = look.palette.late if self.ways.alone else look.palette.quiet
        rows = [write(look.text(head), width, look.style(ink))]
        for hint, commands in self.ways.hints:
            rows.append(self._point(look.line(hint), width))
            command = look.style(look.palette.ink)
            rows += [write(look.line(line), width - 4, command).moved(right=4) for line in commands]
        return stack(rows)

    def _point(self, text: str, width: int) -> Picture:
        quiet = self.look.style(self.look.palette.quiet, bold=False)
        return layer([spell(("–", quiet)).moved(right=2), write(text, width - 4, quiet).moved(right=4)])

    def _fits(self, code: _Code) -> bool:
        width, height = qr.size(code.text)
        return width <= self.grid.inner // 2 and self._label + 1 + height + 3 < self.last

    @property
    def _label(self) -> int:
        """The row above codes that stand abreast."""
        return self.grid.top

    def _abreast(self, codes: Sequence[_Code], rest: list[Block]) -> tuple[_Page, list[Block]]:
        """Both codes, the Wi-Fi's at the left, and under them what there is room for."""
        grid, below = self.grid, 0
        parts = [self._title(grid.inner).moved(right=grid.margin)]
        for code, left in zip(codes, (True, False), strict=True):
            width, height = qr.size(code.text)
            column = grid.margin if left else grid.right - width
            label = self._doing(code, width)
            words, top = code.words(width), self._label + label.height
            parts += [
                label.moved(self._label, column),
                picture_of(code.text).moved(top, column),
                words.moved(top + height, column),
            ]
            below = max(below, top + height + words.height + 1)
        placed, left_over = self._placed(rest, grid.inner, below)
        picture = layer([*parts, *(block.moved(right=grid.margin) for block in placed)])
        return _Page(picture, self._addresses not in left_over), left_over

    def _beside(self, code: _Code, rest: list[Block]) -> tuple[_Page, list[Block]]:
        """A code at the right, whole or not at all, and at its left what there is room for."""
        grid = self.grid
        double = grid.screen == Screen.LARGE and qr.size(code.text, double=True)[1] <= self.last - grid.top
        width, height = qr.size(code.text, double)
        margin = grid.margin if self.roomy else 0
        shown = height <= self.last and width + margin + 20 + grid.gap <= grid.width
        column = grid.width - margin - width
        top = max(0, min(grid.top if self.roomy else 1, self.last - height))
        room = column - grid.gap - grid.margin if shown else grid.inner
        said = stack([self._title(room), self._doing(code, room), code.words(room)], gap=1)
        said = said.moved(right=grid.margin)
        placed, left_over = self._placed(rest, room, said.height + 1) if room >= _NARROWEST else ([], rest)
        drawn = picture_of(code.text, double).moved(top, column) if shown else NOTHING
        picture = layer([drawn, said, *(block.moved(right=grid.margin) for block in placed)])
        return _Page(picture, self._addresses in rest and self._addresses not in left_over), left_over

    def _leaves(self, rest: Sequence[Block]) -> list[_Page]:
        """Pages without a code."""
        grid = self.grid
        title = self._title(grid.inner).moved(right=grid.margin)
        top = title.height + 1
        pages: list[_Page] = []
        below = grid.height
        for block in rest:
            for part in filter(_is_there, block(grid.inner).split(max(1, self.last - 1 - top))):
                if not pages or below + part.height >= self.last:
                    pages.append(_Page(title))
                    below = top
                picture = layer([pages[-1].picture, part.moved(below, grid.margin)])
                pages[-1] = _Page(picture, pages[-1].choosing or block == self._addresses)
                below += part.height + 1
        return pages

    def _placed(self, rest: list[Block], width: int, top: int) -> tuple[list[Picture], list[Block]]:
        """Of the blocks those that fit from the row `top` on, one under another, and those that do not."""
        placed: list[Picture] = []
        for number, block in enumerate(rest):
            picture = block(width)
            if top + picture.height >= self.last:
                return placed, rest[number:]
            placed.append(picture.moved(top))
            top += picture.height + 1
        return placed, []

    def _title(self, width: int) -> Picture:
        look = self.look
        said = look.text("Ways in") + (f"{_DOT}{look.line(self.ways.news)}" if self.ways.news else "")
        return write(said, width, look.style(look.palette.accent)).moved(self.grid.status)

    def _doing(self, code: _Code, width: int) -> Picture:
        return write(self.look.text(code.does), width, self.look.style(self.look.palette.ink))


def _is_there(picture: Picture) -> bool:
    return picture.height > 0
