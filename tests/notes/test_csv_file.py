"""CSV: a line a contribution, and never a formula."""

import csv
import io
import re
from typing import Any

import msgspec
import pytest

from tests.core.hostile import HOSTILE
from tests.notes import held
from tests.notes.held import OSLO, Writer, kind, shown, texts, workshop
from workshop.notes import csv_file
from workshop.notes.csv_file import COLUMNS, cell
from workshop.notes.report import report
from workshop.room.record import Record

FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")


def table(record: Record) -> list[dict[str, str]]:
    data = csv_file.render(report(record, OSLO))
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def one_round(rows: list[dict[str, Any]]) -> Record:
    """A workshop of one round with these rows."""
    w, step = Writer(), kind("open", "What helped?", id="help")
    round = msgspec.structs.replace(shown(step, texts("tea"), 7), rows=rows)
    return workshop("en", "Title", [w.section("Part", 5, (0, 5), steps=[w.step(step, round)])], ended=5)


def test_it_begins_with_a_byte_order_mark_and_ends_lines_as_the_standard_says() -> None:
    data = csv_file.render(report(held.norwegian(), OSLO))
    assert data.startswith(
        b"\xef\xbb\xbfsection,step,kind,id,prompt,round,answered,text,option,other,statement,level\r\n"
    )
    assert data.endswith(b"\r\n")


def test_every_contribution_that_may_be_told_is_a_line() -> None:
    record = held.norwegian()
    rows = [row for s in record.sections for step in s.steps for round in step.rounds for row in round.rows]
    assert len(table(record)) == len(rows) == 18 + 6 + 20 + 19 + 19 + 18


def test_a_line_says_where_it_belongs() -> None:
    first = table(one_round([{"text": "tea"}]))[0]
    assert first == {
        "section": "Part",
        "step": "1",
        "kind": "open",
        "id": "help",
        "prompt": "What helped?",
        "round": "1",
        "answered": "7",
        "text": "tea",
    }


def test_what_a_kind_calls_like_one_of_our_columns_gets_a_column_of_its_own() -> None:
    (row,) = table(one_round([{"round": "second half", "text": "tea"}]))
    assert (row["round"], row["answer.round"], row["text"]) == ("1", "second half", "tea")


def test_values_that_are_no_text_are_kept_as_they_are() -> None:
    (row,) = table(one_round([{"n": -3, "share": 0.5, "none": None, "yes": True, "list": [1, "a"]}]))
    assert [row[key] for key in ("n", "share", "none", "yes", "list")] == ["-3", "0.5", "", "true", '[1,"a"]']


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_cell_is_a_formula_wherever_a_spreadsheet_splits_it(text: str) -> None:
    assert not FORMULA.match(str(cell(text)))
    (row,) = table(one_round([{"text": text}]))
    for piece in re.split(r"[;\n\t]", row["text"]):
        assert not FORMULA.match(piece)


@pytest.mark.parametrize("text", ["hei", "a=b", "5-3", "e-post@x.no", "«ja»", ""])
def test_a_text_that_is_no_formula_is_left_alone(text: str) -> None:
    assert cell(text) == text


def test_a_column_name_is_no_formula_either() -> None:
    head = csv_file.render(report(one_round([{"=1+1": "x"}]), OSLO)).decode("utf-8-sig").splitlines()[0]
    assert head == ",".join([*COLUMNS, "'=1+1"])
