"""Every Block and every Field has HTML, whatever stands in it, and no text of a stranger's becomes markup."""

from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from tests.kinds.room import names
from workshop.core import blocks as b
from workshop.core import fields as f
from workshop.core.phrases import phrase
from workshop.hub import blocks
from workshop.hub.rendering import Renderer
from workshop.language import language

EVIL = "<script>alert(1)</script>\" onload='x' {{ 7*7 }} [/] \u202e"
VOID = {"br", "input", "rect", "meta", "link", "img"}

BLOCKS: tuple[b.AnyBlock, ...] = (
    b.Heading(EVIL),
    b.Text(
        (b.Paragraph((b.Run(EVIL), b.Run("sterk", strong=True))), b.Paragraph((b.Run(EVIL),), bullet=True))
    ),
    b.Quote(EVIL, EVIL, EVIL),
    b.Columns((b.Part(EVIL, EVIL), b.Part("To")), EVIL),
    b.Tree((b.Theme(EVIL, (EVIL, "To")), b.Theme("Tom"))),
    b.Options((EVIL, "To"), phrase("Choose one")),
    b.Options((), EVIL),
    b.Cue(EVIL),
    b.Countdown(back=True),
    b.Bars((b.Bar(EVIL, 3), b.Bar(phrase("Something else"), 0, own=True)), 0),
    b.Bars((b.Bar(EVIL, 3), b.Bar("B", 1)), 4),
    b.Levels((b.LevelRow(EVIL, (1, 0, 2), 3.0), b.LevelRow(EVIL, withheld=EVIL)), (EVIL, "", EVIL)),
    b.Levels((b.LevelRow(EVIL, (1, 0), 1.0, before=(0, 2), median_before=2.0),), (EVIL, ""), lowest=0),
    b.Bars((b.Bar(EVIL, 3, before=1), b.Bar("B", 1)), 4, of_before=2),
    b.Cards((b.Card(EVIL, theme=EVIL), b.Card("To", times=2, support=3, done=True))),
    b.Spotlight(EVIL, times=3),
    b.Cloud((b.CloudWord(EVIL, 7), b.CloudWord("ro", 1))),
    b.Measures((b.Measure(EVIL, 2.5, EVIL, (EVIL, "b")), b.Measure("B", 0, "0")), 3, EVIL),
    b.Measures((b.Measure("Ingen", 0, "0"),), 0),
    b.Plot((b.PlotPoint(EVIL, 0.5, 1.0, 0.2, 7),), (EVIL, EVIL), (EVIL, EVIL)),
    b.Plot((), ("a", "b"), ("c", "d")),
    b.Image(EVIL, EVIL, EVIL),
    b.Image("bilder/elefant.png", "En elefant"),
    b.Flag(EVIL),
    b.Flag(EVIL, stop=True),
    b.Table(((EVIL, EVIL), ("a", "b")), (EVIL, "x")),
    b.Note((EVIL, phrase("in random order"))),
    b.Empty(EVIL),
)
FIELDS: tuple[f.AnyField, ...] = (
    f.Text("text", EVIL, EVIL, boxes=2, more=EVIL, value=(EVIL,)),
    f.Text("line", EVIL, lines=1, value=(EVIL,)),
    f.Pick("pick", EVIL, EVIL, options=(EVIL, "b"), other=EVIL, own=EVIL, picked=(0,)),
    f.Pick("many", EVIL, options=(EVIL, "b"), many=True, picked=(0, 1)),
    f.Rate("row1", EVIL, EVIL, names=(EVIL, "", "", "", EVIL), picked=2),
    f.Rate("row2", EVIL, levels=2, names=(EVIL, EVIL)),
    f.Rate("row3", EVIL, levels=10),
    f.Rate("row4", EVIL, lowest=0, names=(EVIL,) * 6, picked=0),
    f.Pick("grows", EVIL, options=(EVIL, "b"), many=True, keys=("0a1b", EVIL), picked=(1,)),
    f.Order("order", EVIL, EVIL, options=(EVIL, "b", "c"), top=2, placed=(2, 0)),
    f.Share("share", EVIL, EVIL, options=(EVIL, "b"), total=100, exact=True, given=(60, 40)),
    f.Share("dots", EVIL, options=(EVIL, "b"), total=2, most=1, given=(1,)),
    f.Spot("spot", EVIL, EVIL, x=f.Ends(EVIL, EVIL), y=f.Ends(EVIL, EVIL), at=(1, 5)),
    f.Pledge("pledge", EVIL, EVIL, done=True),
)


