"""What every Field is: a name in the form, a label, and a way to read its own values."""

from collections.abc import Mapping, Sequence

import msgspec

from workshop.core.phrases import Phrase, Words
from workshop.core.place import JSON

Form = Mapping[str, Sequence[str]]
"""A sent form: every value of every name, as text."""


class Refused(msgspec.Struct, frozen=True):
    """A form that was not taken: which field, and why, in words for the person who sent it."""

    field: str
    reason: Phrase


Read = tuple[JSON, ...] | Refused


class Field(msgspec.Struct, frozen=True, tag_field="field", omit_defaults=True):
    """The common root: a name in the form and a label; `hint` stands under the control."""

    name: str
    label: Words
    hint: Words = ""

    def read(self, form: Form) -> Read:
        """The contributions in `form`, none where it was left empty, or why it is refused."""
        raise NotImplementedError


def whole(form: Form, name: str, most: int) -> int | None:
    """The whole number under `name`, 0 where it was left empty; None where it is none, or above `most`."""
    sent = [value.strip() for value in form.get(name, ()) if value.strip()]
    if not sent:
        return 0
    if len(sent) > 1 or not (sent[0].isascii() and sent[0].isdecimal() and len(sent[0]) <= 6):
        return None
    return int(sent[0]) if int(sent[0]) <= most else None
