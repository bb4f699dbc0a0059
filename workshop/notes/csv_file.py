"""Notes as CSV: one line a contribution that may be told; what the facilitator noted down is none.

RFC 4180 (comma, CRLF) in UTF-8 with a byte order mark, so that Excel reads æøå. Where Excel's list separator
is `;` (Norway) a double-click shows each line in one cell; Data → From Text/CSV opens it right.
"""

import csv
import io
import re
from typing import Any

import msgspec

from workshop.notes.report import Report, SectionReport, StepReport, rows
from workshop.notes.results import RoundReport

COLUMNS = ("section", "step", "kind", "id", "prompt", "round", "answered")
REHEARSAL = "rehearsal"
"""The first column of a rehearsal's, and of no other's."""

# A spreadsheet takes a cell that begins with one of these (full width too) for a formula. One that splits at
# `;` or at a line break inside our quotes makes cells that we never wrote, so their beginnings count as well.
_FORMULA = re.compile(r"(^|[;\n\t])(?=[\t\r]|[^\S\n]*[=+\-@\uff1d\uff0b\uff0d\uff20])")


def render(report: Report) -> bytes:
    """The contributions of `report`; the columns after `answered` are what the kinds call theirs."""
    told = [(_place(section, step, round), _own(row)) for section, step, round, row in rows(report)]
    mark = {REHEARSAL: "true"} if report.rehearsal else {}
    columns = (*mark, *COLUMNS, *dict.fromkeys(key for _, row in told for key in row))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([cell(column) for column in columns])
    for place, row in told:
        writer.writerow([cell({**place, **row, **mark}.get(column)) for column in columns])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def cell(value: Any) -> str | int | float:
    """`value` as a spreadsheet may have it: numbers as they are, never a formula."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return "" if value is None else _FORMULA.sub(r"\1'", text)


def _place(section: SectionReport, step: StepReport, round: RoundReport) -> dict[str, Any]:
    found = (section.title, step.step, step.kind, step.id, step.prompt, round.round, round.answered)
    return dict(zip(COLUMNS, found, strict=True))


def _own(row: dict[str, Any]) -> dict[str, Any]:
    return {f"answer.{key}" if key in (*COLUMNS, REHEARSAL) else key: value for key, value in row.items()}
