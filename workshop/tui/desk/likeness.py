"""Likeness: which texts may say the same. It is worked out bit by bit, so that no key waits for it."""

import re
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from workshop.core.moderation import Item

from .finding import folded

LIKE = 0.8
"""From which ratio on (difflib's) two texts may say the same."""
_GRAM = 3
_SHARED = 0.6  # of a text's grams that another has too, before difflib is asked
_ASKED = 5  # texts that difflib is asked about at most, for one
_LONGEST = 160  # letters of a text that are compared: of 400 difflib thinks for 40 ms
_MARKS = re.compile(r"[\W_]+")

Text = tuple[str, str]
"""An id and its words: a text that got other words is another one here."""


class Likeness:
    """Learns texts one by one and remembers which of those before it each is like."""

    def __init__(self) -> None:
        self._waiting: deque[Text] = deque()
        self._comparing: Iterator[Text] = iter(())
        self._letters: dict[Text, str] = {}
        self._having: defaultdict[str, list[Text]] = defaultdict(list)
        self._like: defaultdict[Text, list[tuple[float, Text]]] = defaultdict(list)

    def learn(self, items: Iterable[Item]) -> None:
        """Takes note of texts that it has not seen."""
        for text in ((item.id, item.text) for item in items):
            if text not in self._letters:
                self._letters[text] = _MARKS.sub(" ", folded(text[1])).strip()[:_LONGEST]
                self._waiting.append(text)

    def work(self, seconds: float) -> bool:
        """Compares for so long; whether there is more to be done."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            if next(self._comparing, None) is None:
                if not self._waiting:
                    return False
                self._comparing = self._compare(self._waiting.popleft())
        return True

    def closest(self, item: Item, others: Mapping[str, Item]) -> Item | None:
        """The one of `others` (by id) that is most like `item`; None where none may say the same."""
        found = sorted(self._like.get((item.id, item.text), ()), key=lambda like: -like[0])
        for _, (id, words) in found:
            other = others.get(id)
            if other is not None and other.text == words and not other.hidden:
                return other
        return None

    def _compare(self, text: Text) -> Iterator[Text]:
        """Compares a text with those before it, one after the other."""
        letters = self._letters[text]
        grams = _grams(letters)
        shared: Counter[Text] = Counter()
        for gram in grams:
            shared.update(self._having[gram])
            self._having[gram].append(text)
        for other, n in shared.most_common(_ASKED):
            if n < _SHARED * len(grams):
                return
            if (ratio := _ratio(letters, self._letters[other])) >= LIKE:
                self._like[text].append((ratio, other))
                self._like[other].append((ratio, text))
            yield other


def _grams(letters: str) -> set[str]:
    padded = f" {letters} "
    return {padded[at : at + _GRAM] for at in range(len(padded) - _GRAM + 1)}


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < LIKE or matcher.quick_ratio() < LIKE:
        return 0.0
    return matcher.ratio()
