"""The QR code on a photograph of the whole stage, read by a program that is no part of ours."""

import pytest
import zxingcpp

from tests.tui.draw.reading import lines, photograph, style_at, text
from tests.tui.draw.scenes import LIGHT_NB, LOOKS, PLAIN_NB, STATES, asking, clock, lobby, session_scenes
from tests.tui.examples import URL
from workshop.room.snapshot import Snapshot
from workshop.tui.draw import Frame, Look, stage

SIZES = ((60, 20), (80, 24), (120, 36), (120, 40), (160, 45), (200, 50), (240, 70))
LONGEST = "HTTP://192.168.100.123:65535/K7QX"


def read(frame: Frame) -> list[str]:
    """Every code that a camera finds on the stage."""
    return [found.text for found in zxingcpp.read_barcodes(photograph(frame))]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.palette.name} {look.mode} {look.plain}")
@pytest.mark.parametrize("name", ["lobby", "open", "open, with options", "below the floor", "live"])
def test_a_camera_reads_the_address_off_the_stage(name: str, look: Look, size: tuple[int, int]) -> None:
    snapshot = STATES[name]
    assert read(stage(snapshot, size, look, now=snapshot.now, starts="13:00")) == [URL]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_longest_address_is_read_too(size: tuple[int, int]) -> None:
    assert read(stage(asking(join_url=LONGEST), size, LIGHT_NB, now=0)) == [LONGEST]
    assert read(stage(lobby(join_url=LONGEST), size, LIGHT_NB, now=0)) == [LONGEST]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_code_alone_fills_the_screen_whatever_the_stage_shows(size: tuple[int, int]) -> None:
    for name in ("slide", "cards", "blank", "ended"):
        assert read(stage(STATES[name], size, LIGHT_NB, now=0, qr_only=True)) == [URL]


def test_the_code_alone_is_doubled_where_there_is_room() -> None:
    def dark(frame: Frame) -> int:
        pixels = photograph(frame).convert("1").get_flattened_data()
        return sum(pixel == 0 for pixel in pixels)

    small, large = (
        stage(STATES["slide"], size, LIGHT_NB, now=0, qr_only=True) for size in ((80, 24), (120, 36))
    )
    assert dark(large) > 3 * dark(small)


def test_it_is_there_whenever_a_question_is_open_and_only_then() -> None:
    for snapshot in session_scenes():
        frame = stage(snapshot, (80, 24), LIGHT_NB, now=snapshot.now)
        assert _has_white(frame) == snapshot.open
        if snapshot.open:
            assert read(frame) == [URL]


def _has_white(frame: Frame) -> bool:
    styles = {segment.style for row in frame.rows for segment in row}
    return any(style and style.bgcolor and style.bgcolor.get_truecolor().hex == "#ffffff" for style in styles)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("snapshot", [lobby(), asking(timer=clock(8))], ids=["lobby", "open"])
def test_address_and_promise_stand_beside_it_as_text(snapshot: Snapshot, size: tuple[int, int]) -> None:
    assert "192.168.1.23:8080/K7QX" in text(stage(snapshot, size, PLAIN_NB, now=snapshot.now))
    for look in LOOKS:
        promise = "Anonymt. Ingen navn." if look.language.tag == "nb" else "Anonymous. No names."
        assert promise in text(stage(snapshot, size, look, now=snapshot.now))


def test_it_stands_where_the_pictures_have_it() -> None:
    for size, (top, left, height, width) in {
        (80, 24): (2, 47, 17, 33),
        (120, 36): (4, 83, 17, 33),
        (200, 50): (4, 127, 33, 66),
    }.items():
        frame = stage(asking(), size, LIGHT_NB, now=0)
        white = {
            (row, column)
            for row in range(size[1])
            for column in range(size[0])
            if _is_white(frame, row, column)
        }
        assert min(row for row, _ in white) == top
        assert max(row for row, _ in white) == top + height - 1
        assert min(column for _, column in white) == left
        assert max(column for _, column in white) == left + width - 1


def _is_white(frame: Frame, row: int, column: int) -> bool:
    colour = style_at(frame, row, column).bgcolor
    return colour is not None and colour.get_truecolor().hex == "#ffffff"


def test_its_quiet_zone_is_left_alone() -> None:
    for name in ("open", "below the floor", "live"):
        frame = stage(STATES[name], (80, 24), LIGHT_NB, now=0)
        for row in (*range(2, 4), *range(17, 19)):
            assert lines(frame)[row][47:].strip("▄ ") == ""
