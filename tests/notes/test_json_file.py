"""JSON: the keys that other programs rely on."""

import json
from typing import Any

from tests.notes import held
from tests.notes.held import OSLO
from workshop.notes import json_file
from workshop.notes.report import report
from workshop.room.record import Record


def notes(record: Record) -> dict[str, Any]:
    found = json.loads(json_file.render(report(record, OSLO)))
    assert isinstance(found, dict)
    return found


def steps(record: Record) -> list[dict[str, Any]]:
    return [step for section in notes(record)["sections"] for step in section["steps"]]


def test_the_keys_are_the_promised_ones() -> None:
    for record in (held.norwegian(), held.english()):
        found = notes(record)
        top = ["format", "title", "language", "started", "ended", "joined"]
        assert list(found) == [*top, "decisions", "actions", "remarks", "sections"]
        notes_ = {tuple(note) for note in (*found["decisions"], *found["remarks"])}
        assert notes_ == {("text", "time", "step", "section")}
        assert {tuple(a) for a in found["actions"]} == {("what", "who", "when", "time", "step", "section")}
        assert {tuple(section) for section in found["sections"]} == {("title", "planned", "actual", "steps")}
        assert {tuple(step) for step in steps(record)} == {("step", "kind", "id", "prompt", "rounds")}
        rounds = {tuple(round) for step in steps(record) for round in step["rounds"]}
        assert rounds == {("round", "answered", "withheld", "blocks", "rows")}


def test_times_have_their_offset_and_durations_are_seconds() -> None:
    found = notes(held.norwegian())
    assert (found["format"], found["started"], found["ended"]) == (
        1,
        "2026-11-24T13:00:00+01:00",
        "2026-11-24T14:36:00+01:00",
    )
    assert [(section["planned"], section["actual"]) for section in found["sections"]][1:4] == [
        (720, 1050),
        (450, 420),
        (None, 930),
    ]


def test_a_run_that_is_not_over_has_no_end() -> None:
    assert notes(held.english())["ended"] is None


def test_every_step_is_there_numbered_through_the_session() -> None:
    assert [step["step"] for step in steps(held.norwegian())] == list(range(1, 17))


def test_every_contribution_stands_once_in_rows() -> None:
    (elephants,) = (step for step in steps(held.norwegian()) if step["id"] == "elefanter")
    first = [row["text"] for row in elephants["rounds"][0]["rows"]]
    assert sorted(first) == sorted(held.ELEPHANTS)


def test_what_is_withheld_says_why_and_is_empty() -> None:
    rounds = [r for record in (held.norwegian(), held.english()) for s in steps(record) for r in s["rounds"]]
    withheld = [(r["withheld"], r["answered"], r["blocks"], r["rows"]) for r in rounds if r["withheld"]]
    assert withheld == [
        ("floor", 3, [], []),
        ("never shown", 14, [], []),
        ("floor", 0, [], []),
        ("open", 2, [], []),
    ]


def test_blocks_speak_the_language_of_the_room() -> None:
    text = json_file.render(report(held.norwegian(), OSLO)).decode()
    assert '"phrase"' not in text
    assert "per cent" not in text
    assert "prosent av dem som svarte" in text
