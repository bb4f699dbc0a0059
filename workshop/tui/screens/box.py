"""A box: one line to write in, in the colours of the paper around it."""

from textual import events
from textual.geometry import Offset
from textual.widgets import Input

from workshop.tui.draw import Look

LONGEST = 300
"""Code points that one line may have."""


class Box(Input):
    """Takes letters, and of what is pasted no more than harmless words on one line."""

    DEFAULT_CSS = """
    Box {
        layer: boxes; position: absolute; height: 1; padding: 0 1; border: none;
        background: $card; color: $ink; text-style: bold;
    }
    Box:focus { border: none; background: $card; background-tint: $card 0%; }
    Box > .input--cursor { background: $ink; color: $paper; text-style: bold; }
    Box > .input--selection { background: $track; color: $ink; }
    """

    def __init__(self, look: Look, text: str, *, longest: int = LONGEST) -> None:
        super().__init__(look.line(text), select_on_focus=False, max_length=longest)
        self._look, self._longest = look, longest
        self.cursor_blink = False

    def stand(self, at: Offset, width: int) -> None:
        """Takes its place on the screen."""
        self.styles.offset = (at.x, at.y)
        self.styles.width = width

    def on_paste(self, event: events.Paste) -> None:
        """All of it, not its first line alone."""
        event.prevent_default()
        event.stop()
        self.replace(event.text, *self.selection)

    def replace(self, text: str, start: int, end: int) -> None:
        """Puts a text in, cut to what there is room for."""
        room = self._longest - len(self.value) + abs(end - start)
        super().replace(text if len(text) == 1 else self._look.line(text)[:room], start, end)

    def restricted(self) -> None:
        """A full box rings no bell."""
