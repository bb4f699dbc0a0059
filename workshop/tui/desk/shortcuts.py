"""The desk's keys: those of the stage, but for what the desk has on itself, and the row that names them."""

from collections.abc import Sequence
from typing import NamedTuple

from workshop.core.phrases import Phrase, Words, phrase
from workshop.tui.draw.ink import spell
from workshop.tui.draw.look import Look
from workshop.tui.draw.picture import NOTHING, Picture, layer
from workshop.tui.keys import KEYS, QUIT, Key

_APART = 2
_PAGES = {
    "turn(-1)": phrase("Previous page of notes"),
    "turn(1)": phrase("Next page of notes"),
    "code": phrase("The code on this screen"),
    "app.swap": phrase("The stage instead, and back"),
}

BOARD = Key("k,K", "k", phrase("Texts: sort, hide, approve"), "board")
"""In the peek's place: the desk has the notes on itself."""
HANDS = Key("h,H", "h", phrase("Answer for people without a phone"), "hands")
REMOTE = Key("x,X", "x", phrase("The phone remote: show its code"), "remote")


def _desks(key: Key) -> tuple[Key, ...]:
    if key.action == "turn_alone":  # the desk's pages are the facilitator's own to turn
        return ()
    if key.action == "peek":
        return (BOARD, HANDS, REMOTE)
    return (key._replace(does=_PAGES.get(key.action, key.does)),)


CATCHING_UP = (
    Key("1", "1", phrase("Catch up: spread it over the rest"), "catch_up('spread')"),
    Key("2", "2", phrase("Catch up: skip what is optional"), "catch_up('drop')"),
    Key("3", "3", phrase("Catch up: take it from the pause"), "catch_up('borrow')"),
)
DESK_KEYS = (*(mine for key in KEYS for mine in _desks(key)), *CATCHING_UP)
LEAVE = Key(QUIT.names, QUIT.shown, phrase("Leave; the workshop goes on"), QUIT.action)


class Named(NamedTuple):
    """A key as it is written in the last row, and what it does in a word."""

    key: Words
    does: Phrase


_ROW = (
    Named("?", phrase("help")),
    Named("→", phrase("next")),
    Named("←", phrase("back")),
    Named("t", phrase("clock")),
    Named("+", phrase("1 min")),
    Named("o", phrase("open/close")),
    Named("r", phrase("show/hide")),
    Named("u", phrase("undo")),
    Named("k", phrase("texts")),
    Named("n", phrase("note")),
    Named("b", phrase("blank")),
    Named("q", phrase("code")),
    Named(":", phrase("all")),
)


def draw_keys(look: Look, width: int, row: Sequence[Named] = _ROW) -> Picture:
    """As many keys as stand in the row, in the order of use; help, which names the others, stands last."""
    last, *rest = [_entry(named, look) for named in row]
    drawn, at = [], 0
    for entry in rest:
        if at + entry.width + _APART + last.width > width:
            break
        drawn.append(entry.moved(right=at))
        at += entry.width + _APART
    return layer([*drawn, last.moved(right=at)]) if last.width <= width else NOTHING


def _entry(named: Named, look: Look) -> Picture:
    quiet = look.style(look.palette.quiet, bold=False)
    return spell(
        (look.line(named.key), look.style(look.palette.accent)), (" " + look.line(named.does), quiet)
    )
