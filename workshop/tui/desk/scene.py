"""The desk's scene: the same news and clocks as the stage's, drawn for the facilitator alone."""

from collections.abc import Callable

from workshop.core.clock import awake_and_asleep
from workshop.room.desk import Desk
from workshop.room.runfile import RunFile, address
from workshop.tui.contact import Heard
from workshop.tui.draw import Frame, Look
from workshop.tui.scene import Scene, cut_off

from .page import desk_frame
from .view import View


class DeskScene(Scene):
    """One run as its desk shows it. `desk` is what the hub said last; it is kept while no hub answers."""

    def __init__(self, runfile: RunFile, look: Look, steady: Callable[[], float] = awake_and_asleep) -> None:
        super().__init__(runfile, look, steady=steady)
        self.desk: Desk | None = None

    def hear(self, heard: Heard) -> None:
        """Takes a snapshot in. The notes are the step's, whatever else changes: they stay where they are."""
        step, page = self.snapshot.step, self.page
        super().hear(heard)
        if self.snapshot.step == step:
            self.page = page

    def bell(self) -> bool:
        """Never: the stage's is heard."""
        return False

    def frame(self, columns: int, rows: int, *, code_only: bool = False) -> Frame:
        """The desk at this size now; the code alone is the stage's."""
        if code_only:
            return super().frame(columns, rows, code_only=True)
        frame = desk_frame(self.view(), (columns, rows), self.page)
        self.page, self._pages = frame.page, frame.pages
        return frame

    def view(self) -> View:
        """What is to be drawn now."""
        news = self._trouble()
        return View(
            snapshot=self.snapshot,
            desk=self.desk,
            look=self.look,
            now=self._clock.now(),
            address=address(self.snapshot.join_url),
            cut_off="" if self.snapshot.reachable else cut_off(self.snapshot),
            hint=news.said(self.look.language) if news else "",
            alone=self.alone,
        )

    def until_change(self) -> float:
        """Seconds until the picture changes by itself: the plan's time runs too, by the second."""
        second = self.real(1.0 - self._clock.now() % 1.0)
        return (
            min(super().until_change(), second) if self.snapshot.state == "live" else super().until_change()
        )
