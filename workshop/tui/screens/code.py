"""The code on the whole screen, for those who come late or sit far back."""

from textual import events

from workshop.tui.draw import Frame
from workshop.tui.scene import Scene
from workshop.tui.screens.sheet import Sheet


class CodeScreen(Sheet[None]):
    """Any key takes it away."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene.look)
        self._scene = scene

    def draw(self, columns: int, rows: int) -> Frame:
        """The QR as large as it goes, with the address."""
        return self._scene.frame(columns, rows, code_only=True)

    def on_key(self, event: events.Key) -> None:
        """Back to the stage."""
        event.stop()
        self.leave()
