"""`Rate`: one level of several."""

from workshop.core.fields.root import Field, Form, Read, Refused
from workshop.core.phrases import Words, phrase


class Rate(Field, frozen=True, tag="rate"):
    """One level from `lowest` to `levels`; `names` has a name for each (may be empty)."""

    levels: int = 5
    names: tuple[Words, ...] = ()
    picked: int | None = None
    lowest: int = 1

    @property
    def values(self) -> range:
        """Every level, lowest first."""
        return range(self.lowest, self.levels + 1)

    def named(self, level: int) -> Words:
        """The name of `level`, empty where it has none."""
        index = level - self.lowest
        return self.names[index] if 0 <= index < len(self.names) else ""

    def read(self, form: Form) -> Read:
        sent = [value for value in form.get(self.name, ()) if value]
        if not sent:
            return ()
        if len(sent) > 1 or sent[0] not in {str(level) for level in self.values}:
            message = "Choose a level from {lowest} to {levels}."
            return Refused(self.name, phrase(message, lowest=self.lowest, levels=self.levels))
        return ({self.name: int(sent[0])},)
