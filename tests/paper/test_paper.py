"""Poster and forms: every question can be answered with a pen, nothing is split, no words do any harm."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.core.hostile import HOSTILE
from tests.hub.browsing import chromium
from workshop.core.fields import AnyField, Fields, Order, Pick, Pledge, Rate, Share, Spot, Text
from workshop.core.session import Section, Session
from workshop.core.wifi import Wifi
from workshop.errors import PaperError
from workshop.kinds.choice import Choice
from workshop.kinds.open import Open
from workshop.kinds.scale import Scale
from workshop.paper.html import render
from workshop.paper.slips import Slip, slips
from workshop.paper.write import check_target, write
from workshop.sessionfile.build import load, load_bytes
from workshop.sessionfile.shelf import find

URL = "HTTP://192.168.1.23:8080/K7QX"
WIFI = Wifi("Kommune-gjest", "WPA", "hemmelig;123")
GALLERY = load(find("gallery"))
SEED = load(find("ivareta-hjelperne"))
FED = b"""
title: T
language: en
sections:
  - title: S
    steps:
      - {open: "What could we do?", id: ideas}
      - {matrix: "Where do we begin?", from: ideas, x: {low: a, high: b}, y: {low: c, high: d}}
"""
TALL = 269 / 25.4 * 96
"""What there is of an A4 page between its margins, in CSS pixels."""


def slip_of(prompt: str, session: Session = GALLERY) -> list[Slip]:
    return [slip for slip in slips(session) if prompt in str(slip.prompt)]


def test_every_question_has_a_slip_and_so_has_the_parking_lot() -> None:
    for session in (GALLERY, SEED):
        asking = [number for number, step in enumerate(session.steps, 1) if step.asks]
        made = slips(session)
        assert list(dict.fromkeys(slip.number for slip in made)) == [*asking, None]
        assert all(slip.fields for slip in made)


def test_all_kinds_of_field_are_in_the_gallery_and_drawn() -> None:
    fields: list[AnyField] = [field for slip in slips(GALLERY) for field in slip.fields]
    kinds = (Text, Pick, Rate, Order, Share, Spot, Pledge)
    assert {type(field) for field in fields} == set(kinds)
    page = render(GALLERY, None).decode()
    for kind in kinds:
        assert f'class="field {kind.__struct_config__.tag}"' in page


def test_a_pledge_is_a_slip_of_its_own_which_is_kept() -> None:
    kept, handed_in = slip_of("What will we do about one meeting")
    assert [type(field) for field in kept.fields] == [Pledge]
    assert (kept.kept, handed_in.kept) == (True, False)
    assert not any(isinstance(field, Pledge) for field in handed_in.fields)
    assert "Keep this yourself. It is not handed in." in render(GALLERY, None).decode()


def test_what_the_room_is_yet_to_write_has_empty_lines_and_a_word_about_it() -> None:
    def options(fields: Fields) -> list[str]:
        (field,) = fields
        assert isinstance(field, Share | Order)
        return list(field.options)

    for prompt in ("Which of these should we do something about?", "What matters most?"):
        (slip,) = slip_of(prompt)
        assert slip.copied
        assert options(slip.fields) == [""] * 6
    page = render(GALLERY, None).decode()
    assert page.count("Copy the list from the screen first.") == 2
    assert "Place up to" not in page


def test_a_matrix_of_what_the_room_writes_has_lines_for_it() -> None:
    session = load_bytes(FED, "fed.yaml")
    (slip,) = slip_of("Where do we begin?", session)
    assert [(type(field), field.label) for field in slip.fields] == [(Spot, "")] * 4
    assert render(session, None).decode().count('<p class="label" dir="auto"><span class="line"></span>') == 4


def test_the_poster_has_the_runs_address_or_a_line_to_write_it_on() -> None:
    hosted, bare = render(SEED, URL).decode(), render(SEED, None).decode()
    assert "192.168.1.23:8080/K7QX" in hosted
    assert "Adressen, skrevet for hånd" not in hosted
    assert "Adressen, skrevet for hånd når rommet er åpent:" in bare
    for page in (hosted, bare):
        assert "Anonymt. Vi spør ikke om navn" in page
        assert "før minst 5 har svart på det" in page
        assert 'lang="nb"' in page


class Tags(HTMLParser):
    """Every tag, with its attributes' names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}


def hostile(text: str) -> Session:
    """A session that says nothing else, past all that a session file is held to."""
    steps = (
        Open.model_construct(open=text),
        Choice.model_construct(choice=text, options=(text, text), other=True),
        Scale.model_construct(scale=text, statements=(text,), low=text, high=text),
    )
    return Session(text, "en", 5, (Section(text, None, steps),), Wifi(text[:30], "WPA", text[:60]))


def test_hostile_words_make_no_tags_and_nothing_is_fetched() -> None:
    allowed = Tags(render(replace(GALLERY, wifi=WIFI), URL).decode())
    assert not allowed.found & {"script", "img", "link", "iframe", "form"}
    assert not allowed.attributes & {"src", "href", "style"}
    for text in HOSTILE:
        page = Tags(render(hostile(text.encode(errors="replace").decode()), URL).decode())
        assert page.found <= allowed.found, text[:40]
        assert page.attributes <= allowed.attributes, text[:40]
    assert not re.search(r"url\(|@import|https?:", render(GALLERY, None).decode().partition("</style>")[0])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def printed(browser: Browser, folder: Path, session: Session) -> Page:
    """The page as it is printed: as wide as A4 between its margins."""
    file = write(session, URL, folder / "paper.html")
    page = browser.new_page(viewport={"width": round(176 / 25.4 * 96), "height": 1000})
    page.emulate_media(media="print")
    page.goto(file.as_uri())
    return page


@pytest.mark.chromium
@pytest.mark.parametrize("session", [GALLERY, SEED], ids=["en", "nb"])
def test_on_paper_no_slip_is_split_and_both_codes_are_read(
    browser: Browser, tmp_path: Path, session: Session
) -> None:
    page = printed(browser, tmp_path, replace(session, wifi=WIFI))
    slips = "[...document.querySelectorAll('.slip')]"
    heights = page.evaluate(f"{slips}.map(slip => slip.getBoundingClientRect().height)")
    assert max(heights) < TALL
    assert set(page.evaluate(f"{slips}.map(slip => getComputedStyle(slip).breakInside)")) == {"avoid"}
    assert page.evaluate("document.querySelector('.poster').scrollHeight") <= TALL
    page.locator(".poster").screenshot(path=tmp_path / "poster.png")
    with Image.open(tmp_path / "poster.png") as picture:
        assert {found.text for found in zxingcpp.read_barcodes(picture)} == {URL, WIFI.code}
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    assert Axe().run(page).response["violations"] == []
    page.close()


@pytest.mark.chromium
def test_long_words_stay_on_the_paper(browser: Browser, tmp_path: Path) -> None:
    page = printed(browser, tmp_path, hostile("Donaudampfschifffahrt" * 12))
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    assert page.evaluate("document.querySelector('.poster').scrollHeight") <= TALL
    page.close()


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "paper.html"
    target.write_text("old " * 1_000)
    assert write(SEED, None, target) == target
    assert target.read_bytes() == render(SEED, None)
    assert [path.name for path in tmp_path.iterdir()] == ["paper.html"]
    for wrong, said in (
        (tmp_path / "paper.pdf", "must end in .html"),
        (tmp_path / "nowhere" / "paper.html", "There is no folder"),
        (tmp_path, "is a folder"),
    ):
        with pytest.raises(PaperError, match=said):
            check_target(wrong)
