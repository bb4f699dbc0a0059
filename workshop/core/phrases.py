"""Phrases: words of the program's own that travel untranslated; whoever draws them speaks its language."""

from collections.abc import Mapping

import msgspec

from workshop.language import Language


class Phrase(msgspec.Struct, frozen=True, tag="phrase", omit_defaults=True):
    """A message id with its values; `many` and `n` where the form depends on a number."""

    message: str
    values: Mapping[str, "str | int | Phrase"] = {}
    many: str | None = None
    n: int | None = None

    def said(self, language: Language) -> str:
        """The phrase in `language`, values filled in."""
        text = self._form(language)
        values = {name: told(value, language) for name, value in self.values.items()}
        if self.n is not None:
            values.setdefault("n", str(self.n))
        return text.format(**values) if values else text

    def _form(self, language: Language) -> str:
        if self.many is None or self.n is None:
            return language.text(self.message)
        return language.plural(self.message, self.many, self.n)


Words = str | Phrase
"""Either the author's or participants' own text, or a phrase of ours."""


def phrase(message: str, **values: "str | int | Phrase") -> Phrase:
    """A phrase; `message` is marked for translation by this call."""
    return Phrase(message, values)


def phrases(one: str, many: str, n: int, **values: "str | int | Phrase") -> Phrase:
    """A phrase in the form that `n` asks for; `{n}` stands for the number."""
    return Phrase(one, values, many, n)


def decimal(value: float) -> Words:
    """`value` as people write it, to two decimals at most: `2`, `2.5`, `2.33`."""
    whole, _, rest = f"{value:.2f}".rstrip("0").rstrip(".").partition(".")
    return phrase("{whole}.{rest}", whole=whole, rest=rest) if rest else whole


def told(words: "str | int | Phrase", language: Language) -> str:
    """`words` as text: phrases in `language`, everything else as it is."""
    return words.said(language) if isinstance(words, Phrase) else str(words)
