"""A hub's life: one a run, the same place after a restart, a clean end."""

import json
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.hub.conftest import Make
from tests.hub.live_hub import LiveHub, until
from workshop.room import runfile


def refused(hub: LiveHub, **wishes: object) -> str:
    """What a hub that cannot start says last."""
    asked = json.dumps({"host": "127.0.0.1"} | wishes)
    command = [sys.executable, "-m", "tests.hub.hosting", str(hub.folder), str(hub.session), asked]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0
    assert done.stdout == ""
    return done.stderr.strip().splitlines()[-1]


@pytest.fixture
def elsewhere(hub: LiveHub, tmp_path: Path) -> LiveHub:
    """A run beside the live one that has no hub yet."""
    folder = tmp_path / "runs" / "2026-11-24-nnnn"
    folder.mkdir()
    return LiveHub(folder, hub.session)


def test_the_run_file_tells_where_the_hub_is_and_is_private(hub: LiveHub) -> None:
    told = runfile.read(hub.folder)
    assert told.join_url == f"HTTP://127.0.0.1:{hub.port}/K7QX"
    assert told.address == f"127.0.0.1:{hub.port}/K7QX"
    assert not told.reachable
    assert told.starts == "13:00"
    assert stat.S_IMODE((hub.folder / runfile.NAME).stat().st_mode) == 0o600


def test_the_run_file_follows_the_runs_state(hub: LiveHub) -> None:
    assert runfile.read(hub.folder).state == "lobby"
    hub.do("next")
    until(lambda: runfile.read(hub.folder).state == "live", "a live run file")
    hub.do("end")
    until(lambda: runfile.read(hub.folder).state == "ended", "an ended run file")


def test_a_second_hub_of_a_run_is_refused(hub: LiveHub) -> None:
    assert "hub" in refused(hub, port=0)
    assert hub.snapshot()["state"] == "lobby"


def test_a_port_that_was_asked_for_and_is_taken_ends_it_before_anything_is_made(
    hub: LiveHub, elsewhere: LiveHub
) -> None:
    assert "--port" in refused(elsewhere, port=hub.port)
    assert {path.name for path in elsewhere.folder.iterdir()} <= {"lock"}


def test_an_address_that_is_not_ours_is_refused(elsewhere: LiveHub) -> None:
    assert "--host" in refused(elsewhere, host="192.0.2.1", port=0)


def test_after_a_kill_it_is_where_it_was(hub: LiveHub) -> None:
    hub.do("next", "next")
    phone = hub.visitor()
    phone.get()
    phone.send("2/1", [("text", "Bekreftet")])
    before = hub.snapshot()
    told = dict(hub.told)
    hub.kill()
    hub.resume()
    after = hub.snapshot()
    assert hub.told["join_url"] == told["join_url"]
    assert hub.told["code"] == told["code"]
    same = ("step", "kind", "round", "open", "answered", "section", "state")
    assert {key: after[key] for key in same} == {key: before[key] for key in same}
    assert after["timer"]["left"] <= before["timer"]["left"]
    assert "Bekreftet" in phone.get().text


def test_a_resumed_hub_waits_for_its_port_and_then_names_the_way_out(hub: LiveHub) -> None:
    port = hub.port
    hub.end()
    with socket.create_server(("127.0.0.1", port)):
        assert "--port" in refused(hub, host=None, resume=True)
    hub.resume()
    assert hub.port == port


def test_a_port_that_becomes_free_in_time_is_taken_again(hub: LiveHub) -> None:
    port = hub.port
    hub.end()
    blocker = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import socket, sys; s = socket.create_server(('127.0.0.1', {port}));"
            "print(flush=True); sys.stdin.read(1)",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert blocker.stdout is not None
    assert blocker.stdin is not None
    blocker.stdout.readline()
    asked = json.dumps({"resume": True})
    with hub.log.open("ab") as log:
        hub.process = subprocess.Popen(
            [sys.executable, "-m", "tests.hub.hosting", str(hub.folder), str(hub.session), asked],
            stdout=subprocess.PIPE,
            stderr=log,
        )
    blocker.communicate(b"x")
    assert hub.process.stdout is not None
    assert urlsplit(json.loads(hub.process.stdout.readline())["join_url"].lower()).port == port


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(hub: LiveHub, number: signal.Signals) -> None:
    hub.do("next", "next")
    hub.visitor().send("2/1", [("text", "Før slutten")])
    assert hub.process is not None
    hub.process.send_signal(number)
    assert hub.process.wait(20) == 0
    assert hub.log.read_text() == ""
    hub.resume()
    assert hub.snapshot()["answered"] == 1


def test_it_ends_by_itself_some_time_after_the_runs_end(make_hub: Make) -> None:
    hub = make_hub(linger=0.3)
    hub.do("next", "end")
    assert hub.process is not None
    assert hub.process.wait(20) == 0


def test_a_close_becomes_final_by_itself(hub: LiveHub) -> None:
    """Nobody presses anything: after ten seconds the key is gone and the phones are told."""
    hub.do("next", "next")
    phone = hub.visitor()
    phone.get()
    phone.send("2/1", [("text", "Mitt")])
    hub.do("close")
    key = hub.folder / "keys" / "1.1.key"
    assert key.exists()
    assert "knyttes" not in phone.get().text
    until(lambda: not key.exists(), "the end of the key")
    until(lambda: "De kan ikke lenger knyttes til noen telefon." in phone.get().text, "the page to say so")
