"""Every format, byte for byte, in both languages."""

from pathlib import Path

import pytest

from tests.notes import golden


@pytest.mark.parametrize("file", golden.files())
def test_the_notes_are_what_they_were(file: str, tmp_path: Path) -> None:
    assert golden.make(file, tmp_path).read_bytes() == (golden.FOLDER / file).read_bytes()
