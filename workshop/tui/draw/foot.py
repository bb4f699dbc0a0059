"""The foot of a step's screen: turnout or note, and the timer under it."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.room.runfile import address

from .compose import Composition, compose
from .grid import Screen, Sizes
from .ink import spell
from .join import draw_promise, has_caption
from .note import beside_last_row, draw_note, page_of
from .picture import NOTHING, Picture, stack
from .step import Step
from .timer import draw_timer, draw_words, words_at
from .turnout import draw_turnout


@dataclass(frozen=True)
class Foot:
    """The picture and its first row; `timed` is the row from which on only the clock stands there."""

    picture: Picture
    row: int
    timed: int


def draw_foot(step: Step, clock: Sizes, page: str = "") -> Foot:
    """The foot, the clock's figures at one of `clock` (none: cell text); `page` says which page this is."""
    told, timed = _told(step, page), _timed(step, clock)
    air = int(step.grid.screen > Screen.TINY)
    picture = stack([told, timed], gap=air)
    bottom = step.grid.height - (step.grid.foot if _ends_in_words(picture) else 0)
    return Foot(picture, bottom - picture.height, bottom - timed.height)


def _ends_in_words(picture: Picture) -> bool:
    """Whether cell text stands on the last row; large type keeps a free row below it by itself."""
    last = (strip for strip in picture.strips if strip.row == picture.height - 1)
    return any(letter.isalnum() for strip in last for segment in strip.segments for letter in segment.text)


def choose_foot(step: Step) -> tuple[Sizes, Composition]:
    """The largest clock that leaves the step its large type, and the step composed above it."""
    chosen: tuple[Sizes, Composition] | None = None
    for clock in _clocks(step):
        composed = _compose(step, clock)
        if chosen is None or composed.whole or len(composed.pages) < len(chosen[1].pages):
            chosen = clock, composed
        if composed.whole:
            break
    return chosen or ((), _compose(step, ()))


def _clocks(step: Step) -> Iterator[Sizes]:
    """What the clock's figures may be, from the largest; beside the code there is less room for them."""
    sizes = step.grid.sizes("timer") if step.timer else ()
    if step.code:
        sizes = sizes[1:][-1:]
    yield from ((size,) for size in sizes)
    yield ()


def _compose(step: Step, clock: Sizes) -> Composition:
    composed = compose(step.body, step.stand, _height(step, clock, ""))
    if len(composed.pages) == 1:
        return composed
    page = page_of(step.turn._replace(page=0), len(composed.pages), step.look)
    paged = compose(step.body, step.stand, _height(step, clock, page))
    # A note in cell text, to leave the page its place, can be so much lower that there is no need for pages.
    return paged if len(paged.pages) > 1 else composed


def _height(step: Step, clock: Sizes, page: str) -> int:
    foot = draw_foot(step, clock, page)
    air = int(step.grid.screen > Screen.TINY and foot.picture.height > 0)
    return foot.row - step.top - air


def _told(step: Step, page: str) -> Picture:
    look = step.look
    if not step.asking:
        return draw_note(step.snapshot.blocks, step.width, step.grid, look, page)
    turnout = draw_turnout(step.snapshot, step.width, step.grid, look)
    if step.code and not has_caption(step.code, step.grid):
        turnout = stack([turnout, draw_promise(look)])
    turn = spell((page, look.style(look.palette.quiet)))
    return beside_last_row(turnout, turn, step.width) if page else turnout


def _timed(step: Step, clock: Sizes) -> Picture:
    look, grid = step.look, step.grid
    if step.timer is None:
        if not step.cue:
            return NOTHING
        return draw_words(step.cue, step.width, 6, grid.sizes("words"), look)
    words = words_at(step.timer, step.cue, look, writing=step.snapshot.open)
    return draw_timer(step.timer, words, _widths(step), clock, grid, look)


def _widths(step: Step) -> tuple[int, int]:
    """Cells for the timer's line and for its figures and words.

    The line runs under the code where there is room; at the least the address shares the last row.
    """
    inner = step.grid.inner
    if step.code is None or has_caption(step.code, step.grid):
        return inner, inner
    return step.width, inner - len(address(step.snapshot.join_url)) - 2
