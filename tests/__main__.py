"""`python -m tests`: every check and every test; says what it leaves out, and under CI leaves out nothing.

One thing no package can mend: where the system lets nobody make network namespaces (a container without
CAP_SYS_ADMIN), the tests that need them are skipped, under CI too, and the summary says so.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
CI = bool(os.environ.get("CI"))
WORKERS = str((os.cpu_count() or 1) + 1)
"""One more than there are cores: half the time a test waits for a process, a page or a clock."""


class System(NamedTuple):
    """A system package that some tests need: how to see it, what Debian calls it, the tests' marker."""

    found: bool
    package: str
    marker: str


def system() -> list[System]:
    """What the tests need beyond Python packages."""
    font = Path("/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf")
    return [
        System(Path("/usr/bin/chromium").exists(), "chromium", "chromium"),
        System(shutil.which("tmux") is not None, "tmux", "tmux"),
        System(font.exists(), "fonts-open-sans", "fonts"),
        System(shutil.which("ip") is not None, "iproute2", "netns"),
    ]


def missing() -> list[System]:
    """What is not there, after trying to install it where that is allowed."""
    lacking = [need for need in system() if not need.found]
    if lacking and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        packages = [need.package for need in lacking]
        print("Installing", *packages, flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
        subprocess.run(install, env=environment, check=False, stdout=subprocess.DEVNULL)
    return [need for need in system() if not need.found]


def checks(left_out: list[System]) -> list[list[str]]:
    """The commands to run, each a list of words."""
    python = sys.executable
    markers = " and ".join(f"not {need.marker}" for need in left_out)
    chosen = ["-m", markers] if markers else []
    return [
        [python, "tools/hatch_catalogues.py"],
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "mypy"],
        [str(Path(python).with_name("lint-imports"))],
        [python, "-m", "pytest", "-n", WORKERS, "--dist", "worksteal", "-rs", *chosen],
    ]


def main() -> int:
    """Runs everything; 0 where all of it passed."""
    left_out = missing()
    for need in left_out:
        print(f"Left out: the tests marked “{need.marker}”. Install Debian's {need.package} to run them.")
    if left_out and CI:
        print("Under CI nothing is left out: install what is named above.", file=sys.stderr)
        return 1
    for command in checks(left_out):
        print("+", *command, flush=True)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            return 1
    for need in left_out:
        print(f"Left out: the tests marked “{need.marker}” (Debian's {need.package}).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
