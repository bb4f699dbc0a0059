"""`Pick`: choose one, or several, and own words where that is allowed."""

from collections.abc import Iterable

from workshop.core.fields.root import Field, Form, Read, Refused
from workshop.core.phrases import Words, phrase
from workshop.core.place import JSON
from workshop.core.text import clean_line, length

OTHER = "other"


class Pick(Field, frozen=True, tag="pick"):
    """Choose one, or several where `many`; with `other` (its label) own words too.

    `keys` are what the options are called in a form where numbers would not do: where the list may have
    changed since the form was drawn.
    """

    options: tuple[str, ...] = ()
    many: bool = False
    most: int | None = None
    other: Words = ""
    picked: tuple[int, ...] = ()
    own: str = ""
    keys: tuple[str, ...] = ()

    def key(self, index: int) -> str:
        """What an option is called in a form."""
        return self.keys[index] if self.keys else str(index)

    def indices(self, sent: Iterable[str]) -> tuple[int, ...]:
        """The options among what was sent, in their order."""
        known = set(sent)
        return tuple(index for index in range(len(self.options)) if self.key(index) in known)

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

    def _indices(self, values: Iterable[str]) -> tuple[int, ...] | Refused:
        sent = set(values)
        picked = self.indices(sent)
        if len(picked) < len(sent):
            return Refused(self.name, phrase("That choice is not on the list."))
        return picked

    def _refusal(self, picked: tuple[int, ...], own: str, other: bool) -> Refused | None:
        if length(own) > 200:
            return Refused(self.other_name, phrase("That is too long: {most} characters at most.", most=200))
        if other and not own:
            return Refused(self.other_name, phrase("Write your own answer, or choose another."))
        if not self.many and len(picked) + bool(own) > 1:
            return Refused(self.name, phrase("Choose one only."))
        if self.most and len(picked) + bool(own) > self.most:
            return Refused(self.name, phrase("Choose {most} at most.", most=self.most))
        return None

    def _contributions(self, picked: tuple[int, ...], own: str) -> tuple[JSON, ...]:
        ticks: tuple[JSON, ...] = tuple({self.name: index} for index in picked)
        return (*ticks, {self.other_name: own}) if own else ticks
