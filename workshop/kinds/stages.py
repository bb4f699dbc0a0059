"""The stages of group work, and ready-made plans of them.

`1-2-4-all` is the Liberating Structure of that name with its minutes, 1, 2, 4 and 5 (H. Lipmanowicz and
K. McCandless, liberatingstructures.com). `pairs` is think-pair-share (F. Lyman, The responsive classroom
discussion, 1981): a minute alone, a few with a neighbour, then some of it aloud. `practice` is deliberate
practice (K. A. Ericsson and others, Psychological Review 100, 1993) in pairs: try one small thing, hear how
it went, try again at once; then the other one. Its minutes are ours: time to tell something small and to
hear it back.
"""

from collections.abc import Sequence
from typing import NamedTuple

from workshop.core.clock import span
from workshop.core.phrases import Phrase, Words, phrase
from workshop.kinds.reflect import cue

ALL = 0
"""The size of a group that is the whole room."""


class Stage(NamedTuple):
    """What to do, for how many seconds (None: no clock), and how many together (None: it does not say)."""

    title: Words
    seconds: int | None
    size: int | None

    @property
    def together(self) -> Phrase | None:
        """How the room works, in words."""
        return None if self.size is None else _together(self.size)

    def line(self, *, now: bool) -> Words:
        """The stage in a list of them."""
        told = self.title
        if self.seconds is not None:
            told = phrase("{stage} ({time})", stage=self.title, time=span(self.seconds))
        return phrase("Now: {stage}", stage=told) if now else told


Stages = tuple[Stage, ...]

_TRY = Stage(phrase("First try"), 120, 2)
_TOLD = Stage(phrase("One thing to do more of"), 60, 2)
_AGAIN = Stage(phrase("Again, with that one thing"), 120, 2)
PRESETS: dict[str, Stages] = {
    "1-2-4-all": (
        Stage(phrase("Think, and write it down"), 60, 1),
        Stage(phrase("Build on each other's ideas"), 120, 2),
        Stage(phrase("What is alike, and what is not?"), 240, 4),
        Stage(phrase("One idea from each group"), 300, ALL),
    ),
    "pairs": (
        Stage(phrase("Think, and write it down"), 60, 1),
        Stage(phrase("Tell each other"), 240, 2),
        Stage(phrase("Hear from some of the pairs"), 300, ALL),
    ),
    "practice": (
        _TRY,
        _TOLD,
        _AGAIN,
        *(s._replace(title=phrase("Switch roles: {stage}", stage=s.title)) for s in (_TRY, _TOLD, _AGAIN)),
    ),
}


def stretched(stages: Stages, seconds: int) -> Stages:
    """`stages` so that together they take `seconds`, each the same share of it as before."""
    lengths = [stage.seconds or 0 for stage in stages]
    ends = [seconds * sum(lengths[: number + 1]) // sum(lengths) for number in range(len(lengths))]
    starts: Sequence[int] = (0, *ends)
    return tuple(
        stage._replace(seconds=max(1, end - start))
        for stage, start, end in zip(stages, starts, ends, strict=False)
    )


def _together(size: int) -> Phrase:
    match size:
        case 0:
            return cue("plenary")
        case 1:
            return cue("silent")
        case 2:
            return cue("pairs")
        case 4:
            return cue("fours")
        case _:
            return phrase("In groups of {n}", n=size)
