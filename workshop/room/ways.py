"""A way in: one of this computer's addresses, whether phones reach it, and why."""

from typing import Literal

import msgspec

from workshop.core.phrases import Phrase

Net = Literal[
    "hotspot",
    "wifi",
    "tethered",
    "wired",
    "network",
    "public",
    "mobile",
    "virtual",
    "vpn",
    "unrouted",
    "loopback",
]
"""hotspot = this computer's own; tethered = a phone's; network = a real one of unknown sort; mobile = the
computer's own mobile broadband; unrouted = an
address that the computer gave itself, because no router did."""


class Way(msgspec.Struct, frozen=True):
    """An address and the network card that has it.

    `usable` where phones in the room may reach it; `why` says so in a sentence that names the card.
    `chosen` is the one that the facilitator chose and had remembered.
    """

    address: str
    card: str
    net: Net
    why: Phrase
    usable: bool
    chosen: bool = False


class WaysIn(msgspec.Struct, frozen=True):
    """Every way into a live room. `current` is the address that its QR holds.

    `bound` is the one that it was started with by wish (`--host`); then no other can be chosen.
    """

    current: str
    ways: list[Way]
    bound: str = ""


def encode(ways: list[Way]) -> bytes:
    """`ways` as JSON."""
    return msgspec.json.encode(ways)


def decode(data: bytes) -> list[Way]:
    """The ways of JSON that `encode` made. Raises msgspec.DecodeError."""
    return msgspec.json.decode(data, type=list[Way])
