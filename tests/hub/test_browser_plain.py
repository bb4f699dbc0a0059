"""The page in a real browser without a script: everything works, with a little more pressing."""

import pytest
from playwright.sync_api import Page, expect

from tests.hub.browsing import Phones
from tests.hub.conftest import SCALE
from tests.hub.live_hub import LiveHub

pytestmark = pytest.mark.chromium


@pytest.fixture
def page(hub: LiveHub, phones: Phones) -> Page:
    """A phone at an open question."""
    hub.do("next", "next")
    return phones.open(hub.url, script=False)


def heading(page: Page, text: str) -> None:
    expect(page.locator("h1")).to_have_text(text)


def test_an_answer_is_sent_changed_and_withdrawn(hub: LiveHub, page: Page) -> None:
    expect(page.locator("textarea:visible")).to_have_count(3)
    page.locator("textarea").nth(0).fill("Første")
    page.locator("textarea").nth(2).fill("Tredje")
    page.get_by_role("button", name="Send svaret").click()
    heading(page, "Takk, svaret er kommet fram")
    expect(page.locator(".own li")).to_have_text(["Første", "Tredje"])
    page.get_by_role("link", name="Endre svaret").click()
    page.locator("textarea").nth(1).fill("")
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator(".own li")).to_have_text(["Første"])
    assert hub.snapshot()["answered"] == 1
    page.get_by_role("button", name="Trekk svaret tilbake").click()
    expect(page.get_by_text("Svaret er trukket tilbake.")).to_be_visible()
    assert hub.snapshot()["answered"] == 0


def test_an_answer_that_is_too_late_stands_in_the_page(hub: LiveHub, phones: Phones, page: Page) -> None:
    phones.may_fail = True
    page.locator("textarea").first.fill("Akkurat for sent")
    hub.do("next")
    page.get_by_role("button", name="Send svaret").click()
    heading(page, "Runden er lukket")
    expect(page.get_by_text("Svaret kom ikke fram")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value("Akkurat for sent")
    page.get_by_role("link", name="Videre til der rommet er nå").click()
    expect(page.get_by_role("textbox")).to_have_count(0)


def test_a_refused_form_comes_back_with_its_text(phones: Phones, page: Page) -> None:
    phones.may_fail = True
    page.locator("textarea").first.fill("å" * 1001)
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator("#text-error")).to_contain_text("1000 tegn")
    expect(page.locator("textarea").first).to_have_value("å" * 1001)
    page.locator("textarea").first.fill("Kort nok")
    page.get_by_role("button", name="Send svaret").click()
    heading(page, "Takk, svaret er kommet fram")


def test_a_choice_is_made_by_pressing_its_row(hub: LiveHub, page: Page) -> None:
    hub.do(("goto", SCALE), "open")
    page.get_by_role("link", name="Last siden på nytt").click()
    page.locator("label", has_text="4").first.click()
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator(".own li")).to_have_text(["Jeg blir sett4 av 5"])
    page.get_by_role("link", name="Skriv det ned.").click()
    heading(page, "Skriv det ned.")


def test_the_time_that_is_shown_does_not_go_stale(page: Page) -> None:
    expect(page.locator("#clock")).to_contain_text("til ")


def test_the_language_is_changed_and_remembered(page: Page) -> None:
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("button", name="Send answer")).to_be_visible()
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Norsk").click()
    expect(page.get_by_role("button", name="Send svaret")).to_be_visible()


def test_the_door_leads_in(hub: LiveHub, phones: Phones) -> None:
    page = phones.open(f"http://127.0.0.1:{hub.port}/", script=False)
    page.get_by_label("Koden til rommet").fill(" k7qx ")
    page.get_by_role("button", name="Gå inn").click()
    heading(page, "Du er med")


def test_a_page_goes_on_by_itself_where_its_reader_wants_it_to(hub: LiveHub, phones: Phones) -> None:
    page = phones.open(hub.url, script=False)
    heading(page, "Du er med")
    expect(page.get_by_text("Spørsmålene kommer her av seg selv.")).to_be_hidden()
    page.get_by_role("link", name="La siden laste seg på nytt av seg selv").click()
    expect(page.get_by_text("Spørsmålene kommer her av seg selv.")).to_be_visible()
    assert 'content="15;url=/K7QX"' in page.content()
    page.get_by_role("link", name="Slå det av").click()
    assert "http-equiv" not in page.content()
