"""The remote in a real browser, with a script and without: it leads, follows, and says when it is alone."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.hub.browsing import Phones
from tests.hub.conftest import OPEN, PAUSE
from tests.hub.live_hub import LiveHub
from tests.hub.test_accessible import check

pytestmark = pytest.mark.chromium
LOST = "Ikke kontakt med rommet."


def address(hub: LiveHub) -> str:
    """Where the remote is, as a phone opens it."""
    path = urlsplit(hub.control("POST", "/remote", {"on": True}).json["url"]).path
    return f"http://127.0.0.1:{hub.port}{path}"


def at(page: Page, step: int) -> None:
    expect(page.locator(".place")).to_contain_text(f"steg {step} av 6")


def forward(page: Page) -> None:
    page.locator(".forward").click()


@pytest.mark.parametrize("script", [True, False])
def test_two_buttons_hold_the_workshop(hub: LiveHub, phones: Phones, script: bool) -> None:
    page = phones.open(address(hub), script=script)
    page.get_by_role("button", name="Begynn").click()
    at(page, 1)
    forward(page)
    at(page, 2)
    page.get_by_role("button", name="Lukk runden og vis 0 svar").click()
    expect(page.locator(".counts")).to_contain_text("lukket")
    page.get_by_role("button", name="Tilbake").click()
    page.get_by_role("button", name="Vis resultatene igjen").click()
    hub.do(("goto", PAUSE))
    if script:
        at(page, PAUSE)
    else:
        page.reload()
    page.get_by_role("link", name="Avslutt workshopen").click()
    page.get_by_role("button", name="Avslutt workshopen for alle").click()
    expect(page.locator("h1")).to_have_text("Workshopen er avsluttet.")
    assert hub.snapshot()["state"] == "ended"


def test_it_follows_the_room_counts_answers_and_takes_a_double_tap_for_one(
    hub: LiveHub, phones: Phones
) -> None:
    page = phones.open(address(hub))
    page.locator(".forward").dblclick()
    at(page, 1)
    assert hub.snapshot()["step"] == 1
    hub.do("next")
    at(page, OPEN)
    hub.visitor().send(f"{OPEN}/1", [("text", "Et svar")])
    expect(page.locator(".counts")).to_contain_text("1 av 1 har svart")
    expect(page.locator("#clock")).to_have_text(re.compile(r"^[23]:\d\d$"))


def test_without_contact_nothing_can_be_pressed_and_it_comes_back_by_itself(
    hub: LiveHub, phones: Phones
) -> None:
    phones.may_fail = True
    page = phones.open(address(hub))
    hub.do("next")
    at(page, 1)
    hub.kill()
    expect(page.get_by_text(LOST)).to_be_visible()
    expect(page.locator("button:enabled")).to_have_count(0)
    hub.resume()
    expect(page.get_by_text(LOST)).to_be_hidden()
    forward(page)
    at(page, OPEN)


def test_it_loads_itself_anew_for_those_who_ask_and_revoked_it_is_gone(hub: LiveHub, phones: Phones) -> None:
    phones.may_fail = True
    url = address(hub)
    page, plain = phones.open(url), phones.open(url, script=False)
    assert "http-equiv" not in plain.content()
    check(phones.read(plain), "without a script")
    plain.get_by_role("link", name="La siden laste seg på nytt av seg selv").click()
    assert f'http-equiv="refresh" content="5;url={urlsplit(url).path.lower()}?follow=1"' in plain.content()
    plain.get_by_role("link", name="Slå det av").click()
    hub.control("POST", "/remote", {"on": False})
    plain.locator(".forward").click()
    expect(plain.locator("h1")).to_have_text("Hvilket rom?")
    expect(page.get_by_text("Fjernkontrollen er slått av.")).to_be_visible()
    expect(page.locator("button:enabled")).to_have_count(0)
    assert hub.snapshot()["state"] == "lobby"


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 320)])
def test_every_state_is_for_everybody(hub: LiveHub, phones: Phones, scheme: str, width: int) -> None:
    phones.may_fail = True
    url = address(hub)
    page = phones.open(url, color_scheme=scheme, width=width)
    check(page, "lobby")
    hub.do("next", "next")
    at(page, OPEN)
    check(page, "open")
    low = page.evaluate(
        "[...document.querySelectorAll('button, .button')].map(b => b.getBoundingClientRect().height)"
    )
    assert min(low) >= 56
    page.context.set_offline(True)
    expect(page.get_by_text(LOST)).to_be_visible()
    check(page, "no contact")
    page.context.set_offline(False)
    hub.do(("goto", PAUSE))
    page.goto(f"{url}?end=1")
    check(page, "asks before it ends")
    hub.do("end")
    page.goto(url)
    check(page, "ended")
