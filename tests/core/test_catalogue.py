"""Bokmål: every message of core, kinds, notes and paper is translated, with the same values in it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import workshop

PACKAGE = Path(workshop.__file__).parent
KEYWORDS: dict[str, Any] = {
    "phrase": None,
    "phrases": (1, 2),
    "say": None,
    "say_plural": (1, 2),
    "PydanticCustomError": (2,),
}


def messages() -> Iterator[tuple[str, ...]]:
    """Every message id with its plural where it has one."""
    for folder in ("core", "kinds", "notes", "paper"):
        for found in extract_from_dir(PACKAGE / folder, method_map=[("**.py", "python")], keywords=KEYWORDS):
            yield (found[2],) if isinstance(found[2], str) else tuple(found[2])


MESSAGES = sorted(set(messages()))


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (PACKAGE / "locale/nb/LC_MESSAGES/workshop.po").open("rb") as file:
        return read_po(file, locale="nb")


def test_there_are_messages_to_look_for() -> None:
    assert len(MESSAGES) > 60


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message[0][:50])
def test_a_message_is_said_in_bokmaal_with_the_same_values(
    message: tuple[str, ...], catalogue: Catalog
) -> None:
    entry = catalogue.get(message[0])
    assert entry is not None
    forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    assert len(forms) == len(message)
    assert all(forms)
    if len(message) == 1:
        assert names(forms[0]) == names(message[0])
    else:
        assert names(" ".join(forms)) == names(" ".join(message))
        assert all(names(form) >= names(forms[1]) - {"n"} for form in forms)


def names(text: str) -> set[str]:
    """The values that `text` wants filled in."""
    return set(re.findall(r"\{(\w+)\}", text))
