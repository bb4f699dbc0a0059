"""The stage's application: one run shown on this terminal, as a client of its hub."""

import asyncio
import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer

from workshop.core.phrases import phrase
from workshop.errors import EXIT_DONE
from workshop.language import Spoken
from workshop.room import runfile
from workshop.room.folder import RunFolder
from workshop.tui.client import Client
from workshop.tui.contact import Broken, Contact, Heard, Kept, Lost, News, Refused
from workshop.tui.draw import Look
from workshop.tui.keys import QUIT
from workshop.tui.look import Theme, look_here
from workshop.tui.paper import PaperApp
from workshop.tui.scene import Scene
from workshop.tui.screens.sheet import Sheet
from workshop.tui.screens.stage import StageScreen, Turned
from workshop.tui.signals import leaving_on_signals

Revive = Callable[[], object]
JUST_AFTER = 0.005
"""Seconds past the change of a clock, so that it has changed when it is drawn."""


class Outcome(StrEnum):
    """How a stage was left."""

    LEFT = "left"
    """The workshop goes on without this screen."""
    ENDED = "ended"
    """The workshop has ended."""


class Told(Message):
    """News of the hub, come in from a thread of the contact."""

    def __init__(self, news: News) -> None:
        super().__init__()
        self.news = news

    def can_replace(self, message: Message) -> bool:
        """Whether a newer message that waits behind this one makes it needless: pictures never pile up."""
        if not isinstance(message, Told):
            return False
        match self.news, message.news:
            case Heard(fresh=False) as old, Heard() as new:
                return new.fresh or new.snapshot.version >= old.snapshot.version
        return False


