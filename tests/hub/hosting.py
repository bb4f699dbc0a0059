"""A hub in a process of its own, with limits that tests can wait for. Arguments: RUN SESSION JSON."""

import json
import sys
from pathlib import Path

import msgspec

from workshop.hub.limits import Limits, Pace
from workshop.hub.server import HubSpec, serve
from workshop.room.folder import RunFolder
from workshop.room.runfile import RunFile
from workshop.sessionfile.build import load


def tell(run: RunFile) -> None:
    """Where the hub is, as one line of JSON."""
    print(msgspec.json.encode(run).decode(), flush=True)


def main() -> None:
    folder, session, asked = sys.argv[1:]
    wishes = json.loads(asked)
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
