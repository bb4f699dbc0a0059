"""`Share`: give out points or dots among options."""

from workshop.core.fields.root import Field, Form, Read, Refused, whole
from workshop.core.phrases import phrase
from workshop.core.place import JSON


class Share(Field, frozen=True, tag="share"):
    """Give out `total` among the options: all of it where `exact`, at most `most` to one where that is set.

    A contribution an option that got any: `{name: [index, amount]}`. `given` = what I gave each, or empty.
    """

    options: tuple[str, ...] = ()
    total: int = 100
    exact: bool = False
    most: int | None = None
    given: tuple[int, ...] = ()

    def part(self, index: int) -> str:
        """The name in the form of what the option gets."""
        return f"{self.name}-{index}"

    def given_to(self, index: int) -> int:
        """What I gave an option."""
        return self.given[index] if index < len(self.given) else 0

    def read(self, form: Form) -> Read:
        given: list[int] = []
        for index in range(len(self.options)):
            amount = whole(form, self.part(index), self.most or self.total)
            if amount is None:
                reason = phrase("Give a whole number from 0 to {most}.", most=self.most or self.total)
                return Refused(self.part(index), reason)
            given.append(amount)
        return self._refusal(sum(given)) or self._contributions(given)

    def _refusal(self, spent: int) -> Refused | None:
        if spent > self.total:
            message = "You gave {spent}; there are {total} to give."
        elif self.exact and 0 < spent < self.total:
            message = "You gave {spent} of {total}: give the rest too."
        else:
            return None
        return Refused(self.part(0), phrase(message, spent=spent, total=self.total))

    def _contributions(self, given: list[int]) -> tuple[JSON, ...]:
        return tuple({self.name: [index, amount]} for index, amount in enumerate(given) if amount)
