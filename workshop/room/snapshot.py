"""The snapshot: everything the stage may show now, and nothing it may not.

`do status` prints it as JSON; the stage draws it. `now` and `ends` are the run's clock in seconds since the
epoch, so that a reader whose own clock differs can still count down.
"""

import msgspec

from workshop.core.blocks import Blocks


class ClockNow(msgspec.Struct, frozen=True):
    """The step's clock: seconds `left` of `total` (below zero in overtime); `ends` while it runs."""

    total: float
    left: float
    running: bool
    ends: float | None = None


class Snapshot(msgspec.Struct, frozen=True):
    """The state of a run as the stage shows it. Steps and sections count from 1, null in the lobby."""

    run: str
    code: str
    title: str
    language: str
    state: str
    section: int | None
    section_title: str | None
    step: int | None
    steps: int
    kind: str | None
    id: str | None
    round: int | None
    open: bool
    revealed: bool
    blanked: bool
    joined: int
    answered: int
    needed: int
    timer: ClockNow | None
    blocks: Blocks
    now: float
    sections: int
    abstained: int = 0
    asks: bool = False
    """Whether the step on the stage collects answers."""
    live: bool = False
    """Whether its results are shown while the round is open."""
    showing: bool = False
    """Whether `blocks` are results (else the question)."""
    withheld: bool = False
    """Whether results are asked for but wait for the floor, or for the next few people."""
    undo_until: float | None = None
    """Until when the newest close can be undone."""
    last: bool = False
    """Whether no beat is left: what comes next is `end`."""
    floor: int = 5
    join_url: str = ""
    version: int = 0
    """Grows with every change; a reader may leave out what it has drawn."""
    noted: int = 0
    """How many notes the facilitator has made; not what stands in them."""
    reached: bool = False
    """Whether another device than this computer has loaded the page since the hub started."""
    spotlight: bool = False
    """Whether `blocks` are one answer alone on a card."""
    reachable: bool = True
    """Whether phones can come in at `join_url` now."""
    rehearsal: bool = False
    """Whether this is a rehearsal: those who answer are made up."""
    speed: float = 1.0
    """Seconds of the run's clock in a real one: 1 but in a rehearsal."""
    by_hand: int = 0
    """How many of those who answered had no phone."""
    wifi: str = ""
    """The name of the Wi-Fi that the session has phones join; not how."""
    muted: bool = False
    """Whether the bell is silent."""


_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Snapshot] = msgspec.json.Decoder(Snapshot)


def encode(snapshot: Snapshot) -> bytes:
    """`snapshot` as JSON."""
    return _encoder.encode(snapshot)


def decode(data: bytes) -> Snapshot:
    """The snapshot of JSON that `encode` made. Raises msgspec.DecodeError."""
    return _decoder.decode(data)
