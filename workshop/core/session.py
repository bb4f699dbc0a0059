"""A session as it was written: sections with a time box, each with steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from workshop.core.blocks import Blocks
from workshop.core.fields import Fields, Form, Refused
from workshop.core.gathered import Asked, Gathered, Listed
from workshop.core.place import JSON
from workshop.core.wifi import Wifi


class Step(Protocol):
    """One thing on the stage. Its kind (kinds/kind.py) implements this; core knows no more of it."""

    @property
    def name(self) -> str:
        """The kind's name: `slide`, `open` …"""

    @property
    def main(self) -> str:
        """The kind's main text."""

    @property
    def notes(self) -> str | None:
        """The facilitator's notes."""

    @property
    def id(self) -> str | None:
        """What other steps call it."""

    @property
    def title(self) -> str | None:
        """A short name for lists, where the main text is long."""

    @property
    def optional(self) -> bool:
        """Whether it may be skipped where time is short."""

    @property
    def asks(self) -> bool:
        """Whether phones get a form."""

    @property
    def live(self) -> bool:
        """Whether results are shown while the round is open."""

    @property
    def exempt(self) -> bool:
        """Whether its texts are shown as written, and no floor holds them (said to whoever writes)."""

    @property
    def approves(self) -> bool:
        """Whether each text is shown once it is approved."""

    @property
    def source(self) -> str | None:
        """The id of the step whose answers it feeds on (`from:`)."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Under which names its contributions hold texts, which the room can decide about."""

    @property
    def feeds(self) -> bool:
        """Whether later steps can choose among its texts."""

    @property
    def compares(self) -> bool:
        """Whether its results are to be compared with the step of its kind before it."""

    def feed(self, gathered: Gathered) -> tuple[str, ...]:
        """What a later step can choose from: its themes where it is grouped, else its texts."""

    def listed(self, gathered: Gathered) -> tuple[Listed, ...]:
        """What has been approved so far: `Asked.listed` of the open round."""

    def waiting(self, asked: Asked, mine: Sequence[JSON]) -> tuple[str, ...]:
        """Those of my texts that wait for approval, as I wrote them."""

    def stages(self) -> tuple[int | None, ...]:
        """Seconds of each beat that keeps time (None: no clock); one beat unless the kind says otherwise."""

    def ask(self, asked: Asked) -> Blocks:
        """The question itself."""

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """What one phone fills in; `mine` = what it has sent already."""

    def accept(self, form: Form, asked: Asked, mine: Sequence[JSON]) -> tuple[JSON, ...] | Refused:
        """A sent form as contributions; empty = abstained."""

    def show(self, gathered: Gathered) -> Blocks:
        """The results."""

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """The results as flat records."""


@dataclass(frozen=True)
class Section:
    """A part of the session; `seconds` is its time box (None: none given).

    `at` is when it starts and not before: a local time of day, in seconds since midnight (None: when the one
    before it is over).
    """

    title: str
    seconds: int | None
    steps: tuple[Step, ...]
    at: int | None = None


@dataclass(frozen=True)
class Session:
    """A whole session. `language` is a tag of workshop/language.py, `reveal_from` the floor in people."""

    title: str
    language: str
    reveal_from: int
    sections: tuple[Section, ...]
    wifi: Wifi | None = None

    def __iter__(self) -> Iterator[tuple[int, Step]]:
        """Every step with the 0-based number of its section."""
        for number, section in enumerate(self.sections):
            for step in section.steps:
                yield number, step

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step in order."""
        return tuple(step for _, step in self)
