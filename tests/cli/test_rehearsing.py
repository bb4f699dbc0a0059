"""`workshop rehearse`: whole sessions with made-up people over real HTTP, and nothing of it left behind."""

import json
import os
import signal
import subprocess
from typing import Any, NamedTuple
from urllib.request import urlopen

import pytest

from tests.cli.program import PATIENCE, Finished, Program, eventually
from tests.cli.terminal import terminal, typed
from workshop.kinds.kind import AskingKind
from workshop.kinds.registry import kinds

QUICK = ("--no-stage", "--speed", "10000", "--seed", "a")
TROUBLED = """\
title: Trouble
language: en
privacy: {reveal_from: 7}
sections:
  - title: Too long
    minutes: 2
    steps:
      - reflect: Think
        minutes: 3
  - title: Dead end
    minutes: 3
    steps:
      - open: What did you see?
        id: seen
        minutes: 0.5
      - dots: Which of these?
        from: seen
        minutes: 0.5
  - title: Too much
    steps:
      - slide: Far too much to be read from any chair
        text: TEXT
      - choice: Fine?
        options: [Yes, No]
""".replace("TEXT", "This goes on and on, and nobody will read it. " * 40)


class Played(NamedTuple):
    """A rehearsal that was kept: its report, its notes, and the program with its files."""

    program: Program
    report: Any
    notes: Any
    name: str


def home_of(program: Program) -> list[str]:
    """What rehearsals there are in the data folder."""
    folder = program.home / "rehearsals"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def told(finished: Finished, code: int) -> Any:
    assert finished.code == code, finished
    return json.loads(finished.out)


@pytest.fixture
def tour(program: Program) -> Played:
    """Every kind of step, rehearsed and kept."""
    done = program(
        "rehearse", "gallery", *QUICK, "--people", "6", "--json", "--keep", "--notes", "notes.json"
    )
    notes = json.loads((program.here / "notes.json").read_bytes())
    (name,) = home_of(program)
    assert name in done.err
    return Played(program, told(done, 0), notes, name)


def test_every_kind_is_answered_and_what_is_kept_of_it_is_marked_and_no_run(tour: Played) -> None:
    steps = [step for part in tour.notes["sections"] for step in part["steps"]]
    answered = {step["kind"] for step in steps if any(round["rows"] for round in step["rounds"])}
    assert answered - {"parking"} == {name for name, kind in kinds().items() if issubclass(kind, AskingKind)}
    assert tour.notes["rehearsal"] is True
    assert tour.report["finished"] is True
    assert tour.report["answers"]["sent"] > 50
    assert tour.report["answers"]["refused"] == 0
    assert told(tour.program("runs", "--json"), 0) == []
    tour.program("notes", "--to", "other.md").refused("There is no run yet")
    assert tour.program("notes", tour.name, "--to", "kept.md").code == 0
    assert "Rehearsal: the people and their answers are made up" in (tour.program.here / "kept.md").read_text(
        "utf-8"
    )
    assert tour.program("erase", tour.name, "--yes").code == 0
    assert home_of(tour.program) == []


@pytest.mark.parametrize("session", ["ivareta-hjelperne", "retrospective"])
def test_a_session_that_ships_needs_no_mending_and_leaves_nothing_behind(
    program: Program, session: str
) -> None:
    report = told(program("rehearse", session, *QUICK, "--people", "6", "--json"), 0)
    assert report["finished"] is True
    assert not [found for found in report["findings"] if found["grave"]]
    assert report["planned"] == sum(section["planned"] for section in report["sections"])
    assert (home_of(program), program.folders(), program.hubs()) == ([], [], [])


