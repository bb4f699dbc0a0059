"""The room check's look at the terminal: size, colours, letters, and rows to be judged by eye."""

import locale
import os
import sys

from workshop.cli.finding import Finding, Verdict
from workshop.language import say
from workshop.tui.terminal import LEAST, WIDE, quadrants, truecolor

USUAL = (80, 24)
_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"  # by bits: upper left 1, upper right 2, lower left 4, lower right 8
_MOTIFS = "▀▄▌▐▘▝▖▗▚▞"


def terminal() -> Finding:
    """Whether the stage can stand in this terminal, and how well."""
    about = say("Terminal")
    if sys.__stdout__ is None or not sys.__stdout__.isatty():
        text = say("not looked at: the output goes elsewhere. The stage needs a terminal.")
        return Finding("terminal", about, Verdict.LOOK, text)
    if os.environ.get("TERM") in ("dumb", "unknown"):
        text = say("calls itself “{term}”, which cannot show a stage", term=os.environ["TERM"])
        return Finding("terminal", about, Verdict.STOP, text)
    columns, rows = os.get_terminal_size(sys.__stdout__.fileno())
    verdict, told = _judged(columns, rows)
    return Finding("terminal", about, verdict, f"{columns}×{rows}, {_colours()}", told)


def _judged(columns: int, rows: int) -> tuple[Verdict, tuple[str, ...]]:
    if columns < LEAST[0] or rows < LEAST[1]:
        told = say("The stage needs {least}×{lowest}: use smaller letters.", least=LEAST[0], lowest=LEAST[1])
        return Verdict.STOP, (told,)
    more = []
    if columns < USUAL[0] or rows < USUAL[1]:
        more.append(say("Big type needs 80×24: use smaller letters, or a larger window."))
    if columns > WIDE:
        more.append(say("Larger letters (80 to 120 columns) can be read from the back of the room."))
    if not truecolor(os.environ):
        more.append(say("The big type is smoother in a terminal with 16 million colours."))
    return (Verdict.LOOK if more else Verdict.OK), tuple(more)


def _colours() -> str:
    return say("16 million colours") if truecolor(os.environ) else say("few colours")


def letters() -> Finding:
    """Whether letters beyond a–z arrive, and rows by which anyone sees what the font has."""
    about, encoding = say("Letters"), locale.getencoding()
    question = say("Do you see two stairs of four clean steps each, and æ ø å? If not, take another font.")
    more = (*stairs(), f"{_MOTIFS}  æøå ÆØÅ äöü é „“”«» —", question)
    if sys.platform != "win32" and encoding.lower().replace("-", "") != "utf8":
        text = say("{name} and not UTF-8: æ, ø and å may come out wrong (try LC_ALL=C.UTF-8)", name=encoding)
        return Finding("letters", about, Verdict.LOOK, text, more)
    if not quadrants(os.environ):
        text = say("UTF-8, but no quarter blocks here: the big type is coarser")
        return Finding("letters", about, Verdict.LOOK, text, more)
    return Finding("letters", about, Verdict.OK, "UTF-8", more)


def stairs() -> tuple[str, str]:
    """Two rows: four steps of half blocks, and beside them four whose edges only quarter blocks can draw."""
    halves, quarters = (_blocks([step for step in range(1, 5) for _ in range(wide)]) for wide in (4, 3))
    return f"{halves[0]}    {quarters[0]}", f"{halves[1]}    {quarters[1]}"


def _blocks(heights: list[int]) -> tuple[str, str]:
    """Columns of a quarter block's width and so many half rows, as two rows of cells."""
    pairs = list(zip(heights[::2], heights[1::2], strict=True))

    def row(low: int) -> str:
        return "".join(
            _QUADRANTS[
                (left >= low + 2) + 2 * (right >= low + 2) + 4 * (left >= low + 1) + 8 * (right >= low + 1)
            ]
            for left, right in pairs
        )

    return row(2), row(0)
