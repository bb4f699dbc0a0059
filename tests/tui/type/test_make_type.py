import importlib
from pathlib import Path
from typing import Any

import pytest

from workshop.tui.type.glyphs import face
from workshop.tui.type.sizes import SIZES, Size

pytestmark = pytest.mark.fonts
TOOLS = Path(__file__).parents[3] / "tools"


@pytest.fixture
def make_type(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(TOOLS))
    return importlib.import_module("make_type")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_fonts_give_the_letters_that_are_shipped(size: Size, make_type: Any) -> None:
    for letter in "HgåÅei8?«→▼":
        made, shipped = make_type.cut_letter(letter, size), face(size)[letter]
        assert (made.left, made.right, made.top) == (shipped.left, shipped.right, shipped.top), letter
        assert tuple(made.rows) == shipped.rows, letter
