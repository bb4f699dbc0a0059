"""A stage under a pilot: keys pressed, and what then stands on its screen."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from tests.tui.hubs import Hub
from workshop.language import language
from workshop.room import runfile
from workshop.room.snapshot import Snapshot
from workshop.tui.app import Outcome, Revive, StageApp
from workshop.tui.client import Client
from workshop.tui.draw import Look
from workshop.tui.palette import LIGHT
from workshop.tui.scene import Scene
from workshop.tui.type import Mode


def text_of(app: App[Any]) -> str:
    """What stands on the screen, row by row."""
    surface = app.screen.query_one("Surface")
    return "\n".join(surface.render_line(y).text.rstrip() for y in range(surface.size.height))


def rows_of(app: App[Any]) -> list[str]:
    """What stands on the screen, whatever widgets lie on its surface."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


@dataclass
class Staged:
    """An app and the pilot that presses its keys."""

    app: StageApp
    pilot: Pilot[Outcome]

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return text_of(self.app)

    @property
    def snapshot(self) -> Snapshot:
        """What the stage knows."""
        return self.app.scene.snapshot

    @property
    def on_top(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    async def press(self, *keys: str) -> None:
        """Presses keys, and waits until the app has dealt with them."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, condition: Callable[[], object]) -> None:
        """Waits until something holds."""
        for _ in range(500):
            await self.pilot.pause()
            if condition():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(self.text)

    async def follows(self, hub: Hub) -> None:
        """Waits until the stage knows what the hub knows."""
        await self.until(lambda: self.snapshot.version == hub.room.snapshot().version)

    async def shows(self, words: str) -> None:
        """Waits until the screen shows some words."""
        await self.until(lambda: words in self.text)


async def read_through(shown: Staged) -> str:
    """What stands on all pages of the sheet on top."""
    read = shown.text
    for _ in range(5):
        await shown.press(*(["down"] if "↑ ↓" in shown.text else []))
        read += shown.text
    return read


@asynccontextmanager
async def staged(
    folder: Path, *, size: tuple[int, int] = (80, 24), revive: Revive | None = None
) -> AsyncIterator[Staged]:
    """The stage of the run in `folder`, in a terminal that can do everything."""
    run = runfile.read(folder)
    look = Look(LIGHT, Mode.TRUECOLOR, language(run.language))
    app = StageApp(Client(folder), Scene(run, look), revive)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Staged(app, pilot)
