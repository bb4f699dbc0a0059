"""The stage: the screen that the room sees, and the keys that the facilitator leads by."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from workshop.tui.contact import Contact, Heard
from workshop.tui.draw import Frame
from workshop.tui.keys import KEYS
from workshop.tui.pad import Pad
from workshop.tui.scene import Scene
from workshop.tui.screens.code import CodeScreen
from workshop.tui.screens.sheet import Sheet

MINUTE = 60


class Turned(Message):
    """A page may have been turned, and with it when the next one turns by itself."""


class StageScreen(Sheet[None]):
    """Shows the scene; a key sends a command and waits for nothing. Other screens load when asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key.names, key.action, show=False) for key in KEYS]

    def __init__(self, scene: Scene, contact: Contact) -> None:
        super().__init__(scene.look)
        self.scene, self._contact, self.pad = scene, contact, Pad()

    def hear(self, heard: Heard) -> None:
        """Takes a snapshot in."""
        self.scene.hear(heard)

    def draw(self, columns: int, rows: int) -> Frame:
        """The scene."""
        return self.scene.frame(columns, rows)

    def on_screen_resume(self) -> None:
        """The scene may have changed while another screen lay over it."""
        self._turned()

    def action_next(self) -> None:
        """The next beat; after the last one, the offer to end."""
        if self.scene.snapshot.last and not self.scene.ended:
            self.action_end()
        else:
            self._press("next")

    def action_back(self) -> None:
        """A beat back."""
        self._press("back")

    def action_skip(self) -> None:
        """The next step at once."""
        self._press("skip")

    def action_go_to(self, step: int) -> None:
        """Some step (1-based)."""
        self._press("goto", step)

    def action_clock(self) -> None:
        """Starts the clock, or stops it."""
        timer = self.scene.snapshot.timer
        self._press("pause" if timer is not None and timer.running else "start")

    def action_add_minute(self) -> None:
        """One minute more."""
        self._press("add", MINUTE)

    def action_mute(self) -> None:
        """Silences the bell, or lets it be heard."""
        self._press("mute")

    def action_open_or_close(self) -> None:
        """Opens the step for answers, or closes it."""
        self._press("close" if self.scene.snapshot.open else "open")

    def action_reveal_or_hide(self) -> None:
        """Shows the answers, or hides them."""
        self._press("hide" if self.scene.snapshot.revealed else "reveal")

    def action_undo(self) -> None:
        """Undoes what was closed, decided or noted last."""
        self._press("undo")

    def action_blank(self) -> None:
        """Bare paper, or back from it."""
        self._press("blank")

    def action_turn(self, pages: int) -> None:
        """Turns pages of cards."""
        self.scene.turn(pages)
        self._turned()

    def action_turn_alone(self) -> None:
        """Has pages of cards turn by themselves, or stops that."""
        self.scene.turn_alone()
        self._turned()

    def action_code(self) -> None:
        """The QR on the whole screen."""
        self.app.push_screen(CodeScreen(self.scene))

    def action_ways(self) -> None:
        """How phones get in: codes, addresses, what to try."""
        from workshop.tui.screens.ways import WaysScreen

        self.app.push_screen(WaysScreen(self.scene, self._contact))

    def action_peek(self) -> None:
        """The facilitator's notes."""
        from workshop.tui.screens.peek import PeekScreen

        self.app.push_screen(PeekScreen(self.look, self._contact))

    def action_note(self) -> None:
        """The form for a decision, an action or a remark."""
        from workshop.tui.screens.note import NoteScreen, Written

        def take(written: Written | None) -> None:
            if written is not None:
                self.pad.draft = written.capture
                if written.finished:
                    self._contact.note(written.capture)

        if not self.scene.ended:
            self.app.push_screen(NoteScreen(self.look, self.pad.draft), take)

    def action_help(self) -> None:
        """Every key."""
        from workshop.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.look))

    def action_commands(self) -> None:
        """The palette."""
        from workshop.tui.screens.commands import CommandsScreen

        self.app.push_screen(CommandsScreen(self.look, self._contact), self._run)

    def action_end(self) -> None:
        """Asks whether to end the workshop."""
        from workshop.tui.screens.question import Answer, ask_to_end

        def end(answer: Answer | None) -> None:
            if answer is Answer.END:
                self._press("end")

        self.app.push_screen(ask_to_end(self.look, self._contact), end)

    def action_quit(self) -> None:
        """The app's own, which asks."""
        self.app.call_later(self.app.action_quit)

    def _turned(self) -> None:
        self.redraw()
        self.post_message(Turned())

    def _press(self, verb: str, number: int | None = None) -> None:
        if not self.scene.ended:
            self._contact.press(verb, number)

    def _run(self, action: str | None) -> None:
        if action:
            self.call_later(self.run_action, action)
