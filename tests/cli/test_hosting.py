"""`workshop host`: its first line, its port and address, and what it refuses, leaving nothing behind."""

import errno
import json
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.cli.program import LOCAL, Hub, Program, eventually
from tests.cli.sessions import BROKEN


def test_the_first_line_says_where_the_hub_is(hub: Hub) -> None:
    assert list(hub.said) == ["run", "code", "join_url", "control_url", "token"]
    assert hub.said["join_url"] == f"HTTP://127.0.0.1:{hub.port}/{hub.said['code']}"
    assert hub.port not in (0, 8080)
    assert hub.status()["join_url"] == hub.said["join_url"]
    run = hub.folder / "run.json"
    assert run.stat().st_mode & 0o777 == 0o600
    assert json.loads(run.read_bytes())["token"] == hub.said["token"]


def test_without_json_it_is_told_to_a_person(program: Program) -> None:
    with subprocess.Popen(
        program.command("host", "short.yaml", "--code", "k7qx", *LOCAL),
        env=program.environment(),
        cwd=program.here,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(3)]
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
    assert lines[0].startswith("K7QX  http://127.0.0.1:")
    assert lines[1] == "No phone can reach this computer yet\n"
    assert lines[2].startswith("Ctrl+C stops the hub; `workshop resume ")


def test_a_code_that_was_asked_for_names_the_room_and_the_run(program: Program) -> None:
    with program.host("short.yaml", "--code", "abc123") as hub:
        assert hub.said["code"] == "ABC123"
        assert hub.run.endswith("-abc123")


def test_a_session_that_ships_goes_by_its_name(program: Program) -> None:
    with program.host("ivareta-hjelperne") as hub:
        assert hub.status()["language"] == "nb"


def test_on_loopback_no_phone_can_come_in_and_it_says_so(program: Program, hub: Hub) -> None:
    assert json.loads((hub.folder / "run.json").read_bytes())["reachable"] is False
    assert hub.stop() == (0, "No phone can reach this computer yet\n")


def test_the_next_port_is_used_where_the_default_one_is_taken_and_it_says_so(program: Program) -> None:
    with taken(8080):
        hub = program.start_host("short.yaml", "--host", "127.0.0.1")
        code, words = hub.stop()
    assert 8080 < hub.port < 8180
    assert code == 0
    assert "Port 8080 was taken, so the address has another." in words.splitlines()
    assert f":{hub.port}/" in hub.said["join_url"]


def test_a_port_that_was_asked_for_and_is_taken_is_refused(program: Program) -> None:
    with taken(0) as port:
        done = program("host", "short.yaml", "--host", "127.0.0.1", "--port", str(port))
    done.refused(f"Port {port} is taken", "--port")
    assert not program.folders()


def test_an_address_that_is_not_this_computers_is_refused(program: Program) -> None:
    program("host", "short.yaml", "--host", "192.0.2.1").refused("192.0.2.1", "--host")
    assert not program.folders()


@pytest.mark.parametrize("code", ["AB", "ABCDEFGHI", "K7 X", "K/QX", "ÆØÅ", ""])
def test_a_code_that_cannot_be_one_is_refused(program: Program, code: str) -> None:
    done = program("host", "short.yaml", *LOCAL, "--code", code)
    done.refused(f"“{code}”", "3 to 8 letters")
    assert not program.folders()


@pytest.mark.parametrize(
    ("session", "words"),
    [
        ("shrt.yaml", "did you mean “short.yaml”"),
        ("retrospectiv", "did you mean “retrospective”"),
        (".", "this is a folder"),
        ("short.yaml/x.yaml", "short.yaml/x.yaml"),
        ("large.yaml", "larger than 1 MiB"),
    ],
)
def test_a_session_that_cannot_be_read_is_one_line(program: Program, session: str, words: str) -> None:
    program.write("large.yaml", "#" * 2_000_000)
    program("host", session, *LOCAL).refused(words)
    assert not program.folders()


