"""The first phone: another device on the network is one, and the laptop itself is none, by any address."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.cli.program import Program, eventually
from tests.whole.network import Network, two_computers

pytestmark = [pytest.mark.netns]

ADDRESS, OTHER = "192.168.77.5", "10.77.0.5"


@pytest.fixture
def network() -> Iterator[Network]:
    with two_computers() as made:
        made.gets(ADDRESS, OTHER)
        yield made


def visit(namespace: str, url: str) -> None:
    """Somebody in that namespace loads the page."""
    load = f"import urllib.request; urllib.request.urlopen({url!r}, timeout=20).read()"
    subprocess.run(["ip", "netns", "exec", namespace, sys.executable, "-c", load], check=True)


def test_the_laptop_itself_is_no_phone_and_the_first_one_makes_the_lobby_green(
    network: Network, program: Program
) -> None:
    laptop = network.program(program)
    hub = laptop.start_host("short.yaml", "--code", "K7QX")
    try:
        for address in (ADDRESS, OTHER, "127.0.0.1"):
            visit(network.laptop, f"http://{address}:{hub.port}/K7QX")
        status = laptop("do", "status").json
        assert (status["joined"], status["reached"]) == (3, False)
        visit(network.phone, f"http://{ADDRESS}:{hub.port}/K7QX")
        assert eventually(lambda: laptop("do", "status").json["reached"])
    finally:
        hub.kill()
    kept = b"".join(path.read_bytes() for path in program.home.rglob("*") if path.is_file())
    phone = f"{ADDRESS.rpartition('.')[0]}.99"
    assert phone.encode() not in kept
