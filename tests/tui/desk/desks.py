"""A desk under a pilot, as a stage is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.tui.stages import Staged
from workshop.language import language
from workshop.room import runfile
from workshop.room.desk import Desk
from workshop.tui.client import Client
from workshop.tui.desk.app import DeskApp
from workshop.tui.desk.scene import DeskScene
from workshop.tui.draw import Look
from workshop.tui.palette import DARK
from workshop.tui.type import Mode


class Desked(Staged):
    """A desk and the pilot that presses its keys."""

    app: DeskApp

    @property
    def desk(self) -> Desk | None:
        """What it knows of the desk."""
        return self.app.scene.desk


@asynccontextmanager
async def desked(folder: Path, *, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Desked]:
    """The desk of the run in `folder`, in a terminal that can do everything."""
    run = runfile.read(folder)
    look = Look(DARK, Mode.TRUECOLOR, language(run.language))
    app = DeskApp(Client(folder), DeskScene(run, look))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Desked(app, pilot)
