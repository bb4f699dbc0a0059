"""What a phone's page says: which sheet it is, and the values for its template. No HTTP, no HTML."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from workshop.core.clock import of_day, span
from workshop.core.fields import Fields, Text, texts
from workshop.core.phrases import Phrase, Words, phrase
from workshop.core.place import JSON, Place
from workshop.core.session import Step
from workshop.errors import Refusal
from workshop.hub import blocks, forms
from workshop.kinds.parking import TITLE
from workshop.language import Language
from workshop.room.phone import Phase, PhoneState
from workshop.room.room import Room

Name = Literal["lobby", "listen", "waiting", "form", "receipt", "closed", "ended"]
Mine = tuple[JSON, ...] | None


class Look(NamedTuple):
    """What one phone wants to see. `place` None: wherever the room is; `part` leaves the frame out."""

    language: Language
    token: bytes | None = None
    place: Place | None = None
    part: bool = False
    change: bool = False
    sent: bool = False
    withdrawn: bool = False
    reloads: bool = False


class Other(NamedTuple):
    """A round that is open besides the one on the page."""

    place: str
    prompt: str
    mine: bool


@dataclass(frozen=True)
class View:
    """One phone's view of the room."""

    room: Room
    look: Look

    @cached_property
    def state(self) -> PhoneState:
        """What every phone may know."""
        return self.room.phone()

    @property
    def place(self) -> Place | None:
        """The round that the page is about."""
        return self.look.place or self.state.place

    @property
    def current(self) -> bool:
        """Whether the page is about what the room is doing."""
        return self.look.place in (None, self.state.place)

    @property
    def phase(self) -> Phase:
        """Where that round stands."""
        if self.current or self.look.place is None:
            return self.state.phase
        return self.room.phase(self.look.place)

    @cached_property
    def mine(self) -> Mine:
        """What this phone has sent to it."""
        if self.place is None or self.look.token is None:
            return None
        return self.room.mine(self.place, self.look.token)

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """What of it waits for approval."""
        if self.place is None or self.look.token is None or not self.mine:
            return ()
        return self.room.waiting(self.place, self.look.token)

    @property
    def cookieless(self) -> bool:
        """Whether this phone has sent something that it cannot be known by."""
        return self.look.sent and self.look.token is None

    @property
    def name(self) -> Name:
        """Which sheet."""
        phase = self.phase
        if phase == "open":
            return self._open_sheet()
        return "closed" if phase == "sealed" else phase

    def _open_sheet(self) -> Name:
        if self.current and not self.fields:
            return "listen"  # a step that feeds on an earlier one, which gave nothing to choose from
        # Nobody skips the parking lot: what is empty there is a place to write.
        answered = bool(self.mine) if self.aside else self.mine is not None
        return "receipt" if (answered or self.cookieless) and not self.look.change else "form"

    @property
    def aside(self) -> bool:
        """Whether the page is about the parking lot."""
        return self.place == self.room.parking

    @property
    def exempt(self) -> bool:
        """Whether what is written there is shown as written, and not by the floor."""
        return self._step is not None and self._step.exempt

    @property
    def approved(self) -> bool:
        """Whether each of it is approved first."""
        return self._step is not None and self._step.approves

    @property
    def _step(self) -> Step | None:
        try:
            return self.room.step(self.place) if self.place is not None else None
        except Refusal:
            return None

    @property
    def prompt(self) -> Words:
        """The question that the page is about."""
        if self.current:
            return self.state.prompt
        return prompt_of(self.room, self.look.place)

    @cached_property
    def fields(self) -> Fields:
        """The fields of an open round with what is mine in them."""
        if self.place is None or self.phase != "open":
            return ()
        return self.room.form(self.place, self.look.token or b"")

    @property
    def joined(self) -> int:
        """How many are there; only the lobby says so."""
        return self.room.snapshot().joined if self.state.phase == "lobby" else 0

    @cached_property
    def others(self) -> list[Other]:
        """Rounds that are open besides."""
        return [
            Other(path_of(other.place), other.prompt, self._sent_to(other.place))
            for other in self.state.also_open
            if other.place != self.place
        ]

    def _sent_to(self, place: Place) -> bool:
        return self.look.token is not None and self.room.mine(place, self.look.token) is not None


def path_of(place: Place) -> str:
    """A round in an address: its step counted from 1, as on the stage, and its number."""
    return f"{place.step + 1}/{place.round}"


def address_of(room: Room, place: Place | None) -> str:
    """Where a round has its page; the room's own where there is none."""
    if place is None:
        return f"/{room.code}"
    return f"/{room.code}/{'parking' if place == room.parking else path_of(place)}"


def prompt_of(room: Room, place: Place | None) -> Words:
    """A round's question; nothing where there is no such round."""
    if place == room.parking:
        return TITLE
    try:
        return room.step(place).main if place is not None else ""
    except Refusal:
        return ""


