"""Every page and state is for everybody without a script too: what axe-core finds where none runs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.hub.browsing import Phones
from tests.hub.gallery import FLOOR, Gallery, fill, gallery
from tests.hub.test_accessible import check
from tests.hub.test_every_kind import arrived, asking, press, wrong
from tests.kinds.room import filled

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gallery]:
    """One hub for all of them: every test opens a round of its own."""
    with gallery(tmp_path_factory.mktemp("gallery")) as found:
        yield found


def send(page: Page, form: dict[str, str], url: str = "") -> None:
    """Sends these values as a page without a script does, past what its controls allow."""
    body = "&".join(f"{name}={value}" for name, value in form.items())
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
    answer = page.context.request.post(url or page.url, data=body, headers=headers)
    page.route(page.url, lambda route: route.fulfill(body=answer.text(), content_type="text/html"))
    page.goto(page.url)
    page.unroute_all()


def test_every_state_is_for_everybody(room: Gallery, phones: Phones) -> None:
    phones.may_fail = True
    page = phones.open(f"http://127.0.0.1:{room.hub.port}/?code=feil", script=False, width=320)

    def look(state: str, path: str | None = None) -> None:
        if path is not None:
            page.goto(room.hub.url + path)
        check(phones.read(page), state)

    look("door")
    look("promises", "/protect")
    look("nothing there", "/99/9")
    look("lobby", "")
    room.hub.do(("goto", room.numbers["matrix"]))
    look("waiting", "")
    page.get_by_role("link", name="La siden laste seg på nytt av seg selv").wait_for()
    place = room.open("matrix")
    look("form", "")
    fill(page, filled(room.fields("matrix"), "Mitt", 0))
    press(page, "Send svaret")
    arrived(page)
    look("thanks")
    room.hub.do("close")
    send(page, {"item0-x": "1", "item0-y": "1"}, f"{room.hub.url}/{place}")
    look("too late")
    room.hub.do("undo")
    room.answer("matrix", place, FLOOR)
    room.hub.do("next")
    look("closed, with results", "")
    room.hub.do(("goto", room.free), "open")
    look("a round before", f"/{place}")
    look("a form that is open", "")
    press(page, "Hopp over dette spørsmålet")
    look("skipped")
    room.hub.do(("goto", room.numbers["slide"]))
    look("elsewhere", "")
    look("parking lot", "/parking")
    page.get_by_label("Hva bør vi komme tilbake til?").fill("Ladere til alle")
    press(page, "Send")
    arrived(page, "Takk, det er kommet fram")
    look("parked")
    press(page, "Trekk det tilbake")
    look("taken back")


@asking
def test_its_form_is_for_everybody_with_a_mistake_and_without(
    room: Gallery, phones: Phones, kind: str
) -> None:
    phones.may_fail = True
    place = room.open(kind)
    page = phones.open(f"{room.hub.url}/{place}", script=False, width=320)
    if mistake := wrong(room, kind):
        send(page, mistake)
        expect(page.locator(".box:visible")).to_have_count(1)
    check(phones.read(page), "error" if mistake else "form")
    if room.session.steps[room.numbers[kind] - 1].exempt:
        room.answer(kind, place, FLOOR)
        room.approve(kind)
        page.goto(f"{room.hub.url}/{place}")
        check(phones.read(page), "form with what was approved")
    room.hub.do("close")


def test_the_end_is_for_everybody(room: Gallery, phones: Phones) -> None:
    room.hub.do("end")
    check(phones.read(phones.open(room.hub.url, script=False, width=320)), "ended")
