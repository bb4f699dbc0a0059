"""The phone remote on the desk: its code is read off the screen, and a key takes it back."""

import pytest
import zxingcpp

from tests.tui.desk.desks import Desked, desked
from tests.tui.hubs import Hub
from tests.tui.test_qr import photograph


def scanned(desk: Desked) -> list[str]:
    """What a camera reads off the screen."""
    surface = desk.app.screen.query_one("Surface")
    rows = [list(surface.render_line(y)) for y in range(surface.size.height)]
    return [found.text for found in zxingcpp.read_barcodes(photograph(rows))]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 50)])
async def test_a_key_switches_it_on_shows_its_code_and_another_one_takes_it_back(
    hub: Hub, size: tuple[int, int]
) -> None:
    async with desked(hub.folder, size=size) as desk:
        await desk.follows(hub)
        assert hub.remote.url is None
        await desk.press("x")
        await desk.until(lambda: scanned(desk))
        assert scanned(desk) == [hub.remote.url]
        for words in ("Den som skanner", "x slår den av", "fortsatt på"):
            assert words in desk.text
        await desk.press("escape")
        assert desk.on_top == "DeskScreen"
        await desk.until(lambda: desk.desk and desk.desk.remote)
        assert "fjernkontroll på" in desk.text or size == (60, 20)
        first = hub.remote.url
        assert first is not None
        await desk.press("x")
        await desk.until(lambda: scanned(desk) == [first])
        await desk.press("x")
        await desk.shows("Fjernkontrollen på telefonen er av.")
        assert desk.on_top == "DeskScreen"
        assert hub.remote.url is None


async def test_where_no_hub_answers_it_is_not_said_to_be_off(hub: Hub) -> None:
    async with desked(hub.folder) as desk:
        await desk.follows(hub)
        await desk.press("x")
        await desk.until(lambda: scanned(desk))
        await hub.stop()
        await desk.press("x")
        await desk.shows("Ikke kontakt: den er fortsatt på.")
        assert desk.on_top == "RemoteScreen"
        await hub.begin()
        await desk.press("x")
        await desk.shows("Fjernkontrollen på telefonen er av.")
        assert hub.remote.url is None


async def test_the_code_follows_this_computers_address(hub: Hub) -> None:
    async with desked(hub.folder) as desk:
        await desk.follows(hub)
        await desk.press("x")
        await desk.until(lambda: scanned(desk))
        hub.room.move("HTTP://10.1.2.3:8080/K7QX", reachable=True)
        await desk.until(
            lambda: [url.startswith("HTTP://10.1.2.3:8080/R/") for url in scanned(desk)] == [True]
        )
