"""The contract of a kind of step: a frozen model whose fields are the YAML keys, and what draws it.

A kind imports no surface. It says what it asks in Fields (core/fields.py) and what it shows in Blocks
(core/blocks.py); the docstrings of its fields are the texts of the JSON Schema.
"""

from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from workshop.core.blocks import Blocks, Heading
from workshop.core.fields import Fields, Form, Refused, read_all
from workshop.core.gathered import Asked, Gathered, Listed
from workshop.core.place import JSON
from workshop.kinds.values import Duration, Id, Line, Prose, Truth

COMMON_KEYS = frozenset({"notes", "minutes", "id", "title", "optional", "reveal", "from"})
"""Keys that a step of any kind may have; no kind may be called one of them."""


class Kind(BaseModel):
    """A step that asks nothing. `name` is its key in the session file and the field of its main text."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, strict=False)

    name: ClassVar[str]
    asks: ClassVar[bool] = False
    feeds: ClassVar[bool] = False
    """Whether later steps can choose among its texts (`from:`)."""
    compares: ClassVar[bool] = False
    """Whether its results are compared with the step of its kind before it."""

    notes: Prose | None = None
    """Notes for the facilitator; nobody else sees them."""
    minutes: Duration | None = None
    """The step's time box: 5 and 2.5 are minutes, 5:30 is minutes and seconds."""
    id: Id | None = None
    """A name by which a later step can refer to this one."""
    title: Line | None = None
    """A short name for lists."""
    optional: Truth = False
    """Whether it may be skipped where time is short: true or false. The desk offers it then."""

    @property
    def main(self) -> str:
        """The main text."""
        return str(getattr(self, self.name))

    @property
    def live(self) -> bool:
        """Whether results are shown while the round is open."""
        return False

    @property
    def exempt(self) -> bool:
        """Whether its texts are shown as written, and no floor holds them."""
        return False

    @property
    def approves(self) -> bool:
        """Whether each text is shown once it is approved."""
        return False

    @property
    def texts(self) -> tuple[str, ...]:
        """Under which names its contributions hold texts, which the room can hide, merge and group."""
        return ()

    @property
    def source(self) -> str | None:
        """The id of the step that this one feeds on."""
        return None

    def stages(self) -> tuple[int | None, ...]:
        """Seconds of each beat's clock (None: no clock)."""
        return (self.minutes,)

    def ask(self, asked: Asked) -> Blocks:
        """Blocks of the step itself, before any result."""
        return (Heading(self.main),)

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """What one phone fills in; `mine` is what it has sent to the open round."""
        return ()

    def accept(self, form: Form, asked: Asked, mine: Sequence[JSON]) -> tuple[JSON, ...] | Refused:
        """A sent form as contributions, or why not. Sending replaces all of mine; empty = abstained."""
        return read_all(self.form(asked, ()), form)

    def show(self, gathered: Gathered) -> Blocks:
        """Blocks of the results; only called when they may be shown."""
        return self.ask(gathered.asked)

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """The results as flat records, every contribution once."""
        return []

    def feed(self, gathered: Gathered) -> tuple[str, ...]:
        """What a later step can choose from: its themes where it is grouped, else its texts."""
        return ()

    def listed(self, gathered: Gathered) -> tuple[Listed, ...]:
        """What has been approved so far: `Asked.listed` of the open round."""
        return ()

    def waiting(self, asked: Asked, mine: Sequence[JSON]) -> tuple[str, ...]:
        """Those of my texts that wait for approval, as I wrote them."""
        return ()


class AskingKind(Kind):
    """A step that collects answers through the phones."""

    asks: ClassVar[bool] = True

    reveal: Literal["live", "held"] = "held"
    """`held`: results wait until they are shown; `live`: shown as they come, a few people at a time."""

    @property
    def live(self) -> bool:
        """Whether results are shown while the round is open."""
        return self.reveal == "live"


def themes_or_texts(gathered: Gathered, name: str) -> tuple[str, ...]:
    """The themes under `name`, the largest first; where nothing is grouped, the texts, each once."""
    cards = gathered.cards(name)
    themes = tuple(dict.fromkeys(card.theme for card in cards if card.theme))
    return themes or tuple(dict.fromkeys(card.text for card in cards))


def text_rows(gathered: Gathered, name: str, key: str = "text") -> list[dict[str, Any]]:
    """A record for each text under `name` that may be seen, as often as it was written, with its theme."""
    rows: list[dict[str, Any]] = []
    for item in gathered.visible(name):
        theme = {"theme": item.theme} if item.theme else {}
        rows += [{key: item.text, **theme}] * item.times
    return rows
