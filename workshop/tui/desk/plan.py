"""The plan: every section's minutes as they were planned and as they came, and when it will be over."""

from rich.cells import cell_len
from rich.style import Style

from workshop.core.clock import of_day
from workshop.room.agenda import Agenda
from workshop.tui.draw.ink import fill, shorten, spell
from workshop.tui.draw.look import Look
from workshop.tui.draw.picture import NOTHING, Picture, layer, right, stack

from .view import View
from .words import clip, labelled

_WIDE = 40  # cells from which planned and actual minutes have a column each
_MINUTE = 60
CLOSING = 15
"""Minutes before the end from which closing is thought of."""


def draw_plan(view: View, width: int, height: int) -> Picture:
    """The sections in `height` rows; of more than fit, those round the current one.

    The picture is a cell wider at each side than `width`, for the card under the current section.
    """
    if view.desk is None or height < 2:
        return NOTHING
    agenda = view.desk.agenda
    first, last = _window(agenda, height - 1)
    rows = [_row(view, number, width) for number in range(first, last)]
    return stack([_head(view.look, width).moved(right=1), *rows])


def draw_end(view: View, width: int, indent: int) -> Picture:
    """When it ends at this rate, and when it was to end."""
    if view.desk is None or not any(section.planned for section in view.desk.agenda.sections):
        return NOTHING
    look, agenda = view.look, view.desk.agenda
    ends, planned = agenda.ends(view.now), agenda.planned_end(view.now)
    if planned is not None:
        said = look.text("planned {time}", time=of_day(planned))
        # In whole minutes beside the plan, so that the two times and the drift that is shown agree.
        ends = planned + round((ends - planned) / _MINUTE) * _MINUTE
    elif agenda.starts(0, view.now) > view.now:
        said = look.text("starting {time}", time=of_day(agenda.starts(0, view.now)))
    else:
        said = look.text("starting now")
    time = spell((of_day(ends), look.style(look.palette.ink)))
    rest = spell((shorten(said, width - indent - time.width - 2), look.style(look.palette.quiet, bold=False)))
    return labelled(look.text("END"), layer([time, rest.moved(right=time.width + 2)]), indent, look)


def draw_spare(view: View, width: int, indent: int) -> Picture:
    """How long the room will have to wait for a locked start."""
    agenda, look = view.desk.agenda if view.desk else Agenda(), view.look
    minutes, lock = int(agenda.waits(view.now) // _MINUTE), agenda.lock
    if lock is None or not minutes:
        return NOTHING
    said = look.text("{n} min before {time}", n=minutes, time=of_day(agenda.starts(lock, view.now)))
    words = clip(said, width - indent, 1, look.style(look.palette.quiet, bold=False))
    return labelled(look.text("SPARE"), words, indent, look)


def draw_closing(view: View, width: int) -> Picture:
    """In the last minutes, while the last section has not begun: that it needs its time."""
    agenda, look = view.desk.agenda if view.desk else Agenda(), view.look
    end = agenda.planned_end(view.now)
    if end is None or agenda.current in (None, len(agenda.sections) - 1):
        return NOTHING
    left = -int(-(end - view.now) // _MINUTE)
    if not 0 < left <= CLOSING:
        return NOTHING
    one, many = "{n} min left: closing needs its time", "{n} min left: closing needs its time"
    said = look.language.plural(one, many, left).format(n=left)
    return clip(said, width, 2, look.style(look.palette.late, bold=False))


def _window(agenda: Agenda, rows: int) -> tuple[int, int]:
    count = len(agenda.sections)
    if count <= rows:
        return 0, count
    here = agenda.current if agenda.current is not None else 0 if agenda.ended is None else count
    first = max(0, min(here - rows // 3, count - rows))
    return first, first + rows


def _head(look: Look, width: int) -> Picture:
    quiet = look.style(look.palette.quiet, bold=False)
    planned, actual = look.text("planned"), look.text("actual")
    said = f"{planned}  {actual}" if width >= _WIDE else f"{actual}/{planned}"
    label = spell((look.text("PLAN"), look.style(look.palette.quiet)))
    return layer([label, right(spell((said, quiet)), width)])


def _row(view: View, number: int, width: int) -> Picture:
    """A section's row; the current one stands on a card."""
    look, desk = view.look, view.desk
    assert desk is not None
    here = number == desk.agenda.current
    on = look.palette.card if here else ""
    ink = look.style(look.palette.ink if here else look.palette.quiet, bold=here, on=on)
    figures = _figures(view, number, width, on)
    title = look.line(desk.agenda.sections[number].title)
    name = f"{number + 1:>2}  {shorten(title, width - figures.width - (6 if width >= _WIDE else 5))}"
    ground = fill(width + 2, 1, look.style(look.palette.ink, on=on)) if here else NOTHING
    words = layer([spell((name, ink)).moved(right=1), right(figures, width + 1)])
    return layer([ground, words])


def _figures(view: View, number: int, width: int, on: str) -> Picture:
    look, desk = view.look, view.desk
    assert desk is not None
    section, here = desk.agenda.sections[number], number == desk.agenda.current
    spent = desk.agenda.spent(number, view.now)
    planned = "" if section.due is None else _minutes(section.due)
    actual = "" if spent is None else str(int(spent // _MINUTE)) if here else _minutes(spent)
    quiet = look.style(look.palette.ink if here else look.palette.quiet, bold=here, on=on)
    late = look.style(look.palette.late, on=on) if _late(section.due, spent) else quiet
    lock = _lock(view, number, quiet, on)
    if width < _WIDE:
        return spell(
            lock, (actual or ("–" if planned else ""), late), (f"/{planned}" if planned else "", quiet)
        )
    heads = look.text("planned"), look.text("actual")
    gap = cell_len(heads[1]) + 2
    going_on = " …" if here else ""
    return spell(lock, (planned, quiet), ((actual + going_on).rjust(gap), late))


def _lock(view: View, number: int, quiet: Style, on: str) -> tuple[str, Style]:
    """The locked start of a section; that it will not be kept is marked."""
    look, agenda = view.look, view.desk.agenda if view.desk else Agenda()
    starts = agenda.sections[number].starts
    if starts is None:
        return "", quiet
    ahead = agenda.lock is not None and number >= agenda.lock
    late = ahead and agenda.starts(number, view.now) >= starts + _MINUTE / 2
    return f"{of_day(starts)}  ", look.style(look.palette.late, on=on) if late else quiet


def _late(planned: float | None, spent: float | None) -> bool:
    """Whether it took longer, as far as whole minutes can show it."""
    return planned is not None and spent is not None and spent >= planned + _MINUTE / 2


def _minutes(seconds: float) -> str:
    return str(round(seconds / _MINUTE))
