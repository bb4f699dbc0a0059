"""The room check: address, port, firewall, disk and versions, each looked at as a run would use it."""

import contextlib
import importlib.metadata
import platform
import shutil
import tempfile
from collections.abc import Sequence

import workshop
from workshop.cli.finding import Finding, Verdict
from workshop.errors import RunError
from workshop.hub import sockets
from workshop.language import computer, say
from workshop.room import firewall, folder, preferences
from workshop.room.ways import Way

MEGABYTE = 1_000_000
ENOUGH = 200 * MEGABYTE
"""Free space that no workshop comes near."""
LEAST = 10 * MEGABYTE
_PACKAGES = ("textual", "starlette", "uvicorn", "pydantic", "msgspec", "segno")
_CALLED = {"ufw": "Linux, ufw", "firewalld": "Linux, firewalld"}


def addresses(ways: Sequence[Way]) -> Finding:
    """Which address the QR would hold, and which others there are."""
    about, found = say("Address"), [way for way in ways if way.net != "loopback"]
    if not found:
        text = say("This computer is on no network, so no phone can reach it. Join a Wi-Fi, or share one.")
        return Finding("address", about, Verdict.STOP, text)
    used = found[0]
    more = [f"{way.address:<15}  {way.why.said(computer())}" for way in found[1:]]
    if more:
        more.insert(0, say("There are others:"))
        more.append(say("Take one for a run: workshop run SESSION --host ADDRESS"))
        more.append(say("Take one from now on: workshop doctor --choose ADDRESS"))
    verdict = Verdict.OK if used.usable else Verdict.LOOK
    return Finding("address", about, verdict, f"{used.address}  {_why(used)}", (*_missed(ways), *more))


def _why(way: Way) -> str:
    why = way.why.said(computer())
    return say("{why} (you chose it)", why=why) if way.chosen else why


def _missed(ways: Sequence[Way]) -> tuple[str, ...]:
    choice = preferences.read().way
    if choice is None or any(way.chosen for way in ways):
        return ()
    return (say("{address}, which you chose, is not here now.", address=choice.address),)


def port() -> tuple[Finding, int]:
    """Whether the default port is free, and which one a run would take. Raises HubError: none is free."""
    about, wanted = say("Port"), sockets.DEFAULT_PORT
    with sockets.anywhere("") as sock:
        taken = sockets.port_of(sock)
    if taken == wanted:
        return Finding("port", about, Verdict.OK, say("{port} is free", port=wanted)), taken
    holder = _holder(wanted)
    text = say("{port} is taken by {holder}; a run takes {next}", port=wanted, holder=holder, next=taken)
    return Finding("port", about, Verdict.LOOK, text), taken


def _holder(port: int) -> str:
    for run in folder.all_runs():
        with contextlib.suppress(RunError):
            if run.alive() and run.read().port == port:
                return say("the run {run}", run=run.run)
    return say("another program")


def wall(port: int) -> Finding:
    """Whether a firewall stands before the port, and the commands that open it."""
    about, on = say("Firewall"), firewall.names_on()
    commands = tuple(
        f"{_CALLED.get(opening.system, opening.system) + ':':<17} {opening.command}"
        for opening in firewall.openings(port, on=on or ())
    )
    if on is None:
        text = say("cannot be seen from here. Where no phone comes in, open port {port}:", port=port)
        return Finding("firewall", about, Verdict.LOOK, text, commands=commands)
    if not on:
        text = say("ufw and firewalld are off. Where no phone comes in, open port {port}:", port=port)
        return Finding("firewall", about, Verdict.OK, text, commands=commands)
    names = ", ".join(on)
    if on == ("ufw",) and firewall.lets_in(port):
        return Finding(
            "firewall", about, Verdict.OK, say("{names} lets port {port} in", names=names, port=port)
        )
    text = say("{names} is on. Unless port {port} is open already, open it:", names=names, port=port)
    return Finding("firewall", about, Verdict.LOOK, text, commands=commands)


def disk() -> Finding:
    """Whether runs can be kept, and whether there is room for them."""
    about, home = say("Disk"), folder.home()
    there = next(path for path in (home, *home.absolute().parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"Workshop was here.")
            file.flush()
        free = shutil.disk_usage(there).free
    except OSError as error:
        text = say("{folder} cannot be written to: {error}", folder=home, error=error.strerror)
        return Finding("disk", about, Verdict.STOP, text, (say("Set WORKSHOP_HOME to another folder."),))
    verdict = Verdict.OK if free >= ENOUGH else Verdict.LOOK if free >= LEAST else Verdict.STOP
    text = say("{n} MB free in {folder}, where runs are kept", n=free // MEGABYTE, folder=home)
    return Finding("disk", about, verdict, text)


def versions() -> Finding:
    """What this is, and whether all that it stands on is there."""
    about = say("Versions")
    found = {name: _version(name) for name in _PACKAGES}
    missing = [name for name, version in found.items() if version is None]
    if missing:
        text = say("missing: {packages}. Install Workshop again.", packages=", ".join(missing))
        return Finding("versions", about, Verdict.STOP, text)
    named = [f"{name} {version}" for name, version in found.items()]
    system = f"{platform.system()} {platform.release()}"
    text = f"Workshop {workshop.__version__}, Python {platform.python_version()}, {system}"
    return Finding("versions", about, Verdict.OK, text, (", ".join(named),))


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None
