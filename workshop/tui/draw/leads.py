"""The lead of a screen: its headline or quotation, as large as its room allows."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop.core.blocks import Heading, Quote
from workshop.tui.type import Size, fit

from .grid import Grid, Sizes
from .ink import paint, spell, write
from .look import Look
from .picture import Picture, stack

Lead = Heading | Quote
_MARKS = {"nb": "«{}»", "en": "“{}”"}


@dataclass(frozen=True)
class Stand:
    """Where a lead stands: `width` cells in a grid and a look; `ink` is its colour where it has one of its own."""

    width: int
    grid: Grid
    look: Look
    ink: str = ""


def draw_large(lead: Lead, stand: Stand, height: int, above: Size | None = None) -> Picture | None:
    """The lead in the largest type that fits in `height` rows and is larger than `above`; None where none does."""
    sizes = _sizes(lead, stand.grid, above)
    if height <= 0 or not sizes:
        return None
    if isinstance(lead, Quote):
        return _quotation(lead, stand, height, sizes)
    return _headline(lead, stand, height, sizes)


def draw_small(lead: Lead, stand: Stand) -> Picture:
    """The lead in cell text, as high as it must be."""
    palette, look = stand.look.palette, stand.look
    if isinstance(lead, Heading):
        ink = stand.ink or (palette.quiet if lead.quiet else palette.ink)
        return write(look.say(lead.text), stand.width, look.style(ink))
    source = [write(line, stand.width, look.style(palette.quiet)) for line in _source(lead, look)]
    return stack([write(quoted(lead, look), stand.width, look.style(palette.ink)), stack(source)], gap=1)


def quoted(quote: Quote, look: Look) -> str:
    """The quotation in the marks of the room's language."""
    return _MARKS.get(look.language.tag, _MARKS["en"]).format(look.say(quote.text))


def bar(grid: Grid, look: Look) -> Picture:
    """The short accent bar that stands above a headline."""
    return spell(("▀" * grid.bar, look.style(look.palette.accent, bold=False)))


def _sizes(lead: Lead, grid: Grid, above: Size | None) -> Sizes:
    role = "quote" if isinstance(lead, Quote) else "quiet" if lead.quiet else "question"
    sizes = grid.sizes(role)
    if above is None or role == "quiet" or above not in sizes:
        return sizes
    return sizes[: sizes.index(above)]


def _headline(heading: Heading, stand: Stand, height: int, sizes: Sizes) -> Picture | None:
    palette = stand.look.palette
    ink = stand.ink or (palette.quiet if heading.quiet else palette.ink)
    text = stand.look.say(heading.text)
    return _under_bar(
        lambda rows, among: _set(text, stand, rows, among, ink), height, sizes, stand, heading.quiet
    )


def _under_bar(
    set_in: Callable[[int, Sizes], tuple[Picture, Size] | None],
    height: int,
    sizes: Sizes,
    stand: Stand,
    quiet: bool,
) -> Picture | None:
    """What `set_in` gives, under the accent bar unless that would cost a size."""
    whole = set_in(height, sizes)
    if whole is None or quiet:
        return whole[0] if whole else None
    lower = set_in(height - 1, (whole[1],))
    return stack([bar(stand.grid, stand.look), lower[0]]) if lower else whole[0]


def _set(text: str, stand: Stand, height: int, sizes: Sizes, ink: str) -> tuple[Picture, Size] | None:
    setting = fit(text, stand.width, height, sizes)
    return (paint(setting, ink, stand.look), setting.size) if setting else None


def _quotation(quote: Quote, stand: Stand, height: int, sizes: Sizes) -> Picture | None:
    indent = stand.grid.bar
    inner = Stand(stand.width - indent, stand.grid, stand.look)
    source = _by(quote, inner)
    rest = source.height + (1 if source.height else 0)
    ink = stand.look.palette.ink
    text = quoted(quote, stand.look)
    words = _under_bar(
        lambda rows, among: _set(text, inner, rows, among, ink), height - rest, sizes, inner, False
    )
    return stack([words, source], gap=1).moved(right=indent) if words else None


def _by(quote: Quote, stand: Stand) -> Picture:
    """Who said it, in type where it fits on a line or two, and under it where that comes from."""
    look, quiet = stand.look, stand.look.palette.quiet
    lines = _source(quote, look)
    if not lines:
        return Picture(0, 0)
    setting = fit(lines[0], stand.width, 11, stand.grid.sizes("by")) if quote.by else None
    if setting is None:
        return stack(write(line, stand.width, look.style(quiet)) for line in lines)
    context = [write(line, stand.width, look.style(quiet)) for line in lines[1:]]
    return stack([paint(setting, quiet, look), *context])


def _source(quote: Quote, look: Look) -> list[str]:
    return [line for line in map(look.line, (quote.by, quote.context)) if line]
