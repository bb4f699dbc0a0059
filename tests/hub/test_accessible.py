"""Every state of the page is for everybody: axe-core finds nothing, targets are large, nothing too wide."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.hub.browsing import Phones
from tests.hub.conftest import CHOICE, OPEN, PAUSE, QUOTE, SCALE
from tests.hub.live_hub import LiveHub

pytestmark = pytest.mark.chromium

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALL = """() => [...document.querySelectorAll('a, button, textarea, select, input')]
    .filter(e => e.offsetParent && getComputedStyle(e).opacity !== '0')
    .map(e => [e, e.matches('.option input') ? e.nextElementSibling : e])
    .map(([e, target]) => [e.outerHTML.slice(0, 90), target.getBoundingClientRect()])
    .filter(([_, box]) => box.height < 44 || box.width < 44)
    .map(([html, box]) => `${html} ${box.width}x${box.height}`)"""


def check(page: Page, state: str) -> None:
    """Fails where the page as it stands leaves somebody out."""
    options: dict[str, Any] = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], state
    assert page.evaluate(SMALL) == [], state
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, state


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 390), ("light", 320)])
def test_every_state_is_for_everybody(hub: LiveHub, phones: Phones, scheme: str, width: int) -> None:
    phones.may_fail = True
    page = phones.open(color_scheme=scheme, width=width)

    def look(state: str, path: str = "") -> None:
        page.goto(hub.url + path)
        check(page, state)

    def press(name: str) -> None:
        page.get_by_role("button", name=name).click()

    page.goto(f"http://127.0.0.1:{hub.port}/?code=feil")
    check(page, "door")
    look("lobby")
    look("promises", "/protect")
    look("nothing there", "/9/9")
    hub.do("next")
    look("slide")
    hub.do("next")
    look("open question")
    page.locator("textarea").first.fill("å" * 1001)
    press("Send svaret")
    page.locator("#text-error").wait_for()
    check(page, "refused")
    page.locator("textarea").first.fill("Uavbrutt" * 40)
    page.context.set_offline(True)
    press("Send svaret")
    page.get_by_text("Svaret kom ikke fram").wait_for()
    check(page, "not arrived")
    page.context.set_offline(False)
    press("Send på nytt")
    page.get_by_text("Takk, svaret er kommet fram").wait_for()
    check(page, "receipt")
    look("change", "/2/1?change=1")
    page.locator("textarea").first.type("!")
    hub.do(("goto", SCALE), "open")
    page.get_by_text("Rommet har gått videre.").wait_for()
    check(page, "room has moved on")
    look("scale")
    press("Hopp over")
    page.get_by_text("Du hoppet over").wait_for()
    check(page, "skipped")
    for number in range(5):
        hub.visitor().send("2/1", [("text", f"svar {number}")])
        hub.visitor().send("4/1", [("row1", str(number % 5 + 1)), ("row2", "2")])
    hub.do("next")
    look("levels")
    hub.do(("goto", CHOICE), "open")
    look("choice")
    page.locator("label", has_text="Det varierer").click()
    check(page, "chosen")
    for number in range(5):
        hub.visitor().send("3/1", [("pick", str(number % 2))])
    page.locator("h1").click()
    hub.do("next")
    look("bars")
    look("cards and a draft", "/2/1")
    hub.do(("goto", OPEN), "next")
    look("cards and a draft")
    for step, state in ((QUOTE, "quote"), (PAUSE, "pause")):
        hub.do(("goto", step))
        look(state)
    hub.do(("goto", OPEN), "open")
    page.goto(hub.url)
    page.locator("textarea").first.type("For sent")
    hub.do("end")
    press("Send svaret")
    page.get_by_text("Svaret kom ikke fram").wait_for()
    check(page, "too late")
    look("ended")


def test_everything_can_be_done_with_a_keyboard(hub: LiveHub, phones: Phones) -> None:
    hub.do(("goto", CHOICE), "open")
    page = phones.open(hub.url)
    page.locator("h1").evaluate("e => e.focus()")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_text("Takk, svaret er kommet fram").wait_for()
    assert page.locator(".own li").inner_text() == "Best for den enkelte"


def test_a_new_question_is_said_aloud(hub: LiveHub, phones: Phones) -> None:
    page = phones.open(hub.url)
    hub.do("next", "next")
    said = page.locator("#said")
    said.get_by_text("Skriv det ned.").wait_for(state="attached")
    assert said.get_attribute("role") == "status"
