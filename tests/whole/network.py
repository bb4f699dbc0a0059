"""A network of our own: a laptop and a phone, each in a network namespace, with a cable between them."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.program import Program

MASK = "/24"


@dataclass(frozen=True)
class Inside(Program):
    """`workshop` on the laptop."""

    laptop: str = ""

    def command(self, *arguments: str) -> list[str]:
        return [*_in(self.laptop), *super().command(*arguments)]


@dataclass(frozen=True)
class Network:
    """Two network namespaces by their names."""

    laptop: str
    phone: str

    def gets(self, *addresses: str) -> None:
        """The laptop has these addresses too. The phone has one beside each."""
        for address in addresses:
            _ip("-n", self.laptop, "addr", "add", address + MASK, "dev", "wlan0")
            beside = f"{address.rpartition('.')[0]}.99{MASK}"
            _ip("-n", self.phone, "addr", "replace", beside, "dev", "phone0")

    def loses(self, *addresses: str) -> None:
        """The laptop has these addresses no more."""
        for address in addresses:
            _ip("-n", self.laptop, "addr", "del", address + MASK, "dev", "wlan0")

    def program(self, program: Program) -> Inside:
        """The same program on the laptop."""
        return Inside(program.home, program.here, self.laptop)

    def browser(self, folder: Path) -> str:
        """A program that is Chromium on the phone."""
        found = shutil.which("chromium")
        assert found, "chromium is missing: apt-get install chromium"
        script = folder / "chromium"
        script.write_text(f'#!/bin/sh\nexec {" ".join(_in(self.phone))} {found} "$@"\n', encoding="utf-8")
        script.chmod(0o700)
        return str(script)


@contextmanager
def two_computers() -> Iterator[Network]:
    """The network, without any address yet. Skips where this computer lets nobody make one."""
    network = Network(f"laptop-{os.getpid()}", f"phone-{os.getpid()}")
    made: list[str] = []
    try:
        for name in (network.laptop, network.phone):
            _make(name)
            made.append(name)
            _ip("-n", name, "link", "set", "lo", "up")
        ends = ("type", "veth", "peer", "name", "phone0", "netns", network.phone)
        _ip("-n", network.laptop, "link", "add", "wlan0", *ends)
        _ip("-n", network.laptop, "link", "set", "wlan0", "up")
        _ip("-n", network.phone, "link", "set", "phone0", "up")
        yield network
    finally:
        for name in made:
            _ip("netns", "del", name)


def _make(name: str) -> None:
    try:
        _ip("netns", "add", name)
    except subprocess.CalledProcessError as error:
        # No package mends that, so it is no fault of whoever runs the tests, not even of CI.
        pytest.skip(f"this computer lets us make no network namespaces: {error.stderr.strip()}")


def _in(namespace: str) -> list[str]:
    return ["ip", "netns", "exec", namespace]


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True)
