"""The facilitator's events: what the journal holds, in order, with times. Never participants' text.

`at` is seconds since the epoch by the run's clock; `step` is 0-based in the whole session.
"""

from typing import Literal

import msgspec

from workshop.core.capture import Sort

Way = Literal["spread", "drop", "borrow"]
"""How time is saved: all that is left a little shorter, optional steps left out, a pause shorter."""
TAKES_AWAY = ("hide", "merge")
"""Decisions after which a text does not stand on the stage as it did."""
TAKEN_BACK = "taken back"
"""Stands for a decision in `Moderated` where the round's last one no longer holds."""


class Event(msgspec.Struct, frozen=True, tag_field="event", omit_defaults=True):
    """The common root."""

    at: float


class Created(Event, frozen=True, tag="created"):
    """The run was made; the room may join. In a rehearsal those who answer are made up."""

    code: str
    rehearsal: bool = False


class Moved(Event, frozen=True, tag="moved"):
    """The stage went to a step's beat; beat -1 = arrived, nothing of it had yet."""

    step: int
    beat: int


class Opened(Event, frozen=True, tag="opened"):
    """A round opened; `live` (shown at once) is fixed here."""

    step: int
    round: int
    live: bool = False


class Closed(Event, frozen=True, tag="closed"):
    """A round closed; `joined` phones were there. It can be undone until `Sealed`."""

    step: int
    round: int
    joined: int


class Reopened(Event, frozen=True, tag="reopened"):
    """A close was undone in time; what it had shown is hidden again unless it was shown before."""

    step: int
    round: int
    revealed: bool = False


class Sealed(Event, frozen=True, tag="sealed"):
    """A close is past undo: the round's key goes."""

    step: int
    round: int


class Revealed(Event, frozen=True, tag="revealed"):
    """A round's results may be shown (they wait for the floor)."""

    step: int
    round: int


class Hidden(Event, frozen=True, tag="hidden"):
    """A round's results are no longer shown."""

    step: int
    round: int


class Timed(Event, frozen=True, tag="timed"):
    """A clock was set, started, paused or given more: `left` of `total` seconds, running or not."""

    step: int
    stage: int
    total: float
    left: float
    running: bool


class Blanked(Event, frozen=True, tag="blanked"):
    """The stage went blank, or came back."""

    on: bool


class Moderated(Event, frozen=True, tag="moderated"):
    """The room decided something about texts (`hide`, `merge` …), or took its last decision back.

    Ids only: the texts, and any new wording, stand in the store.
    """

    step: int
    round: int
    decision: str
    ids: tuple[str, ...] = ()


class Spotlit(Event, frozen=True, tag="spotlit"):
    """One answer of the round on the stage stands there alone, by its id; none where that is empty."""

    step: int
    round: int
    id: str


class Unlit(Event, frozen=True, tag="unlit"):
    """The newest change of the spotlight was taken back."""


class Peeked(Event, frozen=True, tag="peeked"):
    """The desk saw texts of a round that is not over: from here on it changes by the floor at a time."""

    step: int
    round: int


class Noted(Event, frozen=True, tag="noted"):
    """The facilitator noted something down, in own words: no participant's text."""

    step: int
    sort: Sort
    text: str
    who: str = ""
    when: str = ""


class Unnoted(Event, frozen=True, tag="unnoted"):
    """The newest note was taken back."""


class Raised(Event, frozen=True, tag="raised"):
    """Hands were raised: the facilitator sent in the answers of `people` who have no phone."""

    step: int
    round: int
    people: int


class Lowered(Event, frozen=True, tag="lowered"):
    """The newest such answers of a round were taken back."""

    step: int
    round: int
    people: int


class Shortened(Event, frozen=True, tag="shortened"):
    """Time was saved on what is left: `taken` seconds of each section.

    `spread`: `shares` are what its steps' clocks keep of each section. `drop`: `steps` are left out.
    `borrow`: `steps` is the pause that gives it.
    """

    way: Way
    taken: tuple[tuple[int, float], ...]
    shares: tuple[tuple[int, float], ...] = ()
    steps: tuple[int, ...] = ()


class Unshortened(Event, frozen=True, tag="unshortened"):
    """The newest saving of time was taken back."""


class Muted(Event, frozen=True, tag="muted"):
    """The bell was silenced, or is heard again."""

    on: bool


class Ended(Event, frozen=True, tag="ended"):
    """The run is over; `joined` is the most phones that were seen."""

    joined: int


AnyEvent = (
    Created
    | Moved
    | Opened
    | Closed
    | Reopened
    | Sealed
    | Revealed
    | Hidden
    | Timed
    | Blanked
    | Moderated
    | Spotlit
    | Unlit
    | Peeked
    | Noted
    | Unnoted
    | Raised
    | Lowered
    | Shortened
    | Unshortened
    | Muted
    | Ended
)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


def encode(event: AnyEvent) -> bytes:
    """`event` as a journal record (JSON)."""
    return _encoder.encode(event)


def decode(record: bytes) -> AnyEvent:
    """The event of a journal record. Raises msgspec.DecodeError."""
    return _decoder.decode(record)
