"""Where an answer belongs, and what an answer is made of."""

from typing import NamedTuple

JSON = None | bool | int | float | str | list["JSON"] | dict[str, "JSON"]
"""A plain JSON value; one contribution is one of these."""


class Place(NamedTuple):
    """A round of a step: `step` is 0-based in the whole session, `round` counts from 1."""

    step: int
    round: int
