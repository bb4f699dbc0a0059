"""The notes' own headings and column names, the same in every format."""

from workshop.core.phrases import Phrase, phrase

TIME = phrase("Time")
SECTION = phrase("Section")
PLANNED = phrase("Planned")
ACTUAL = phrase("Actual")
MEDIAN = phrase("Median")
MISSED = phrase("Skipped or not reached")


def quoted(text: str) -> Phrase:
    """`text` in the language's quotation marks."""
    return phrase("“{text}”", text=text)


def median(number: str) -> Phrase:
    """`median 3.5`: stands beside a statement."""
    return phrase("median {number}", number=number)
