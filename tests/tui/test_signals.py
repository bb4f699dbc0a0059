"""Signals: the terminal's program leaves in order, whatever has become of its terminal."""

import signal
from pathlib import Path

import pytest

from tests.tui.examples import folder_of
from tests.tui.terminals import Terminal, terminal

RUN = """
import sys
from pathlib import Path
from workshop.tui.app import run_stage
outcome = run_stage(Path(sys.argv[1]))
(Path(sys.argv[1]) / "outcome").write_text(outcome)
"""
FLOOD = """
from workshop.tui import app
def on_ready(self):
    (self._folder / "begun").touch()
    for _ in range(100):
        self._driver.write("x" * 4_000)
    (self._folder / "written").touch()
app.StageApp.on_ready = on_ready
"""


def shown(opened: Terminal) -> None:
    opened.until(lambda: "▄▄▄▄▄" in opened.written)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_end_leaves_the_terminal_as_it_was(tmp_path: Path, number: signal.Signals) -> None:
    folder = folder_of(tmp_path / "run")
    with terminal(RUN, folder) as opened:
        shown(opened)
        opened.process.send_signal(number)
        assert opened.end() == 0
        assert "\x1b[?1049l" in opened.written
        assert "Traceback" not in opened.written
    assert (folder / "outcome").read_text() == "left"


def test_a_terminal_that_is_closed_ends_the_program(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "run")
    with terminal(RUN, folder) as opened:
        shown(opened)
        opened.hang_up()
        assert opened.end() == 0
    assert not (folder / "stage.log").exists()


def test_a_terminal_that_nobody_reads_does_not_keep_the_program_from_ending(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "run")
    with terminal(FLOOD + RUN, folder, read=False) as opened:
        opened.until((folder / "begun").exists)
        opened.process.send_signal(signal.SIGTERM)
        assert opened.end() == 0
    assert not (folder / "written").exists(), "it was stuck in a write"


def test_stopping_and_going_on_brings_the_picture_back(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "run")
    with terminal(RUN, folder) as opened:
        shown(opened)
        opened.process.send_signal(signal.SIGTSTP)
        opened.until(lambda: "\x1b[?1049l" in opened.written)
        once = opened.written.count("▄▄▄▄▄")
        opened.process.send_signal(signal.SIGCONT)
        opened.until(lambda: opened.written.count("▄▄▄▄▄") > once)
        opened.process.send_signal(signal.SIGTERM)
        assert opened.end() == 0
