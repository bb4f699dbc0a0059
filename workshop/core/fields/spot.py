"""`Spot`: place one thing on two scales."""

import msgspec

from workshop.core.fields.root import Field, Form, Read, Refused, whole
from workshop.core.phrases import phrase


class Ends(msgspec.Struct, frozen=True):
    """What the two ends of a scale mean."""

    low: str
    high: str


class Spot(Field, frozen=True, tag="spot"):
    """Place `label` on two scales of `levels`, 1 the low end. `at` = my (x, y).

    One contribution: `{name: [x, y]}`. Both scales or neither.
    """

    x: Ends = Ends("", "")
    y: Ends = Ends("", "")
    levels: int = 5
    at: tuple[int, int] | None = None

    def part(self, axis: str) -> str:
        """The name in the form of one axis, `x` or `y`."""
        return f"{self.name}-{axis}"

    def read(self, form: Form) -> Read:
        x, y = (whole(form, self.part(axis), self.levels) for axis in ("x", "y"))
        for axis, level in (("x", x), ("y", y)):
            if level is None:
                message = "Choose a level from {lowest} to {levels}."
                return Refused(self.part(axis), phrase(message, lowest=1, levels=self.levels))
        if not x and not y:
            return ()
        if not x or not y:
            return Refused(self.part("y" if x else "x"), phrase("Choose on both scales, or on neither."))
        return ({self.name: [x, y]},)
