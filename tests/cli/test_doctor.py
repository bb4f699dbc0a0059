"""`workshop doctor`: what it looks at, when it says no, and that a chosen address is used."""

import json
import os
import shutil
import socket
import subprocess

import pytest

from tests.cli.program import LOCAL, Finished, Program
from tests.cli.terminal import Terminal
from workshop.cli import screen
from workshop.hub import sockets

CHECKS = ["address", "port", "firewall", "terminal", "letters", "disk", "versions"]
CARDS = "ip link set lo up && {cards} exec {command}"
WIFI = ("wlan0", "192.168.77.5")
CABLE = ("eth7", "10.1.1.5")
VPN = ("tun0", "10.8.0.2")


def card(name: str, address: str) -> str:
    """Shell that gives the computer a network card with an address."""
    return f"ip link add {name} type veth peer name {name}p && ip addr add {address}/24 dev {name} && "


def with_cards(program: Program, cards: list[tuple[str, str]], *arguments: str) -> Finished:
    """A command on a computer that has these network cards and no other: a network namespace of its own."""
    made = "".join(card(*one) for one in cards)
    script = CARDS.format(cards=made, command='"$@"')
    done = subprocess.run(
        ["unshare", "-rn", "sh", "-c", script, "sh", *program.command(*arguments)],
        env=program.environment() | {"PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"},
        cwd=program.here,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Finished(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def namespaces() -> None:
    """Skips where the system lets nobody make networks of their own, which no package can mend."""
    tried = "ip link add one0 type veth peer name two0"
    path = f"{os.environ['PATH']}:/usr/sbin:/sbin"
    made = (
        shutil.which("unshare")
        and shutil.which("ip", path=path)
        and not subprocess.run(
            ["unshare", "-rn", "sh", "-c", tried], env={"PATH": path}, capture_output=True, check=False
        ).returncode
    )
    if not made:
        pytest.skip("no network namespaces here: needs Linux with `unshare`, `ip` and veth")


def report(done: Finished) -> dict[str, dict[str, object]]:
    """The findings by what was looked at."""
    return {finding["check"]: finding for finding in json.loads(done.out)["findings"]}


def test_the_report_has_its_keys_and_a_verdict_on_everything(program: Program) -> None:
    done = program("doctor", "--json")
    told = json.loads(done.out)
    assert list(told) == ["ok", "addresses", "findings"]
    assert [finding["check"] for finding in told["findings"]] == CHECKS
    for finding in told["findings"]:
        assert list(finding) == ["check", "about", "verdict", "text", "more", "commands"]
        assert finding["verdict"] in ("ok", "look", "stop")
    for way in told["addresses"]:
        assert list(way) == ["address", "card", "net", "why", "usable", "chosen", "used"]
    assert "127.0.0.1" in [way["address"] for way in told["addresses"]]
    assert done.code == (0 if told["ok"] else 1)
    assert not list(program.home.glob("*"))  # a look leaves nothing behind


def test_every_verdict_is_said_in_words_and_no_line_in_english_to_a_norwegian(program: Program) -> None:
    for language, fine, held in (("en", "fine", "can be held"), ("nb", "i orden", "kan holdes")):
        lines = program("doctor", LANGUAGE=language).out.splitlines()
        assert [line for line in lines if line.startswith(f"✓ {fine}")]
        assert held in lines[-1]
        assert [line for line in lines if "sudo ufw allow 8080/tcp" in line or "firewall-cmd" in line]


def test_a_home_that_cannot_be_written_to_stops(program: Program) -> None:
    program.home.write_text("a file where the folder should be")
    done = program("doctor", "--json")
    assert done.code == 1
    assert report(done)["disk"]["verdict"] == "stop"


def test_a_taken_port_names_the_run_that_holds_it_and_the_next_one(program: Program) -> None:
    with program.host("short.yaml") as hub:
        told = (program.home / "runs" / hub.run / "run.json").read_text()
        taken = json.loads(told)["port"]
        done = program("doctor", "--json")
        assert report(done)["port"]["verdict"] in ("ok", "look")
        finding = _port_of(program, taken)
    assert hub.run in finding
    assert str(taken) in finding
    with socket.socket() as other:
        other.bind(("", 0))
        other.listen()
        assert "another program" in _port_of(program, other.getsockname()[1])


def _port_of(program: Program, default: int) -> str:
    """What is said of the port where `default` is the default one."""
    script = f"import sys; from workshop.hub import sockets; sockets.DEFAULT_PORT = {default}; "
    run = "from workshop.cli import main; main(sys.argv[1:])"
    command = [program.command()[0], "-c", script + run, "doctor", "--json"]
    done = subprocess.run(
        command, env=program.environment(), capture_output=True, encoding="utf-8", check=False
    )
    finding = report(Finished(done.returncode, done.stdout, done.stderr))["port"]
    assert finding["verdict"] == "look"
    return str(finding["text"])


@pytest.mark.netns
@pytest.mark.usefixtures("namespaces")
def test_the_addresses_of_a_real_computer_are_ranked_and_the_reasons_said(program: Program) -> None:
    done = with_cards(program, [VPN, CABLE, WIFI], "doctor", "--json")
    told = json.loads(done.out)
    assert [(way["address"], way["net"], way["used"]) for way in told["addresses"]] == [
        ("192.168.77.5", "wifi", True),
        ("10.1.1.5", "wired", False),
        ("10.8.0.2", "vpn", False),
        ("127.0.0.1", "loopback", False),
    ]
    assert report(done)["address"]["verdict"] == "ok"
    assert "phones on the same Wi-Fi" in str(report(done)["address"]["text"])


@pytest.mark.netns
@pytest.mark.usefixtures("namespaces")
def test_a_computer_on_no_network_is_stopped_and_one_on_a_vpn_alone_is_warned(program: Program) -> None:
    alone = with_cards(program, [], "doctor", "--json")
    assert (alone.code, report(alone)["address"]["verdict"]) == (1, "stop")
    vpn = with_cards(program, [VPN], "doctor", "--json")
    assert (vpn.code, report(vpn)["address"]["verdict"]) == (0, "look")


@pytest.mark.netns
@pytest.mark.usefixtures("namespaces")
def test_a_chosen_address_is_used_until_it_is_forgotten(program: Program) -> None:
    def used() -> tuple[str, bool]:
        told = json.loads(with_cards(program, [WIFI, CABLE], "doctor", "--json").out)
        (way,) = [way for way in told["addresses"] if way["used"]]
        return way["address"], way["chosen"]

    assert "10.1.1.5" in with_cards(program, [WIFI, CABLE], "doctor", "--choose", "eth7").out
    assert used() == ("10.1.1.5", True)
    away = with_cards(program, [WIFI], "doctor", "--json")
    assert "10.1.1.5, which you chose, is not here now." in report(away)["address"]["more"]  # type: ignore[operator]
    program("doctor", "--forget")
    assert used() == ("192.168.77.5", False)


def test_what_is_no_address_of_this_computer_cannot_be_chosen(program: Program) -> None:
    for address in ("203.0.113.77", "127.0.0.1"):
        program("doctor", "--choose", address).refused(address, "It has:")
    assert program("doctor", "--choose", "10.0.0.1", "--forget").code == 2


def test_the_stairs_have_four_steps_of_each_kind() -> None:
    upper, lower = screen.stairs()
    assert (upper.split(), lower.split()) == (["▄▄██", "▄▟█"], ["▄▄██████", "▄▟████"])
    assert len(upper) == len(lower)


@pytest.mark.parametrize(("size", "verdict"), [((100, 60), "✓"), ((70, 60), "!"), ((50, 60), "✗")])
def test_a_real_terminal_is_judged_by_its_size(program: Program, size: tuple[int, int], verdict: str) -> None:
    terminal = Terminal(program, size=size)
    try:
        terminal.type(" ".join(program.command("doctor")))
        shown = terminal.until(f"{size[0]}×60")
        (line,) = [line for line in shown.splitlines() if f"{size[0]}×60" in line]
        assert line.startswith(verdict)
        assert "▀▄▌▐▘▝▖▗▚▞" in terminal.until("▀▄▌▐▘▝▖▗▚▞")
    finally:
        terminal.close()


def test_its_default_port_is_the_hubs() -> None:
    assert sockets.DEFAULT_PORT == 8080
    assert LOCAL[1] == "127.0.0.1"
