"""The desk's application: one run led from a terminal that only the facilitator sees."""

from pathlib import Path

from workshop.room import runfile
from workshop.tui.app import Outcome, Revive, StageApp, Told
from workshop.tui.client import Client
from workshop.tui.contact import Heard
from workshop.tui.look import Theme, look_here
from workshop.tui.signals import leaving_on_signals

from .scene import DeskScene
from .screen import DeskScreen


class DeskApp(StageApp):
    """A client like the stage, with a picture of its own."""

    scene: DeskScene

    stage: DeskScreen

    def __init__(self, client: Client, scene: DeskScene, revive: Revive | None = None) -> None:
        super().__init__(client, scene, revive)

    def make_screen(self) -> DeskScreen:
        """The desk."""
        return DeskScreen(self.scene, self.contact)

    def on_told(self, message: Told) -> None:
        """Asks what only the facilitator may know; Textual has the stage take the news in by itself."""
        if isinstance(heard := message.news, Heard):
            self.stage.ask(heard.snapshot.version, fresh=heard.fresh)

    async def action_quit(self) -> None:
        """Leaves; the room does not notice."""
        self.exit(self._outcome)


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
