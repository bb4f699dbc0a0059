"""`workshop desk` in a real terminal beside the stage's: they follow each other, neither needs the other."""

import os
import signal

import pytest

from tests.cli.program import Hub, Program, eventually
from tests.cli.terminal import terminal, typed
from tests.cli.test_live import LOBBY, RUN, run_file, running, stage_process

pytestmark = pytest.mark.tmux

DESK = "on this screen only"


def test_stage_and_desk_in_two_terminals_follow_each_other(program: Program) -> None:
    with running(program, *RUN) as stage:
        stage.until(LOBBY)
        with running(program, "desk", size=(120, 36)) as desk:
            desk.until(DESK, "In the lobby", "Begin", "PLAN", "NOTES")
            desk.press("Right")
            stage.until("1/2  First")
            desk.until("1/2 First · step 1 of")
            stage.press("Right")
            desk.until("Close the round and show 0 answers")
            desk.press("o")
            stage.until("This round is closed.")
            desk.until("u undoes: ")
            stage.press("u")
            desk.until("u undoes for 10 s", "hidden on the stage")
        assert program("do", "status").json["open"]


def test_neither_screen_needs_the_other_nor_the_hub_that_was_there(program: Program) -> None:
    with running(program, *RUN) as stage:
        stage.until(LOBBY)
        with running(program, "desk") as desk:
            desk.until(DESK)
            os.kill(stage_process(stage), signal.SIGKILL)
            stage.until("exit=137")
            desk.press("Right")
            eventually(lambda: program("do", "status").json["step"] == 1)
            (hub,) = program.hubs()
            os.kill(hub, signal.SIGKILL)
            desk.until("Lost contact")
            eventually(lambda: DESK in desk.screen())
            assert program.hubs() != [hub]
            desk.press("Right")
            eventually(lambda: program("do", "status").json["step"] == 2)
            os.kill(stage_process(desk), signal.SIGKILL)
            desk.until("exit=137")
    with running(program, "stage") as stage:
        stage.until("Nothing is shown until 3 have answered.")


def test_two_screens_bring_one_hub_back(program: Program) -> None:
    with running(program, *RUN) as stage:
        stage.until(LOBBY)
        with running(program, "desk") as desk:
            desk.until(DESK)
            (hub,), before = program.hubs(), run_file(program)
            os.kill(hub, signal.SIGKILL)
            desk.until("Lost contact")
            after = eventually(lambda: told if (told := run_file(program)) != before else None)
            (again,) = program.hubs()
            assert again != hub
            assert after["join_url"] == before["join_url"]
            eventually(lambda: DESK in desk.screen())
            desk.press("Right")
            stage.until("1/2  First")
    assert (program.home / "runs" / after["run"] / "hub.log").read_text() == ""


def test_leaving_the_desk_asks_nothing_and_says_how_to_come_back(program: Program, hub: Hub) -> None:
    with running(program, "desk", size=(80, 24)) as desk:
        desk.until(DESK)
        desk.press("C-q")
        desk.until("The room goes on. Back to the desk:", f"  workshop desk {hub.run}", "exit=0")
    assert hub.status()["state"] == "lobby"


@pytest.mark.parametrize("dark_stage", [False, True])
def test_the_desk_takes_the_theme_that_the_stage_does_not_have(
    program: Program, hub: Hub, dark_stage: bool
) -> None:
    grounds = []
    for command, theme in (("stage", ["--theme", "dark"] if dark_stage else []), ("desk", [])):
        with running(program, command, *theme) as opened:
            opened.settled(LOBBY if command == "stage" else DESK)
            grounds.append("48;2;18;22;28" in opened.cells())
    assert grounds == [dark_stage, not dark_stage]
    assert hub.status()["state"] == "lobby"


def test_without_an_unfinished_run_there_is_no_desk(program: Program) -> None:
    with terminal(program) as opened:
        opened.type(typed(program, "desk"))
        words = " ".join(opened.until("exit=1").split())
        assert words.startswith("There is no unfinished run. `workshop run SESSION` begins one. exit=1")


@pytest.mark.parametrize(("command", "shows"), [("desk", DESK), ("stage", LOBBY)])
def test_a_screen_that_finds_its_hub_killed_starts_it_again(
    program: Program, command: str, shows: str
) -> None:
    with program.host("short.yaml") as hub:
        pass
    assert program.hubs() == []
    with running(program, command) as opened:
        opened.until(shows)
        eventually(lambda: len(program.hubs()) == 1)
        assert program("do", "status").json["run"] == hub.run
