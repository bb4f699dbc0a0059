"""`Order`: put options in order, all of them or the first few."""

from workshop.core.fields.root import Field, Form, Read, Refused, whole
from workshop.core.phrases import phrase


class Order(Field, frozen=True, tag="order"):
    """Give each option a place, 1 the first; at most `top` places. `placed` = my options, best first.

    One contribution, the ballot: `{name: [index, …]}` best first; it may leave options out.
    """

    options: tuple[str, ...] = ()
    top: int | None = None
    placed: tuple[int, ...] = ()

    @property
    def places(self) -> int:
        """How many places there are to give."""
        return min(self.top or len(self.options), len(self.options))

    def part(self, index: int) -> str:
        """The name in the form of the option's place."""
        return f"{self.name}-{index}"

    def place_of(self, index: int) -> int:
        """The place that I gave an option; 0 where I gave it none."""
        return self.placed.index(index) + 1 if index in self.placed else 0

    def read(self, form: Form) -> Read:
        chosen: dict[int, int] = {}
        for index in range(len(self.options)):
            place = whole(form, self.part(index), self.places)
            if place is None:
                reason = phrase("Choose a place from 1 to {places}.", places=self.places)
                return Refused(self.part(index), reason)
            if place in chosen:
                return Refused(self.part(index), phrase("Two have place {place}.", place=place))
            if place:
                chosen[place] = index
        ballot = [chosen[place] for place in sorted(chosen)]
        return ({self.name: ballot},) if ballot else ()  # type: ignore[dict-item]
