"""The web page: complete by itself, accessible, and no place for anybody's script."""

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.core.hostile import HOSTILE
from tests.core.test_blocks import ALL
from tests.notes import held
from tests.notes.held import OSLO, Writer, workshop
from workshop.core.text import clean
from workshop.notes import html
from workshop.notes.report import report
from workshop.notes.shades import contrast, ink_on, shades
from workshop.room.record import Record, RoundRecord, StepRecord

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KNOWN = set(
    """html head meta title style body main header h1 h2 h3 h4 p section table thead tbody tr th td div
    ul ol li span time i b strong figure blockquote figcaption dl dt dd footer""".split()  # noqa: SIM905
)


class Reader(HTMLParser):
    """Every tag with its attributes, and every text outside the stylesheet."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.style = ""
        self._in_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.style += data
        else:
            self.texts.append(data)


def page(record: Record) -> str:
    return html.render(report(record, OSLO)).decode()


def everything(*texts: str) -> Record:
    """A workshop whose one step shows every Block, and whose every word is one of `texts`."""
    w = Writer()
    rows = [{"text": text} for text in texts]
    step = StepRecord(
        1, "open", "x", "Everything", None, True, True, (), (RoundRecord(1, 5, 0, 9, None, ALL, rows),)
    )
    shown = StepRecord(2, "slide", None, "Everything", None, False, True, ALL, ())
    hostile = [
        w.step(held.kind("open", "Hva?"), held.shown(held.kind("open", "Hva?"), held.texts(*texts), 5))
    ]
    sections = [
        w.section(text or "tom", 5, (0, 5), steps=[step, shown, *hostile]) for text in texts[:1] or ("Del",)
    ]
    return workshop("nb", texts[0] if texts else "Alt", sections, ended=5)


@pytest.mark.parametrize("tag", ["nb", "en"])
def test_it_fetches_nothing_and_runs_nothing(tag: str) -> None:
    text = page(held.norwegian() if tag == "nb" else held.english())
    reader = Reader(text)
    assert {name for name, _ in reader.tags} <= KNOWN
    attributes = {name for _, attrs in reader.tags for name in attrs}
    assert not attributes & {"src", "href", "style", "action", "srcset", "data"}
    assert not any(name.startswith("on") for name in attributes)
    assert "url(" not in reader.style
    assert "@import" not in reader.style
    assert "://" not in text


def test_its_policy_allows_its_own_stylesheet_and_nothing_else() -> None:
    reader = Reader(page(held.norwegian()))
    (policy,) = (a["content"] for tag, a in reader.tags if tag == "meta" and "http-equiv" in a)
    digest = base64.b64encode(hashlib.sha256(reader.style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_it_says_its_language_and_title() -> None:
    text = page(held.norwegian())
    assert '<html lang="nb">' in text
    assert "<title>Hvordan ivareta de som er satt til å hjelpe?</title>" in text


def test_every_block_draws_among_results_and_on_a_slide() -> None:
    text = "".join(Reader(page(everything())).texts)
    for words in (
        "Hippokrates",
        "«Å gjøre ingenting»",
        "Kunnskaper",
        "Endring",
        "75\u00a0%",
        "median 3",
        "Tid ×2",
        "Ressurser",
    ):
        assert text.count(words) == 2, words
    assert "Phrase(" not in text


@pytest.mark.parametrize("text", [text for text in HOSTILE if clean(text)], ids=lambda text: text[:20])
def test_hostile_words_are_words(text: str) -> None:
    reader = Reader(page(everything(text)))
    assert {name for name, _ in reader.tags} <= KNOWN
    assert clean(text) in "".join(reader.texts)


@pytest.mark.parametrize("levels", range(2, 11))
def test_figures_are_read_on_every_shade_of_every_scale(levels: int) -> None:
    found = shades(levels)
    assert len(set(found)) == levels
    assert all(contrast(ink_on(shade), shade) >= 4.5 for shade in found)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def tab(browser: "Browser") -> "Iterator[Page]":
    """A page that may not open anything but files, and remembers what it asked for and complained of."""
    found = browser.new_page(viewport={"width": 1100, "height": 900})
    yield found
    found.close()


RECORDS = {
    "nb": held.norwegian(),
    "en": held.english(),
    "every block": everything(),
    "hostile": everything(*HOSTILE),
}


@pytest.mark.chromium
@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_in_a_browser_it_is_quiet_accessible_and_fits(record: Record, tab: "Page", tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.on("dialog", lambda dialog: said.append(dialog.message))
    file = tmp_path / "notes.html"
    file.write_bytes(html.render(report(record, OSLO)))
    tab.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert said == []
    for width in (1100, 320):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    # axe is a script, which the policy rightly refuses: it is run on a copy without one.
    tab.set_content(re.sub(r"<meta http-equiv[^>]*>", "", file.read_text(encoding="utf-8")))
    results = Axe().run(tab)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.chromium
def test_on_paper_it_is_a4_with_bars_in_colour(tab: "Page", tmp_path: Path) -> None:
    file = tmp_path / "notes.html"
    file.write_bytes(html.render(report(held.norwegian(), OSLO)))
    tab.goto(file.as_uri())
    pdf = tab.pdf(prefer_css_page_size=True)
    assert re.search(rb"/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]", pdf)
    tab.emulate_media(media="print")
    styles = tab.evaluate(
        "[...document.querySelectorAll('.bars li, .levels > li, .cards li, tr')]"
        ".map(e => getComputedStyle(e)).map(s => [s.breakInside, s.printColorAdjust].join())"
    )
    assert set(styles) == {"avoid,exact"}
    assert tab.evaluate("getComputedStyle(document.body).fontSize") == "14px"
