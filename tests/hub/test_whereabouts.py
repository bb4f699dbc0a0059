"""The room's address while networks come and go: kept for as long as it holds, then the next best."""

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.hub.live_hub import LiveHub
from workshop.errors import Refusal
from workshop.hub import address, sockets
from workshop.hub.address import Interface, ranked
from workshop.hub.venue import Venue
from workshop.hub.whereabouts import Whereabouts
from workshop.room.ways import Way

WIFI = Interface("Wi-Fi", "192.168.1.23", "wlan0")
CABLE = Interface("Ethernet", "10.0.0.5", "eth0")
DOCKER = Interface("docker0", "172.17.0.1")
SELF_GIVEN = Interface("Ethernet", "169.254.7.7", "eth0")
LO = Interface("lo", "127.0.0.1")


@pytest.fixture
def sock() -> Iterator[socket.socket]:
    with sockets.listen("127.0.0.1", 0) as sock:
        yield sock


def ways(*cards: Interface) -> list[Way]:
    return ranked([*cards, LO])


class Network:
    """Whereabouts on a computer whose cards the test puts in and out."""

    def __init__(self, venue: Venue, patch: pytest.MonkeyPatch) -> None:
        self.told: list[Venue] = []
        self.cards: tuple[Interface, ...] = ()
        self.room = Whereabouts(venue, self.told.append)
        patch.setattr(address, "ways", lambda: ways(*self.cards))

    def has(self, *cards: Interface) -> str:
        """Where the room is once the computer has these."""
        self.cards = cards
        return self.room.ways_in().current


@pytest.fixture
def network(sock: socket.socket, monkeypatch: pytest.MonkeyPatch) -> Network:
    return Network(Venue(sock, WIFI.address, ""), monkeypatch)


def test_it_stays_while_its_address_is_there_whatever_else_comes(network: Network) -> None:
    for cards in ((WIFI,), (WIFI, CABLE), (DOCKER, WIFI, CABLE)):
        assert network.has(*cards) == WIFI.address
    assert network.told == []


def test_when_its_address_is_gone_it_moves_and_then_stays_there(network: Network) -> None:
    assert network.has(CABLE) == CABLE.address
    assert network.has(WIFI, CABLE) == CABLE.address
    assert [venue.host for venue in network.told] == [CABLE.address]
    assert network.room.left == (network.room.venue.origin(WIFI.address),)


def test_what_no_phone_can_reach_is_left_again_when_there_is_better(network: Network) -> None:
    assert network.has(DOCKER) == DOCKER.address
    assert network.has(DOCKER, WIFI) == WIFI.address
    assert network.has(SELF_GIVEN) == SELF_GIVEN.address
    assert network.has(CABLE, SELF_GIVEN) == CABLE.address


def test_a_wifi_that_slept_and_comes_back_has_changed_nothing(network: Network) -> None:
    assert network.has() == WIFI.address
    assert not network.room.venue.reachable
    assert network.has(WIFI) == WIFI.address
    assert network.room.venue.reachable
    assert [venue.there for venue in network.told] == [False, True]
    assert network.room.left == ()


def test_the_facilitators_choice_holds_while_it_is_there_and_when_it_is_back(network: Network) -> None:
    network.has(WIFI, CABLE, DOCKER)
    network.room.choose(DOCKER.address)
    assert network.has(WIFI, CABLE, DOCKER) == DOCKER.address
    assert network.has(WIFI, CABLE) == WIFI.address
    assert network.has(WIFI, CABLE, DOCKER) == DOCKER.address


def test_what_phones_could_never_call_cannot_be_chosen(network: Network) -> None:
    network.has(WIFI)
    for host in (CABLE.address, LO.address, "8.8.8.8", ""):
        with pytest.raises(Refusal):
            network.room.choose(host)
    assert network.room.venue.host == WIFI.address


def test_an_address_that_was_asked_for_is_waited_for(
    sock: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network(Venue(sock, WIFI.address, WIFI.address), monkeypatch)
    assert network.has(CABLE) == WIFI.address
    assert not network.room.venue.reachable
    with pytest.raises(Refusal):
        network.room.choose(CABLE.address)
    assert network.has(WIFI) == WIFI.address
    assert network.room.venue.reachable


def test_phones_are_told_of_ways_that_phones_can_take(network: Network) -> None:
    network.has(WIFI, CABLE, DOCKER, SELF_GIVEN)
    hosts = [origin.rpartition(":")[0] for origin in network.room.origins]
    assert hosts == [f"http://{WIFI.address}", f"http://{CABLE.address}"]


def test_what_could_not_be_told_is_told_at_the_next_look(
    sock: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(venue: Venue) -> None:
        told.append(venue.host)
        if len(told) == 1:
            raise OSError("the disk is full")

    room = Whereabouts(Venue(sock, WIFI.address, ""), tell)
    monkeypatch.setattr(address, "ways", lambda: ways(CABLE))
    with pytest.raises(OSError, match="full"):
        room.ways_in()
    for _ in range(2):
        assert room.ways_in().current == CABLE.address
    assert told == [CABLE.address, CABLE.address]


@pytest.mark.parametrize("bound", ["localhost", "::1", "127.0.0.5", "some-name"])
def test_what_cannot_be_looked_up_among_the_addresses_counts_as_there(
    sock: socket.socket, bound: str
) -> None:
    venue = Venue(sock, bound, bound)
    assert venue.among(ways(WIFI)) == replace(venue, there=True)


def test_a_hub_that_is_bound_says_its_ways_and_refuses_another(hub: LiveHub) -> None:
    said = hub.control("GET", "/addresses").json
    assert (said["current"], said["bound"]) == ("127.0.0.1", "127.0.0.1")
    assert "127.0.0.1" in [way["address"] for way in said["ways"]]
    refused = hub.control("POST", "/address", {"host": "127.0.0.1"})
    assert (refused.status, "--host" in refused.text) == (409, True)
