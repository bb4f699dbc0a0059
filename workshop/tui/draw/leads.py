"""The lead of a screen: its headline or quotation, as large as its room allows."""

from dataclasses import dataclass, replace

from workshop.core.blocks import Heading, Quote
from workshop.tui.type import Setting, Size

from .grid import Grid, Screen, Sizes
from .ink import large, paint, set_large, spell, write
from .look import Look
from .picture import NOTHING, Picture, stack

Lead = Heading | Quote
_MARKS = {"nb": "«{}»", "en": "“{}”"}


@dataclass(frozen=True)
class Stand:
    """Where a lead stands: `width` cells in a grid and a look.

    `ink` is its colour where it has one of its own. `barred`: the short accent bar stands above it, `lift`
    rows from the top. `tight`: its lines stand as close as they may, as something follows at once.
    """

    width: int
    grid: Grid
    look: Look
    ink: str = ""
    barred: bool = True
    lift: int = 0
    tight: bool = False


def draw_large(
    lead: Lead, stand: Stand, height: int, above: Size | None = None, steps: int = 0
) -> Picture | None:
    """The lead in the largest type that fits in `height` rows; None where none does.

    It is at least `steps` sizes larger than `above`, unless it is a quiet headline.
    """
    sizes = _sizes(lead, stand.grid, above, steps)
    if height <= 0 or not sizes:
        return None
    if isinstance(lead, Quote):
        return _quotation(lead, stand, height, sizes)
    return _barred(stand.look.say(lead.text), _ink(lead, stand), stand, height, sizes)


def draw_small(lead: Lead, stand: Stand) -> Picture:
    """The lead in cell text, as high as it must be."""
    look = stand.look
    if isinstance(lead, Heading):
        return write(look.say(lead.text), stand.width, look.style(_ink(lead, stand)))
    width = stand.width - stand.grid.bar
    source = _by_small(lead, replace(stand, width=width))
    words = write(quoted(lead, look), width, look.style(look.palette.ink))
    return stack([_bar(stand), words, source], gap=1).moved(right=stand.grid.bar)


def quoted(quote: Quote, look: Look) -> str:
    """The quotation in the marks of the room's language."""
    return in_marks(look.say(quote.text), look)


def in_marks(text: str, look: Look) -> str:
    """The text in quotation marks."""
    return _MARKS.get(look.language.tag, _MARKS["en"]).format(text)


def is_quiet(lead: Lead | None) -> bool:
    """Whether results stand under the lead."""
    return isinstance(lead, Heading) and lead.quiet


def _ink(heading: Heading, stand: Stand) -> str:
    return stand.ink or (stand.look.palette.quiet if heading.quiet else stand.look.palette.ink)


def _sizes(lead: Lead, grid: Grid, above: Size | None, steps: int) -> Sizes:
    if is_quiet(lead):
        return grid.sizes("quiet")
    sizes = grid.sizes("quote" if isinstance(lead, Quote) else "question")
    return sizes if above is None else sizes[: max(0, sizes.index(above) + 1 - steps)]


def _quotation(quote: Quote, stand: Stand, height: int, sizes: Sizes) -> Picture | None:
    """The words and their source, set in from the margin; the source in cell text rather than the words."""
    indent = stand.grid.bar
    inner = Stand(stand.width - indent, stand.grid, stand.look, barred=stand.barred, lift=stand.lift)
    for source in (_by(quote, inner), _by_small(quote, inner)):
        rest = source.height + 1 if source.height else 0
        words = _barred(quoted(quote, stand.look), stand.look.palette.ink, inner, height - rest, sizes)
        if words:
            return stack([words, source], gap=1).moved(right=indent)
    return None


def _barred(text: str, ink: str, stand: Stand, height: int, sizes: Sizes) -> Picture | None:
    """The text under the accent bar, or without it where that costs too much of its size."""
    whole = set_large(text, stand.width, height, sizes)
    if whole is None:
        return None
    under = _under_bar(text, stand, height, sizes, whole)
    if under is None:
        pitch = whole.size.tight if stand.tight else whole.pitch
        return paint(replace(whole, pitch=pitch), ink, stand.look)
    return stack([_bar(stand).moved(stand.lift), paint(under, ink, stand.look)])


def _bar(stand: Stand) -> Picture:
    return spell(("▀" * stand.grid.bar, stand.look.style(stand.look.palette.accent, bold=False)))


def _under_bar(text: str, stand: Stand, height: int, sizes: Sizes, whole: Setting) -> Setting | None:
    """The text with the bar above it. On a small screen the bar may cost nothing, else one size."""
    if not stand.barred:
        return None
    place = sizes.index(whole.size)
    among = sizes[place : place + (2 if stand.grid.screen >= Screen.MEDIUM else 1)]
    return set_large(text, stand.width, height - 1 - stand.lift, among)


def _by(quote: Quote, stand: Stand) -> Picture:
    """Who said it, in type where it fits on a line or two, and under it where that comes from."""
    look, quiet = stand.look, stand.look.palette.quiet
    lines = _source(quote, look)
    name = large(look.line(quote.by), quiet, stand.width, 11, stand.grid.sizes("by"), look)
    rest = [write(line, stand.width, look.style(quiet)) for line in lines[int(bool(name)) :]]
    return stack([name or NOTHING, *rest])


def _by_small(quote: Quote, stand: Stand) -> Picture:
    quiet = stand.look.style(stand.look.palette.quiet)
    return stack(write(line, stand.width, quiet) for line in _source(quote, stand.look))


def _source(quote: Quote, look: Look) -> list[str]:
    return [line for line in map(look.line, (quote.by, quote.context)) if line]
