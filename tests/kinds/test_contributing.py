"""CONTRIBUTING's kind in 15 minutes as it stands there: installed as a plug-in it does what a kind does."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.whole.phones import phones

ROOT = Path(__file__).parents[2]
START = "<!-- example: workshop/kinds/headline.py -->\n```python\n"
PEOPLE = 3
SESSION = """\
title: A year from now
language: en
privacy: {reveal_from: 3}
sections:
  - title: Looking ahead
    steps:
      - headline: What does the paper say about us in a year?
        minutes: 2
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Workshop with the example installed beside it: its file, and an entry point that names its class."""
    installed = tmp_path / "site-packages"
    metadata = installed / "headline-1.0.dist-info"
    metadata.mkdir(parents=True)
    _, _, rest = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition(START)
    (installed / "headline.py").write_text(rest.partition("```\n")[0], encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: headline\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[workshop.kinds]\nheadline = headline:Headline\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(installed), str(ROOT))))
    here = tmp_path / "here"
    here.mkdir()
    return Program(tmp_path / "home", here)


def ran(program: Program, *arguments: str) -> str:
    """What a module of Python said in the repository, once it has ended well."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        env=program.environment(),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_holds_the_contract(program: Program) -> None:
    said = ran(program, "pytest", "tests/kinds/test_contract.py", "-k", "headline", "-p", "no:xdist")
    assert int(said.split(" passed")[0].split()[-1]) > 20


def test_it_is_written_as_the_house_is(program: Program) -> None:
    file = str(program.here.parent / "site-packages" / "headline.py")
    ran(program, "ruff", "check", "--config", "pyproject.toml", file)
    ran(program, "ruff", "format", "--check", "--config", "pyproject.toml", file)


def test_the_program_knows_it_among_its_own(program: Program) -> None:
    said = program("kinds", "headline").out
    assert said.startswith("headline (a plug-in's): A headline from the future, one a person.")
    assert "- headline: What does the paper say about us in a year?" in said
    named = program("schema").json["$defs"]["step"]["properties"]
    assert list(named)[-1] == "headline"
    program.write("ahead.yaml", SESSION.replace("minutes: 2", "minuts: 2"))
    assert "did you mean “minutes”?" in program("check", "ahead.yaml").err


def test_what_people_write_goes_from_their_phones_to_the_stage_and_the_notes(program: Program) -> None:
    program.write("ahead.yaml", SESSION)
    with program.host("ahead.yaml") as hub:
        hub.do("next")
        for number, phone in enumerate(phones(hub.said["join_url"], PEOPLE)):
            phone.answer(f"A good year, part {number}")
        shown = json.dumps(hub.do("next")["blocks"])
        hub.do("end")
    assert program("notes", hub.run, "--to", "notes.json").code == 0
    (section,) = json.loads((program.here / "notes.json").read_bytes())["sections"]
    (round,) = section["steps"][0]["rounds"]
    written = [f"A good year, part {number}" for number in range(PEOPLE)]
    assert all(text in shown for text in written)
    assert sorted(row["headline"] for row in round["rows"]) == written
