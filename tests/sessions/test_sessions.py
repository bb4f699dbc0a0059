"""The sessions that ship: whole, in time, and short enough for the stage."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from workshop.kinds.registry import BUILT_IN
from workshop.sessionfile.build import load

SESSIONS = Path(__file__).parents[2] / "sessions"
SEED = Path(__file__).with_name("seed.txt")
SHIPPED = sorted(SESSIONS.glob("*.yaml"))

KINDS = {kind.name for kind in BUILT_IN}
ASKING = {kind.name for kind in BUILT_IN if kind.asks}
WORKING = {"reflect", "pause", "groups"}
TELLING = KINDS - ASKING - WORKING

Data = dict[str, Any]


def read(path: Path) -> Data:
    data: Data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def steps(session: Data) -> list[Data]:
    return [step for section in session["sections"] for step in section["steps"]]


def kind(step: Data) -> str:
    (name,) = KINDS & step.keys()
    return name


def of_kind(session: Data, *names: str) -> list[Data]:
    return [step for step in steps(session) if kind(step) in names]


def told(session: Data) -> Iterator[str]:
    """What the presentation's own steps say, section titles too, in the order of the stage."""
    for section in session["sections"]:
        yield section["title"]
        for step in section["steps"]:
            if kind(step) in TELLING:
                yield from said(step)


def said(step: Data) -> Iterator[str]:
    yield step[kind(step)]
    yield step.get("text", "")
    for part in [*step.get("parts", ()), *step.get("themes", ())]:
        yield from (part["title"], part.get("text", ""), *part.get("items", ()))
    yield step.get("by", "")


def plain(text: str) -> str:
    return " ".join(text.translate(str.maketrans("", "", "“”„«»")).split())


@pytest.fixture
def hjelperne() -> Data:
    return read(SESSIONS / "ivareta-hjelperne.yaml")


@pytest.fixture(params=SHIPPED, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> Data:
    return read(request.param)


def test_every_line_of_the_presentation_stands_in_the_session_in_its_order(hjelperne: Data) -> None:
    session = f" {plain(' '.join(told(hjelperne)))} "
    lines = [plain(line) for line in SEED.read_text(encoding="utf-8").splitlines()]
    at = 0
    for line in filter(None, lines):
        found = session.find(f" {line} ", at)
        assert found >= 0, f"missing or out of order: {line}"
        at = found + len(line) + 1


def test_quotes_have_the_authors_that_the_presentation_names_and_no_others(hjelperne: Data) -> None:
    authors = [step["by"] for step in of_kind(hjelperne, "quote") if "by" in step]
    assert authors == ["Jacob Weidemann", "Hippokrates", "Ole Brumm"]


def test_quotes_leave_the_quotation_marks_to_the_stage(shipped: Data) -> None:
    assert all(step["quote"] == plain(step["quote"]) for step in of_kind(shipped, "quote"))


def test_there_is_enough_to_reflect_on_and_to_answer(hjelperne: Data) -> None:
    assert len(hjelperne["sections"]) >= 8
    assert len(of_kind(hjelperne, "reflect")) >= 8
    assert len(of_kind(hjelperne, *ASKING)) >= 8


def test_what_is_told_is_told_in_the_form_that_it_has(hjelperne: Data) -> None:
    assert {kind(step) for step in steps(hjelperne)} >= {"slide", "quote", "columns", "overview"}


def test_answers_are_asked_for_in_many_forms(hjelperne: Data) -> None:
    forms = {(kind(step), step.get("many", False)) for step in of_kind(hjelperne, *ASKING)}
    assert forms >= {("open", False), ("open", True), ("choice", False), ("choice", True), ("scale", False)}


def test_the_room_practises_a_skill_with_a_clock_for_every_turn(hjelperne: Data) -> None:
    (practice,) = of_kind(hjelperne, "groups")
    assert practice["preset"] == "practice"
    assert 8 <= practice["minutes"] <= 10


def test_nobody_has_to_stand_up_for_what_they_promise_themselves(hjelperne: Data) -> None:
    (pledge,) = of_kind(hjelperne, "commit")
    assert pledge["group"] is False


def test_it_ends_with_a_check_out_and_the_presentations_last_line(hjelperne: Data) -> None:
    assert [kind(step) for step in steps(hjelperne)][-4:] == ["scale", "words", "slide", "slide"]


def test_the_room_has_a_real_pause(hjelperne: Data) -> None:
    (pause,) = of_kind(hjelperne, "pause")
    assert 8 <= pause["minutes"] <= 10


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_session_checks_clean(path: Path) -> None:
    assert load(path).steps


def test_every_section_tells_the_facilitator_what_to_do(shipped: Data) -> None:
    for section in shipped["sections"]:
        assert any(step.get("notes") for step in section["steps"]), section["title"]


def test_every_section_has_time_for_its_steps_and_for_looking_at_the_answers(shipped: Data) -> None:
    for section in shipped["sections"]:
        clocks = sum(step.get("minutes", 0) for step in section["steps"])
        looking = 0.5 * sum(kind(step) in ASKING for step in section["steps"])
        assert clocks + looking <= section["minutes"], section["title"]


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("ivareta-hjelperne", 85, 95), ("retrospective", 20, 20), ("gallery", 15, 25)],
)
def test_the_sections_add_up_to_the_time_that_was_promised(name: str, least: int, most: int) -> None:
    session = read(SESSIONS / f"{name}.yaml")
    assert least <= sum(section["minutes"] for section in session["sections"]) <= most


def test_whoever_reflects_or_answers_sees_how_long_there_is(shipped: Data) -> None:
    assert all(step["minutes"] > 0 for step in of_kind(shipped, *WORKING, *ASKING))


def test_questions_and_choices_are_short_enough_beside_a_qr_code(shipped: Data) -> None:
    for step in of_kind(shipped, "reflect", "groups", *ASKING):
        assert len(step[kind(step)]) <= 55, step
        choices = [*step.get("options", ()), *step.get("statements", ()), *step.get("items", ())]
        assert all(len(choice) <= 34 for choice in choices), step


def test_scales_name_both_ends(shipped: Data) -> None:
    assert all(step["low"] and step["high"] for step in of_kind(shipped, "scale"))


def test_every_question_has_an_id_of_its_own(shipped: Data) -> None:
    ids = [step["id"] for step in of_kind(shipped, *ASKING)]
    assert len(ids) == len(set(ids))
