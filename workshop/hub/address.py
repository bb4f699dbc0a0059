"""The addresses at which phones can reach this computer, the likeliest first, and why."""

import ipaddress
import re
from collections.abc import Iterable
from typing import NamedTuple

import ifaddr
import msgspec

from workshop.core.phrases import Phrase, phrase
from workshop.room import preferences
from workshop.room.preferences import Choice
from workshop.room.ways import Net, Way

LOOPBACK = "127.0.0.1"

_MOBILE = re.compile(r"\bww(?:an|p)|rmnet|mobile broadband|cellular", re.IGNORECASE)
_VPN = re.compile(
    r"tailscale|wireguard|zerotier|vpn|\b(?:u?tun|tap|wg|ppp|ipsec)|\bzt[0-9a-z]{8}\b", re.IGNORECASE
)
_VIRTUAL = re.compile(
    r"docker|podman|\bbr-|\bbridge|veth|virbr|vmnet|vbox|virtual|vmware|hyper-v|\b(?:lxc|cni|awdl|llw)",
    re.IGNORECASE,
)
_WIFI = re.compile(r"wi-?fi|wlan|wireless|airport|802\.11|\bwl", re.IGNORECASE)
_WIRED = re.compile(r"ethernet|gigabit|\beth\d|\ben[opsx]\w", re.IGNORECASE)
_SHARED = re.compile(r"\bbridge1\d\d\b")  # what macOS makes when it shares its network
_PRIVATE = tuple(
    map(ipaddress.IPv4Network, ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12"))  # homes, offices, the rest
)
_CARRIER = ipaddress.IPv4Network("100.64.0.0/10")  # also Tailscale's
_IPHONE = ipaddress.IPv4Network("172.20.10.0/28")  # what every iPhone gives who uses its hotspot
_WINDOWS_HOTSPOT = ipaddress.IPv4Address("192.168.137.1")
_LINUX_HOTSPOT = ipaddress.IPv4Network("10.42.0.0/16")  # NetworkManager's; its own address there ends in .1

_ORDER: dict[Net, int] = {
    "hotspot": 0,  # nobody opens one but to be reached
    "wifi": 1,  # where phones are
    "tethered": 1,
    "wired": 2,
    "network": 2,
    "public": 2,
    "mobile": 3,
    "virtual": 3,
    "vpn": 3,
    "unrouted": 4,
    "loopback": 5,
}
_UNUSABLE: tuple[Net, ...] = ("mobile", "virtual", "vpn", "unrouted", "loopback")


_WHY: dict[Net, Phrase] = {
    "hotspot": phrase("This computer's own hotspot ({card}): phones that join it can reach it"),
    "wifi": phrase("Wi-Fi ({card}): phones on the same Wi-Fi can reach it"),
    "tethered": phrase("A phone's hotspot ({card}): phones that join it can reach it"),
    "wired": phrase("Cable ({card}): phones can reach it if their Wi-Fi is on this network"),
    "network": phrase("Network ({card}): phones on the same network can reach it"),
    "public": phrase("Public address ({card}): phones can reach it if no firewall stands between"),
    "mobile": phrase("Mobile broadband ({card}): phones in the room cannot reach it"),
    "virtual": phrase("Virtual network ({card}) inside this computer: phones cannot reach it"),
    "vpn": phrase("VPN ({card}): phones in the room cannot reach it"),
    "unrouted": phrase("No router has given {card} an address: phones cannot reach it"),
    "loopback": phrase("Only this computer can open it"),
}


class Interface(NamedTuple):
    """An address and the network card that has it: what people call it, and the system where that differs."""

    name: str
    address: str
    system: str = ""


def interfaces() -> list[Interface]:
    """Every IPv4 address of this computer."""
    return [
        Interface(adapter.nice_name, ip.ip, adapter.name)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    ]


def ways() -> list[Way]:
    """Every way in: the one that was chosen where it is there, then from the likeliest to loopback."""
    return with_choice(ranked(interfaces()), preferences.read().way)


def ranked(found: Iterable[Interface]) -> list[Way]:
    """Real networks first, Wi-Fi before cables; then virtual ones and links without a router."""
    return [_way(card) for card in sorted(found, key=_rank)]


def with_choice(ways: list[Way], choice: Choice | None) -> list[Way]:
    """`ways` with the chosen one first: that address, else the likeliest address of that card."""
    if choice is None:
        return ways
    same = [way for way in ways if way.address == choice.address]
    card = [way for way in ways if way.card == choice.card and way.net not in ("unrouted", "loopback")]
    if not (found := same or card):
        return ways
    chosen = msgspec.structs.replace(found[0], chosen=True)
    return [chosen, *(way for way in ways if way is not found[0])]


def _way(card: Interface) -> Way:
    net = _net(card)
    why = Phrase(_WHY[net].message, {"card": card.name})
    return Way(card.address, card.name, net, why, usable=net not in _UNUSABLE)


def _rank(card: Interface) -> tuple[int, int]:
    address = ipaddress.IPv4Address(card.address)
    private = next((i for i, net in enumerate(_PRIVATE) if address in net), len(_PRIVATE))
    return _ORDER[_net(card)], private


def _net(card: Interface) -> Net:
    address, called = ipaddress.IPv4Address(card.address), f"{card.system} {card.name}"
    if address.is_loopback:
        return "loopback"
    if address.is_link_local:
        return "unrouted"
    if _MOBILE.search(called):
        return "mobile"
    if _VPN.search(called) or address in _CARRIER:
        return "vpn"
    if _SHARED.search(called):
        return "hotspot"
    if _VIRTUAL.search(called):
        # Windows makes its hotspot a virtual card, at an address that it gives nothing else.
        return "hotspot" if address == _WINDOWS_HOTSPOT else "virtual"
    return _real_net(address, called)


def _real_net(address: ipaddress.IPv4Address, called: str) -> Net:
    wifi, wired = _WIFI.search(called), _WIRED.search(called)
    if address == _WINDOWS_HOTSPOT or (wifi and address in _LINUX_HOTSPOT and address.packed[3] == 1):
        return "hotspot"
    if address in _IPHONE:
        return "tethered"
    if wifi:
        return "wifi"
    if not any(address in net for net in _PRIVATE):
        return "public"
    return "wired" if wired else "network"
