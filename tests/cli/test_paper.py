"""`workshop print`: from a session, and from a run that is live."""

from pathlib import Path

import msgspec

from tests.cli.program import Hub, Program
from workshop.room import runfile


def read(program: Program, name: str) -> str:
    return (program.here / name).read_text(encoding="utf-8")


def test_a_session_is_printed_with_a_line_for_the_address(program: Program) -> None:
    done = program("print", "short.yaml", "--to", "paper.html")
    said = "The poster and the forms are in paper.html. Open it in a browser, and print it.\n"
    assert (done.code, done.out, done.err) == (0, said, "")
    assert "A short one" in read(program, "paper.html")
    assert "written by hand" in read(program, "paper.html")


def test_a_run_is_printed_with_its_own_address_where_phones_can_reach_it(program: Program, hub: Hub) -> None:
    done = program("print", "--run", hub.run, "--to", "paper.html")
    assert (done.code, done.err) == (0, "No phone can reach this computer yet\n")
    assert "written by hand" in read(program, "paper.html")
    be_reachable(hub.folder)
    assert program("print", "--run", hub.run, "--to", "paper.html").code == 0
    assert f"127.0.0.1:{hub.port}/{hub.said['code']}" in read(program, "paper.html")
    hub.kill()
    program("print", "--run", hub.run, "--to", "other.html").refused("has no hub just now")
    assert not (program.here / "other.html").exists()


def be_reachable(folder: Path) -> None:
    runfile.write(folder, msgspec.structs.replace(runfile.read(folder), reachable=True))


def test_what_cannot_be_printed_is_named_in_one_line(program: Program) -> None:
    program("print", "short.yaml", "--to", "paper.pdf").refused("must end in .html")
    program("print", "short.yaml", "--to", "nowhere/paper.html").refused("There is no folder")
    assert "no session of that name" in program("print", "shrt", "--to", "paper.html").err
    neither = program("print", "--to", "paper.html")
    assert neither.code == 2
    assert neither.err.startswith("Name a SESSION, or a run with --run RUN.")
