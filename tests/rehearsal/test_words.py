"""What a rehearsal says is said in bokmål too, and what people write ships in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import workshop
from workshop.rehearsal.saying import sayings

PACKAGE = Path(workshop.__file__).parent
KEYWORDS: dict[str, Any] = {"say": None, "say_plural": (1, 2), "phrase": None, "phrases": (1, 2)}
NAMES = ("text", "question", "what", "who", "when")


def messages() -> Iterator[tuple[str, ...]]:
    for found in extract_from_dir(PACKAGE / "rehearsal", method_map=[("**.py", "python")], keywords=KEYWORDS):
        yield (found[2],) if isinstance(found[2], str) else tuple(found[2])


def test_every_message_is_said_in_bokmaal_with_the_same_values() -> None:
    with (PACKAGE / "locale/nb/LC_MESSAGES/workshop.po").open("rb") as file:
        catalogue = read_po(file, locale="nb")
    found = set(messages())
    assert len(found) > 25
    for forms in found:
        entry = catalogue.get(forms[0])
        assert entry is not None, forms
        said = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        for form, original in zip(said, forms, strict=True):
            assert re.findall(r"\{(\w+)\}", form) == re.findall(r"\{(\w+)\}", original), forms


@pytest.mark.parametrize("language", ["nb", "en"])
def test_people_have_much_to_say_short_and_long_and_nearly_the_same(language: str) -> None:
    sentences = sayings(language, "text", lines=4)
    assert len(set(sentences)) == len(sentences) >= 60
    assert min(map(len, sentences)) < 10
    assert max(map(len, sentences)) > 120
    folded = [re.sub(r"\W", "", sentence).casefold() for sentence in sentences]
    assert len(set(folded)) < len(folded)


def test_people_speak_english_where_nothing_ships_in_their_language() -> None:
    assert sayings("fi", "text", lines=4) == sayings("en", "text", lines=4)
    for name in NAMES:
        assert not set(sayings("nb", name, lines=1)) & set(sayings("en", name, lines=1)) - {
            "Ahmed",
            "Jonas",
            "Nora",
        }
