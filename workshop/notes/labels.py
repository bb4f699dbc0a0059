"""The notes' own headings and column names, the same in every format."""

from workshop.core.blocks import percent
from workshop.core.phrases import Phrase, phrase, phrases

TIME = phrase("Time")
SECTION = phrase("Section")
PLANNED = phrase("Planned")
ACTUAL = phrase("Actual")
REST = phrase("Without a theme")
NOW = phrase("Now")
BEFORE = phrase("Before")
DECISIONS = phrase("Decisions")
ACTIONS = phrase("What we will do")
WHAT = phrase("What")
WHO = phrase("Who")
DUE = phrase("Due")
OWNERLESS = phrase("Nobody responsible yet")
MISSED = phrase("Skipped or not reached")


def quoted(text: str) -> Phrase:
    """`text` in the language's quotation marks."""
    return phrase("“{text}”", text=text)


def remark(clock: str) -> Phrase:
    """`Remark at 13:25`: stands before it."""
    return phrase("Remark at {time}", time=clock)


def picture(alt: str) -> Phrase:
    """`Picture: a pink elephant`: stands where a reader does not see it."""
    return phrase("Picture: {alt}", alt=alt)


def people(n: int) -> Phrase:
    """`7 people`."""
    return phrases("{n} person", "{n} people", n)


def spread(share: int) -> Phrase:
    """`spread 25%`: how far apart people were."""
    return phrase("spread {share}", share=percent(share, 100))


def before(share: str, n: int) -> Phrase:
    """`Before: 25% (3)`: stands under a bar that an earlier round is compared with."""
    return phrase("Before: {share} ({n})", share=share, n=n)


def median(number: str) -> Phrase:
    """`median 3.5`: stands beside a statement."""
    return phrase("median {number}", number=number)