def values(view: View) -> dict[str, Any]:
    """The values of a view's template."""
    name, fields = view.name, view.fields
    found = frame(view) | {
        "sheet": name,
        "mine": view.mine,
        "fields": fields,
        "owned": forms.in_words(fields),
        "waits": bool(view.waiting),
        "standings": _standings(view),
        "warnings": _said(_warnings(view), view.look.language),
        "written": any(isinstance(field, Text) for field in fields),
        "privacy": _said(_privacy(view, fields), view.look.language),
        "promise": _said(_promise(view, fields), view.look.language),
        "told_of": _said(_told_of(view), view.look.language),
        "cookieless": view.cookieless,
        "withdrawn": view.look.withdrawn,
        "reloads": view.look.reloads,
        "refresh": _refresh(view, name),
    }
    return found | _shown(view, name)


def frame(view: View) -> dict[str, Any]:
    """The values that every page about the room has."""
    state, base = view.state, address_of(view.room, None)
    address = address_of(view.room, view.place)
    steps = view.current and state.phase not in ("lobby", "ended")
    return {
        "base": base,
        "run": view.room.run,
        "rehearsal": view.room.state.rehearsal,
        "speed": view.room.clock.speed,
        "state": state,
        "open_places": " ".join(map(path_of, _open_places(view.room))),
        "parking": None if state.phase == "ended" else address_of(view.room, view.room.parking),
        "aside": view.aside,
        "where": state.section_title if steps else state.title,
        "clock": clock(state, view.look.language) if steps else "",
        "joined": view.joined,
        "prompt": view.prompt,
        "place": None if view.place is None else path_of(view.place),
        "address": address,
        "current": view.current,
        "elsewhere": not view.current,
        "here": base if view.current and not view.look.sent else address,
        "others": view.others,
    }


def _shown(view: View, name: Name) -> dict[str, Any]:
    state = view.state
    question = () if state.showing or not view.current else state.blocks
    return {
        "headline": blocks.headline(state.blocks),
        "under": blocks.under_heading(state.blocks),
        "beside": blocks.beside_form(question),
        "results": state.blocks if state.showing and view.current and name != "form" else (),
        "back_at": of_day(state.ends) if state.ends is not None else "",
    }


def _refresh(view: View, name: Name) -> str | bool:
    """Where a phone without a script goes by itself: nowhere unless it asked, or while somebody may write.

    A page that loads anew while it is being read is a barrier (WCAG 2.2.1); so nobody gets one unasked.
    """
    if not view.look.reloads or name in ("form", "ended"):
        return False
    return True if view.cookieless else f"/{view.room.code}"


def clock(state: PhoneState, language: Language) -> str:
    """The step's clock in words; empty where there is none."""
    # A phone without a script shows no count that would stand still and so be wrong.
    if state.ends is not None:
        return phrase("until {time}", time=of_day(state.ends)).said(language)
    return f"({span(state.left)})" if state.left is not None else ""


def _privacy(view: View, fields: Fields) -> list[Phrase]:
    if fields and not forms.asks_for_words(fields):
        return [
            phrase("Anonymous. The result is shown only when at least {n} have answered.", n=view.state.floor)
        ]
    return [
        phrase(
            "Anonymous. We ask for no name. "
            "Your wording may still reveal you, so write only what you want to share."
        )
    ]


def _warnings(view: View) -> list[Phrase]:
    """What somebody must know before they write."""
    if not view.exempt:
        return []
    return [_as_written(view), phrase("It is not held back until several have written.")]


def _as_written(view: View) -> Phrase:
    if view.approved:
        return phrase("What you write is shown as written, after approval.")
    return phrase("What you write is shown to everybody as written, moments after you have sent it.")


def _standings(view: View) -> dict[str, Phrase]:
    """How each of my texts stands that needs approval."""
    if not view.approved or view.place is None:
        return {}
    names = view.room.step(view.place).texts
    mine = [text for name in names for text in texts(view.mine or (), name)]
    approved = dict.fromkeys(mine, phrase("Approved"))
    return approved | dict.fromkeys(view.waiting, phrase("Waiting for approval"))


def _promise(view: View, fields: Fields) -> list[Phrase]:
    floor = view.state.floor
    unknown = phrase("Once the round is closed, nobody can see which answer is yours.")
    if view.aside:
        unknown = phrase("Once the workshop is over, nobody can see which of it is yours.")
    if view.exempt:
        return [_as_written(view), unknown]
    if view.current and view.state.live:
        return [phrase("Answers are shown as they come, at least {n} at a time.", n=floor), unknown]
    if forms.asks_for_words(fields):
        return [phrase("Answers are shown together and in random order."), unknown]
    return [phrase("Answers are shown together, when at least {n} have answered.", n=floor), unknown]


def _told_of(view: View) -> list[Phrase]:
    state, sealed = view.state, view.phase == "sealed"
    if not view.current:
        unlinked = [phrase("The answers can no longer be linked to any phone.")] if sealed else []
        return [phrase("It takes no more answers."), *unlinked]
    unlinked = [phrase("They can no longer be linked to any phone.")] if sealed else []
    if state.showing:
        return [phrase("The answers are on the screen now."), *unlinked]
    if state.needed:
        return [phrase("Too few have answered for anything to be shown."), *unlinked]
    return [phrase("The answers have not been shown yet."), *unlinked]


def _open_places(room: Room) -> list[Place]:
    """Every round that takes answers."""
    always = [] if room.state.state == "ended" else [room.parking]
    return [*room.state.open_places(), *always]


def _said(phrases: list[Phrase], language: Language) -> list[str]:
    return [words.said(language) for words in phrases]