def test_what_is_wrong_with_a_session_is_found_and_said_where(program: Program) -> None:
    program.write("trouble.yaml", TROUBLED)
    done = program("rehearse", "trouble.yaml", *QUICK, "--people", "6", "--json")
    found = [f for f in told(done, 1)["findings"] if f["grave"]]
    assert [(f["sort"], f["section"], f["step"], f["size"]) for f in found] == [
        ("answers", None, None, None),
        ("time", 1, None, None),
        ("answers", 2, 3, None),
        ("fit", 3, 4, [80, 24]),
    ]
    assert "6 people are fewer than the 7" in found[0]["message"]
    assert "3:00" in found[1]["message"]
    assert "“What did you see?” (from: seen)" in found[2]["message"]
    assert (found[3]["text"], found[3]["kind"]) == ("Far too much to be read from any chair", "slide")


def test_a_file_with_problems_is_not_rehearsed(program: Program) -> None:
    program.write("broken.yaml", "title: Broken\nsections: []\n")
    done = program("rehearse", "broken.yaml", *QUICK)
    assert (done.code, done.out) == (1, "")
    assert "broken.yaml:2:" in done.err
    assert home_of(program) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_nothing_is_left_however_it_is_stopped(program: Program, number: int) -> None:
    process = subprocess.Popen(
        program.command("rehearse", "short.yaml", "--no-stage", "--speed", "1"),
        env=program.environment(),
        cwd=program.here,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What a shell starts in the background ignores Ctrl+C, and so would this.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    eventually(lambda: list((program.home / "rehearsals").glob("*/run.json")))
    os.kill(process.pid, number)
    _, words = process.communicate(timeout=PATIENCE)
    assert b"Traceback" not in words
    eventually(lambda: not home_of(program) and not program.hubs())


@pytest.mark.tmux
def test_the_stage_plays_by_itself_says_that_it_is_a_rehearsal_and_gives_way_to_the_report(
    program: Program,
) -> None:
    with terminal(program) as there:
        there.type(
            typed(program, "rehearse", "short.yaml", "--speed", "200", "--host", "127.0.0.1", "--port", "0")
        )
        shown = there.until("have joined", "What did you see?")
        assert "Rehearsal" in shown.splitlines()[0]
        there.until("Nothing has to be mended.", "exit=0")
    assert home_of(program) == []


@pytest.mark.tmux
def test_by_hand_only_the_people_play(program: Program) -> None:
    with terminal(program) as there:
        command = (
            "rehearse",
            "short.yaml",
            "--by-hand",
            "--speed",
            "500",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
        )
        there.type(typed(program, *command))
        there.until("30 have joined")
        there.press("Right", "Right")
        there.until("30 have joined", "have answered", "Over time")
        there.press("C-q")
        there.until("No, stay here")
        there.press("Down", "Enter")
        there.until("It was left before the end", "exit=")
    assert home_of(program) == []


def test_phones_say_that_it_is_a_rehearsal_and_their_clock_is_as_fast_as_the_rooms(program: Program) -> None:
    with program.host("short.yaml", "--rehearsal", "--speed", "20") as hub:
        hub.do("next")
        hub.do("next")
        with urlopen(hub.said["join_url"].lower()) as page:
            html = page.read().decode()
    assert "<strong>Rehearsal</strong>" in html
    assert 'data-speed="20.0"' in html


def test_a_hub_that_is_killed_under_way_is_started_again_and_the_next_question_gets_its_answers(
    program: Program,
) -> None:
    process = subprocess.Popen(
        program.command("rehearse", "short.yaml", "--no-stage", "--speed", "400", "--people", "9", "--json"),
        env=program.environment(),
        cwd=program.here,
        stdout=subprocess.PIPE,
    )
    (file,) = eventually(lambda: list((program.home / "rehearsals").glob("*/run.json")))
    eventually(lambda: json.loads(file.read_bytes())["state"] == "live")
    (hub,) = program.hubs()
    os.kill(hub, signal.SIGKILL)
    out, _ = process.communicate(timeout=PATIENCE)
    report = json.loads(out)
    assert (process.returncode, report["finished"]) == (0, True)
    assert report["answers"]["sent"] + report["answers"]["skipped"] >= 9
    assert home_of(program) == []
