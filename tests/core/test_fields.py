"""What a Field reads out of a sent form, and what it refuses."""

import pytest

from workshop.core.fields import Form, Pick, Rate, Refused, Text, numbers, read_all, texts, values
from workshop.core.place import JSON
from workshop.core.text import MAX_GRAPHEMES, MAX_LINES

TEXT = Text("text", "Your answer")
BOXES = Text("text", "Your answer", boxes=3)
LINE = Text("text", "Word", lines=1, longest=20)
ONE = Pick("pick", "Choose one", options=("Rødt", "Grønt", "Blått"))
MANY = Pick("pick", "Choose", options=("Rødt", "Grønt", "Blått"), many=True, most=2)
OWN = Pick("pick", "Choose one", options=("Rødt", "Grønt"), other="Something else")
RATE = Rate("row1", "Jeg blir hørt", levels=5)


@pytest.mark.parametrize(
    ("field", "form", "contributions"),
    [
        (TEXT, {}, ()),
        (TEXT, {"text": ["  \n "]}, ()),
        (TEXT, {"text": ["\u200b\u3164"]}, ()),
        (TEXT, {"text": [" en\r\nto "]}, ({"text": "en\nto"},)),
        (TEXT, {"text": ["a", ""]}, ({"text": "a"},)),
        (BOXES, {"text": ["a", "", "b"]}, ({"text": "a"}, {"text": "b"})),
        (BOXES, {"text": ["a", "a"]}, ({"text": "a"}, {"text": "a"})),
        (LINE, {"text": ["ett\nord"]}, ({"text": "ett ord"},)),
        (ONE, {}, ()),
        (ONE, {"pick": [""]}, ()),
        (ONE, {"pick": ["2"]}, ({"pick": 2},)),
        (ONE, {"pick": ["2", "2"]}, ({"pick": 2},)),
        (MANY, {"pick": ["2", "0"]}, ({"pick": 0}, {"pick": 2})),
        (OWN, {"pick": ["other"], "pick-other": [" Gult\n"]}, ({"pick-other": "Gult"},)),
        (OWN, {"pick-other": ["Gult"]}, ({"pick-other": "Gult"},)),
        (OWN, {"pick": ["1"], "pick-other": [" "]}, ({"pick": 1},)),
        (ONE, {"pick": ["1"], "pick-other": ["Gult"]}, ({"pick": 1},)),
        (RATE, {}, ()),
        (RATE, {"row1": [""]}, ()),
        (RATE, {"row1": ["5"]}, ({"row1": 5},)),
    ],
)
def test_a_form_is_read_as_contributions(
    field: Text | Pick | Rate, form: Form, contributions: object
) -> None:
    assert field.read(form) == contributions


@pytest.mark.parametrize(
    ("field", "form", "name"),
    [
        (TEXT, {"text": ["a", "b"]}, "text"),
        (BOXES, {"text": ["a", "b", "c", "d"]}, "text"),
        (TEXT, {"text": ["a" * (MAX_GRAPHEMES + 1)]}, "text"),
        (TEXT, {"text": ["a" * 50_000]}, "text"),
        (TEXT, {"text": ["x\n" * MAX_LINES + "x"]}, "text"),
        (LINE, {"text": ["a" * 21]}, "text"),
        (ONE, {"pick": ["3"]}, "pick"),
        (ONE, {"pick": ["-1"]}, "pick"),
        (ONE, {"pick": ["\u0661"]}, "pick"),
        (ONE, {"pick": ["0", "1"]}, "pick"),
        (ONE, {"pick": ["other"]}, "pick"),
        (MANY, {"pick": ["0", "1", "2"]}, "pick"),
        (OWN, {"pick": ["other"]}, "pick-other"),
        (OWN, {"pick": ["0"], "pick-other": ["Gult"]}, "pick"),
        (OWN, {"pick-other": ["a" * 201]}, "pick-other"),
        (RATE, {"row1": ["0"]}, "row1"),
        (RATE, {"row1": ["6"]}, "row1"),
        (RATE, {"row1": ["2.5"]}, "row1"),
        (RATE, {"row1": ["1", "2"]}, "row1"),
    ],
)
def test_a_refusal_names_the_field(field: Text | Pick | Rate, form: Form, name: str) -> None:
    read = field.read(form)
    assert isinstance(read, Refused)
    assert read.field == name


@pytest.mark.parametrize("gap", [" ", "\n", " \n "])
def test_a_text_that_is_too_long_is_refused_wherever_a_cut_would_fall(gap: str) -> None:
    words = "a" * MAX_GRAPHEMES + gap + "og det viktigste til slutt"
    assert isinstance(TEXT.read({"text": [words]}), Refused)
    lines = "\n".join(["x"] * MAX_LINES) + "\n\n" + "og det viktigste til slutt"
    assert isinstance(TEXT.read({"text": [lines]}), Refused)


def test_a_text_of_exactly_the_limit_is_taken() -> None:
    text = "å" * MAX_GRAPHEMES
    assert TEXT.read({"text": [text]}) == ({"text": text},)


def test_several_fields_are_read_together_or_refused_at_the_first() -> None:
    second = Rate("row2", "Jeg blir sett")
    assert read_all((RATE, second), {"row2": ["4"], "row1": ["1"]}) == ({"row1": 1}, {"row2": 4})
    refused = read_all((RATE, second), {"row1": ["9"], "row2": ["9"]})
    assert isinstance(refused, Refused)
    assert refused.field == "row1"


def test_an_option_with_a_key_is_known_by_it_wherever_it_stands() -> None:
    drawn = Pick("pick", "Support", options=("Hvorfor?", "Når?"), many=True, keys=("a1", "b2"))
    grown = Pick("pick", "Support", options=("Hvem?", "Hvorfor?", "Når?"), many=True, keys=("c3", "a1", "b2"))
    form = {"pick": [drawn.key(1)]}
    assert (drawn.read(form), grown.read(form)) == (({"pick": 1},), ({"pick": 2},))


@pytest.mark.parametrize("sent", ["0", "1", "zz"])
def test_an_option_with_a_key_has_no_number(sent: str) -> None:
    pick = Pick("pick", "Support", options=("Hvorfor?", "Når?"), many=True, keys=("a1", "b2"))
    assert isinstance(pick.read({"pick": [sent]}), Refused)


def test_stored_contributions_are_read_by_name_and_type() -> None:
    stored: tuple[JSON, ...] = ({"text": "a\x1b[0m"}, {"pick": 2}, {"pick": True}, {"text": 5}, "loose", None)
    assert texts(stored, "text") == ("a[0m",)
    assert numbers(stored, "pick") == (2,)
    assert values(stored, "pick") == [2, True]
