"""The sheet of ways in: whole codes, every address with its reason, and advice, on the pages it takes."""

from itertools import pairwise

import pytest
import zxingcpp

from tests.tui.draw.reading import lines, photograph, text
from tests.tui.draw.scenes import LIGHT_NB, LOOKS
from tests.tui.draw.test_geometry import ink
from tests.tui.examples import URL
from workshop.core.phrases import Words
from workshop.core.wifi import Wifi
from workshop.hub.address import Interface, ranked
from workshop.language import language
from workshop.room.firewall import here
from workshop.room.ways import WaysIn
from workshop.tui.draw import Frame, Look, canvas
from workshop.tui.draw.picture import Strip
from workshop.tui.draw.ways import Ways, draw_ways
from workshop.tui.hints import HINTS

SIZES = ((60, 20), (80, 24), (100, 32), (120, 36), (160, 45), (200, 50), (240, 70))
WIFI = Wifi("Rådhuset gjest", password="velkommen2026")
LONG = Wifi("W" * 32, password='"' * 63)
CARDS = (
    Interface("lo", "127.0.0.1"),
    Interface("docker0", "172.17.0.1"),
    Interface("tun0", "10.8.0.2"),
    Interface("enp0s31f6", "10.0.0.9"),
    Interface("wlp2s0", "192.168.1.23"),
)
COMMANDS = tuple(opening.command for opening in here(8080, "linux"))
TRIED: tuple[tuple[Words, tuple[str, ...]], ...] = tuple(
    (hint, COMMANDS if number == 3 else ()) for number, hint in enumerate(HINTS)
)


def ways(**said: object) -> Ways:
    values = {"join_url": URL, "known": WaysIn("192.168.1.23", ranked(CARDS)), "hints": TRIED}
    return Ways(**{**values, **said})  # type: ignore[arg-type]


def pages(shown: Ways, size: tuple[int, int], look: Look = LIGHT_NB) -> list[Frame]:
    first = draw_ways(shown, size, look)
    return [first, *(draw_ways(shown, size, look, page) for page in range(1, first.pages))]


def words(frames: list[Frame]) -> str:
    """What is written, without the cells of the codes between."""
    return " ".join(" ".join(map(text, frames)).replace("▄", " ").split())


def codes(frames: list[Frame]) -> list[str]:
    return [found.text for frame in frames for found in zxingcpp.read_barcodes(photograph(frame))]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.palette.name} {look.mode} {look.plain}")
def test_every_page_is_whole_and_nothing_stands_on_top_of_anything_else(
    size: tuple[int, int], look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[list[Strip]] = []
    settle = canvas.settle

    def noted(strips: list[Strip]) -> list[Strip]:
        found.append(list(strips))
        return settle(strips)

    monkeypatch.setattr(canvas, "settle", noted)
    for shown in (ways(), ways(wifi=WIFI), ways(wifi=LONG, alone=True), ways(known=None, silent=True)):
        frames = pages(shown, size, look)
        for frame in frames:
            assert {sum(segment.cell_length for segment in row) for row in frame.rows} == {size[0]}
            assert len(frame.rows) == size[1]
        said = words(frames)
        for hint in HINTS:
            for word in hint.said(look.language).split():
                assert word in said
    for (_, end), (start, _) in (pair for strips in found for pair in pairwise(ink(strips))):
        assert end <= start


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_camera_reads_both_codes_the_wifi_first(size: tuple[int, int]) -> None:
    assert set(codes(pages(ways(wifi=Wifi("Gjest", password="velkommen")), size))) == {
        URL,
        "WIFI:T:WPA;S:Gjest;P:velkommen;;",
    }
    assert codes(pages(ways(), size)) == [URL]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_wifi_whose_code_does_not_fit_is_there_in_words(size: tuple[int, int]) -> None:
    frames = pages(ways(wifi=LONG), size)
    said = "".join("".join(lines(frame)) for frame in frames).replace(" ", "")
    assert URL in codes(frames)
    assert said.count('"') >= 63
    assert said.count("W") >= 32


def test_every_address_says_why_and_the_one_in_the_code_says_so_without_colour() -> None:
    said = words(pages(ways(), (120, 36)))
    for way in ranked(CARDS):
        assert (way.why.said(language("nb")) in said) == (way.net != "loopback")
    assert said.count("Står i koden nå.") == 1
    assert "1 192.168.1.23 Wi-Fi (wlp2s0)" in said
    assert "1–4 velger adresse" in said


def test_an_address_that_was_fixed_at_the_start_offers_no_digits() -> None:
    known = WaysIn("192.168.1.23", ranked(CARDS), bound="192.168.1.23")
    said = words(pages(ways(known=known), (80, 24)))
    assert "velger adresse" not in said
    assert ways(known=known).choices == []
    assert "--host" in said


def test_on_a_small_screen_the_codes_come_one_after_the_other_and_on_a_larger_one_together() -> None:
    small = pages(ways(wifi=WIFI), (80, 24))
    assert [codes([frame]) for frame in small] == [[WIFI.code], [URL], []]
    assert sorted(codes(pages(ways(wifi=WIFI), (120, 36))[:1])) == sorted([URL, WIFI.code])


def test_after_a_minute_alone_what_to_try_comes_before_the_addresses() -> None:
    said = words(pages(ways(alone=True), (120, 36))[:1])
    assert said.index("Ingen telefon ennå? Prøv dette:") < said.index("Adresser")
    assert all(command in said for command in COMMANDS)


def test_the_first_phone_is_said_in_words() -> None:
    assert "✓ Den første telefonen er inne" in words(pages(ways(reached=True), (80, 24))[:1])


def test_where_no_phone_can_come_in_it_says_so() -> None:
    shown = ways(join_url="HTTP://127.0.0.1:8080/K7QX", known=WaysIn("127.0.0.1", ranked(CARDS[:1])))
    said = words(pages(shown, (80, 24)))
    assert "Ingen telefon når denne maskinen ennå" in said
    assert "Bare denne maskinen kan åpne den" in said
