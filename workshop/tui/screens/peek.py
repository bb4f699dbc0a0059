"""The peek: the facilitator's notes to this step and what comes next, for who has no second screen."""

from textual import events

from workshop.room.desk import Desk
from workshop.tui.contact import Contact
from workshop.tui.draw import Frame, Look
from workshop.tui.draw.ink import spell, write
from workshop.tui.draw.picture import Picture, stack
from workshop.tui.screens.desk import DeskSheet
from workshop.tui.screens.sheet import lay_out

MEASURE = 100
"""Cells that a line of notes is wide at most."""


class PeekScreen(DeskSheet[None]):
    """↑ and ↓ turn long notes; any other key takes it away."""

    def __init__(self, look: Look, contact: Contact) -> None:
        super().__init__(look, contact)
        self._first = self._last = 0

    def draw(self, columns: int, rows: int) -> Frame:
        """The notes, and under them what → does and what comes after."""
        look = self.look
        return lay_out(
            look,
            columns,
            rows,
            title=look.text("Notes"),
            body=self._notes,
            foot=look.text("Any key goes back"),
        )

    def on_key(self, event: events.Key) -> None:
        """Turns, or goes back to the stage."""
        event.stop()
        if event.key in ("up", "down"):
            step = 1 if event.key == "down" else -1
            self._first = max(0, min(self._first + step * 3, self._last))
            self.redraw()
        else:
            self.leave()

    def _notes(self, width: int, height: int) -> Picture:
        ink = self.look.style(self.look.palette.ink)
        if self.desk is None:
            silence = "The notes are with the hub, which does not answer." if self.silent else ""
            return write(self.look.text(silence), width, ink)
        ahead = self._ahead(self.desk, width)
        text = self.look.say(self.desk.notes) or self.look.text("There are no notes to this step.")
        notes = write(text, min(width, MEASURE), ink)
        room = max(3, height - ahead.height - 1)
        self._last = max(0, notes.height - room)
        self._first = min(self._first, self._last)
        return stack([_part(notes, self._first, room), ahead], gap=1)

    def _ahead(self, desk: Desk, width: int) -> Picture:
        look = self.look
        quiet = look.style(look.palette.quiet)
        press = spell(("→ ", look.style(look.palette.accent)), (look.line(desk.next_press), quiet))
        if desk.following is None:
            return press
        then = look.text("Then: {text}", text=look.line(desk.following.text))
        return stack([press, write(then, width, quiet)])


def _part(notes: Picture, first: int, rows: int) -> Picture:
    strips = tuple(s._replace(row=s.row - first) for s in notes.strips if first <= s.row < first + rows)
    return Picture(notes.width, min(rows, notes.height), strips)
