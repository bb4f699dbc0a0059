"""`workshop runs`, `erase` and `notes`: a run while it lives, once it is dead, and afterwards."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import make_program
from tests.cli.program import Finished, Hub, Program, eventually

SUFFIXES = (".md", ".html", ".json", ".csv")


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A hub for what changes nothing of its run."""
    with make_program(tmp_path_factory.mktemp("keep")).host("short.yaml") as hub:
        hub.do("next")
        yield hub


def test_runs_are_listed_as_json_the_newest_first(program: Program) -> None:
    assert program("runs", "--json").json == []
    with program.host("short.yaml") as first, program.host("retrospective") as second:
        second.do("next")
        row = eventually(lambda: live_row(program))
        assert list(row) == ["run", "code", "title", "state", "started", "join_url", "alive"]
        assert (row["run"], row["code"], row["alive"]) == (second.run, second.said["code"], True)
        assert row["join_url"] == second.said["join_url"]
        first.kill()
        assert [row["alive"] for row in program("runs", "--json").json] == [True, False]
        lines = program("runs").out.splitlines()
    assert lines[0].endswith("How did it go, and what do we try next?  hub is running")
    assert lines[1] == f"{first.run}  in the lobby  A short one"


def live_row(program: Program) -> dict[str, object] | None:
    row: dict[str, object] = program("runs", "--json").json[0]
    return row if row["state"] == "live" else None


def test_a_run_that_cannot_be_read_is_named_and_stands_in_nobodys_way(program: Program, hub: Hub) -> None:
    broken = program.home / "runs" / "2026-01-01-brkn"
    broken.mkdir()
    (broken / "run.json").write_text("{", encoding="utf-8")
    done = program("runs", "--json")
    assert [row["run"] for row in done.json] == [hub.run]
    assert "2026-01-01-brkn" in done.err
    assert program("do", "status").json["run"] == hub.run
    assert program("erase", "2026-01-01-brkn", "--yes").code == 0
    assert not broken.exists()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_notes_are_written_during_the_run(live: Hub, suffix: str) -> None:
    done = live.program("notes", "--to", f"during{suffix}")
    assert done == Finished(0, f"The notes are in during{suffix}\n", "")
    assert "A short one" in read(live.program, suffix, "during") or suffix == ".csv"


@pytest.mark.parametrize("end", ["killed", "stopped", "ended"])
def test_notes_are_written_with_no_hub_alive(program: Program, hub: Hub, end: str) -> None:
    hub.do("next")
    hub.do("next")
    if end == "ended":
        hub.do("next")
        hub.do("end")
    hub.kill() if end == "killed" else hub.stop()
    before = files(hub.folder)
    for suffix in SUFFIXES:
        assert program("notes", hub.run, "--to", f"after{suffix}").code == 0
    notes = json.loads(read(program, ".json", "after"))
    assert (notes["title"], notes["ended"] is not None) == ("A short one", end == "ended")
    assert notes["sections"][0]["steps"][1]["rounds"][0]["withheld"] == (
        "floor" if end == "ended" else "open"
    )
    assert files(hub.folder) == before


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_no_time_passes_in_a_run_without_a_hub(program: Program, hub: Hub) -> None:
    hub.do("next")
    hub.kill()
    notes = []
    for _ in range(2):
        assert program("notes", "--to", "notes.json").code == 0
        notes.append(read(program, ".json", "notes"))
        time.sleep(1.1)
    assert notes[0] == notes[1]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("notes.doc", ".md .html .json .csv"),
        ("notes", ".md .html .json .csv"),
        ("nowhere/notes.md", "There is no folder nowhere"),
        (".", "is a folder"),
        ("short.yaml/notes.md", "short.yaml"),
    ],
)
def test_notes_that_cannot_be_written_are_one_line_and_nothing_is_made(
    live: Hub, target: str, words: str
) -> None:
    before = sorted(live.program.here.iterdir())
    live.program("notes", "--to", target).refused(words)
    assert sorted(live.program.here.iterdir()) == before


def test_notes_of_no_run_are_one_line(program: Program) -> None:
    program("notes", "--to", "notes.md").refused("There is no run yet")
    program("notes", "none", "--to", "notes.md").refused("There is no run called “none”")


def test_a_live_run_is_not_erased(live: Hub) -> None:
    live.program("erase", live.run, "--yes").refused(f"The run {live.run} is live")
    assert live.status()["state"] == "live"


def test_erasing_asks_first(program: Program, hub: Hub) -> None:
    hub.kill()
    for answer in ("n\n", "\n", ""):
        done = program("erase", hub.run, given=answer)
        assert (done.code, done.out) == (1, "")
        assert f"Erase {hub.run}, “A short one”, with all its answers? [y/N]" in done.err
        assert done.err.endswith("Nothing was erased.\n")
        assert hub.folder.exists()
    assert program("erase", hub.run, given="y\n").code == 0
    assert not program.folders()


def test_an_erased_run_is_gone(program: Program, hub: Hub) -> None:
    hub.kill()
    assert program("erase", hub.said["code"], "--yes") == Finished(0, f"{hub.run} is erased.\n", "")
    assert not program.folders()
    program("erase", hub.run, "--yes").refused(f"There is no run called “{hub.run}”")


@pytest.mark.parametrize("name", ["..", "../..", ".", "runs", "/"])
def test_nothing_but_a_run_can_be_erased(program: Program, hub: Hub, name: str) -> None:
    hub.kill()
    program("erase", name, "--yes").refused(f"There is no run called “{name}”")
    assert program.folders() == [hub.run]


def test_runs_that_may_not_be_read_are_one_line(program: Program) -> None:
    program.home.mkdir()
    (program.home / "runs").write_text("no folder", encoding="utf-8")
    assert program("runs").out == "There is no run yet. `workshop run SESSION` begins one.\n"
    program("host", "short.yaml").refused("WORKSHOP_HOME")


def read(program: Program, suffix: str, name: str) -> str:
    return (program.here / f"{name}{suffix}").read_text(encoding="utf-8-sig")


def test_a_run_is_its_owners_alone(live: Hub) -> None:
    for path in (live.folder, live.folder.parent):
        assert path.stat().st_mode & 0o077 == 0
    for path in live.folder.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0 or path.stat().st_size == 0, path
