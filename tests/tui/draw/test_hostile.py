"""Whatever strangers write: no control sequence reaches a cell, and the screen keeps its shape."""

import re

import pytest

from tests.core.hostile import HOSTILE
from tests.tui.draw.reading import lines, pages, widths
from tests.tui.draw.scenes import LIGHT_NB, PLAIN_NB, asking, clock, lobby, shown, slide
from workshop.core.blocks import (
    AnyBlock,
    Bar,
    Bars,
    Card,
    Cards,
    Cloud,
    CloudWord,
    Columns,
    Cue,
    Empty,
    Flag,
    Heading,
    Image,
    LevelRow,
    Levels,
    Measure,
    Measures,
    Note,
    Options,
    Paragraph,
    Part,
    Plot,
    PlotPoint,
    Quote,
    Run,
    Spotlight,
    Table,
    Text,
    Theme,
    Tree,
)
from workshop.room.snapshot import Snapshot
from workshop.tui.draw import Look

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
# A snapshot comes as JSON, which cannot hold half of a pair.
SENT = [text for text in HOSTILE if "\ud83d" not in text]


def everywhere(text: str) -> list[Snapshot]:
    """`text` in every place of every Block that has one."""
    results: list[AnyBlock] = [
        Cards((Card(text, 3, text), Card("og noe vanlig"))),
        Bars((Bar(text, 3), Bar("vanlig", 2)), 5),
        Levels((LevelRow(text, (1, 2, 3), 2.0), LevelRow("b", withheld=text)), (text, "", text)),
        Table(((text, text), ("a", "b")), (text, text)),
        Empty(text),
        Spotlight(text, 2),
        Cloud((CloudWord(text, 3), CloudWord("vanlig", 2), CloudWord("og noe til", 1))),
        Measures((Measure(text, 2, text, (text, "b")), Measure("b", 1, "1")), 2, text),
        Plot((PlotPoint(text, 0.5, 1.0, 0.4), PlotPoint("b", 0.5, 1.0)), (text, "b"), ("c", text)),
        Flag(text, stop=True),
    ]
    slides: list[AnyBlock] = [
        Text((Paragraph((Run(text), Run(text, strong=True)), bullet=True),)),
        Columns((Part(text, text), Part("b", text)), text),
        Tree((Theme(text, (text, "b")),)),
        Image(text, text, text),
    ]
    said = {"section_title": text, "title": text}
    return [
        lobby(title=text),
        asking(Heading(text), Options((text, "b"), text), timer=clock(3), **said),
        slide(Quote(text, text, text), **said),
        slide(Heading(text), Cue(text), timer=clock(9), **said),
        *(shown(block, Note((text, "vanlig"))) for block in results),
        *(slide(Heading("vanlig"), block) for block in slides),
    ]


@pytest.mark.parametrize("text", SENT, ids=lambda text: ascii(text[:20]))
def test_no_control_character_reaches_a_cell_and_every_row_keeps_its_width(text: str) -> None:
    for look, size in ((PLAIN_NB, (60, 20)), (LIGHT_NB, (120, 36))):
        for snapshot in everywhere(text):
            _check(snapshot, size, look, text)


def _check(snapshot: Snapshot, size: tuple[int, int], look: Look, text: str) -> None:
    for frame in pages(snapshot, size, look, hint=text, starts=text, most=3):
        assert widths(frame) == {size[0]}
        assert len(frame.rows) == size[1]
        assert not CONTROL.search("".join(lines(frame)))


def test_markup_is_text() -> None:
    frame = pages(shown(Cards((Card("[/] [@click=app.quit]quit[/]"),))), (80, 24), LIGHT_NB)[0]
    assert "[/] [@click=app.quit]quit[/]" in "".join(lines(frame))


def test_a_flood_of_lines_is_one_card_among_others() -> None:
    flood = Card("øverst" + "\n" * 10_000 + "nederst" + "\n" * 100_000 + "borte")
    (frame,) = pages(shown(Cards((flood, Card("vanlig")))), (80, 24), LIGHT_NB)
    (first, second) = (line for line in lines(frame) if "øverst" in line or "nederst" in line)
    assert "vanlig" in first
    assert lines(frame).index(second) == lines(frame).index(first) + 2


@pytest.mark.parametrize(
    ("sent", "drawn"),
    [
        ("👩\u200d👩\u200d👧 vi", "👩👩👧 vi"),
        ("❤\ufe0f takk", "❤ takk"),
        ("👍🏽 bra", "👍 bra"),
        ("漢字 og æøå", "漢字 og æøå"),
        ("1\ufe0f\u20e3 først", "1\u20e3 først"),
    ],
)
def test_emoji_are_spelt_so_that_terminals_agree_on_their_width(sent: str, drawn: str) -> None:
    frame = pages(shown(Cards((Card(sent),))), (80, 24), LIGHT_NB)[0]
    assert drawn in "".join(lines(frame))
