"""What a made-up person reads of a page is what the hub asked, whatever kind of Field it is."""

from dataclasses import dataclass

import msgspec
import pytest

from workshop.core.fields import AnyField, Ends, Fields, Order, Pick, Pledge, Rate, Share, Spot, Text
from workshop.hub.rendering import Renderer
from workshop.language import language
from workshop.rehearsal.sheet import Sheet, sheet_of

OPTIONS = ("Te & kaffe", "<b>Vann</b>", "3 ting")
FIELDS: tuple[AnyField, ...] = (
    Text("text", "Si det", lines=4, boxes=3, value=("Første\nlinje", "«Andre»")),
    Text("word", "Ord", lines=1, boxes=2),
    Pick("one", "En", options=OPTIONS, keys=("0", "1", "2")),
    Pick("many", "Flere", options=OPTIONS, many=True, other="…", keys=("0", "1", "2")),
    Pick("by-id", "De andres", options=OPTIONS, many=True, keys=("f00", "ba2", "c0ffee")),
    Rate("level", "Grad", levels=5),
    Rate("named", "Grad", levels=3, names=("lite", "noe", "mye")),
    Rate("fist", "Neve", levels=5, lowest=0),
    Order("order", "Rekkefølge", options=OPTIONS, top=2),
    Share("points", "Poeng", options=OPTIONS, total=60, most=60),
    Share("dots", "Prikker", options=OPTIONS, total=2, most=1),
    Spot("spot", "Hvor", x=Ends("", ""), y=Ends("", "")),
    Pledge("pledged", "Jeg vil"),
)


def page(*fields: AnyField) -> str:
    """The form's page as the hub renders it."""

    @dataclass
    class State:
        phase: str = "open"

    values = dict.fromkeys(("others", "beside", "warnings", "privacy"), ()) | {
        "sheet": "form", "fields": fields, "base": "/K7QX", "place": "2/1", "prompt": "Spørsmål",
        "page_title": "Spørsmål", "where": "Del", "state": State(), "mine": None, "speed": 1, "tag": "t",
    }  # fmt: skip
    return Renderer().render("layout.html", language("nb"), "nb", values).filled("n", 0.0)


def without_names(field: AnyField) -> AnyField:
    """What a page does not tell: names of levels stand in words, and one's own words have a label."""
    return msgspec.structs.replace(field, names=()) if isinstance(field, Rate) else field


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_is_read_as_it_was_asked(field: AnyField) -> None:
    sheet = sheet_of(page(field))
    label = "Jeg har skrevet det ned" if isinstance(field, Pledge) else str(field.label)
    asked: Fields = (msgspec.structs.replace(without_names(field), label=label),)
    assert sheet == Sheet("/K7QX/2/1", asked)


def test_all_of_them_are_read_in_their_order() -> None:
    sheet = sheet_of(page(*FIELDS))
    assert sheet is not None
    assert [field.name for field in sheet.fields] == [field.name for field in FIELDS]


def test_a_page_without_a_form_asks_nothing() -> None:
    assert sheet_of("<main><h1>Hei</h1><form id=withdraw action=/x></form></main>") is None