def test_a_session_with_problems_is_not_held(program: Program) -> None:
    program.write("broken.yaml", BROKEN)
    done = program("host", "broken.yaml", *LOCAL)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("broken.yaml:6:9: ")
    assert done.err.count("broken.yaml:") == 2
    assert not program.folders()


def test_a_data_folder_that_cannot_be_written_is_one_line(program: Program) -> None:
    done = program("host", "short.yaml", *LOCAL, WORKSHOP_HOME=str(program.here / "short.yaml"))
    done.refused("WORKSHOP_HOME")
    assert (program.here / "short.yaml").is_file()


def test_no_second_hub_holds_a_run(program: Program, hub: Hub) -> None:
    program("host", "--json", "--resume", hub.run).refused(f"Another hub holds the run {hub.run}.")
    assert hub.status()["state"] == "lobby"


def test_a_killed_hub_is_picked_up_where_it_was(program: Program, hub: Hub) -> None:
    hub.do("next")
    before = hub.do("next")
    hub.kill()
    again = program.start_host("--resume", hub.said["code"])
    try:
        after = again.status()
        same = ("run", "code", "join_url")
        assert {key: again.said[key] for key in same} == {key: hub.said[key] for key in same}
        assert again.said["token"] != hub.said["token"]
        kept = ("state", "section", "step", "round", "open", "revealed", "blanked")
        assert {key: after[key] for key in kept} == {key: before[key] for key in kept}
        assert abs(after["timer"]["ends"] - before["timer"]["ends"]) < 1
    finally:
        again.kill()


def test_a_run_whose_port_was_given_away_names_the_way_out(program: Program, hub: Hub) -> None:
    hub.kill()
    with taken(hub.port):
        program("host", "--resume", hub.run).refused(f"Port {hub.port} is taken", "--port")
        again = program.start_host("--resume", hub.run, "--port", "0")
    assert again.port not in (0, hub.port)
    assert again.said["code"] == hub.said["code"]
    assert again.stop()[0] == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_order_and_the_run_stays(program: Program, hub: Hub, number: int) -> None:
    hub.do("next")
    assert hub.stop(number)[0] == 0
    (row,) = program("runs", "--json").json
    assert (row["state"], row["alive"]) == ("live", False)


def test_an_ended_run_is_not_picked_up(program: Program, hub: Hub) -> None:
    hub.do("end")
    eventually(lambda: json.loads((hub.folder / "run.json").read_bytes())["state"] == "ended")
    assert hub.stop()[0] == 0
    program("host", "--resume", hub.run).refused("has ended", f"workshop notes {hub.run}")


def test_a_run_that_is_not_there_is_one_line(program: Program) -> None:
    program("host", "--resume", "2026-01-01-none").refused("2026-01-01-none", "workshop runs")


def test_the_run_keeps_its_own_copy_of_the_session(program: Program, hub: Hub) -> None:
    (program.here / "short.yaml").write_text("title: changed", encoding="utf-8")
    hub.kill()
    again = program.start_host("--resume", hub.run)
    assert again.status()["title"] == "A short one"
    again.kill()


@contextmanager
def taken(port: int) -> Iterator[int]:
    """A port that somebody else has; who, is no matter."""
    with socket.socket() as theirs:
        theirs.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            theirs.bind(("127.0.0.1", port))
        except OSError as error:
            assert error.errno == errno.EADDRINUSE  # noqa: PT017 - all that was wanted
        else:
            theirs.listen()
            port = theirs.getsockname()[1]
        yield port


def test_the_clock_may_go_faster_than_time_and_does_so_again_when_the_run_is_picked_up(
    program: Program,
) -> None:
    with program.host("short.yaml", "--speed", "60") as hub:
        began, real = hub.status(), time.monotonic()
        eventually(lambda: hub.status()["now"] > began["now"] + 30)
        assert time.monotonic() - real >= 0.5
        assert began["speed"] == 60
        last, run = hub.status()["now"], hub.run
    with program.host("--resume", run) as again:
        assert again.status()["speed"] == 60
        assert again.status()["now"] >= last - 60
