"""What stands on a terminal that was made too small for anything else."""

from textual.geometry import Size

from workshop.tui.draw import Frame
from workshop.tui.draw.canvas import Canvas
from workshop.tui.draw.ink import write
from workshop.tui.screens.sheet import Sheet
from workshop.tui.terminal import LEAST


class CrampedScreen(Sheet[None]):
    """Goes by itself when there is room again."""

    def on_screen_resume(self) -> None:
        """There may be room again since a question lay over it."""
        if not cramped(self.app.size):
            self.leave()

    def draw(self, columns: int, rows: int) -> Frame:
        """One sentence, in as many lines as it needs."""
        look = self.look
        canvas = Canvas(columns, rows, look.paper)
        says = look.text(
            "The window is too small. It needs {columns}×{rows}.", columns=LEAST[0], rows=LEAST[1]
        )
        canvas.draw(write(says, max(1, columns - 2), look.style(look.palette.ink)), min(1, rows - 1), 1)
        return Frame(canvas.rows())


def cramped(size: Size) -> bool:
    """Whether a terminal of that size is too small."""
    return size.width < LEAST[0] or size.height < LEAST[1]
