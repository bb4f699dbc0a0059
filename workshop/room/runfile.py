"""The file by which everyone finds a live hub: address, code, and the secret of the facilitator's API."""

import os
from pathlib import Path

import msgspec

from workshop.errors import RunError
from workshop.language import say

NAME = "run.json"


class RunFile(msgspec.Struct, frozen=True):
    """What a hub tells once both its listeners accept.

    `join_url` is upper-case, as the QR holds it; `address` is what one types (`192.168.1.23:8080/K7QX`).
    `reachable` is False while there is no network, so that no phone can come in. Where the hub moves to
    another address the file is written anew.
    """

    run: str
    code: str
    title: str
    language: str
    join_url: str
    address: str
    host: str
    port: int
    control_url: str
    token: str
    created: float
    state: str = "lobby"
    """lobby, live or ended: written anew by the hub whenever it changes."""
    reachable: bool = True
    wanted_port: int | None = None
    """The default port, where it was taken and another was used."""
    bound: str = ""
    """The address that the phones' listener is bound to, where one was asked for; empty: every address."""
    wish: str = ""
    """The address that the facilitator chose for this run, where one was."""
    starts: str = ""
    """The local time of day that the first section is to start at (`13:00`), where it has one."""
    rehearsal: bool = False
    """Whether this is a rehearsal: those who answer are made up."""
    speed: float = 1.0
    """How fast the run's clock goes: 1 but in a rehearsal."""
    wifi: str = ""
    """The name of the Wi-Fi that phones are to join, for the stage's first picture."""


def address(url: str) -> str:
    """What one types into a browser to open a join URL: `192.168.1.23:8080/K7QX`."""
    host, slash, rest = url.partition("://")[2].partition("/")
    return f"{host.lower()}{slash}{rest}" if host else url


def write(folder: Path, runfile: RunFile) -> None:
    """Writes the file readable by its owner alone, whole or not at all."""
    data = msgspec.json.format(msgspec.json.encode(runfile), indent=1)
    replace_private(folder / NAME, data)


def read(folder: Path) -> RunFile:
    """The run file of `folder`. Raises RunError where there is none or it cannot be read."""
    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=RunFile)
    except (OSError, msgspec.MsgspecError) as error:
        message = "The run {run} has no readable {name}: {error}"
        raise RunError(say(message, run=folder.name, name=NAME, error=error)) from error


def replace_private(path: Path, data: bytes) -> None:
    """`data` under `path`, 0600: written beside, fsynced, renamed. Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
