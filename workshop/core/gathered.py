"""What a kind is given: `Asked` when it puts its question, `Gathered` when it shows the results."""

import hashlib
from collections.abc import Sequence

import msgspec

from workshop.core.phrases import Phrase, phrase, phrases
from workshop.core.place import JSON


class Asked(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is frozen when a round opens: its number, and the options where they come from an earlier step."""

    round: int = 1
    options: tuple[str, ...] = ()


class Gathered(msgspec.Struct, frozen=True, omit_defaults=True):
    """The content of one round, ready to draw; never built for a POST.

    `contributions` come in no meaningful order and hold no abstentions; `answered` people gave content,
    `abstained` skipped, `joined` phones were there. Below `floor` people nothing may be shown, and no row of
    a result either that fewer than `floor` people stand behind.
    """

    asked: Asked
    contributions: tuple[JSON, ...]
    answered: int
    abstained: int = 0
    joined: int = 0
    floor: int = 5
    earlier: tuple["Gathered", ...] = ()

    @property
    def needed(self) -> int:
        """People still missing before anything may be shown."""
        return max(0, self.floor - self.answered)

    def turnout(self) -> Phrase:
        """`17 of 22 have answered`."""
        return phrase(
            "{n} of {joined} have answered", n=self.answered, joined=max(self.joined, self.answered)
        )

    def skipped(self) -> tuple[Phrase, ...]:
        """`2 skipped`, where anybody did."""
        if not self.abstained:
            return ()
        return (phrases("{n} skipped", "{n} skipped", self.abstained),)


def shuffled(texts: Sequence[str], salt: str) -> list[str]:
    """`texts` in an order that only depends on what they are, never on when they came.

    Sorted by SHA-256 of `salt` and the text: the same on stage and in notes, and no hint at who wrote first.
    """
    return sorted(texts, key=lambda text: hashlib.sha256(f"{salt}\0{text}".encode()).digest())
