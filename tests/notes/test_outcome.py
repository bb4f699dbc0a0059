"""Decisions and actions come first, remarks where they were made, and an action nobody owns says so."""

import csv
import io
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from tests.core.hostile import HOSTILE
from tests.notes import held
from tests.notes.held import OSLO, Writer, kind, note, workshop
from workshop.notes import csv_file, html, json_file, markdown
from workshop.notes.report import Report, report
from workshop.notes.spoken import prose
from workshop.room.record import CapturedRecord, Record, RoundRecord


def made(*captured: CapturedRecord, visited: bool = True, tag: str = "en") -> Record:
    """The record of two slides with these notes."""
    w = Writer()
    steps = [w.step(kind("slide", "One"), visited=visited), w.step(kind("slide", "Two"))]
    return workshop(tag, "Title", [w.section("Part", 5, (0, 5), steps=steps)], ended=5, captured=captured)


def told(*captured: CapturedRecord, visited: bool = True) -> Report:
    return report(made(*captured, visited=visited), OSLO)


def md(record: Record) -> str:
    return markdown.render(report(record, OSLO)).decode()


def page(record: Record) -> str:
    return html.render(report(record, OSLO)).decode()


@pytest.mark.parametrize("render", [md, page])
def test_decisions_then_actions_stand_before_the_times_and_all_sections(
    render: Callable[[Record], str],
) -> None:
    text = render(held.norwegian())
    order = ["Beslutninger", "14:19", "Hva vi skal gjøre", "Inspektør", "Tiden", "Planlagt", "13:11"]
    assert sorted(order, key=text.index) == order


def test_an_action_that_nobody_owns_says_so_in_words() -> None:
    record = made(note("action", "Tidy up", 1, 1, "Part"), note("action", "Cook", 2, 1, "Part", who="Ada"))
    assert "| Tidy up | Nobody responsible yet |" in md(record)
    assert "| Cook | Ada |" in md(record)
    assert page(record).count('<strong class="ownerless">Nobody responsible yet</strong>') == 1


def test_a_run_without_notes_has_no_empty_headings() -> None:
    for text in (md(made()), page(made()).partition("<main>")[2]):
        assert "Decisions" not in text
        assert "What we will do" not in text
        assert "outcome" not in text
    remark = made(note("remark", "Quiet", 1, 1, "Part"))
    assert not report(remark, OSLO).outcome.stands


def test_a_remark_stands_at_its_step_with_its_time() -> None:
    record = made(note("remark", "They laughed", 3, 1, "Part"))
    for text in (md(record), page(record)):
        order = ["One", "Remark at 13:03", "They laughed", "Two"]
        assert sorted(order, key=text.index) == order
        assert text.count("They laughed") == 1


def test_what_was_remarked_before_a_step_that_was_never_reached_is_still_told() -> None:
    found = told(note("remark", "Waiting for the bus", -10, 1, "Part"), visited=False)
    assert [step.step for step in found.reached[0].told] == [1, 2]
    assert [missed.steps for missed in found.missed] == ["One"]


def test_actions_that_groups_have_written_join_the_table_in_the_sessions_order() -> None:
    w = Writer()
    rows: list[dict[str, Any]] = [
        {"what": "Meet", "who": "Bo", "when": "May"},
        {"what": "Eat", "who": None, "when": None},
        {"what": "Meet", "who": "Bo", "when": "May"},
        {"pledged": True},
    ]
    approved = RoundRecord(1, 4, 0, 4, None, (), rows)
    hidden = msgspec.structs.replace(approved, round=2, withheld="never shown")
    steps = [
        w.step(kind("slide", "First")),
        w.step(kind("commit", "What now?"), approved, hidden),
        w.step(kind("slide", "Last")),
    ]
    captured = [note("action", "After", 4, 3, "Part"), note("action", "Before", 5, 1, "Part")]
    record = workshop("en", "T", [w.section("Part", 5, (0, 5), steps=steps)], ended=5, captured=captured)
    actions = report(record, OSLO).outcome.actions
    assert [(a.text, a.who, a.when, a.clock) for a in actions] == [
        ("Before", "", "", "13:05"),
        ("Meet", "Bo", "May", ""),
        ("Eat", "", "", ""),
        ("After", "", "", "13:04"),
    ]
    found = msgspec.json.decode(json_file.render(report(record, OSLO)))
    assert [(a["what"], a["who"], a["time"]) for a in found["actions"]][1:3] == [
        ("Meet", "Bo", None),
        ("Eat", None, None),
    ]


def test_nothing_noted_is_a_contribution() -> None:
    lines = csv_file.render(report(held.norwegian(), OSLO)).decode("utf-8-sig")
    without = msgspec.structs.replace(held.norwegian(), captured=())
    assert list(csv.reader(io.StringIO(lines)))
    assert csv_file.render(report(without, OSLO)).decode("utf-8-sig") == lines


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_note_stays_text_everywhere(text: str) -> None:
    notes = [note(sort, text, 1, 1, "Part", who=text, when=text) for sort in ("decision", "action", "remark")]
    drawn, plain = page(made(*notes)), page(made())
    for tag in ("<script", "<img", "<b>", "<a "):
        assert drawn.count(tag) == plain.count(tag)
    found = report(made(*notes), OSLO).outcome
    for told in (*found.decisions, *found.actions, *found.remarks):
        assert told.text == prose(told.text)
        assert "\n" not in told.who + told.when
    headings = [line for line in md(made(*notes)).split("\n") if line.startswith("#")]
    assert headings == [
        "# Title",
        "## Decisions",
        "## What we will do",
        "## Time",
        "## Part",
        "### One",
        "### Two",
    ]
