"""A hub in a process of its own, with limits and a network that tests can play with: RUN SESSION JSON."""

import json
import sys
from pathlib import Path

import msgspec

from workshop.core.phrases import phrase
from workshop.hub import address
from workshop.hub.limits import Limits, Pace
from workshop.hub.server import HubSpec, serve
from workshop.room.folder import RunFolder
from workshop.room.runfile import RunFile
from workshop.room.ways import Way
from workshop.sessionfile.build import load


def tell(run: RunFile) -> None:
    """Where the hub is, as one line of JSON."""
    print(msgspec.json.encode(run).decode(), flush=True)


def pretend(cards: Path) -> None:
    """As if the computer had the addresses that stand in the file, which the test may change."""

    def ways() -> list[Way]:
        said = cards.read_text(encoding="ascii").split()
        return [Way(host, "Wi-Fi", "wifi", phrase("Wi-Fi"), usable=True) for host in said]

    address.ways = ways


def main() -> None:
    folder, session, asked = sys.argv[1:]
    wishes = json.loads(asked)
    if cards := wishes.pop("cards", None):
        pretend(Path(cards))
    limits = wishes.pop("limits", {})
    limits |= {name: Pace(*limits[name]) for name in ("phone", "room") if name in limits}
    serve(
        HubSpec(
            RunFolder(Path(folder)),
            load(Path(session)),
            limits=Limits(**limits),
            announce=tell,
            **wishes,
        )
    )


if __name__ == "__main__":
    main()
