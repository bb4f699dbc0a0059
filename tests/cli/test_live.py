"""`workshop run`, `resume` and `stage` in a real terminal: what is seen, what stays, what goes on without."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.cli.picture import codes_in
from tests.cli.program import LOCAL, Hub, Program, eventually
from tests.cli.sessions import BROKEN
from tests.cli.terminal import Terminal, terminal, typed
from tests.cli.test_hosting import taken

pytestmark = pytest.mark.tmux

LOBBY = "Anonymous. No names."
RUN = ("run", "short.yaml", *LOCAL)


@contextmanager
def running(program: Program, *arguments: str, size: tuple[int, int] = (80, 24)) -> Iterator[Terminal]:
    """A terminal in which `workshop` was typed with these arguments."""
    with terminal(program, size) as opened:
        opened.type(typed(program, *arguments))
        yield opened


def run_file(program: Program) -> dict[str, Any]:
    (run,) = program.folders()
    said: dict[str, Any] = json.loads((program.home / "runs" / run / "run.json").read_bytes())
    return said


def stage_process(opened: Terminal) -> int:
    """The process that draws the stage."""
    shell = opened.asks("#{pane_pid}")
    (child,) = open(f"/proc/{shell}/task/{shell}/children").read().split()  # noqa: SIM115
    return int(child)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_code_on_the_stage_says_the_address(program: Program, size: tuple[int, int]) -> None:
    with running(program, *RUN, size=size) as opened:
        opened.settled(LOBBY)
        address = run_file(program)["join_url"]
        assert codes_in(opened.cells(), size) == [address]
        opened.press("Right")
        eventually(lambda: codes_in(opened.cells(), size) == [])
        opened.press("Right")
        opened.settled("Nothing is shown until 3 have answered.")
        assert codes_in(opened.cells(), size) == [address]
        opened.press("q")
        eventually(lambda: "Nothing is shown until" not in opened.screen())
        eventually(lambda: codes_in(opened.cells(), size) == [address])


def test_the_lobby_says_that_no_phone_can_come_in_and_that_the_port_was_taken(program: Program) -> None:
    with taken(8080), running(program, "run", "short.yaml", "--host", "127.0.0.1") as opened:
        opened.until("Port 8080 was taken, so the address has another.")
        opened.until("No phone can reach this computer yet", f"127.0.0.1:{run_file(program)['port']}/")


def test_a_terminal_that_is_closed_takes_nothing_with_it(program: Program) -> None:
    with running(program, *RUN) as opened:
        opened.until(LOBBY)
    assert program("do", "next").code == 0
    assert program("do", "status").json["step"] == 1


@pytest.mark.parametrize("arguments", [(), RUN, ("resume",), ("stage",)])
def test_a_terminal_that_is_too_small_is_one_line(program: Program, arguments: tuple[str, ...]) -> None:
    with program.host("short.yaml") as hub, running(program, *arguments, size=(50, 15)) as opened:
        opened.until("exit=1")
        words = " ".join(opened.screen().split())
        assert words.startswith("The terminal is 50×15, the stage needs 60×20: use smaller letters. exit=1")
        assert program.folders() == [hub.run]


@pytest.mark.parametrize("arguments", [("resume",), ("stage",)])
def test_without_a_run_there_is_nothing_to_show(program: Program, arguments: tuple[str, ...]) -> None:
    with running(program, *arguments) as opened:
        words = " ".join(opened.until("exit=1").split())
    assert words.startswith("There is no unfinished run. `workshop run SESSION` begins one. exit=1")


def test_what_the_hub_said_before_it_died_is_shown_and_nothing_is_left(program: Program) -> None:
    program.write("broken.yaml", BROKEN)
    with taken(0) as port, terminal(program, (80, 30)) as opened:
        opened.type(typed(program, "run", "broken.yaml", *LOCAL))
        shown = opened.until("exit=1")
        assert shown.startswith("/")
        assert "broken.yaml:6:9: " in shown.replace("\n", "")
        assert "did you mean “slide”?" in shown
        opened.type(typed(program, "run", "short.yaml", "--host", "127.0.0.1", "--port", str(port)))
        words = " ".join(opened.until(f"Port {port} is taken", "exit=1").split())
        assert words.startswith(f"Port {port} is taken. Choose another with --port (the QR changes with it).")
        opened.type(typed(program, "run", "short.yaml", *LOCAL, "--code", "no"))
        assert "“no”" in opened.until("“no”", "exit=1")
    assert not program.folders()
    assert not program.hubs()


INTERRUPTED = """
from workshop.cli import main
from workshop.cli.launching import Launch

