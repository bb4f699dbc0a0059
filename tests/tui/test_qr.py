import pytest
import zxingcpp
from PIL import Image, ImageDraw
from rich.segment import Segment
from rich.style import Style

from workshop.core.wifi import Wifi
from workshop.tui.qr import draw, size

URL = "HTTP://192.168.1.23:8080/K7QX"
CELL = (10, 20)


def photograph(rows: list[list[Segment]]) -> Image.Image:
    """The cells as a terminal draws them on a grey screen, the lower half of a ▄ in its front colour."""
    width = sum(len(segment.text) for segment in rows[0])
    picture = Image.new("RGB", (width * CELL[0] + 80, len(rows) * CELL[1] + 80), "#777777")
    pen = ImageDraw.Draw(picture)
    for down, row in enumerate(rows):
        across = 0
        for segment in row:
            for character in segment.text:
                x, y = 40 + across * CELL[0], 40 + down * CELL[1]
                front, back = colours(segment)
                pen.rectangle((x, y, x + CELL[0] - 1, y + CELL[1] - 1), fill=back)
                if character == "▄":
                    pen.rectangle((x, y + CELL[1] // 2, x + CELL[0] - 1, y + CELL[1] - 1), fill=front)
                across += 1
    return picture


def colours(segment: Segment) -> tuple[str, str]:
    assert isinstance(segment.style, Style)
    assert segment.style.color
    assert segment.style.bgcolor
    return segment.style.color.get_truecolor().hex, segment.style.bgcolor.get_truecolor().hex


@pytest.mark.parametrize("double", [False, True])
def test_a_camera_reads_the_address_in_capitals(double: bool) -> None:
    (found,) = zxingcpp.read_barcodes(photograph(draw(URL, double=double)))
    assert found.text == URL
    assert found.ec_level == "M"


@pytest.mark.parametrize(
    "wifi",
    [
        Wifi("Gjest", password="velkommen 2026"),
        Wifi('a;b\\c,d:e"f', password=';;\\\\"":,x'),
        Wifi("Blåbærsyltetøy", security="nopass", hidden=True),
        Wifi("ABCD", security="WEP", password="0123456789"),
    ],
    ids=lambda wifi: wifi.name,
)
def test_a_camera_reads_the_wifi_letter_for_letter(wifi: Wifi) -> None:
    (found,) = zxingcpp.read_barcodes(photograph(draw(wifi.code)))
    assert found.text == wifi.code


@pytest.mark.parametrize(("double", "cells"), [(False, (33, 17)), (True, (66, 33))])
def test_its_size_is_known_before_it_is_drawn(double: bool, cells: tuple[int, int]) -> None:
    rows = draw(URL, double=double)
    assert size(URL, double=double) == cells
    assert {sum(len(segment.text) for segment in row) for row in rows} == {cells[0]}
    assert len(rows) == cells[1]


def test_the_longest_address_of_a_local_network_takes_no_more_room() -> None:
    assert size("HTTP://192.168.100.123:65535/K7QX") == size(URL)


@pytest.mark.parametrize("double", [False, True])
def test_it_is_black_on_white_in_blocks_that_leave_no_seam(double: bool) -> None:
    segments = [segment for row in draw(URL, double=double) for segment in row]
    assert {colour for segment in segments for colour in colours(segment)} == {"#000000", "#ffffff"}
    assert {character for segment in segments for character in segment.text} <= set(" ▄")


def test_four_modules_of_white_lie_round_it() -> None:
    rows = draw(URL)
    assert [colours(segment)[1] for row in rows[:2] for segment in row] == ["#ffffff", "#ffffff"]
    for row in rows:
        assert row[0].text.startswith("    ")
        assert row[-1].text.endswith("    ")
        assert colours(row[0])[1] == colours(row[-1])[1] == "#ffffff"


def test_an_address_outside_the_alphanumeric_letters_is_coded_too() -> None:
    (found,) = zxingcpp.read_barcodes(photograph(draw("HTTP://[FD00::1]:8080/K7QX")))
    assert found.text == "HTTP://[FD00::1]:8080/K7QX"
