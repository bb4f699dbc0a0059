"""The board: what the room wrote is read, sorted, merged, reworded, hidden and approved by single keys."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message

from workshop.core.moderation import Item, cleaned
from workshop.core.phrases import Phrase, phrase
from workshop.errors import Refusal
from workshop.language import Spoken
from workshop.room.board import Board
from workshop.tui.contact import Contact
from workshop.tui.draw import Frame
from workshop.tui.screens.sheet import Sheet

from . import deciding
from .asking import Asking
from .boardkeys import ACTIONS, HELP
from .boardpage import BoardView, board_frame, box_place
from .deciding import Decisions
from .likeness import Likeness
from .line import Line, Take
from .listing import Listing
from .scene import DeskScene
from .texts import Texts

_SLICE = 0.006  # seconds at a time for looking for texts that are alike: no key waits longer
_PAUSE = 0.01


class BoardCame(Message):
    """A tab as the hub gave it after so many decisions of this screen; None where it did not answer."""

    def __init__(self, board: Board | None, tab: int | None, sent: int) -> None:
        super().__init__()
        self.board, self.tab, self.sent = board, tab, sent


class BoardScreen(Sheet[None]):
    """A key decides about the marked texts, else about the one pointed at, and counts before the hub answers.

    It follows the room for as long as it is there.
    """

    AUTO_FOCUS = ""
    CSS = "BoardScreen { layers: default boxes; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before anything else has a look at them, so that they are dealt with in the order of pressing.
        Binding(names, action, show=False, priority=True)
        for names, action in ACTIONS.items()
    ]

    def __init__(self, scene: DeskScene, contact: Contact) -> None:
        super().__init__(scene.look)
        self.texts, self.silent = Texts(), False
        self._scene, self._contact, self._listing = scene, contact, Listing(scene.look)
        self._tab: int | None = None
        self._asking = Asking(self._fetch, self.set_timer, lambda: scene.snapshot.version)
        self._likeness, self._likening = Likeness(), False
        self._line = Line(scene.look, self._press)

    def compose(self) -> ComposeResult:
        """The surface, and the line in which one writes now and then."""
        yield from super().compose()
        yield self._line

    def on_mount(self) -> None:
        """Asks for the texts."""
        self.ask(self._scene.snapshot.version)

    def on_resize(self, _: events.Resize) -> None:
        """The line stands beside its label."""
        self._place()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one writes, keys are letters."""
        return self._line.asks is None and super().check_action(action, parameters)

    def ask(self, version: int, *, fresh: bool = False) -> None:
        """Asks for the texts as they are at that version of the snapshot; `fresh`: versions count anew."""
        self._asking.ask(version, fresh=fresh)

    def draw(self, columns: int, rows: int) -> Frame:
        """Tabs, texts, themes, and what a key would do."""
        return board_frame(self._view(), columns, rows)

    def on_board_came(self, message: BoardCame) -> None:
        """Takes the texts in. Those that came last stand while no hub answers."""
        if message.tab == self._tab:
            self._take_in(message)
        self._asking.came(answered=message.board is not None)

    def action_back(self) -> None:
        """Takes back the marks, what is looked for, or the board: one at a time."""
        if self.texts.marked:
            self.texts.marked.clear()
        elif self.texts.typed or self.texts.loose:
            self.texts.loose = False
            self.texts.look_for("")
        else:
            self.leave()
            return
        self.redraw()

    def action_point(self, by: int) -> None:
        """Points further on; a text that goes on over the edge is turned first."""
        if self.texts.at is None or abs(by) > 1 or not self._listing.turn(by):
            self.texts.move(by)
        self.redraw()

    def action_mark(self) -> None:
        """Marks the text, or no longer."""
        self.texts.mark()
        self.redraw()

    def action_mark_all(self) -> None:
        """Marks everything that is seen."""
        self.texts.mark_all()
        self.redraw()

    def action_look_for(self) -> None:
        """What is looked for narrows the list with every letter."""
        self._begin(phrase("Find:"), "", self._find, self._find)

    def action_loose(self) -> None:
        """Only what is in no theme, or everything again."""
        self.texts.look_at_loose(not self.texts.loose)
        self.redraw()

    def action_tab(self, by: int) -> None:
        """The texts of another tab."""
        board = self.texts.board
        if board is None:
            return
        numbers = [tab.number for tab in board.tabs]
        self._tab = numbers[(numbers.index(board.at) + by) % len(numbers)]
        self.texts.turn_to(self._tab)
        self._fetch()
        self.redraw()

    def action_into(self, number: int) -> None:
        """Into a theme by its number; 0 takes it out of its theme."""
        self._decide(lambda: deciding.into(self.texts, number), move_on=True)

    def action_new_theme(self) -> None:
        """A theme of the texts, by a name that is written."""
        if rows := self.texts.targets:
            self._write(
                phrase("New theme:"),
                "",
                lambda name: deciding.into_named(self.texts, rows, name),
                move_on=True,
            )

    def action_rename_theme(self) -> None:
        """Another name for the theme of the text pointed at."""
        row = self.texts.pointed
        if row is None or not row.item.theme:
            self._say(phrase("This text is in no theme."))
        else:
            asks, theme = phrase("The theme is called:"), row.item.theme
            self._write(asks, theme, lambda name: deciding.theme_renamed(self.texts, row, name))

    def action_merge(self) -> None:
        """Makes one of the marked texts; fewer than two are made one with the text pointed at."""
        self._decide(lambda: deciding.merged(self.texts))

    def action_same(self) -> None:
        """The text pointed at says the same as the one that is most like it: it goes into that."""
        row, like = self.texts.pointed, self._like()
        if row is not None and like is not None:
            self._decide(lambda: deciding.said_alike(row, like), marked=False, move_on=True)

    def action_rename(self) -> None:
        """Other words for the text pointed at."""
        if (row := self.texts.pointed) is not None:
            text = deciding.on_one_line(row.item.text)
            self._write(phrase("In other words:"), text, lambda words: deciding.reworded(row, words))

    def action_hide(self) -> None:
        """The room may not see them; nothing is deleted. Hidden ones stand again as they stood before."""
        self._decide(lambda: deciding.hidden(self.texts))

    def action_approve(self) -> None:
        """The room may see them; hidden ones are shown again."""
        self._decide(lambda: deciding.approved(self.texts))

    def action_finish(self) -> None:
        """They have been answered."""
        self._decide(lambda: deciding.finished(self.texts))

    def action_spotlight(self) -> None:
        """The text alone on the stage, or no longer."""
        if (row := self.texts.pointed) is not None:
            self.texts.remember()
            self._contact.spotlight(row.step, row.item.id)
            self._ask_again()

    def action_undo(self) -> None:
        """Takes the newest decision back."""
        self.texts.take_back()
        self._contact.press("undo")
        self._fetch()  # at once: what it was is with the hub alone
        self.redraw()

    def action_help(self) -> None:
        """Every key."""
        from workshop.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.look, HELP))

    def _take_in(self, message: BoardCame) -> None:
        self.silent = message.board is None
        if message.board is None:
            self.texts.forget(message.sent)
        else:
            self._tab = message.board.at
            self.texts.fill(message.board, message.sent)
            for sheaf in message.board.sheaves:
                self._likeness.learn(sheaf.texts)
            self._liken()
        self.redraw()

    def _fetch(self) -> None:
        tab, sent = self._tab, self.texts.sent
        self._contact.fetch(
            lambda client: client.board(tab), lambda board: self.post_message(BoardCame(board, tab, sent))
        )

    def _ask_again(self) -> None:
        """What this screen sent may have been refused: then there is no news to ask after."""
        self.ask(self._scene.snapshot.version, fresh=True)

    def _liken(self) -> None:
        if not self._likening:
            self._likening = True
            self.set_timer(_PAUSE, self._go_on_likening)

    def _go_on_likening(self) -> None:
        before, self._likening = self._like(), False
        if self._likeness.work(_SLICE):
            self._liken()
        if self._like() != before:
            self.redraw()

    def _like(self) -> Item | None:
        row, sheaf = self.texts.pointed, self.texts.sheaf
        if row is None or sheaf is None or row.item.hidden:
            return None
        return self._likeness.closest(row.item, {item.id: item for item in sheaf.texts})

    def _decide(self, decide: Callable[[], Decisions], *, marked: bool = True, move_on: bool = False) -> None:
        """Counts what was decided at once, and sends it. `marked`: it was about the marked texts."""
        try:
            made = decide()
        except Refusal as refusal:
            self._say(refusal.reason)
            return
        for step, decision in made:
            self.texts.make(step, cleaned(decision), move_on=move_on)
            self._contact.decide(step, decision)
        if marked:
            self.texts.marked.clear()
        if move_on and not made:
            self.texts.move(1)
        self._ask_again()
        self.redraw()

    def _find(self, typed: str) -> None:
        self.texts.look_for(typed)
        self.redraw()

    def _write(
        self, asks: Phrase, text: str, decide: Callable[[str], Decisions], *, move_on: bool = False
    ) -> None:
        """A line to write in; what is written then decides."""
        self._begin(
            asks,
            text,
            lambda written: self._decide(lambda: decide(written), marked=move_on, move_on=move_on),
        )

    def _begin(self, asks: Phrase, text: str, take: Take, typed: Take | None = None) -> None:
        self._line.begin(asks, text, take, typed)
        self._place()
        self.redraw()

    def _place(self) -> None:
        row, column, width = box_place(self._view(), *self.size)
        self._line.stand(Offset(column, row), width)

    async def _press(self, key: str) -> None:
        if action := _PRESSED.get(key):
            await self.run_action(action)

    def _say(self, said: Spoken) -> None:
        self._scene.say(said)
        self.redraw()

    def _view(self) -> BoardView:
        scene = self._scene.view()
        return BoardView(
            self.texts,
            self._listing,
            self.look,
            scene.now,
            like=self._like(),
            hint=scene.hint,
            silent=self.silent,
            asks=self._line.asks or "",
        )


_PRESSED = {name: action for names, action in ACTIONS.items() for name in names.split(",")}
