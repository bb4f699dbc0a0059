"""The notes' own headings and column names, the same in every format."""

from workshop.core.phrases import Phrase, phrase

TIME = phrase("Time")
SECTION = phrase("Section")
PLANNED = phrase("Planned")
ACTUAL = phrase("Actual")
MEDIAN = phrase("Median")
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


def median(number: str) -> Phrase:
    """`median 3.5`: stands beside a statement."""
    return phrase("median {number}", number=number)
