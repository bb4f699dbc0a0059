"""Whether a screen fits: pages, large letters, the title above it, and nothing beyond the edge."""

import pytest

from tests.tui.examples import run, snapshot
from workshop.core.blocks import Blocks, Heading, Paragraph, Run, Text
from workshop.language import language
from workshop.tui.draw import Look, canvas
from workshop.tui.draw.fit import Fit, fit
from workshop.tui.draw.ink import write
from workshop.tui.draw.picture import Picture
from workshop.tui.palette import LIGHT
from workshop.tui.scene import lobby_of
from workshop.tui.type import Mode

LOOK = Look(LIGHT, Mode.TRUECOLOR, language("en"))
SMALL, MEDIUM = (80, 24), (120, 36)
FINE = Fit(pages=1, large=True, cut=False, titled=True)
LONG = "This goes on and on, and nobody will read it to its end. "


def slide(*texts: str) -> Blocks:
    return (Heading("A slide"), Text(tuple(Paragraph((Run(text),)) for text in texts)))


def shown(blocks: Blocks, size: tuple[int, int], **said: object) -> Fit:
    return fit(snapshot(**{"blocks": blocks, "asks": False, "open": False, "timer": None} | said), size, LOOK)


@pytest.mark.parametrize("size", [SMALL, MEDIUM])
def test_a_short_slide_and_the_lobby_fit(size: tuple[int, int]) -> None:
    assert shown(slide("A line."), size) == FINE
    assert fit(lobby_of(run()), size, LOOK) == FINE


def test_a_slide_that_is_too_long_takes_pages_and_loses_nothing() -> None:
    found = shown(slide(*[LONG * 4] * 8), SMALL)
    assert found.pages > 1
    assert not found.cut


def test_a_headline_that_is_too_long_for_large_letters_is_found_at_the_size_where_it_is() -> None:
    alone = (Heading(LONG * 3),)
    assert [shown(alone, size).large for size in (SMALL, MEDIUM)] == [False, True]


def test_a_section_title_that_the_status_row_cuts_short_is_found() -> None:
    said = {"section_title": "A title of a section that is longer than the row above a small stage"}
    assert [shown(slide("A line."), size, **said).titled for size in (SMALL, MEDIUM)] == [False, True]


def test_what_falls_off_the_edge_is_noticed_and_empty_cells_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = canvas.Canvas.draw

    def put_lower(self: canvas.Canvas, picture: Picture, row: int = 0, column: int = 0) -> None:
        draw(self, picture, row, column)
        if not inside:
            inside.append(True)
            self.draw(extra, self.height - 1, 0)

    inside: list[bool] = []
    monkeypatch.setattr(canvas.Canvas, "draw", put_lower)
    extra = write("one line\nanother line", 20, LOOK.paper)
    assert shown(slide("A line."), SMALL).cut
    inside.clear()
    extra = write("one line\n ", 20, LOOK.paper)
    assert not shown(slide("A line."), SMALL).cut