class Strict(HTMLParser):
    """Collects elements, and fails where one is not closed as it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag


def drawn(**values: object) -> Strict:
    """A part of a page with these values, parsed."""
    common = {
        "sheet": "listen",
        "base": "",
        "where": "",
        "page_title": "",
        "here": "",
        "state": msgspec.defstruct("State", [("language", str, "nb")])(),
        "prompt": "",
    }
    sheet = Renderer().render("part.html", language("nb"), "en", common | values)
    parser = Strict()
    parser.feed(sheet.filled("n", 0.0))
    assert parser.open == []
    return parser


def no_stranger_writes_markup(parser: Strict) -> None:
    assert "script" not in {tag for tag, _ in parser.seen}
    assert not any(name.startswith("on") or name == "style" for _, attrs in parser.seen for name in attrs)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: blocks.tag(block))
def test_a_block_has_html_and_no_stranger_writes_markup_in_it(block: b.AnyBlock) -> None:
    parser = drawn(under=(block,), headline=None)
    no_stranger_writes_markup(parser)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_has_html_and_no_stranger_writes_markup_in_it(field: f.AnyField) -> None:
    for refused in (None, *(f.Refused(name, phrase("Choose one only.")) for name in names((field,)))):
        parser = drawn(sheet="form", fields=(field,), refused=refused, place="1/1", mine=None, beside=())
        no_stranger_writes_markup(parser)
        ids = [attrs["id"] for _, attrs in parser.seen if "id" in attrs]
        assert len(ids) == len(set(ids))
        labelled = {attrs["for"] for tag, attrs in parser.seen if tag == "label"}
        controls = {attrs["id"] for tag, attrs in parser.seen if tag in ("input", "textarea", "select")}
        assert controls
        assert controls == labelled
        for _, attrs in parser.seen:
            for named in (attrs.get("aria-describedby") or "").split():
                assert named in ids


def test_the_authors_words_are_marked_with_their_own_language() -> None:
    parser = drawn(under=(b.Cue("Quietly"),), headline=b.Heading("Hello"))
    assert ("h1", {"tabindex": "-1", "lang": "en"}) in parser.seen
    assert ("span", {"lang": "en"}) in parser.seen


def test_a_block_that_phones_do_not_know_is_drawn_as_its_table() -> None:
    class Fresh(b.Empty, frozen=True, tag="fresh-block"):
        """A Block of tomorrow."""

    parser = drawn(under=(Fresh("Noe nytt"),), headline=None)
    assert "table" in {tag for tag, _ in parser.seen}


def test_each_phone_gets_its_own_nonce_in_the_same_page() -> None:
    renderer = Renderer()
    values = {"sheet": "door", "base": "", "where": "", "page_title": ""}
    sheet = renderer.render("layout.html", language("en"), "en", values)
    one, two = sheet.filled("one", 0.0), sheet.filled("two", 0.0)
    assert one.replace('nonce="one"', "") == two.replace('nonce="two"', "")
    assert one != two


def test_every_field_and_block_there_is_has_its_template_and_is_drawn_here() -> None:
    templates = Path(blocks.__file__).parent / "templates"
    assert {type(block) for block in BLOCKS} == set(get_args(b.AnyBlock))
    assert {type(field) for field in FIELDS} == set(get_args(f.AnyField))
    for block in BLOCKS:
        assert (templates / "blocks" / f"{blocks.tag(block)}.html").is_file()
    for field in FIELDS:
        assert (templates / "fields" / f"{blocks.tag(field)}.html").is_file()


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_refusal_stands_above_the_control_that_it_is_about(field: f.AnyField) -> None:
    for name in names((field,)) if not isinstance(field, f.Pledge) else ():
        refused = f.Refused(name, phrase("Choose one only."))
        parser = drawn(sheet="form", fields=(field,), refused=refused, place="1/1", mine=None, beside=())
        (error,) = [attrs["id"] for _, attrs in parser.seen if (attrs.get("id") or "").endswith("-error")]
        described = [
            attrs for _, attrs in parser.seen if error in (attrs.get("aria-describedby") or "").split()
        ]
        assert described
        position = [attrs.get("id") for _, attrs in parser.seen].index(error)
        assert any(attrs.get("name") == name for _, attrs in parser.seen[position:])


def test_what_stays_on_the_phone_has_no_name_and_stands_outside_the_form() -> None:
    pledge = f.Pledge("pledged", "Dette vil jeg gjøre")
    parser = drawn(sheet="form", fields=(pledge,), place="1/1", mine=None, beside=())
    tags = [tag for tag, _ in parser.seen]
    box = dict(parser.seen)["textarea"]
    assert "name" not in box
    assert "form" not in box
    assert tags.index("textarea") < tags.index("form")
    assert [attrs["name"] for tag, attrs in parser.seen if tag == "input"] == ["pledged"]
