"""The desk's application: one run led from a terminal that only the facilitator sees."""

from dataclasses import replace
from pathlib import Path

from workshop.room import runfile
from workshop.room.folder import RunFolder
from workshop.tui.app import Outcome, Revive, StageApp
from workshop.tui.client import Client
from workshop.tui.look import Theme, look_here
from workshop.tui.scene import Scene
from workshop.tui.screens.stage import StageScreen
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

    def make_other(self) -> StageScreen:
        """The stage in its own theme, with the run's pictures."""
        pictures = RunFolder(self.client.folder).pictures
        look = replace(self.look, palette=self.look.palette.opposite, pictures=pictures)
        return StageScreen(Scene(self.scene.runfile, look), self.contact)

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
