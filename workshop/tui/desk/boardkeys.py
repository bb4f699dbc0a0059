"""The board's keys: what each does, what the help says of them, and the row that names those used most."""

from workshop.core.phrases import Phrase, Words, phrase
from workshop.tui.keys import Key

from .shortcuts import Named

ACTIONS = {
    "down,j,J": "point(1)",
    "up,k,K": "point(-1)",
    "pagedown": "point(10)",
    "pageup": "point(-10)",
    "home": "point(-100_000)",
    "end": "point(100_000)",
    "slash": "look_for",
    "space": "mark",
    "asterisk": "mark_all",
    **{str(number): f"into({number})" for number in range(10)},
    "t": "new_theme",
    "T": "rename_theme",
    "f,F": "loose",
    "m,M": "merge",
    "y,Y": "same",
    "e,E": "rename",
    "h,H": "hide",
    "a,A": "approve",
    "d,D": "finish",
    "s,S": "spotlight",
    "right,tab": "tab(1)",
    "left,shift+tab": "tab(-1)",
    "u,U": "undo",
    "question_mark,f1": "help",
    "escape": "back",
}
"""What a key does on the screen."""


def _line(shown: Words, does: Phrase) -> Key:
    return Key("", shown, does, "")


HELP = (
    _line("↑ ↓ j k", phrase("Point at a text")),
    _line("/", phrase("Find: only texts with these words")),
    _line(phrase("Space *"), phrase("Mark it; mark all that are seen")),
    _line("1–9 0", phrase("Into a theme and on; out of it")),
    _line("t T", phrase("New theme; rename the theme")),
    _line("f", phrase("Only those in no theme, or all")),
    _line("h", phrase("Hide, or show")),
    _line("m", phrase("Merge the marked into the one pointed at")),
    _line("y", phrase("It says the same: merge")),
    _line("e", phrase("Reword it")),
    _line("a d", phrase("Approve; answered")),
    _line("s", phrase("Alone on the stage, or off it")),
    _line("← →", phrase("Another step, what waits, what is parked")),
    _line("u", phrase("Undo")),
    _line("Esc", phrase("No marks, no search; back")),
)

ROW = (
    Named("?", phrase("keys")),
    Named("/", phrase("find")),
    Named(phrase("Space"), phrase("mark")),
    Named("1–9", phrase("theme")),
    Named("t", phrase("new theme")),
    Named("h", phrase("hide")),
    Named("m", phrase("merge")),
    Named("e", phrase("reword")),
    Named("a", phrase("approve")),
    Named("d", phrase("answered")),
    Named("s", phrase("spotlight")),
    Named("u", phrase("undo")),
    Named("← →", phrase("other texts")),
    Named("f", phrase("in no theme")),
    Named("Esc", phrase("back")),
)
