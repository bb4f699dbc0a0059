"""`workshop do`: one command to a live run from another process, and the state as JSON."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import make_program
from tests.cli.program import Hub, Program

PROMISED = """
    run code title language state section section_title step steps kind id round open revealed blanked
    joined answered needed timer blocks
"""


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """One hub for the tests of this file, each of which begins with a `goto`."""
    with make_program(tmp_path_factory.mktemp("do")).host("short.yaml") as hub:
        yield hub


def do(hub: Hub, *arguments: str) -> None:
    done = hub.program("do", *arguments)
    assert done == (0, "", ""), done


def where(hub: Hub) -> tuple[object, ...]:
    now = hub.status()
    return tuple(now[key] for key in ("state", "step", "round", "open", "revealed", "blanked"))


def test_status_prints_the_promised_keys(live: Hub) -> None:
    status = live.program("do", "status").json
    assert PROMISED.split() == list(status)[: len(PROMISED.split())]
    assert status["timer"] is None or {"total", "left", "running"} <= status["timer"].keys()
    assert (status["run"], status["code"], status["steps"]) == (live.run, live.said["code"], 4)


def test_each_verb_does_what_it_says(live: Hub) -> None:
    do(live, "goto", "1")
    do(live, "next")
    assert where(live) == ("live", 2, 1, True, False, False)
    do(live, "reveal")
    assert where(live) == ("live", 2, 1, True, True, False)
    do(live, "hide")
    do(live, "close")
    assert where(live) == ("live", 2, 1, False, False, False)
    do(live, "undo")
    assert where(live) == ("live", 2, 1, True, False, False)
    do(live, "blank")
    assert where(live) == ("live", 2, 1, True, False, True)
    do(live, "blank")
    do(live, "skip")
    assert where(live) == ("live", 3, None, False, False, False)
    do(live, "back")
    assert where(live)[:2] == ("live", 2)
    do(live, "close")
    do(live, "open")
    assert where(live) == ("live", 2, 2, True, False, False)


def test_the_clock_is_stopped_started_and_given_more(live: Hub) -> None:
    do(live, "goto", "2")
    do(live, "open")
    do(live, "pause")
    do(live, "add", "30")
    timer = live.status()["timer"]
    assert (timer["total"], timer["running"]) == (150, False)
    do(live, "add", "-60")
    do(live, "start")
    timer = live.status()["timer"]
    assert (timer["total"], timer["running"]) == (90, True)


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (("open",), "asks nothing"),
        (("close",), "asks nothing"),
        (("reveal",), "asks nothing"),
        (("hide",), "asks nothing"),
        (("start",), "keeps no time"),
        (("pause",), "keeps no time"),
        (("add", "0"), "no time at all"),
        (("goto", "0"), "There is no step 0: this session has steps 1 to 4."),
        (("goto", "5"), "There is no step 5"),
        (("next",), "That was the last step. `end` ends the workshop."),
        (("skip",), "That was the last step"),
    ],
)
def test_what_the_step_cannot_do_is_one_line_and_changes_nothing(
    live: Hub, verb: tuple[str, ...], words: str
) -> None:
    live.do("goto", 4)
    before = live.status()
    live.program("do", *verb).refused(words)
    assert live.status() | {"now": 0} == before | {"now": 0}


def test_a_run_goes_by_its_id_and_by_its_code(live: Hub) -> None:
    for name in (live.run, live.said["code"], live.said["code"].lower()):
        assert live.program("do", "status", "--run", name).json["run"] == live.run
    live.program("do", "--run", "none", "next").refused("There is no run called “none”")


def test_without_a_run_there_is_nothing_to_command(program: Program) -> None:
    program("do", "next").refused("There is no unfinished run", "workshop run SESSION")
    program("do", "status").refused("There is no unfinished run")


def test_a_run_whose_hub_died_says_how_to_go_on(program: Program, hub: Hub) -> None:
    hub.kill()
    program("do", "next").refused(hub.run, f"workshop resume {hub.run}")


def test_an_ended_run_takes_no_more(program: Program, hub: Hub) -> None:
    do(hub, "end")
    program("do", "--run", hub.run, "next").refused("The workshop has ended; nothing was changed.")
    assert program("do", "--run", hub.run, "status").json["state"] == "ended"


def test_a_hub_that_does_not_answer_is_one_line(program: Program, hub: Hub, tmp_path: Path) -> None:
    file = hub.folder / "run.json"
    file.write_text(file.read_text().replace(hub.said["control_url"], "http://127.0.0.1:9"))
    program("do", "status").refused(f"The hub of {hub.run} does not answer")
