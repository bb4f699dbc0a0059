"""The addresses at which phones can reach this computer, the likeliest first."""

import ipaddress
import re
from collections.abc import Iterable
from typing import NamedTuple

import ifaddr

LOOPBACK = "127.0.0.1"

_VIRTUAL = re.compile(
    r"docker|podman|\bbr-|\bbridge|veth|virbr|vmnet|vbox|virtual|vmware|hyper-v|tailscale|wireguard|vpn"
    r"|\b(?:u?tun|tap|wg|zt|ppp|ipsec|lxc|cni|awdl|llw)",
    re.IGNORECASE,
)
_PREFERRED = tuple(
    map(ipaddress.IPv4Network, ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12"))  # homes, offices, the rest
)
_CARRIER = ipaddress.IPv4Network("100.64.0.0/10")  # also Tailscale's


class Interface(NamedTuple):
    """An address and the name of the network card that has it."""

    name: str
    address: str


def interfaces() -> list[Interface]:
    """Every IPv4 address of this computer."""
    return [
        Interface(f"{adapter.name} {adapter.nice_name}", ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    ]


def ranked(found: Iterable[Interface]) -> list[str]:
    """What other devices may reach: real networks first, then virtual ones and links without a router."""
    usable = [card for card in found if not ipaddress.IPv4Address(card.address).is_loopback]
    return [card.address for card in sorted(usable, key=_rank)]


def _rank(card: Interface) -> tuple[bool, bool, int]:
    address = ipaddress.IPv4Address(card.address)
    virtual = bool(_VIRTUAL.search(card.name)) or address in _CARRIER
    network = next((i for i, net in enumerate(_PREFERRED) if address in net), len(_PREFERRED))
    return address.is_link_local, virtual, network
