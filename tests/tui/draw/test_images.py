"""Pictures: half blocks in the picture's own colours, and its words wherever it cannot be drawn."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Pillow

from tests.tui.draw.colours import ground
from tests.tui.draw.reading import lines, pages, text
from tests.tui.draw.scenes import LIGHT_NB, PLAIN_NB, slide
from workshop.core.blocks import Image
from workshop.tui.draw import Frame, Look

SCREENS = ((60, 20), (80, 24), (120, 36), (200, 50))
ALT = "Alle ser bort"
RED, BLUE = "#c00000", "#0000c0"


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """A look with a folder of pictures: a flag red above and blue below, twice as wide as it is high."""
    flag = Pillow.new("RGB", (400, 200), RED)
    flag.paste(BLUE, (0, 100, 400, 200))
    (tmp_path / "bilder").mkdir()
    flag.save(tmp_path / "bilder/flagg.png")
    return replace(LIGHT_NB, pictures=tmp_path)


def drawn(
    look: Look, size: tuple[int, int] = (80, 24), file: str = "bilder/flagg.png", caption: str = ""
) -> Frame:
    (frame,) = pages(slide(Image(file, ALT, caption)), size, look)
    return frame


def picture(frame: Frame) -> list[str]:
    """The rows that hold the picture."""
    return [row for row in lines(frame) if "▀" * 12 in row]


@pytest.mark.parametrize("size", SCREENS)
def test_a_picture_has_its_own_colours_and_shape(look: Look, size: tuple[int, int]) -> None:
    frame = drawn(look, size)
    rows = picture(frame)
    width = rows[0].count("▀")
    assert abs(width - 4 * len(rows)) <= 4  # half a cell is as high as it is wide
    assert width > size[0] * 0.6
    colours = [set(ground(frame, row)) for row in range(size[1])]
    red, blue = (next(n for n, found in enumerate(colours) if colour in found) for colour in (RED, BLUE))
    assert red < blue
    assert ALT not in text(frame)


def test_what_lies_under_a_clear_picture_is_paper(look: Look, tmp_path: Path) -> None:
    Pillow.new("RGBA", (50, 50), (0, 0, 0, 0)).save(tmp_path / "klar.png")
    frame = drawn(look, file="klar.png")
    (paper,) = {found for row in range(4, 12) for found in ground(frame, row)}
    assert paper == LIGHT_NB.palette.paper.lower()


def test_a_picture_that_was_taken_on_its_side_stands_up(look: Look, tmp_path: Path) -> None:
    image = Pillow.new("RGB", (200, 100), RED)
    image.paste(BLUE, (100, 0, 200, 100))
    exif = Pillow.Exif()
    exif[0x0112] = 6  # turn it to the right
    image.save(tmp_path / "mobil.jpg", exif=exif)
    rows = picture(drawn(look, (120, 36), "mobil.jpg"))
    assert rows[0].count("▀") == pytest.approx(len(rows), abs=2)


def test_the_caption_stands_under_it(look: Look) -> None:
    seen = lines(drawn(look, (60, 20), caption="Flagget"))
    last = max(number for number, row in enumerate(seen) if "▀" * 12 in row)
    assert "Flagget" in " ".join(seen[last + 1 :])


@pytest.mark.parametrize("file", ["borte.png", "bilder", "../bilder/flagg.png", "", "brutt.png", "brutt.gif"])
def test_without_a_picture_its_words_stand_there(look: Look, tmp_path: Path, file: str) -> None:
    folder = tmp_path / "under"
    folder.mkdir()
    (folder / "bilder").mkdir()
    (folder / "brutt.png").write_bytes((tmp_path / "bilder/flagg.png").read_bytes()[:60])
    (folder / "brutt.gif").write_bytes(b"GIF89a" + bytes(40))
    assert ALT in text(drawn(replace(look, pictures=folder), (60, 20), file))


def test_a_look_without_a_folder_has_words(look: Look) -> None:
    assert ALT in text(drawn(replace(look, pictures=None), (60, 20)))


def test_a_plain_stage_has_words(look: Look, tmp_path: Path) -> None:
    assert ALT in text(drawn(replace(PLAIN_NB, pictures=tmp_path), (60, 20), caption="Flagget"))


def test_a_computer_without_pillow_has_words(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    assert ALT in text(drawn(look, (60, 21)))
