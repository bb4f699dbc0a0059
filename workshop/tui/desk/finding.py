"""Finding texts: what letters have in common, whatever their case and accents (but å is not a)."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_RING = "å"


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """`text` without case and accents: `É` is `e`, `Å` is `å`."""
    return _RING.join(map(_bare, unicodedata.normalize("NFC", text).casefold().split(_RING)))


def _bare(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def sought(typed: str) -> tuple[str, ...]:
    """What is looked for: every word that was typed, in any order."""
    return tuple(folded(typed).split())


def holds(words: Sequence[str], *texts: str) -> bool:
    """Whether the texts together hold all the words, or parts of words."""
    return not words or all(any(word in folded(text) for text in texts) for word in words)
