"""Fields on a phone: what was sent put back into them, and what they hold read back in words.

Their HTML stands in `templates/fields/`, a file a kind of Field.
"""

from collections.abc import Sequence

import msgspec

from workshop.core.fields import AnyField, Fields, Form, Order, Pick, Pledge, Rate, Share, Spot, Text
from workshop.core.phrases import Words, phrase
from workshop.core.text import clean


class Own(msgspec.Struct, frozen=True):
    """One thing that this phone has sent: what it answers to (may be empty), and the answer."""

    label: Words
    text: Words


def filled(fields: Fields, form: Form) -> Fields:
    """`fields` holding what `form` sent, so that nobody has to write anything twice."""
    return tuple(_fill(field, form) for field in fields)


def in_words(fields: Fields) -> list[Own]:
    """What the fields hold, as it is read back to whoever sent it.

    Where several were asked, the first thing in each says what it answers to.
    """
    asked = [field for field in fields if not isinstance(field, Pledge)]
    return [own for field in fields for own in _labelled(_own(field), field.label if asked[1:] else "")]


def asks_for_words(fields: Fields) -> bool:
    """Whether anything is to be written, so that wording can give someone away."""
    return any(isinstance(field, Text) or (isinstance(field, Pick) and bool(field.other)) for field in fields)


def _fill(field: AnyField, form: Form) -> AnyField:
    sent = form.get(field.name, ())
    match field:
        case Text():
            return msgspec.structs.replace(field, value=tuple(map(_kept, sent)))
        case Pick():
            own = "".join(form.get(field.other_name, ())[:1])
            return msgspec.structs.replace(field, picked=field.indices(sent), own=_kept(own))
        case Rate():
            return msgspec.structs.replace(field, picked=next(iter(_numbers(sent)), None))
        case Order():
            return msgspec.structs.replace(field, placed=_placed(field, form))
        case Share():
            given = tuple(_number(form, field.part(index)) for index in range(len(field.options)))
            return msgspec.structs.replace(field, given=given)
        case Spot():
            x, y = (_number(form, field.part(axis)) for axis in ("x", "y"))
            return msgspec.structs.replace(field, at=(x, y))
        case Pledge():
            return msgspec.structs.replace(field, done=any(sent))


def _placed(field: Order, form: Form) -> tuple[int, ...]:
    places = {index: _number(form, field.part(index)) for index in range(len(field.options))}
    return tuple(sorted((index for index, place in places.items() if place), key=lambda index: places[index]))


def _number(form: Form, name: str) -> int:
    return next(iter(_numbers(form.get(name, ()))), 0)


def _numbers(sent: Sequence[str]) -> tuple[int, ...]:
    return tuple(int(value) for value in sent if value.isdecimal() and len(value) <= 6)


def _kept(text: str) -> str:
    # Far more than a field takes: what is too long is said to be so, and never cut.
    return clean(text, graphemes=20_000, lines=2_000)


def _labelled(owned: Sequence[Own], label: Words) -> Sequence[Own]:
    if not owned or owned[0].label or not label:
        return owned
    return [Own(label, owned[0].text), *owned[1:]]


def _own(field: AnyField) -> Sequence[Own]:
    match field:
        case Text():
            return [Own("", text) for text in field.value if text]
        case Pick():
            options = [field.options[index] for index in field.picked if index < len(field.options)]
            return [Own("", text) for text in (*options, field.own) if text]
        case Rate():
            return [] if field.picked is None else [Own(field.label, _level(field, field.picked))]
        case Order():
            return [
                Own("", f"{place}. {field.options[index]}") for place, index in enumerate(field.placed, 1)
            ]
        case Share():
            given = ((field.options[index], n) for index, n in enumerate(field.given) if n)
            return [Own(option, str(n)) for option, n in given]
        case Spot():
            return [Own(field.label, _where(field, *field.at))] if field.at and all(field.at) else []
        case Pledge():
            return [Own(field.label, phrase("Written, for you alone"))] if field.done else []


def _where(field: Spot, x: int, y: int) -> Words:
    ends = {"left": field.x.low, "right": field.x.high, "low": field.y.low, "high": field.y.high}
    return phrase("{x} from {left} to {right}, {y} from {low} to {high}", x=x, y=y, **ends)


def _level(field: Rate, level: int) -> Words:
    name = field.named(level)
    if name:
        return phrase("{level} of {levels} ({name})", level=level, levels=field.levels, name=name)
    return phrase("{level} of {levels}", level=level, levels=field.levels)
