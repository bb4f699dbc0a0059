"""The offers while the workshop is behind: how time can be saved, each by one key."""

from rich.style import Style

from workshop.core.clock import of_day
from workshop.core.events import Shortened
from workshop.core.phrases import phrase
from workshop.room.agenda import Agenda
from workshop.room.catching import MINUTE, offers, reach, saves
from workshop.room.desk import Desk
from workshop.tui.draw.ink import spell
from workshop.tui.draw.leads import in_marks
from workshop.tui.draw.look import Look
from workshop.tui.draw.picture import NOTHING, Picture, layer, stack
from workshop.tui.type.lines import wrap

from .grid import DeskGrid
from .view import View
from .words import clip, labelled

_INDENT = 3
_ROWS = 2  # that an offer takes at most
_KEYS = {"spread": "1", "drop": "2", "borrow": "3"}
_SHORT = {"spread": phrase("spread it"), "drop": phrase("skip"), "borrow": phrase("from the pause")}


def draw_offers(view: View, width: int) -> Picture:
    """How much there is to catch up, and under it the keys that do."""
    if view.desk is None or not (found := offers(view.desk.agenda, view.now)):
        return NOTHING
    look, behind = view.look, view.behind or 0
    head = look.language.plural("Catch up {n} minute", "Catch up {n} minutes", behind).format(n=behind)
    lines = [_line(view, view.desk, offer, width - _INDENT) for offer in found]
    return stack([spell((head, look.style(look.palette.late))), *lines])


def draw_offers_in_a_row(view: View, grid: DeskGrid) -> Picture:
    """The same where there is a single row for it."""
    if view.desk is None or not (found := offers(view.desk.agenda, view.now)):
        return NOTHING
    look, quiet = view.look, _quiet(view.look)
    parts = [
        part
        for offer in found
        for part in ((_KEYS[offer.way], _key(look)), (f" {look.line(_SHORT[offer.way])}  ", quiet))
    ]
    return labelled(look.text("SAVE"), spell(*parts), grid.indent, look)


def _line(view: View, desk: Desk, offer: Shortened, width: int) -> Picture:
    look, won = view.look, round(saves(desk.agenda, offer, view.now) / MINUTE)
    short = won < (view.behind or 0) and offer.way != "borrow"
    said = [
        look.text("{offer}: {n} min", offer=words, n=won) if short else words
        for words in _said(desk, offer, look)
    ]
    rows = 1 if offer.way == "spread" else _ROWS
    fits = (words for words in said if len(wrap(words, width)) <= rows)
    words = clip(next(fits, said[-1]), width, _ROWS, look.style(look.palette.ink, bold=False))
    return layer([spell((_KEYS[offer.way], _key(look))), words.moved(right=_INDENT)])


def _said(desk: Desk, offer: Shortened, look: Look) -> list[str]:
    """What an offer does, in words; where there is no room for them, in those that come after."""
    plural, count = look.language.plural, len(offer.steps)
    match offer.way:
        case "spread":
            return [_spread(desk.agenda, offer, look), look.text("Spread it over what is left")]
        case "drop":
            steps = ", ".join(in_marks(look.line(desk.steps[step].text), look) for step in offer.steps)
            named = plural("Skip {steps} (optional)", "Skip {steps} (all optional)", count)
            counted = plural("Skip {n} optional step", "Skip {n} optional steps", count)
            return [named.format(steps=steps), *([counted.format(n=count)] if count > 1 else [])]
        case "borrow":
            minutes = round(sum(seconds for _, seconds in offer.taken) / MINUTE)
            return [look.text("Take {n} min from the pause", n=minutes)]


def _spread(agenda: Agenda, offer: Shortened, look: Look) -> str:
    here, plural = agenda.current or 0, look.language.plural
    count = sum(agenda.left(n, offer.at) > 0 for n in range(here + 1, reach(agenda)))
    if agenda.lock is None:
        one, many = "Take it from the section left", "Spread it over the {n} sections left"
        return plural(one, many, count).format(n=count)
    one, many = "Take it from the section before {time}", "Spread it over the {n} sections before {time}"
    return plural(one, many, count).format(n=count, time=of_day(agenda.sections[agenda.lock].starts or 0.0))


def _key(look: Look) -> Style:
    return look.style(look.palette.accent)


def _quiet(look: Look) -> Style:
    return look.style(look.palette.quiet, bold=False)
