"""What the room decides about texts: hidden, approved, merged, renamed, put into themes.

Decisions are a list of operations, kept in order, so that the last one can always be taken back. They name
texts by ids that tell neither order nor person and that die with the text.
"""

import hmac
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from workshop.core.text import clean, clean_line

ID_BYTES = 8


class Decision(msgspec.Struct, frozen=True, tag_field="decision", omit_defaults=True):
    """The common root: which texts it is about."""

    ids: tuple[str, ...]


class Hide(Decision, frozen=True, tag="hide"):
    """They are not shown; they are not deleted either."""


class Show(Decision, frozen=True, tag="show"):
    """They are shown again."""


class Approve(Decision, frozen=True, tag="approve"):
    """They may be shown, where nothing is without approval."""


class Done(Decision, frozen=True, tag="done"):
    """They have been dealt with: a question that was answered."""


class Merge(Decision, frozen=True, tag="merge"):
    """They say the same: one card, the first one's words, ×n.

    It is approved where one of them was; in a theme, where the first one is in none, with the others.
    """


class Rename(Decision, frozen=True, tag="rename"):
    """They get other words."""

    text: str = ""


class Group(Decision, frozen=True, tag="theme"):
    """They belong to a theme; to none where it is empty."""

    theme: str = ""


AnyDecision = Hide | Show | Approve | Done | Merge | Rename | Group


class Item(msgspec.Struct, frozen=True, omit_defaults=True):
    """A text as the room decided it: `times` texts in one, perhaps other words, a theme, marks."""

    id: str
    text: str
    times: int = 1
    theme: str = ""
    hidden: bool = False
    approved: bool = False
    done: bool = False
    merged: tuple[str, ...] = ()
    """The ids of the other texts in it."""

    @property
    def waits(self) -> bool:
        """Whether nobody has decided yet if it may be shown."""
        return not self.approved and not self.hidden


def cleaned(decision: AnyDecision) -> AnyDecision:
    """`decision` with its words sanitised like anybody's."""
    match decision:
        case Rename(text=text):
            return msgspec.structs.replace(decision, text=clean(text))
        case Group(theme=theme):
            return msgspec.structs.replace(decision, theme=clean_line(theme, graphemes=60))
    return decision


def identified(texts: Iterable[str], key: bytes) -> dict[str, str]:
    """`texts` by id: a keyed hash of the text and its number among equals, in an order that means nothing."""
    found: dict[str, str] = {}
    for text, times in Counter(texts).items():
        for number in range(times):
            digest = hmac.digest(key, f"{number}\0{text}".encode(), "sha256")
            found[digest[:ID_BYTES].hex()] = text
    return dict(sorted(found.items()))


def decided(written: Mapping[str, str], decisions: Iterable[AnyDecision]) -> tuple[Item, ...]:
    """Texts by id as `decisions` left them, merged ones in one, in the order of `written`."""
    items = {id: Item(id, text) for id, text in written.items()}
    for decision in decisions:
        decide(items, decision)
    return tuple(items.values())


def decide(items: dict[str, Item], decision: AnyDecision) -> None:
    """Changes `items`, by their ids, as `decision` says; what it says of others is left."""
    known = [id for id in dict.fromkeys(decision.ids) if id in items]
    if isinstance(decision, Merge):
        _merge(items, known)
        return
    for id in known:
        items[id] = _changed(items[id], decision)


def _merge(items: dict[str, Item], ids: list[str]) -> None:
    if not ids:
        return
    first, others = items[ids[0]], [items.pop(id) for id in ids[1:]]
    items[first.id] = msgspec.structs.replace(
        first,
        times=first.times + sum(other.times for other in others),
        theme=first.theme or next((other.theme for other in others if other.theme), ""),
        approved=first.approved or any(other.approved for other in others),
        merged=first.merged + tuple(id for other in others for id in (other.id, *other.merged)),
    )


def _changed(item: Item, decision: AnyDecision) -> Item:
    match decision:
        case Hide():
            return msgspec.structs.replace(item, hidden=True)
        case Show():
            return msgspec.structs.replace(item, hidden=False)
        case Approve():
            return msgspec.structs.replace(item, approved=True, hidden=False)
        case Done():
            return msgspec.structs.replace(item, done=True)
        case Rename(text=text):
            return msgspec.structs.replace(item, text=text) if text else item
        case Group(theme=theme):
            return msgspec.structs.replace(item, theme=theme)
        case _:
            return item
