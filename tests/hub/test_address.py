"""The ways in: which of this computer's addresses phones are likeliest to reach, and why."""

import pytest

from workshop.hub.address import Interface, interfaces, ranked, with_choice
from workshop.language import language
from workshop.room import ways
from workshop.room.preferences import Choice
from workshop.room.ways import Net

LAPTOP = [
    Interface("lo", "127.0.0.1"),
    Interface("docker0", "172.17.0.1"),
    Interface("eth0", "169.254.7.7"),
    Interface("tun0", "10.8.0.2"),
    Interface("enp0s31f6", "10.0.0.9"),
    Interface("wlp2s0", "10.0.4.9"),
]


def in_order(*cards: Interface) -> list[str]:
    return [way.address for way in ranked(cards)]


def test_home_networks_come_before_offices_and_offices_before_the_rest() -> None:
    cards = (
        Interface("eth2", "203.0.113.9"),
        Interface("eth1", "172.16.0.9"),
        Interface("eth0", "10.0.0.9"),
        Interface("eth3", "192.168.1.9"),
    )
    assert in_order(*cards) == ["192.168.1.9", "10.0.0.9", "172.16.0.9", "203.0.113.9"]


def test_wifi_comes_before_a_cable_and_the_computers_own_hotspot_before_both() -> None:
    cards = (
        Interface("eth0", "192.168.1.9"),
        Interface("wlan0", "172.16.0.9"),
        Interface("wlan1", "10.42.0.1"),
    )
    assert in_order(*cards) == ["10.42.0.1", "172.16.0.9", "192.168.1.9"]


def test_a_whole_laptop_from_the_likeliest_to_what_reaches_nobody() -> None:
    assert [way.net for way in ranked(LAPTOP)] == ["wifi", "wired", "vpn", "virtual", "unrouted", "loopback"]
    assert [way.usable for way in ranked(LAPTOP)] == [True, True, False, False, False, False]


@pytest.mark.parametrize(
    ("name", "net"),
    [
        ("docker0", "virtual"),
        ("br-1f2e3d", "virtual"),
        ("vethab12", "virtual"),
        ("virbr0", "virtual"),
        ("VirtualBox Host-Only Ethernet Adapter", "virtual"),
        ("Hyper-V Virtual Ethernet Adapter", "virtual"),
        ("vEthernet (WSL)", "virtual"),
        ("awdl0", "virtual"),
        ("tun0", "vpn"),
        ("utun3", "vpn"),
        ("wg0", "vpn"),
        ("tailscale0", "vpn"),
        ("TAP-Windows Adapter V9", "vpn"),
        ("ztc3q4hjsa", "vpn"),
        ("wwan0", "mobile"),
        ("wwp0s20u4", "mobile"),
        ("ZTE Mobile Broadband Network Adapter", "mobile"),
        ("ZTE Ethernet Adapter", "wired"),
        ("en0", "network"),
        ("wlp2s0", "wifi"),
        ("Intel(R) Wi-Fi 6 AX201 160MHz", "wifi"),
        ("eth0", "wired"),
        ("Realtek PCIe Gigabit Ethernet Controller", "wired"),
    ],
)
def test_a_card_is_known_by_its_name(name: str, net: Net) -> None:
    assert ranked([Interface(name, "192.168.56.1", "{GUID}")])[0].net == net


@pytest.mark.parametrize(
    ("name", "address", "net"),
    [
        ("bridge100", "192.168.2.1", "hotspot"),
        ("Microsoft Wi-Fi Direct Virtual Adapter #2", "192.168.137.1", "hotspot"),
        ("wlan0", "10.42.0.1", "hotspot"),
        ("cni0", "10.42.0.1", "virtual"),
        ("wlan0", "10.42.0.7", "wifi"),
        ("en0", "172.20.10.3", "tethered"),
        ("eth9", "100.101.102.103", "vpn"),
        ("wwan0", "100.101.102.103", "mobile"),
        ("eth0", "203.0.113.9", "public"),
    ],
)
def test_or_by_an_address_that_only_one_sort_of_network_has(name: str, address: str, net: Net) -> None:
    assert ranked([Interface(name, address)])[0].net == net


def test_every_way_says_in_both_languages_which_card_and_what_phones_can_do_there() -> None:
    for way in ranked([*LAPTOP, Interface("wlan1", "10.42.0.1"), Interface("en0", "172.20.10.3")]):
        for tag, phones in (("en", "phones"), ("nb", "telefoner")):
            said = way.why.said(language(tag))
            assert way.net == "loopback" or (way.card in said and phones in said)


def test_what_was_chosen_comes_first_where_it_is_there() -> None:
    first = with_choice(ranked(LAPTOP), Choice("10.8.0.2", "tun0"))[0]
    assert (first.address, first.chosen) == ("10.8.0.2", True)
    assert len(with_choice(ranked(LAPTOP), Choice("10.8.0.2", "tun0"))) == len(LAPTOP)


def test_a_chosen_card_that_has_another_address_today_is_still_the_chosen_one() -> None:
    assert with_choice(ranked(LAPTOP), Choice("192.168.7.7", "enp0s31f6"))[0].address == "10.0.0.9"
    # eth0 has only what it gave itself: that is no network to be reached on.
    assert with_choice(ranked(LAPTOP), Choice("192.168.7.7", "eth0")) == ranked(LAPTOP)


def test_what_was_chosen_and_is_gone_changes_nothing() -> None:
    assert with_choice(ranked(LAPTOP), Choice("192.168.7.7", "wlan9")) == ranked(LAPTOP)
    assert with_choice(ranked(LAPTOP), None) == ranked(LAPTOP)


def test_ways_are_the_same_after_json() -> None:
    assert ways.decode(ways.encode(ranked(LAPTOP))) == ranked(LAPTOP)


def test_this_computer_has_itself_among_its_addresses() -> None:
    assert "127.0.0.1" in [card.address for card in interfaces()]
