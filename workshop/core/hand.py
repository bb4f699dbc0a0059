"""A raised hand: an answer that whoever leads the room sends in for people without a phone."""

import msgspec


class Hand(msgspec.Struct, frozen=True):
    """A form as a phone would send it, for so many `people` who all answer that."""

    form: dict[str, tuple[str, ...]]
    people: int = 1