def wait(self):
    raise KeyboardInterrupt

Launch.wait = wait
main({arguments})
"""


def test_a_start_that_is_interrupted_leaves_neither_a_folder_nor_a_hub(program: Program) -> None:
    script = program.write("interrupted.py", INTERRUPTED.format(arguments=list(RUN)))
    with terminal(program) as opened:
        opened.type(f"clear; {sys.executable} {script}; echo exit=$?")
        opened.until("exit=1")
        assert "Traceback" not in opened.screen()
    assert not program.folders()
    assert not program.hubs()


def test_leaving_asks_and_the_workshop_goes_on(program: Program) -> None:
    with running(program, *RUN) as opened:
        opened.until(LOBBY)
        opened.press("C-q")
        opened.until("Close the screen, let the workshop run")
        opened.press("Escape")
        opened.until(LOBBY)
        opened.press("C-q")
        opened.until("Close the screen, let the workshop run")
        opened.press("Down", "Enter")
        run = run_file(program)["run"]
        opened.until("The room is still open. Back to the stage:", f"  workshop resume {run}", "exit=0")
        assert program("do", "status").json["state"] == "lobby"
        opened.type(typed(program, "resume"))
        opened.until(LOBBY)
        assert len(program.hubs()) == 1
        opened.press("C-q")
        opened.until("End the workshop for everyone")
        opened.press("Down", "Down", "Enter")
        opened.until(
            "The workshop has ended. Its notes:", f"  workshop notes {run} --to notes.html", "exit=0"
        )
        opened.type(typed(program, "resume", run))
        opened.until(f"The run {run} has ended.", "exit=1")


def test_a_stage_that_is_killed_takes_nothing_with_it(program: Program, hub: Hub) -> None:
    with running(program, "stage") as opened:
        opened.until(LOBBY)
        os.kill(stage_process(opened), signal.SIGKILL)
        opened.until("exit=137")
    assert program("do", "next").code == 0
    with running(program, "stage", hub.run) as opened:
        opened.until("1/2  First")


def test_a_stage_that_is_asked_to_end_leaves_the_terminal_as_it_was(program: Program, hub: Hub) -> None:
    with terminal(program) as opened:
        opened.type("clear; stty -a; echo exit=$?")
        before = opened.until("exit=0")
        opened.type(typed(program, "stage", hub.run))
        opened.until(LOBBY)
        assert opened.asks("#{alternate_on}") == "1"
        os.kill(stage_process(opened), signal.SIGTERM)
        opened.until("exit=0")
        assert opened.asks("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0"
        opened.type("clear; stty -a; echo exit=$?")
        eventually(lambda: opened.screen() == before)
    assert hub.status()["state"] == "lobby"


def test_a_stage_outlives_its_hub_and_finds_the_next_one(program: Program) -> None:
    with running(program, *RUN) as opened:
        opened.until(LOBBY)
        opened.press("Right")
        eventually(lambda: program("do", "status").json["step"] == 1)
        opened.press("Right")
        opened.until("0 of at least 3 have answered")
        before = program("do", "status").json
        (hub,) = program.hubs()
        os.kill(hub, signal.SIGKILL)
        opened.until("Lost contact. Trying again.")
        with running(program, "resume", before["run"]) as second:
            second.until("0 of at least 3 have answered", before["join_url"].removeprefix("HTTP://"))
            eventually(lambda: "Lost contact" not in opened.screen())
            opened.press("o")
            eventually(lambda: not program("do", "status").json["open"])
        after = program("do", "status").json
        for key in ("run", "code", "join_url", "step", "round"):
            assert after[key] == before[key]
        assert abs(after["timer"]["ends"] - before["timer"]["ends"]) < 1
