"""`w` on stage and desk: what the hub knows of the ways in, and another address by a digit."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.tui.desk.desks import desked
from tests.tui.examples import folder_of
from tests.tui.hubs import SESSION, Hub, hub_in
from tests.tui.stages import staged
from workshop.hub import address
from workshop.hub.address import Interface
from workshop.room import preferences

CARDS = [
    Interface("wlan0", "192.168.1.23"),
    Interface("eth0", "10.0.0.5"),
    Interface("lo", "127.0.0.1"),
]
WITH_WIFI = SESSION.replace(b"language: nb", b"language: nb\nwifi: {name: Gjest, password: velkommen}")


@pytest.fixture
async def open_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Hub]:
    """A hub that may be at any address of a computer with Wi-Fi and a cable; nothing remembered yet."""
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(address, "interfaces", lambda: list(CARDS))
    hub = hub_in(tmp_path / "run", WITH_WIFI)
    hub.bound = ""
    await hub.begin()
    yield hub
    await hub.stop()


async def test_a_digit_moves_the_room_to_another_address_and_is_remembered(open_hub: Hub) -> None:
    async with staged(open_hub.folder, size=(120, 36)) as stage:
        await stage.press("w")
        await stage.shows("Wi-Fi (wlan0)")
        await stage.shows("▌ 1 192.168.1.23")
        await stage.press("2")
        await stage.until(lambda: "10.0.0.5:" in stage.snapshot.join_url)
        await stage.shows("▌ 2 10.0.0.5")  # and its digit is still the same
        assert "Ny adresse" in stage.text
        assert stage.on_top == "WaysScreen"
    kept = preferences.read().way
    assert kept is not None
    assert (kept.address, kept.card) == ("10.0.0.5", "eth0")
    assert open_hub.done == []


async def test_the_wifi_is_shown_with_its_password_and_then_the_room(open_hub: Hub) -> None:
    async with staged(open_hub.folder) as stage:
        await stage.press("w")
        await stage.shows("Passord: velkommen")
        await stage.press("right")
        assert "Så: skann denne" in stage.text
        assert "velkommen" not in stage.text.lower()
        await stage.press("right", "2")  # what is chosen by a digit must be on the screen
        before = stage.snapshot.join_url
        await stage.press("right")
        assert "Passord: velkommen" in stage.text
        assert stage.snapshot.join_url == before
        assert preferences.read().way is None
        await stage.press("left", "left")
        assert "Så: skann denne" in stage.text


async def test_a_new_network_appears_by_itself(open_hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desked(open_hub.folder) as desk:
        await desk.press("w")
        await desk.shows("eth0")
        assert "10.42.0.1" not in desk.text
        hotspot = Interface("wlan1", "10.42.0.1")
        monkeypatch.setattr(address, "interfaces", lambda: [*CARDS, hotspot])
        await desk.shows("10.42.0.1")


async def test_any_other_key_goes_back_and_does_nothing_else(open_hub: Hub) -> None:
    async with desked(open_hub.folder) as desk:
        for key in ("x", "escape", "enter", "w", "down"):
            await desk.press("w")
            assert desk.on_top == "WaysScreen"
            await desk.press("9", "0")  # no such address; and 0 is no digit of the list
            assert desk.on_top == "DeskScreen"
            await desk.press("w", key)
            assert desk.on_top == "DeskScreen"
    assert open_hub.done == []


async def test_a_room_that_was_bound_at_its_start_says_so(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("w")
        await stage.shows("--host")
        before = stage.snapshot.join_url
        await stage.press("1")
        assert stage.snapshot.join_url == before
        assert stage.on_top == "WaysScreen"


async def test_without_a_hub_the_code_is_there_and_the_rest_says_why_not(tmp_path: Path) -> None:
    async with staged(folder_of(tmp_path / "run"), size=(120, 36)) as stage:
        await stage.press("w")
        await stage.shows("som ikke svarer")
        assert "192.168.1.23:8080/K7QX" in stage.text
