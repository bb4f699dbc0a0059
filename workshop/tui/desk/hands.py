"""Raised hands: the sheet on which the facilitator sends in what people without a phone answer."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from workshop.core.fields import Fields
from workshop.core.hand import Hand
from workshop.core.phrases import phrase, phrases
from workshop.errors import Refusal
from workshop.language import Spoken
from workshop.tui.client import Client
from workshop.tui.contact import Contact
from workshop.tui.draw import Frame
from workshop.tui.draw.ink import fill, shorten, spell, write
from workshop.tui.draw.picture import NOTHING, Picture, layer, right, stack
from workshop.tui.screens.sheet import Sheet, lay_out

from .ballot import Ballot, Kind, Line
from .listing import MEASURE, Span, Window
from .scene import DeskScene

_MARK = 2
_SILENT = phrase("The hub does not answer. Try again.")
_KEYS = phrase("↑ ↓ choose · Enter counts them · Esc goes back")
_FORMLESS = phrase("This round has nothing that can be answered for somebody else.")


class FormCame(Message):
    """What is asked, or why nothing is."""

    def __init__(self, found: Fields | Spoken) -> None:
        super().__init__()
        self.found = found


class Counted(Message):
    """The hands are counted; or `refused` says why not."""

    def __init__(self, refused: Spoken | None) -> None:
        super().__init__()
        self.refused = refused


class HandsScreen(Sheet[int]):
    """Numbers and words go where the mark stands, Enter counts them. Gives how many people, None for none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "go(1)", show=False),
        Binding("up,shift+tab", "go(-1)", show=False),
        Binding("right", "add(1)", show=False),
        Binding("left", "add(-1)", show=False),
        Binding("enter", "send", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, scene: DeskScene, contact: Contact) -> None:
        super().__init__(scene.look)
        shot = scene.snapshot
        self._step, self._contact = shot.step or 0, contact
        self._ballot: Ballot | None = None
        self._window = Window()
        self._said: Spoken | None = (
            None if shot.open else phrase("This round takes no answers: `o` opens it.")
        )
        self._sending = False

    def on_mount(self) -> None:
        """Asks what is asked."""
        if self._said is None:
            self._contact.fetch(
                self._form, lambda found: self.post_message(FormCame(_SILENT if found is None else found))
            )

    def on_form_came(self, message: FormCame) -> None:
        """Lays the lines out."""
        if isinstance(message.found, tuple):
            self._ballot = Ballot(message.found)
            self._said = None if self._ballot.lines else _FORMLESS
        else:
            self._said = message.found
        self.redraw()

    def on_counted(self, message: Counted) -> None:
        """Goes, or says why what stands there cannot be counted; it stays as it was written."""
        self._sending = False
        if message.refused is None:
            self.leave(self._ballot.people if self._ballot else 0)
        else:
            self._said = message.refused
            self.redraw()

    def draw(self, columns: int, rows: int) -> Frame:
        """The lines, and under them what can be done or what there is to say."""
        look = self.look
        keys = _KEYS if self._ballot and self._ballot.lines else phrase("Esc goes back")
        said = ((self._said if keys is _KEYS else None) or keys).said(look.language)
        title = look.text("For people without a phone")
        return lay_out(look, columns, rows, title=title, body=self._body, foot=shorten(said, columns - 4))

    def on_key(self, event: events.Key) -> None:
        """Letters, digits and Backspace change the line with the mark."""
        line = self._ballot.here if self._ballot else None
        if line is None:
            return
        if event.key == "backspace":
            line.value = line.value[:-1]
        elif event.is_printable and event.character:
            line.write(event.character)
        else:
            return
        event.stop()
        self._changed()

    def on_paste(self, event: events.Paste) -> None:
        """Harmless words on one line."""
        event.stop()
        if self._ballot and self._ballot.here:
            self._ballot.here.write(self.look.line(event.text))
            self._changed()

    def action_go(self, by: int) -> None:
        """To another line."""
        if self._ballot:
            self._ballot.move(by)
            self.redraw()

    def action_add(self, by: int) -> None:
        """One more, or one fewer."""
        if self._ballot and self._ballot.here:
            self._ballot.here.add(by)
            self._changed()

    def action_send(self) -> None:
        """Has them counted, once."""
        hands = self._ballot.hands() if self._ballot else ()
        if hands and not self._sending:
            self._sending = True
            self._contact.fetch(
                lambda client: (self._count(client, hands),),
                lambda done: self.post_message(Counted(done[0] if done else _SILENT)),
            )

    def action_leave(self) -> None:
        """Back to the desk; nothing is counted."""
        self.leave()

    def _form(self, client: Client) -> Fields | Spoken:
        try:
            return client.form(self._step)
        except Refusal as refusal:
            return refusal.reason

    def _count(self, client: Client, hands: tuple[Hand, ...]) -> Spoken | None:
        try:
            client.raise_hands(self._step, hands)
        except Refusal as refusal:
            return refusal.reason
        return None

    def _changed(self) -> None:
        self._said = None
        self.redraw()

    def _body(self, width: int, height: int) -> Picture:
        if self._ballot is None or not self._ballot.lines:
            said = self._said.said(self.look.language) if self._said else ""
            return write(said, width, self.look.style(self.look.palette.ink)) if said else NOTHING
        width = min(width, MEASURE)
        head, foot = self._what(width), self._total(width)
        lines, spans = self._lines(width)
        self._window.height = max(1, height - head.height - foot.height - 2)
        if spans:
            self._window.show(spans[self._ballot.at])
        return stack([head, self._window.cut(lines), foot], gap=1)

    def _what(self, width: int) -> Picture:
        ballot = self._ballot
        said = phrase("How many answer what?" if ballot and ballot.counts else "What do they answer?")
        return write(self.look.line(said), width, self.look.style(self.look.palette.quiet, bold=False))

    def _total(self, width: int) -> Picture:
        people = self._ballot.people if self._ballot else 0
        said = phrases("{n} person", "{n} people", people)
        return right(spell((self.look.line(said), self.look.style(self.look.palette.ink))), width - 1)

    def _lines(self, width: int) -> tuple[Picture, list[Span]]:
        assert self._ballot is not None
        pictures, spans, row = [], [], 0
        for line in self._ballot.lines:
            picture = self._line(line, width, here=line is self._ballot.here)
            spans.append(Span(row, row + picture.height))
            row += picture.height
            pictures.append(picture)
        return stack(pictures), spans

    def _line(self, line: Line, width: int, *, here: bool) -> Picture:
        """A label with what is written beside it, under it where that is words; on a card with the mark."""
        look, colours = self.look, self.look.palette
        on = colours.card if here else colours.paper
        ink, quiet = look.style(colours.ink, on=on), look.style(colours.quiet, bold=False, on=on)
        entry = self._entry(line, on, here=here)
        room = width - _MARK - (2 if line.kind is Kind.TEXT else entry.width + 3)
        label = write(look.line(line.label), room, ink if here else quiet)
        if line.kind is Kind.TEXT:
            cursor = "▏" if here else ""
            typed = write((look.line(line.value) or "") + cursor or "…", room, ink)
            rows = stack([label, typed]).moved(right=_MARK)
        else:
            rows = layer([label.moved(right=_MARK), right(entry, width - 1)])
        if not here:
            return rows
        mark = fill(1, rows.height, look.style(colours.accent, on=on), "▌")
        return layer([fill(width, rows.height, ink), mark, rows])

    def _entry(self, line: Line, on: str, *, here: bool) -> Picture:
        look, colours = self.look, self.look.palette
        value = ("✓" if line.value else "–") if line.kind is Kind.TICK else line.value or "–"
        return spell(
            (look.line(line.hint) + "  " if line.hint else "", look.style(colours.quiet, bold=False, on=on)),
            (value.rjust(4), look.style(colours.accent if here else colours.ink, on=on)),
        )
