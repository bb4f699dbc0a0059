"""The JSON Schema against the sessions that ship and against broken files."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from workshop.kinds.registry import keys, kinds
from workshop.sessionfile.schema import schema

HERE = Path(__file__).parent
SESSIONS = sorted((HERE.parents[1] / "sessions").glob("*.yaml"))
STRUCTURAL = [
    "misspelt-key",
    "misspelt-kind",
    "two-kinds",
    "no-kind",
    "missing-text",
    "missing-title",
    "missing-sections",
    "no-sections",
    "section-without-steps",
    "section-is-text",
    "list-for-text",
    "text-for-list",
    "word-for-number",
    "number-too-large",
    "not-yes-or-no",
    "negative-minutes",
    "zero-minutes",
    "unknown-language",
    "floor-too-low",
    "missing-options",
    "one-option",
    "misspelt-value",
    "misspelt-key-in-a-list",
    "key-of-another-kind",
    "list-of-steps",
]


class Core(yaml.SafeLoader):
    """YAML 1.2's plain values, which editors use: `no` and `5:30` are texts."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|false)$"), ["t", "f"])
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|)$"), ["~", "n", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"-?[0-9]+$"), list("-0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"-?[0-9]+\.[0-9]+$"), list("-0123456789"))


def errors(text: str) -> list[str]:
    data: Any = yaml.load(text, Loader=Core)
    return [error.message for error in Draft202012Validator(schema()).iter_errors(data)]


def test_it_is_a_schema_and_plain_json() -> None:
    Draft202012Validator.check_schema(json.loads(json.dumps(schema())))


@pytest.mark.parametrize("file", SESSIONS, ids=lambda file: file.stem)
def test_a_session_that_ships_is_valid(file: Path) -> None:
    assert errors(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", STRUCTURAL)
def test_a_broken_structure_is_not_valid(name: str) -> None:
    assert errors((HERE / "broken" / f"{name}.yaml").read_text(encoding="utf-8"))


def test_a_text_may_look_like_a_number_and_minutes_like_a_clock() -> None:
    text = (
        "{title: 2024, sections: [{title: S, minutes: 5:30, steps: [{choice: 7, options: [1, true, no]}]}]}"
    )
    assert errors(text) == []


def test_every_kind_and_every_key_is_described() -> None:
    found = schema()
    for name, kind in kinds().items():
        branch = next(part for part in found["$defs"]["step"]["allOf"] if part["if"]["required"] == [name])
        model = found["$defs"][branch["then"]["$ref"].rpartition("/")[2]]
        assert set(model["properties"]) == set(keys(kind))
        assert all(property_.get("description") for property_ in model["properties"].values())


def test_an_editors_message_names_the_key_and_not_every_kind() -> None:
    messages = errors("{title: T, sections: [{title: S, steps: [{slide: A, minuts: 5}]}]}")
    assert messages == ["Additional properties are not allowed ('minuts' was unexpected)"]
