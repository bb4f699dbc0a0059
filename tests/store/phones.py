"""A room of phones and its store in a process of their own, made to be killed.

`python -m tests.store.phones FOLDER send` lets every phone send its next answer again and again and prints
`<phone> <turn>` for each that was acknowledged. `… seal DEATH` seals, and dies at a chosen point on the way.
"""

import asyncio
import os
import re
import signal
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.store.conftest import PLACE
from workshop.core.place import JSON
from workshop.store.sqlite import SqliteStore

PHONES = 12

DEATHS = {
    "before the key is overwritten": "workshop.store.handles.overwrite",
    "before the key's file is deleted": "pathlib.Path.unlink",
    "before the new file is built": "workshop.store.sqlitefile.create",
    "before the new file has a place": "os.replace",
    "before the new name is durable": "workshop.store.sqlitefile.flush_folder",
}


def token(phone: int) -> bytes:
    return b"token of phone %d" % phone


def answer(phone: int, turn: int) -> list[JSON]:
    """What a phone sends in a turn: now short, now long, now two contributions and now one."""
    return [f"<phone {phone} turn {turn}>" * (turn * 7 % 20 + 1) for _ in range(turn % 2 + 1)]


def turn_of(contributions: tuple[JSON, ...] | None) -> int:
    """The turn in which this was sent; -1 before the first."""
    found = re.search(r"turn (\d+)", str(contributions))
    return int(found[1]) if found else -1


def die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def send(store: SqliteStore) -> None:
    await store.open(PLACE, None)
    os.write(1, b"ready\n")
    await asyncio.gather(*[send_on(store, phone) for phone in range(PHONES)])


async def send_on(store: SqliteStore, phone: int) -> None:
    turn = turn_of(store.mine(PLACE, token(phone)))
    while True:
        turn += 1
        await store.submit(PLACE, token(phone), answer(phone, turn))
        os.write(1, b"%d %d\n" % (phone, turn))


async def seal(store: SqliteStore, death: str) -> None:
    with patch(DEATHS[death], die):
        await store.seal(PLACE)


if __name__ == "__main__":
    opened = SqliteStore(Path(sys.argv[1]))
    asyncio.run(send(opened) if sys.argv[2] == "send" else seal(opened, sys.argv[3]))
