"""`words`: a few words each, drawn as a cloud.

Case and the marks around a word make no difference. Inflected forms stay words of their own (`leder` and
`lederen` may mean two things); the facilitator can merge them. Whoever wrote two that were merged then counts
for both: nobody knows that they are one person's.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field

from workshop.core import fields
from workshop.core.blocks import Blocks, Cloud, CloudWord, Empty, Heading, Note, Options
from workshop.core.fields import Fields, Form, Refused
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, phrase, phrases
from workshop.core.place import JSON
from workshop.kinds.kind import AskingKind, text_rows, themes_or_texts
from workshop.kinds.values import Prose

WORD = "word"
LONGEST = 40
"""User-perceived characters in a word."""

# Sentence marks, quotation marks and brackets. Not `#`, `+`, `-`, `%`: C and C#, 5 and -5 are not the same.
_AROUND = " .,;:!?…·•*_¡¿\"'`´«»‹›“”„‟‘’‚‛()[]{}"


class Words(AskingKind):
    """A few words each, drawn as a cloud in which size is the people who wrote the word.

    - words: Which words do you take with you from here?
      max: 3
    """

    name: ClassVar[str] = "words"
    texts: ClassVar[tuple[str, ...]] = (WORD,)
    feeds: ClassVar[bool] = True

    words: Prose
    """The question."""
    max: Annotated[int, Field(ge=1, le=10)] = 3
    """How many words a person may send."""

    def ask(self, asked: Asked) -> Blocks:
        """The question and how many words there are to give."""
        return (Heading(self.words), Options((), phrases("One word", "Up to {n} words", self.max)))

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """A short box a word."""
        hint = phrase("One word in each box.") if self.max > 1 else ""
        return (
            fields.Text(
                WORD,
                phrase("Your word"),
                hint,
                lines=1,
                longest=LONGEST,
                boxes=self.max,
                more=phrase("One more, if you like"),
                value=fields.texts(mine, WORD),
            ),
        )

    def accept(self, form: Form, asked: Asked, mine: Sequence[JSON]) -> tuple[JSON, ...] | Refused:
        """Each word once: later nobody can tell that two equal ones are one person's."""
        read = super().accept(form, asked, mine)
        if isinstance(read, Refused):
            return read
        once: dict[str, str] = {}
        for word in fields.texts(read, WORD):
            once.setdefault(folded(word), word)
        return tuple({WORD: word} for word in once.values())

    def show(self, gathered: Gathered) -> Blocks:
        """The cloud, the most written word first."""
        heading, words = Heading(self.words, quiet=True), counted(gathered)
        left_out = (*gathered.skipped(), *gathered.hidden(WORD))
        if not words:
            return (heading, Empty(phrase("No answers yet")), Note(left_out))
        said = (gathered.turnout(), Cloud.LARGER, *_merged(gathered), *left_out)
        return (heading, Cloud(words), Note(said))

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a word, as it was written unless the room changed it."""
        return text_rows(gathered, WORD, WORD)

    def feed(self, gathered: Gathered) -> tuple[str, ...]:
        """Themes where it is grouped, else the words, the most written first."""
        grouped = any(item.theme for item in gathered.visible(WORD))
        return themes_or_texts(gathered, WORD) if grouped else tuple(word.text for word in counted(gathered))


def counted(gathered: Gathered) -> tuple[CloudWord, ...]:
    """The words that may be seen and the people behind each, the most written first, then by the alphabet."""
    written: Counter[str] = Counter()
    for item in gathered.visible(WORD):
        written[item.text] += item.times
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, times in written.items():
        forms[folded(text)][bare(text)] += times
    words = [CloudWord(_usual(form), min(form.total(), gathered.answered)) for form in forms.values()]
    return tuple(sorted(words, key=lambda word: (-word.n, word.text.casefold(), word.text)))


def bare(word: str) -> str:
    """`word` without the marks around it, unless no letter or figure is left: `:-)` stays."""
    word = " ".join(word.split())
    inside = word.strip(_AROUND)
    return inside if any(map(str.isalnum, inside)) else word


def folded(word: str) -> str:
    """What equal words have in common: `«Trygghet!»` and `trygghet` are one."""
    return unicodedata.normalize("NFC", bare(word).casefold())


def _usual(forms: Counter[str]) -> str:
    """The form most often written; of equal ones that with the fewest capitals."""
    return min(forms, key=lambda form: (-forms[form], sum(map(str.isupper, form)), form))


def _merged(gathered: Gathered) -> tuple[Phrase, ...]:
    merged = any(item.times > 1 for item in gathered.visible(WORD))
    return (phrase("some words are merged"),) if merged else ()
