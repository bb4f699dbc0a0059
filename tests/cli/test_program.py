"""The program itself: what starts, what it costs, and how it ends when something is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import workshop
from tests.cli.program import Finished, Program
from workshop.cli.program import COMMANDS

HEAVY = ("textual", "rich", "pydantic", "starlette", "uvicorn", "jinja2", "sqlite3")


def test_it_says_its_version(program: Program) -> None:
    assert program("--version") == Finished(0, f"workshop {workshop.__version__}\n", "")


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("runs",)])
def test_small_commands_do_not_pay_for_the_screen_and_the_web(
    program: Program, arguments: tuple[str, ...]
) -> None:
    done = program(*arguments, PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.err.splitlines()}
    assert "click" in imported
    assert not imported.intersection(HEAVY)


def test_help_names_every_command(program: Program) -> None:
    done = program("--help")
    listed = [line.split()[0] for line in done.out.partition("Commands:")[2].splitlines() if line.strip()]
    assert listed == list(COMMANDS)
    assert "Example: workshop run ivareta-hjelperne" in done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_in_its_help(program: Program, command: str) -> None:
    done = program(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: workshop {command} ")
    example = done.out.partition("Example:\n")[2].splitlines()[0]
    assert example.strip().startswith(f"workshop {command}")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("rum",), "No such command 'rum'"),
        (("run",), "Missing argument 'SESSION'"),
        (("do", "nxt"), "'nxt' is not one of 'next', 'back'"),
        (("do", "goto"), "“goto” needs a number: goto STEP."),
        (("do", "next", "3"), "“next” takes no number."),
        (("host",), "Name a SESSION, or a run with --resume RUN."),
        (("host", "a", "--resume", "b"), "Name a SESSION, or a run with --resume RUN."),
        (("run", "short.yaml", "--port", "70000"), "70000 is not in the range"),
        (("run", "short.yaml", "--theme", "pink"), "'pink' is not one of 'light', 'dark'"),
        (("notes",), "Missing option '--to'"),
        (("erase",), "Missing argument 'RUN'"),
        (("check",), "Missing argument 'FILE…'"),
        (("runs", "--jsn"), "No such option"),
    ],
)
def test_a_wrong_command_line_is_2_and_says_first_what_is_wrong(
    program: Program, arguments: tuple[str, ...], words: str
) -> None:
    done = program(*arguments)
    assert (done.code, done.out) == (2, "")
    first, usage, more = done.err.splitlines()
    assert words in first
    assert usage.startswith("Usage: workshop")
    assert more.startswith("More: workshop")
    assert more.endswith("--help")
    assert not program.folders()


FAULTY = """
import workshop.room.folder

def all_runs():
    answer = "a secret answer"
    raise ValueError("not a number: " + answer)

workshop.room.folder.all_runs = all_runs
from workshop.cli import main
main(["runs"])
"""


def faulty(program: Program, **environment: str) -> Finished:
    done = subprocess.run(
        [sys.executable, "-c", FAULTY],
        env=program.environment(**environment),
        cwd=program.here,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Finished(done.returncode, done.stdout, done.stderr)


def test_a_fault_of_our_own_is_one_line_that_holds_nothing_of_what_people_wrote(program: Program) -> None:
    done = faulty(program)
    done.refused("ValueError at <string>:6 in all_runs", "Please report it")
    assert "secret" not in done.err


def test_a_fault_is_told_with_its_traceback_to_whoever_debugs(program: Program) -> None:
    done = faulty(program, WORKSHOP_DEBUG="1")
    assert done.code == 1
    first, second, *_ = done.err.splitlines()
    assert "Please report it" in first
    assert second.startswith("Traceback")
    assert "answer = " not in done.err


def test_a_reader_that_goes_away_is_no_fault(program: Program) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as nobody:
        done = subprocess.run(
            program.command("schema"),
            env=program.environment(),
            stdout=nobody,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, b"")


def test_it_speaks_the_computers_language(program: Program) -> None:
    spoken = {program("runs", LANGUAGE=language).out for language in ("nb", "nn", "en")}
    assert len(spoken) == 2


def test_a_terminal_of_other_letters_gets_what_it_can_show(program: Program) -> None:
    done = program("do", "goto", PYTHONIOENCODING="ascii")
    assert done.code == 2
    assert "“goto” needs a number" in done.err


@pytest.mark.parametrize("arguments", [(), ("run", "short.yaml"), ("resume",), ("stage",)])
def test_without_a_terminal_there_is_no_stage_and_no_run(
    program: Program, arguments: tuple[str, ...]
) -> None:
    done = program(*arguments)
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert not program.folders()


def test_the_module_and_the_installed_command_are_the_same_program(program: Program) -> None:
    script = Path(sys.executable).with_name("workshop")
    if not script.exists():
        pytest.skip("not installed, only on the path")
    said = subprocess.run([script, "--version"], env=program.environment(), capture_output=True, check=True)
    assert said.stdout.decode() == program("--version").out
