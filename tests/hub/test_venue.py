"""The address in the QR: the likeliest one there is, and the same after a restart."""

from pathlib import Path

import msgspec
import pytest

from workshop.errors import HubError
from workshop.hub import address, sockets, venue
from workshop.hub.address import Interface
from workshop.room import preferences
from workshop.room.runfile import RunFile

BEFORE = RunFile(
    run="2026-11-24-k7qx",
    code="K7QX",
    title="",
    language="nb",
    join_url="",
    address="",
    host="127.0.0.1",
    port=0,
    control_url="",
    token="",
    created=0.0,
)


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No choice of whoever runs the tests counts."""
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))


@pytest.fixture
def port() -> int:
    """A port that is free just now."""
    with sockets.listen("127.0.0.1", 0) as sock:
        return sockets.port_of(sock)


def test_without_a_network_it_stands_on_loopback_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "interfaces", lambda: [Interface("lo", "127.0.0.1")])
    place = venue.find(None, 0, None)
    with place.sock:
        assert place.host == "127.0.0.1"
        assert not place.reachable
        assert place.sock.getsockname()[0] == "0.0.0.0"


def test_a_found_address_is_reachable_on_every_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "interfaces", lambda: [Interface("eth0", "192.168.1.23")])
    place = venue.find(None, 0, None)
    with place.sock:
        assert place.reachable
        assert place.join_url("K7QX") == f"HTTP://192.168.1.23:{place.port}/K7QX"
        assert place.bound == ""


def test_an_address_that_was_asked_for_is_the_only_one_that_listens() -> None:
    place = venue.find("127.0.0.1", 0, None)
    with place.sock:
        assert place.bound == "127.0.0.1"
        assert place.sock.getsockname()[0] == "127.0.0.1"


def test_the_qr_on_the_wall_stays_true_while_the_address_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    cards = [Interface("eth0", "192.168.1.23"), Interface("eth1", "10.0.0.5")]
    monkeypatch.setattr(address, "interfaces", lambda: cards)
    for host, expected in (("10.0.0.5", "10.0.0.5"), ("10.9.9.9", "192.168.1.23")):
        place = venue.find(None, 0, msgspec.structs.replace(BEFORE, host=host))
        with place.sock:
            assert place.host == expected


def test_the_address_that_was_chosen_is_used_by_every_new_run(monkeypatch: pytest.MonkeyPatch) -> None:
    cards = [Interface("wlan0", "192.168.1.23"), Interface("tun0", "10.0.0.5")]
    monkeypatch.setattr(address, "interfaces", lambda: cards)
    preferences.remember(address.ways()[1])
    place = venue.find(None, 0, None)
    with place.sock:
        assert place.host == "10.0.0.5"


def test_where_it_was_bound_by_wish_it_is_bound_again(port: int) -> None:
    place = venue.find(None, None, msgspec.structs.replace(BEFORE, port=port, bound="127.0.0.1"))
    with place.sock:
        assert (place.host, place.port, place.bound) == ("127.0.0.1", port, "127.0.0.1")


def test_the_default_port_taken_means_the_next_free_one(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    with sockets.listen("127.0.0.1", port):
        monkeypatch.setattr(sockets, "DEFAULT_PORT", port)
        place = venue.find("127.0.0.1", None, None)
    with place.sock:
        assert place.port > port
        assert place.wanted_port == port


def test_a_port_that_was_asked_for_and_is_taken_names_the_option(port: int) -> None:
    with sockets.listen("127.0.0.1", port), pytest.raises(HubError, match="--port"):
        venue.find("127.0.0.1", port, None)
