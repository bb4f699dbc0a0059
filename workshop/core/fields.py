"""Fields: what a step asks of one person, in words and limits, with no surface in them.

A Field reads its own values out of a sent form, so a kind seldom needs to. What it reads is a tuple of
contributions, each `{name: value}`: one idea, one tick, one rating, so that each can be stored by itself.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from workshop.core.phrases import Phrase, Words, phrase
from workshop.core.place import JSON
from workshop.core.text import MAX_GRAPHEMES, MAX_LINES, clean, clean_line, length

Form = Mapping[str, Sequence[str]]
"""A sent form: every value of every name, as text."""

OTHER = "other"


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


class Text(Field, frozen=True, tag="text"):
    """One or more boxes to write in (`boxes`), a contribution each. `value` = what is already mine."""

    lines: int = 4
    longest: int = MAX_GRAPHEMES
    boxes: int = 1
    more: Words = ""
    value: tuple[str, ...] = ()

    def read(self, form: Form) -> Read:
        sent = form.get(self.name, ())
        if len([text for text in sent if text.strip()]) > self.boxes:
            return Refused(self.name, phrase("At most {most} answers, please.", most=self.boxes))
        texts = [self._clean(text) for text in sent]
        for text in texts:
            if length(text) > self.longest:
                reason = phrase("That is too long: {most} characters at most.", most=self.longest)
                return Refused(self.name, reason)
            if text.count("\n") >= MAX_LINES:
                return Refused(self.name, phrase("That is too long: {most} lines at most.", most=MAX_LINES))
        return tuple({self.name: text} for text in texts if text)

    def _clean(self, text: str) -> str:
        # Far more than allowed is kept, so that too long a text is refused and never cut in silence: a cut at
        # exactly one more could fall on a space, which goes, and leave a text that seems to fit.
        if self.lines > 1:
            return clean(text, graphemes=2 * self.longest, lines=2 * MAX_LINES)
        return clean_line(text, graphemes=2 * self.longest)


class Pick(Field, frozen=True, tag="pick"):
    """Choose one, or several where `many`; with `other` (its label) own words too."""

    options: tuple[str, ...] = ()
    many: bool = False
    most: int | None = None
    other: Words = ""
    picked: tuple[int, ...] = ()
    own: str = ""

    @property
    def other_name(self) -> str:
        """The name of the box for own words."""
        return f"{self.name}-{OTHER}"

    def read(self, form: Form) -> Read:
        sent = [value for value in form.get(self.name, ()) if value]
        own = clean_line("".join(form.get(self.other_name, ())[:1]), graphemes=400) if self.other else ""
        picked = self._indices(value for value in sent if not (self.other and value == OTHER))
        if isinstance(picked, Refused):
            return picked
        return self._refusal(picked, own, OTHER in sent) or self._contributions(picked, own)

    def _indices(self, values: Iterable[str]) -> list[int] | Refused:
        known = {str(index): index for index in range(len(self.options))}
        values = list(dict.fromkeys(values))
        if any(value not in known for value in values):
            return Refused(self.name, phrase("That choice is not on the list."))
        return sorted(known[value] for value in values)

    def _refusal(self, picked: list[int], own: str, other: bool) -> Refused | None:
        if length(own) > 200:
            return Refused(self.other_name, phrase("That is too long: {most} characters at most.", most=200))
        if other and not own:
            return Refused(self.other_name, phrase("Write your own answer, or choose another."))
        if not self.many and len(picked) + bool(own) > 1:
            return Refused(self.name, phrase("Choose one only."))
        if self.most and len(picked) + bool(own) > self.most:
            return Refused(self.name, phrase("Choose {most} at most.", most=self.most))
        return None

    def _contributions(self, picked: list[int], own: str) -> tuple[JSON, ...]:
        ticks: tuple[JSON, ...] = tuple({self.name: index} for index in picked)
        return (*ticks, {self.other_name: own}) if own else ticks


class Rate(Field, frozen=True, tag="rate"):
    """One level out of `levels`, 1 the lowest; `names` has a name for each (may be empty)."""

    levels: int = 5
    names: tuple[str, ...] = ()
    picked: int | None = None

    def read(self, form: Form) -> Read:
        sent = [value for value in form.get(self.name, ()) if value]
        if not sent:
            return ()
        if len(sent) > 1 or sent[0] not in {str(level) for level in range(1, self.levels + 1)}:
            reason = phrase("Choose a level from 1 to {levels}.", levels=self.levels)
            return Refused(self.name, reason)
        return ({self.name: int(sent[0])},)


AnyField = Text | Pick | Rate
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
