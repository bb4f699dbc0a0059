"""The form in which a decision, an action or a remark is noted down, in front of the room or on the desk."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets import Input

from workshop.core.capture import SORTS, Capture, Sort
from workshop.core.phrases import Phrase, phrase
from workshop.tui.draw import Frame, Look
from workshop.tui.draw.grid import grid_of
from workshop.tui.draw.ink import shorten, spell
from workshop.tui.draw.picture import Picture, layer
from workshop.tui.screens.box import Box
from workshop.tui.screens.sheet import Sheet, lay_out, top_of

TITLE = phrase("Note down")
MEASURE = 100
"""Cells that the form is wide at most."""
_NAMES: dict[Sort, Phrase] = {
    "decision": phrase("Decision"),
    "action": phrase("Action"),
    "remark": phrase("Remark"),
}
_ASKS: dict[Sort, Phrase] = {
    "decision": phrase("What was decided?"),
    "action": phrase("What is to be done?"),
    "remark": phrase("What is worth remembering?"),
}
_CHOOSING = phrase("1 2 3 choose, ↓ writes, Esc goes back")
_WRITING = phrase("Enter saves, Tab goes on, Esc goes back")
Place = tuple[int, int, int]
"""A box's row under the headline, its column and its width."""


class Written(NamedTuple):
    """What stands in the form when it is left, and whether it is to be saved."""

    capture: Capture
    finished: bool


class NoteScreen(Sheet[Written]):
    """First what it is, then the words. Whoever types at once writes a decision; Escape loses nothing."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "go(1)", show=False, priority=True),
        Binding("up,shift+tab", "go(-1)", show=False, priority=True),
        Binding("escape", "leave", show=False, priority=True),
        Binding("right", "sort(1)", show=False),
        Binding("left", "sort(-1)", show=False),
        Binding("enter", "go(1)", show=False),
    ]
    CSS = "NoteScreen { layers: default boxes; }"

    def __init__(self, look: Look, draft: Capture) -> None:
        super().__init__(look)
        self._draft = draft
        self._sort: Sort = draft.sort
        self._boxes = tuple(Box(look, text) for text in (draft.text, draft.who, draft.when))

    def compose(self) -> ComposeResult:
        """The surface, and the boxes on it."""
        yield from super().compose()
        yield from self._boxes

    def on_mount(self) -> None:
        """What was begun is gone on with."""
        self._show_boxes()
        if not self._draft.empty:
            self._first.focus()

    def on_resize(self, _: events.Resize) -> None:
        """The boxes stand where the labels do."""
        self._place()

    def draw(self, columns: int, rows: int) -> Frame:
        """What it can be, and what the boxes ask for."""
        look, foot = self.look, _WRITING if self.focused else _CHOOSING
        return lay_out(look, columns, rows, title=look.line(TITLE), body=self._body, foot=look.line(foot))

    def on_key(self, event: events.Key) -> None:
        """A number says what it is; any other letter is the first of the text."""
        if self.focused is not None or not event.is_printable or event.character is None:
            return
        event.stop()
        if event.character in "123":
            self._choose(SORTS[int(event.character) - 1])
        elif event.character != " " or self._first.value:  # quick fingers are ahead of the focus
            self._first.replace(event.character, len(self._first.value), len(self._first.value))
        self._first.focus()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted before a box is chosen goes into the first."""
        if self.focused is None:
            event.stop()
            self._first.replace(event.text, len(self._first.value), len(self._first.value))
            self._first.focus()

    def on_descendant_focus(self) -> None:
        """The mark goes along."""
        self.redraw()

    def on_descendant_blur(self) -> None:
        """The mark goes along."""
        self.redraw()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Saves, where there is something to save."""
        message.stop()
        if self._first.value.strip():
            self.leave(Written(self._capture, True))
        else:
            self._first.focus()

    def action_leave(self) -> None:
        """Back; what was written stays for the next time."""
        self.leave(Written(self._capture, False))

    def action_sort(self, by: int) -> None:
        """The next or the previous of the three."""
        self._choose(SORTS[(SORTS.index(self._sort) + by) % len(SORTS)])

    def action_go(self, by: int) -> None:
        """To the next or the previous box, above which is the choice."""
        boxes = [box for box in self._boxes if box.display]
        here = boxes.index(self.focused) + 1 if isinstance(self.focused, Box) else 0
        there = max(0, min(here + by, len(boxes)))
        self.set_focus(boxes[there - 1] if there else None)

    @property
    def _first(self) -> Box:
        return self._boxes[0]

    @property
    def _capture(self) -> Capture:
        return Capture(self._sort, *(box.value for box in self._boxes))

    def _choose(self, sort: Sort) -> None:
        self._sort = sort
        self._show_boxes()
        self.redraw()

    def _show_boxes(self) -> None:
        for box in self._boxes[1:]:
            box.display = self._sort == "action"

    def _place(self) -> None:
        look, (columns, rows) = self.look, self.size
        grid = grid_of(columns, rows, look.mode, look.plain)
        top = top_of(look, columns, rows, look.line(TITLE))
        for box, (row, column, width) in zip(self._boxes, _places(grid.inner), strict=True):
            box.stand(Offset(grid.margin + column, top + row), width)

    def _body(self, width: int, _: int) -> Picture:
        asks = (_ASKS[self._sort], phrase("Who is responsible?"), phrase("By when?"))
        rows = [self._sorts()]
        for box, label, place in zip(self._boxes, asks, _places(width), strict=True):
            if box.display:
                rows += self._labelled(box, label, place)
        return layer(rows)

    def _sorts(self) -> Picture:
        """The three beside each other; the one that it is is marked in ink and by `▌`."""
        look, colours = self.look, self.look.palette
        parts: list[tuple[str, Style]] = []
        for number, sort in enumerate(SORTS, 1):
            here = sort == self._sort
            on = colours.card if here and not self.focused else ""
            ink = look.style(colours.ink if here else colours.quiet, bold=here, on=on)
            parts += [
                ("▌" if here else " ", look.style(colours.accent, on=on)),
                (f"{number} ", look.style(colours.accent, on=on)),
                (look.line(_NAMES[sort]) + " ", ink),
                ("  ", look.paper),
            ]
        return spell(*parts)

    def _labelled(self, box: Box, label: Phrase, place: Place) -> Iterator[Picture]:
        look, palette, (row, column, width) = self.look, self.look.palette, place
        said = shorten(look.line(label), width)
        yield spell((said, look.style(palette.quiet, bold=False))).moved(row - 1, column)
        mark = "▌" if box.has_focus else ""
        yield spell((mark, look.style(palette.accent))).moved(row, column - 1)


def _places(inner: int) -> tuple[Place, ...]:
    """Where the boxes are: the text, and under it who and when side by side.

    Labels stand a row above, and a mark before the box that is written in.
    """
    width = min(inner, MEASURE) - 1
    half = (width - 2) // 2
    return (3, 1, width), (6, 1, half), (6, half + 3, width - half - 2)
