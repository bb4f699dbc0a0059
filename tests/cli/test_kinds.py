"""`workshop kinds`: every kind by its own docstrings, with an example that can be pasted."""

from textwrap import indent

import pytest
from click.testing import CliRunner

from tests.cli.program import Program
from workshop.cli.kinds import kinds_command
from workshop.kinds import manual
from workshop.kinds.registry import keys, kinds
from workshop.sessionfile.build import load_bytes

HEAD = "title: T\nsections:\n  - title: S\n    steps:\n"


def told(*arguments: str) -> str:
    """What the command says, its lines as long as they like."""
    done = CliRunner().invoke(kinds_command, arguments, env={"LANGUAGE": "en"}, max_content_width=10_000)
    assert done.exit_code == 0, done.output
    return done.output


def test_every_kind_is_listed_with_its_line_and_its_example(program: Program) -> None:
    said = program("kinds", COLUMNS="100").out
    for kind in kinds().values():
        assert indent(manual.example(kind), "    ") in said
        assert f"{kind.name}: {manual.summary(kind)}" in " ".join(said.split())
    assert all(len(line) <= 100 for line in said.splitlines())


def test_the_list_as_it_stands_makes_a_session() -> None:
    lines = [line for line in told().splitlines() if line.startswith("    ")]
    session = load_bytes((HEAD + "\n".join(f"  {line}" for line in lines)).encode(), "pasted.yaml")
    assert [step.name for step in session.steps] == [*kinds()]


@pytest.mark.parametrize("name", kinds())
def test_a_kind_is_shown_with_each_of_its_keys_once(name: str) -> None:
    said = told(name)
    listed = [line.split()[0] for line in said.splitlines() if line.startswith("  ") and line[2] != " "]
    assert sorted(listed) == sorted(keys(kinds()[name]))


def test_keys_inside_a_key_stand_under_it_and_what_is_needed_is_told() -> None:
    said = [line.strip() for line in told("matrix").splitlines()]
    for axis, ends in (("x", "left to right"), ("y", "bottom to the top")):
        at = next(number for number, line in enumerate(said) if line.startswith(f"{axis} "))
        assert ends in said[at]
        assert said[at].endswith("(needed)")
        assert [line.split()[0] for line in said[at + 1 : at + 3]] == ["low", "high"]
    assert not next(line for line in said if line.startswith("items ")).endswith("(needed)")


def test_what_holds_where_nothing_is_said_is_told() -> None:
    assert "(otherwise 100)" in told("points")
    assert "(otherwise held)" in told("points")


def test_a_misspelt_kind_is_answered_with_the_nearest(program: Program) -> None:
    program("kinds", "dot").refused("did you mean “dots”?")


def test_a_kind_near_nothing_is_answered_with_all(program: Program) -> None:
    program("kinds", "zzzz").refused("there are slide, quote, ")