class StageApp(PaperApp[Outcome]):
    """Shows the scene of `client`'s run until it is left. `revive` starts its hub again where it is gone."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(QUIT.names, QUIT.action, show=False, priority=True)]

    def __init__(self, client: Client, scene: Scene, revive: Revive | None = None) -> None:
        self.scene = scene
        self._revive = revive
        self.contact = Contact(client, self._hear, self._bring_back)
        self.stage = self.make_screen()
        self.client = client
        self._other: StageScreen | None = None
        self._heard: Heard | None = None
        self._home: asyncio.AbstractEventLoop | None = None
        self._clock: Timer | None = None
        self._ending = False
        super().__init__(scene.look, client.folder)

    def make_screen(self) -> StageScreen:
        """The screen that everything else lies on."""
        return StageScreen(self.scene, self.contact)

    def make_other(self) -> StageScreen:
        """The desk in the opposite theme, for whoever has a single screen."""
        from workshop.tui.desk.scene import DeskScene
        from workshop.tui.desk.screen import DeskScreen

        scene = DeskScene(self.scene.runfile, replace(self.look, palette=self.look.palette.opposite))
        return DeskScreen(scene, self.contact, quits=QUIT)

    def get_default_screen(self) -> StageScreen:
        """The stage, whose first picture needs nobody: it is drawn from the run's file."""
        return self.stage

    def on_mount(self) -> None:
        """Winds the clock."""
        self._home = asyncio.get_running_loop()
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self._wind()

    def on_ready(self) -> None:
        """Makes contact, for which the first picture did not wait."""
        self.contact.start()
        gc.freeze()  # a full collection would cost some key 25-39 ms

    def on_unmount(self) -> None:
        """Ends the contact; the hub goes on."""
        self.contact.stop()

    def on_told(self, message: Told) -> None:
        """Takes news in, and shows them."""
        match message.news:
            case Heard() as heard:
                self._take(heard)
            case Kept() as kept:
                self.stage.pad.keep(kept)
                self._say(phrase("Noted down"))
            case Refused(reason=reason):
                self._ending = False
                self._say(reason)
            case Lost():
                self._lose()
            case Broken(error=error):
                self._handle_exception(error)
        if self._ending and self.scene.ended:
            self.exit(Outcome.ENDED)
        else:
            self._show()

    def on_turned(self, _: Turned) -> None:
        """Looks again at when the picture next changes."""
        self._wind()

    def action_swap(self) -> None:
        """The stage in the desk's place, or the desk in the stage's, on this one screen."""
        if self._other is not None and self.screen is self._other:
            self.pop_screen()
            self._wear(self.stage.look)
            return
        if self.screen is self.stage:
            self._other = self._other or self._made_other()
            self._wear(self._other.look)
            self.push_screen(self._other)

    async def action_quit(self) -> None:
        """Asks; nothing quits unasked."""
        from workshop.tui.screens.question import QuestionScreen, ask_to_leave

        if not isinstance(self.screen, QuestionScreen):
            ended, rehearsal = self.scene.ended, self.scene.snapshot.rehearsal
            question = ask_to_leave(self.look, self.contact, ended=ended, rehearsal=rehearsal)
            self.push_screen(question, self._answered)

    def leave(self) -> None:
        """Leaves at once and lets the workshop run: for signals, so maybe before or after all else."""
        if self._home is None:
            sys.exit(EXIT_DONE)
        self._home.call_soon_threadsafe(self.exit, self._outcome)

    @property
    def _screens(self) -> tuple[StageScreen, ...]:
        """Those that follow the run: what lies underneath is true when it comes up again."""
        return (self.stage,) if self._other is None else (self.stage, self._other)

    def _made_other(self) -> StageScreen:
        other = self.make_other()
        other.pad = self.stage.pad
        self.install_screen(other, "other")  # so that it lives on while it lies nowhere
        if self._heard is not None:
            other.hear(self._heard)
        return other

    def _take(self, heard: Heard) -> None:
        self._heard = heard
        for screen in self._screens:
            screen.hear(heard)
        if said := self.stage.pad.follow(self.scene.snapshot.noted):
            self._say(said)

    def _lose(self) -> None:
        for screen in self._screens:
            screen.scene.lose()

    def _wear(self, look: Look) -> None:
        self.look = look
        self.refresh_css(animate=False)

    def _say(self, message: Spoken) -> None:
        for screen in self._screens:
            screen.scene.say(message)

    @property
    def _outcome(self) -> Outcome:
        return Outcome.ENDED if self.scene.ended else Outcome.LEFT

    def _answered(self, answer: str | None) -> None:
        if answer == "leave":
            self.exit(self._outcome)
        elif answer == "end":
            self._ending = True
            self.contact.press("end")

    def _hear(self, news: News) -> None:
        self.post_message(Told(news))

    def _bring_back(self) -> None:
        """After the end a hub stops by itself, and is to stay so."""
        if self._revive is not None and not self.scene.ended:
            self._revive()

    def _show(self) -> None:
        if not self.screen_stack:  # news that came while the application was ending
            return
        if self.scene.bell():
            self.bell()
        if isinstance(self.screen, Sheet):
            self.screen.redraw()
        self._wind()

    def _wind(self) -> None:
        if self._clock is not None:
            self._clock.stop()
        change = min(screen.scene.until_change() for screen in self._screens)
        self._clock = self.set_timer(change + JUST_AFTER, self._show)


def run_stage(
    folder: Path,
    *,
    theme: Theme = "light",
    plain: bool = False,
    revive: Revive | None = None,
    opened: Callable[[Callable[[], None]], object] = lambda leave: None,
) -> Outcome:
    """Shows the run in `folder` on this terminal until it is left.

    `revive` starts the run's hub again; it is called, from a thread, while no hub answers. `opened` is given
    what leaves the stage from outside, from whatever thread.
    Raises RunError where the run's file cannot be read, WorkshopError where the stage fell over.
    """
    run = runfile.read(folder)
    look = look_here(theme, run.language, plain=plain, pictures=RunFolder(folder).pictures)
    app = StageApp(Client(folder), Scene(run, look), revive)
    opened(app.leave)
    with leaving_on_signals(app.leave):
        return app.run_here() or Outcome.LEFT
