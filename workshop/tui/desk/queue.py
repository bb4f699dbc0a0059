"""The queue: what the room wrote is read here before anybody sees it, and approved or hidden by a key."""

from contextlib import suppress
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from workshop.core.moderation import AnyDecision, Approve, Done, Hide, Show
from workshop.core.phrases import Words, phrase
from workshop.errors import Refusal
from workshop.room.desk import Desk
from workshop.tui.client import Client
from workshop.tui.contact import Contact
from workshop.tui.draw import Frame
from workshop.tui.draw.ink import shorten, write
from workshop.tui.draw.picture import NOTHING, Picture
from workshop.tui.screens.sheet import Sheet, lay_out

from .asking import Asking
from .listing import Span, Window, draw_list
from .scene import DeskScene
from .texts import Group, Texts


class QueueCame(Message):
    """The texts as the hub gave them; None where it did not answer."""

    def __init__(self, groups: tuple[Group, ...] | None) -> None:
        super().__init__()
        self.groups = groups


class QueueScreen(Sheet[None]):
    """↑ ↓ point at a text, a letter decides about it. It follows the room for as long as it is there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "point(1)", show=False),
        Binding("up", "point(-1)", show=False),
        Binding("a,A", "approve", show=False),
        Binding("h,H", "hide", show=False),
        Binding("d,D", "finish", show=False),
        Binding("u,U", "undo", show=False),
        Binding("escape,k,K", "leave", show=False),
    ]

    def __init__(self, scene: DeskScene, contact: Contact) -> None:
        super().__init__(scene.look)
        self.texts, self.silent = Texts(), False
        self._scene, self._contact, self._window = scene, contact, Window()
        self._spans: tuple[Span, ...] = ()
        self._asking = Asking(self._fetch, self.set_timer, lambda: scene.snapshot.version)

    def on_mount(self) -> None:
        """Asks for the texts."""
        self.ask(self._scene.snapshot.version)

    def ask(self, version: int, *, fresh: bool = False) -> None:
        """Asks for the texts as they are at that version of the snapshot; `fresh`: versions count anew."""
        self._asking.ask(version, fresh=fresh)

    def on_queue_came(self, message: QueueCame) -> None:
        """Takes the texts in. The last ones stand while no hub answers."""
        self.silent = message.groups is None
        if message.groups is not None:
            self.texts.fill(message.groups)
        self.redraw()
        self._asking.came(answered=not self.silent)

    def draw(self, columns: int, rows: int) -> Frame:
        """The texts, and under them the keys or what there is to say."""
        look = self.look
        keys = look.text("a approve · h hide/show · d answered · u undo · Esc back")
        foot = shorten(look.line(self._scene.view().hint) or keys, columns - 4)
        return lay_out(look, columns, rows, title=look.text("Queue"), body=self._body, foot=foot, needs=rows)

    def action_point(self, by: int) -> None:
        """Points at the next or the previous text; one that goes on over the edge is turned first."""
        at = self.texts.at
        if at is None or not self._window.turn(by, self._spans[at]):
            self.texts.move(by)
        self.redraw()

    def action_approve(self) -> None:
        """The room may see it; a hidden one is shown again."""
        if (text := self.texts.pointed) and (text.item.hidden or not text.item.approved):
            self._decide(Approve((text.item.id,)))

    def action_hide(self) -> None:
        """The room may not see it; nothing is deleted. A hidden one stands again as it stood before."""
        if text := self.texts.pointed:
            self._decide((Show if text.item.hidden else Hide)((text.item.id,)))

    def action_finish(self) -> None:
        """It has been answered."""
        if (text := self.texts.pointed) and not text.item.done:
            self._decide(Done((text.item.id,)))

    def action_undo(self) -> None:
        """Takes the newest decision back."""
        self._contact.press("undo")

    def action_leave(self) -> None:
        """Back to the desk."""
        self.leave()

    def _decide(self, decision: AnyDecision) -> None:
        if self.texts.pointed is not None:
            self._contact.decide(self.texts.pointed.step, decision)

    def _fetch(self) -> None:
        self._contact.fetch(_groups, lambda groups: self.post_message(QueueCame(groups)))

    def _body(self, width: int, height: int) -> Picture:
        if not self.texts.groups:
            said = self.look.text("The texts are with the hub, which does not answer.")
            return write(said, width, self.look.style(self.look.palette.ink)) if self.silent else NOTHING
        listing = draw_list(self.texts, self.look, width)
        self._spans, self._window.height = listing.spans, height
        if self.texts.at is not None:
            self._window.show(self._spans[self.texts.at])
        return self._window.cut(listing.picture)


def _groups(client: Client) -> tuple[Group, ...]:
    """The texts of every step of the queue, its own first. Raises HubError."""
    desk = client.desk()
    groups = []
    for step in desk.queue.steps:
        with suppress(Refusal):  # it is not open any more
            groups.append(Group(step, _title(desk, step), client.texts(step)))
    return tuple(groups)


def _title(desk: Desk, step: int) -> Words:
    return desk.steps[step - 1].text if step <= len(desk.steps) else phrase("Parking lot")
