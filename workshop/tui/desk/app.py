"""The desk's application: one run led from a terminal that only the facilitator sees."""

from pathlib import Path

from workshop.room import runfile
from workshop.tui.app import Outcome, Revive, StageApp, Told
from workshop.tui.client import Client
from workshop.tui.contact import Heard
from workshop.tui.look import Theme, look_here
from workshop.tui.screens.desk import DeskCame
from workshop.tui.signals import leaving_on_signals

from .scene import DeskScene
from .screen import DeskScreen

AGAIN = 1.0
"""Seconds until a desk that did not come is asked for again."""


class DeskApp(StageApp):
    """A client like the stage, which asks for the desk whenever the snapshot has changed."""

    scene: DeskScene

    def __init__(self, client: Client, scene: DeskScene, revive: Revive | None = None) -> None:
        self._asked: int | None = None
        self._waits = False
        super().__init__(client, scene, revive)

    def make_screen(self) -> DeskScreen:
        """The desk."""
        return DeskScreen(self.scene, self.contact)

    def on_told(self, message: Told) -> None:
        """Asks what only the facilitator may know; Textual has the stage take the news in by itself."""
        if isinstance(heard := message.news, Heard):
            if heard.fresh:
                self._asked = None
            self._ask(heard.snapshot.version)

    def on_desk_came(self, message: DeskCame) -> None:
        """Takes the desk in. The last one stands while no hub answers."""
        self._waits = False
        if message.desk is None:
            self._asked = None
            self.set_timer(AGAIN, self._ask_now)
        else:
            self.scene.desk = message.desk
            self._ask_now()
            self._show()

    async def action_quit(self) -> None:
        """Leaves; the room does not notice."""
        self.exit(self._outcome)

    def _ask_now(self) -> None:
        self._ask(self.scene.snapshot.version)

    def _ask(self, version: int) -> None:
        """One question at a time: what changes meanwhile is asked for once, when its answer has come."""
        if not self._waits and version != self._asked:
            self._asked, self._waits = version, True
            self.contact.look(lambda desk: self.post_message(DeskCame(desk)))


def run_desk(
    folder: Path, *, theme: Theme = "dark", plain: bool = False, revive: Revive | None = None
) -> Outcome:
    """Shows the desk of the run in `folder` on this terminal until it is left.

    `revive` starts the run's hub again; it is called, from a thread, while no hub answers.
    Raises RunError where the run's file cannot be read, WorkshopError where the desk fell over.
    """
    run = runfile.read(folder)
    app = DeskApp(Client(folder), DeskScene(run, look_here(theme, run.language, plain=plain)), revive)
    with leaving_on_signals(app.leave):
        return app.run_here() or Outcome.LEFT
