"""Fields: what a step asks of one person, in words and limits, with no surface in them.

A Field reads its own values out of a sent form, so a kind seldom needs to. What it reads is a tuple of
contributions, each `{name: value}`: one idea, one tick, one rating, so that each can be stored by itself.
"""

from collections.abc import Sequence

from workshop.core.fields.order import Order
from workshop.core.fields.pick import OTHER, Pick
from workshop.core.fields.pledge import Pledge
from workshop.core.fields.rate import Rate
from workshop.core.fields.root import Field, Form, Read, Refused
from workshop.core.fields.share import Share
from workshop.core.fields.spot import Ends, Spot
from workshop.core.fields.text import Text
from workshop.core.place import JSON
from workshop.core.text import clean

__all__ = [
    "OTHER",
    "AnyField",
    "Ends",
    "Field",
    "Fields",
    "Form",
    "Order",
    "Pick",
    "Pledge",
    "Rate",
    "Read",
    "Refused",
    "Share",
    "Spot",
    "Text",
    "lists",
    "numbers",
    "read_all",
    "texts",
    "values",
]

AnyField = Text | Pick | Rate | Order | Share | Spot | Pledge
Fields = tuple[AnyField, ...]


def read_all(fields: Fields, form: Form) -> Read:
    """The contributions of all `fields`, or the first refusal."""
    found: list[JSON] = []
    for field in fields:
        read = field.read(form)
        if isinstance(read, Refused):
            return read
        found.extend(read)
    return tuple(found)


def values(contributions: Sequence[JSON], name: str) -> list[JSON]:
    """What `contributions` hold under `name`, in their order."""
    return [item[name] for item in contributions if isinstance(item, dict) and name in item]


def texts(contributions: Sequence[JSON], name: str) -> tuple[str, ...]:
    """The texts under `name`, cleaned once more; what nothing is left of is none."""
    cleaned = (clean(value) for value in values(contributions, name) if isinstance(value, str))
    return tuple(text for text in cleaned if text)


def numbers(contributions: Sequence[JSON], name: str) -> tuple[int, ...]:
    """The whole numbers under `name`."""
    return tuple(v for v in values(contributions, name) if isinstance(v, int) and not isinstance(v, bool))


def lists(contributions: Sequence[JSON], name: str) -> tuple[tuple[int, ...], ...]:
    """The lists of whole numbers under `name`: ballots, shares, spots."""
    found = [value for value in values(contributions, name) if isinstance(value, list)]
    return tuple(tuple(n for n in value if isinstance(n, int)) for value in found)
