"""What an author is told exists in Norwegian too, and keeps its values there."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import workshop
from workshop.sessionfile.build import load_bytes
from workshop.sessionfile.problems import SessionProblems

PACKAGE = Path(workshop.__file__).parent
KEYWORDS = {"say": None, "PydanticCustomError": (2,)}
OUR_OWN = {
    "a language of the program",
    "all different: {option} stands there twice",
}  # sessionfile says it better


def messages() -> list[str]:
    folders = (PACKAGE / "sessionfile", PACKAGE / "kinds")
    found = [entry for folder in folders for entry in extract_from_dir(folder, keywords=KEYWORDS)]
    return sorted({str(message) for file, _, message, _, _ in found if file != "registry.py"} - OUR_OWN)


@pytest.mark.parametrize("message", messages())
def test_a_message_is_translated_with_all_its_values(message: str) -> None:
    with (PACKAGE / "locale/nb/LC_MESSAGES/workshop.po").open("rb") as source:
        entry = read_po(source).get(message)
    assert entry is not None
    values = re.compile(r"{\w+[^}]*}")
    assert sorted(values.findall(str(entry.string))) == sorted(values.findall(message))


def test_what_a_kind_expects_is_told_in_the_authors_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nb")
    step = "{scale: A, levels: 4, labels: [a, b]}"
    with pytest.raises(SessionProblems) as caught:
        load_bytes(f"{{title: T, sections: [{{title: S, steps: [{step}]}}]}}".encode(), "f.yaml")
    assert [problem.expected for problem in caught.value.problems] == ["like mange navn som nivåer (4)"]
