"""What the commands say: all of it in bokmål too, and click's own words with it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import workshop
from tests.cli.program import Program
from workshop.cli.program import COMMANDS

PACKAGE = Path(workshop.__file__).parent
KEYWORDS: dict[str, Any] = {"say": None, "say_plural": (1, 2), "help_text": None}


def messages() -> Iterator[tuple[str, ...]]:
    """Every message id, with its plural where it has one."""
    for found in extract_from_dir(PACKAGE / "cli", method_map=[("**.py", "python")], keywords=KEYWORDS):
        yield (found[2],) if isinstance(found[2], str) else tuple(found[2])


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (PACKAGE / "locale/nb/LC_MESSAGES/workshop.po").open("rb") as file:
        return read_po(file, locale="nb")


def test_every_message_is_said_in_bokmaal_with_the_same_values(catalogue: Catalog) -> None:
    found = set(messages())
    assert len(found) > 40
    for forms in found:
        entry = catalogue.get(forms[0])
        assert entry is not None, forms
        said = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        assert len(said) == len(forms), forms
        for form, original in zip(said, forms, strict=True):
            assert values_in(form) == values_in(original), forms


def values_in(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))


def test_the_list_of_commands_is_cut_short_in_no_language(program: Program) -> None:
    for language in ("nb", "en"):
        lines = program("--help", LANGUAGE=language, COLUMNS="80").out.splitlines()
        assert not [line for line in lines if line.startswith("  ") and line.endswith("...")]


@pytest.mark.parametrize("language", ["nb", "nn", "no"])
def test_norwegians_are_spoken_to_in_one_language(program: Program, language: str) -> None:
    done = program("do", "nxt", LANGUAGE=language)
    assert "'nxt' er ikke en av 'next'" in done.err
    assert "Bruk: workshop do" in done.err


def test_help_is_all_in_one_language(program: Program) -> None:
    for command in COMMANDS:
        said = program(command, "--help", LANGUAGE="nb").out
        assert not [word for word in ("Usage", "Example", "Show this", "default") if word in said], said
