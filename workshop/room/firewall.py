"""The computer's firewall: whether one is on, as far as anyone may see it, and how to open a port."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Literal, NamedTuple

UFW = Path("/etc/ufw")
_SECONDS = 3.0
_ON = re.compile(r"^\s*ENABLED\s*=\s*[\"']?yes", re.IGNORECASE | re.MULTILINE)
_APPLE = "/usr/libexec/ApplicationFirewall/socketfilterfw"


class Opening(NamedTuple):
    """A command that lets phones in at a port; whoever gives it needs the rights of an administrator."""

    system: Literal["ufw", "firewalld", "macOS", "Windows"]
    command: str


def names_on(ufw: Path = UFW) -> tuple[str, ...] | None:
    """The firewalls that are on (`ufw`, `firewalld`); None on a system where that cannot be seen."""
    if not sys.platform.startswith("linux"):
        return None
    found = (("ufw", _ufw_is_on(ufw)), ("firewalld", _firewalld_is_on()))
    return tuple(name for name, on in found if on)


def lets_in(port: int, ufw: Path = UFW) -> bool:
    """Whether ufw has a rule for the port, where its rules may be read."""
    try:
        rules = (ufw / "user.rules").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return bool(re.search(rf"^### tuple ### allow (?:tcp|any) {port} ", rules, re.MULTILINE))


def openings(port: int, platform: str = sys.platform, on: tuple[str, ...] = ()) -> tuple[Opening, ...]:
    """The command for each system, that of `platform` first, and of its firewalls the one that is `on`."""
    python = shlex.quote(str(Path(sys.executable).resolve()))
    rule = f'name="Workshop" dir=in action=allow protocol=TCP localport={port}'
    found = (
        Opening("ufw", f"sudo ufw allow {port}/tcp"),
        Opening("firewalld", f"sudo firewall-cmd --add-port={port}/tcp"),
        Opening("macOS", f"sudo {_APPLE} --add {python} --unblockapp {python}"),
        Opening("Windows", f"netsh advfirewall firewall add rule {rule}"),
    )
    here = {"darwin": ("macOS",), "win32": ("Windows",)}.get(platform, ("ufw", "firewalld"))
    return tuple(sorted(found, key=lambda opening: (opening.system not in here, opening.system not in on)))


def here(port: int, platform: str = sys.platform) -> tuple[Opening, ...]:
    """Those of them that this system may know."""
    found = openings(port, platform)
    return found[: 1 if platform in ("darwin", "win32") else 2]


def _ufw_is_on(ufw: Path) -> bool:
    try:
        return bool(_ON.search((ufw / "ufw.conf").read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return False


def _firewalld_is_on() -> bool:
    command = shutil.which("firewall-cmd")
    if command is None:
        return False
    try:
        # Asked like this it needs no rights, and never asks for a password.
        done = subprocess.run(  # noqa: S603 - a program of the system's, without anything of ours in it
            [command, "--state"], stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
