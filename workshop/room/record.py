"""The record: a run as plain data with everything withheld already left out. All notes are made from it.

Times are seconds since the epoch, durations seconds. Whoever is not entitled to a text never receives it.
"""

from typing import Any, Literal

import msgspec

from workshop.core.blocks import Blocks
from workshop.core.capture import Captured

Withheld = Literal["floor", "never shown", "open"]
"""Why a round's content is left out: fewer people than the floor, never shown to the room, still open."""


class RoundRecord(msgspec.Struct, frozen=True):
    """One round: who took part in numbers, and its results unless `withheld` says why not."""

    round: int
    answered: int
    abstained: int
    joined: int
    withheld: Withheld | None
    blocks: Blocks
    rows: list[dict[str, Any]]
    by_hand: int = 0
    """How many of those who answered had no phone."""


class StepRecord(msgspec.Struct, frozen=True):
    """One step: `step` is 1-based in the session. `blocks` are the step itself (a slide, or the question)."""

    step: int
    kind: str
    id: str | None
    prompt: str
    title: str | None
    asks: bool
    visited: bool
    blocks: Blocks
    rounds: tuple[RoundRecord, ...] = ()


class SectionRecord(msgspec.Struct, frozen=True):
    """One section: planned and actual seconds, and the stretches of time the stage was in it."""

    title: str
    planned: int | None
    actual: float | None
    spans: tuple[tuple[float, float], ...]
    steps: tuple[StepRecord, ...]


class CapturedRecord(Captured, frozen=True, kw_only=True):
    """What the facilitator noted down; `step` is 1-based here, in the section `section_title`."""

    section_title: str


class Record(msgspec.Struct, frozen=True):
    """A whole run."""

    run: str
    title: str
    language: str
    floor: int
    state: str
    started: float | None
    ended: float | None
    now: float
    joined: int
    sections: tuple[SectionRecord, ...]
    captured: tuple[CapturedRecord, ...] = ()
    rehearsal: bool = False
    """Whether those who answered are made up."""


def encode(record: Record) -> bytes:
    """`record` as JSON."""
    return msgspec.json.encode(record)


def decode(data: bytes) -> Record:
    """The record of JSON that `encode` made. Raises msgspec.DecodeError."""
    return msgspec.json.decode(data, type=Record)
