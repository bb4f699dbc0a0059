"""`workshop` alone: the picker in a real terminal, and what becomes of a choice."""

import os
import signal

import pytest

from tests.cli.program import Program
from tests.cli.terminal import terminal, typed

pytestmark = pytest.mark.tmux


def test_unfinished_runs_sessions_here_and_sessions_that_ship_can_be_chosen(program: Program) -> None:
    program.write("broken.yaml", "title: [")
    with program.host("retrospective") as ended, program.host("short.yaml", "--code", "old1"):
        ended.do("end")
        ended.stop()
        for hub in program.hubs():
            os.kill(hub, signal.SIGKILL)
        with terminal(program, (100, 30)) as opened:
            opened.type(typed(program))
            lines = opened.until("Sessions that come with Workshop").splitlines()
            assert [line.split() for line in lines if "OLD1, begun" in line]
            assert not [line for line in lines if "How did it go" in line and "begun" in line]
            assert [line for line in lines if "A short one" in line and "short.yaml" in line]
            assert [line for line in lines if "broken.yaml" in line and "has problems" in line]
            assert [line for line in lines if "ivareta-hjelperne" in line]
            opened.press("Escape")
            opened.until("exit=0")


def test_what_is_chosen_begins(program: Program) -> None:
    with terminal(program) as opened:
        opened.type(typed(program))
        opened.until("Sessions in this folder")
        opened.press("Enter")
        opened.until("Anonymous. No names.")
        assert program("do", "status").json["title"] == "A short one"
        opened.press("C-q")
        opened.until("Close the screen, let the workshop run")
        opened.press("Down", "Enter")
        opened.until("exit=0")
        opened.type(typed(program))
        opened.until("Go on with")
        opened.press("Enter")
        opened.until("Anonymous. No names.")
        assert len(program.folders()) == 1


def test_what_is_chosen_and_has_problems_says_so(program: Program) -> None:
    (program.here / "short.yaml").write_text("title: [", encoding="utf-8")
    with terminal(program) as opened:
        opened.type(typed(program))
        opened.until("Sessions in this folder")
        opened.press("Enter")
        assert "short.yaml:1:" in opened.until("exit=1").replace("\n", "")
    assert not program.folders()
