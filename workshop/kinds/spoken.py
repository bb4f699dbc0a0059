"""What each kind is called where people read it; a plug-in's goes by its name."""

from collections.abc import Mapping

from workshop.core.phrases import Phrase, Words, phrase

SPOKEN: Mapping[str, Phrase] = {
    "slide": phrase("slide"),
    "quote": phrase("quotation"),
    "columns": phrase("parts side by side"),
    "overview": phrase("overview"),
    "image": phrase("picture"),
    "reflect": phrase("reflection"),
    "pause": phrase("pause"),
    "groups": phrase("work in groups"),
    "open": phrase("open question"),
    "words": phrase("words"),
    "choice": phrase("choice"),
    "scale": phrase("scale"),
    "fist": phrase("fist to five"),
    "rank": phrase("ranking"),
    "points": phrase("points to share out"),
    "dots": phrase("dots"),
    "matrix": phrase("matrix"),
    "questions": phrase("questions from the room"),
    "mood": phrase("mood"),
    "commit": phrase("commitment"),
}


def spoken(kind: str) -> Words:
    """The kind called `kind` in words."""
    return SPOKEN.get(kind, kind)
