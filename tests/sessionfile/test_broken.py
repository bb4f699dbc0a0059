"""Broken session files, each beside the text that its author is shown.

After a change of wording, `GOLDEN=write pytest tests/sessionfile/test_broken.py` writes them anew: read them.
"""

import os
from pathlib import Path

import pytest

from workshop.sessionfile.build import load_bytes
from workshop.sessionfile.problems import SessionProblems

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))


def shown(file: Path) -> str:
    with pytest.raises(SessionProblems) as caught:
        load_bytes(file.read_bytes(), file.name, folder=file.parent)
    return f"{caught.value}\n"


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_broken_file_is_explained_as_expected(file: Path) -> None:
    golden = file.with_suffix(".txt")
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(shown(file), encoding="utf-8")
    assert shown(file) == golden.read_text(encoding="utf-8")


def test_every_expected_text_has_its_file() -> None:
    assert {text.stem for text in BROKEN[0].parent.glob("*.txt")} == {file.stem for file in BROKEN}
