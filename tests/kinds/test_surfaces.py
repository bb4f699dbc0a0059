"""Every registered kind on every surface: an empty room, one answer, a room of strangers who mean no good.

The stage small and large, the phone, and each format of the notes; what is exported reads back as it was.
"""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from markdown_it import MarkdownIt

from tests.core.hostile import HOSTILE
from tests.core.test_text import CONTROL
from tests.hub.test_rendering import drawn, no_stranger_writes_markup
from tests.kinds.room import answers, gathered
from tests.kinds.test_contract import asking, every, step
from tests.notes.held import OSLO, Writer, workshop
from tests.notes.test_page import KNOWN, Reader
from tests.tui.draw.reading import lines, pages, widths
from tests.tui.draw.scenes import LIGHT_NB, shown, slide
from workshop.core.fields import texts
from workshop.core.gathered import Gathered
from workshop.core.moderation import Approve, identified
from workshop.kinds.kind import Kind
from workshop.notes import csv_file, html, json_file, markdown
from workshop.notes.report import Report, report
from workshop.room.record import RoundRecord

PEOPLE = 7


def approved(step: Kind, room: Gathered) -> Gathered:
    """`room` with everything approved, where that is how it is shown."""
    if not step.approves:
        return room
    ids = [id for name in step.texts for id in identified(texts(room.contributions, name), room.key)]
    return msgspec.structs.replace(room, by_approval=True, decisions=(Approve(tuple(ids)),))


def empty(step: Kind) -> Gathered:
    """Nobody answered, some skipped."""
    return gathered(abstained=3)


def alone(step: Kind) -> Gathered:
    """One person answered, and the author lets a single answer be shown."""
    return approved(step, gathered(answers(step, "Bare meg", 1), 1, floor=0))


def crowd(step: Kind) -> Gathered:
    """Seven people who choose each in turn."""
    return approved(step, gathered(answers(step, "Noe, og «mer»", PEOPLE), PEOPLE))


def strangers(step: Kind) -> Gathered:
    """Six people for each text that was ever made to break a program."""
    sent = tuple(one for text in HOSTILE for one in answers(step, text, 6))
    people = 6 * len(HOSTILE)
    return approved(step, gathered(sent, people, joined=people))


rooms = pytest.mark.parametrize("room", [empty, alone, crowd, strangers], ids=lambda room: room.__name__)
Room = Callable[[Kind], Gathered]


def told(step: Kind, room: Gathered) -> Report:
    """The report of a workshop that had this step alone."""
    writer = Writer()
    blocks, rows = step.show(room), step.rows(room)
    rounds = (RoundRecord(1, room.answered, room.abstained, 22, None, blocks, rows),) if step.asks else ()
    section = writer.section("Del", 5, (0, 5), steps=[writer.step(step, *rounds)])
    return report(workshop("nb", "Prøve", [section], ended=5), OSLO)


@every
@rooms
@pytest.mark.parametrize("size", [(80, 24), (200, 50)], ids=str)
def test_the_stage_draws_it_and_keeps_its_shape(kind: type[Kind], room: Room, size: tuple[int, int]) -> None:
    blocks = step(kind).show(room(step(kind)))
    scene = shown(*blocks) if kind.asks else slide(*blocks)
    for frame in pages(scene, size, LIGHT_NB, most=2):
        assert (widths(frame), len(frame.rows)) == ({size[0]}, size[1])
        assert not CONTROL & set("".join(lines(frame)))


@every
@rooms
def test_the_phone_draws_it_and_no_stranger_writes_markup(kind: type[Kind], room: Room) -> None:
    no_stranger_writes_markup(drawn(under=step(kind).show(room(step(kind))), headline=None))


@every
@rooms
def test_the_notes_draw_it_and_no_stranger_writes_markup(kind: type[Kind], room: Room) -> None:
    found = told(step(kind), room(step(kind)))
    tokens = MarkdownIt("gfm-like").parse(markdown.render(found).decode())
    inner = {child.type for token in tokens for child in token.children or ()}
    assert not {"html_inline", "link_open", "image", "code_inline"} & inner
    assert not {"html_block", "code_block", "fence"} & {token.type for token in tokens}
    assert {tag for tag, _ in Reader(html.render(found).decode()).tags} <= KNOWN


def flat(value: Any) -> str:
    """A value as a cell has it; the sign that keeps a spreadsheet from reckoning is none of it."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


@asking
@rooms
def test_what_is_exported_reads_back_as_it_was(kind: type[Kind], room: Room) -> None:
    rows = step(kind).rows(room(step(kind)))
    found = told(step(kind), room(step(kind)))
    (section,) = json.loads(json_file.render(found))["sections"]
    (written,) = section["steps"][0]["rounds"]
    assert written["rows"] == rows
    read = list(csv.DictReader(io.StringIO(csv_file.render(found).decode("utf-8-sig"), newline="")))
    assert len(read) == len(rows)
    if room is not strangers:  # a cell that a spreadsheet would take for a formula is disarmed
        for cells, row in zip(read, rows, strict=True):
            assert {key: cells[key] for key in row} == {key: flat(value) for key, value in row.items()}
