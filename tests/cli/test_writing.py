"""`workshop check` and `schema`: for whoever writes a session."""

import json

import jsonschema
import yaml

from tests.cli.program import Finished, Program
from tests.cli.sessions import BROKEN, SHORT


def test_a_session_that_is_fine_is_said_to_be(program: Program) -> None:
    assert program("check", "short.yaml") == Finished(0, "short.yaml: fine, 4 steps\n", "")
    assert program("check", "short.yaml", "--json").json == []


def test_problems_are_told_all_at_once_with_their_place(program: Program) -> None:
    program.write("broken.yaml", BROKEN)
    done = program("check", "short.yaml", "broken.yaml")
    assert (done.code, done.out) == (1, "short.yaml: fine, 4 steps\n")
    places = [line.split(" ")[0] for line in done.err.splitlines() if line.startswith("broken.yaml:")]
    assert places == ["broken.yaml:6:9:", "broken.yaml:8:18:"]
    assert "did you mean “slide”?" in done.err
    assert "^^^^" in done.err


def test_problems_are_told_as_json(program: Program) -> None:
    program.write("broken.yaml", BROKEN)
    done = program("check", "--json", "broken.yaml", "none.yaml")
    assert (done.code, done.err) == (1, "")
    first, second, missing = json.loads(done.out)
    assert list(first) == ["file", "line", "column", "message", "suggestion"]
    assert (first["file"], first["line"], first["column"]) == ("broken.yaml", 6, 9)
    assert second["line"] == 8
    assert (missing["file"], missing["line"], missing["column"]) == ("none.yaml", None, None)


def test_the_schema_takes_what_the_program_takes(program: Program) -> None:
    schema = program("schema").json
    jsonschema.validate(yaml.safe_load(SHORT), schema)
    problems = jsonschema.validators.validator_for(schema)(schema).iter_errors(yaml.safe_load(BROKEN))
    assert len(list(problems)) >= 2
