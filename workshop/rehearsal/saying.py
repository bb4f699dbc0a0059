"""What made-up people write: short human sentences that ship, in the session's language."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from workshop.language import SOURCE

_FOLDER = "said"
_ASKED_FOR = {
    "question": "questions",
    "what": "actions",
    "who": "people",
    "when": "times",
}
"""What is written into boxes of these names; into others a sentence, or a word where there is one line."""


def sayings(language: str, name: str, *, lines: int) -> Sequence[str]:
    """What one might write into a box `name` of so many lines."""
    return _shipped(language)[_ASKED_FOR.get(name, "sentences" if lines > 1 else "words")]


@cache
def _shipped(language: str) -> Mapping[str, Sequence[str]]:
    """Texts by what they are; English ones where none ship in the language."""
    folder = files("workshop.rehearsal").joinpath(_FOLDER)
    file = folder.joinpath(f"{language}.txt")
    text = (file if file.is_file() else folder.joinpath(f"{SOURCE}.txt")).read_text("utf-8")
    found: dict[str, list[str]] = {}
    for line in filter(None, text.splitlines()):
        if line.startswith("# "):
            texts = found.setdefault(line[2:], [])
        else:
            texts.append(line)
    return found
