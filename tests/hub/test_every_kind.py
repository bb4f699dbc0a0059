"""Every registered kind on a phone: its form is filled in with and without a script, and arrives."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.hub.browsing import Phones
from tests.hub.gallery import FLOOR, Gallery, fill, gallery, rank
from tests.hub.test_accessible import check
from tests.kinds.room import filled
from workshop.core.fields import Order, Pick, Share, Spot, Text
from workshop.kinds.registry import kinds

pytestmark = pytest.mark.chromium

asking = pytest.mark.parametrize("kind", [name for name, kind in kinds().items() if kind.asks])
silent = pytest.mark.parametrize("kind", [name for name, kind in kinds().items() if not kind.asks])


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gallery]:
    """One hub for all of them: every test opens a round of its own."""
    with gallery(tmp_path_factory.mktemp("gallery")) as found:
        yield found


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def arrived(page: Page, text: str = "Takk, svaret er kommet fram") -> None:
    expect(page.locator("h1")).to_have_text(text)


def wrong(room: Gallery, kind: str) -> dict[str, str]:
    """One value that the kind's form refuses; none where a person with a finger cannot get it wrong."""
    for field in room.fields(kind):
        match field:
            case Text():
                return {field.name: "å" * (field.longest + 1)}
            case Order():
                return {field.part(0): "1", field.part(1): "1"}
            case Share() if field.most == 1:
                return {field.part(index): "1" for index in range(field.total + 1)}
            case Share():
                return {field.part(0): str(field.total + 1)}
            case Spot():
                return {field.part("x"): "1"}
            case Pick() if field.other:
                return {field.name: "other"}
    return {}


SEND = """(values) => {
    const form = document.getElementById("answer");
    for (const [name, value] of Object.entries(values)) {
        const control = form.querySelector(`[name="${name}"]`);
        control.value = value;
        control.checked = true;
    }
    form.submit();
}"""


def send_as_it_is(page: Page, form: dict[str, str]) -> None:
    """Sends these values past the script, which would keep some mistakes from being made.

    In one go: a page that the room's news reach in between would begin its form anew.
    """
    with page.expect_navigation():
        page.evaluate(SEND, form)


@asking
def test_every_state_of_it_is_for_everybody(room: Gallery, phones: Phones, kind: str) -> None:
    phones.may_fail = True
    if room.hub.do(("goto", room.numbers[kind]))["round"] is None:
        check(phones.open(room.hub.url), "waiting")
    place = room.open(kind)
    page = phones.open(room.hub.url, width=320)
    check(page, "form")
    if mistake := wrong(room, kind):
        send_as_it_is(page, mistake)
        expect(page.locator(".box:visible")).to_have_count(1)
        check(page, "error")
        known = page.locator("#page").get_attribute("data-tag") or ""
        room.hub.do("blank", "blank")
        expect(page.locator("#page")).not_to_have_attribute("data-tag", known)
        expect(page.locator(".box:visible")).to_have_count(1)
        page.goto(room.hub.url)
    fill(page, form := filled(room.fields(kind), "Mitt", 0))
    if isinstance(room.fields(kind)[0], Order):
        rank(page, form)
    check(page, "filled in")
    press(page, "Send svaret")
    arrived(page)
    check(page, "thanks")
    room.answer(kind, place, FLOOR)
    if room.session.steps[room.numbers[kind] - 1].exempt:
        room.approve(kind)
        check(phones.open(room.hub.url, width=320), "form with what was approved")
    room.hub.do("next")
    page.goto(room.hub.url)
    expect(page.locator(".results")).to_be_visible()
    check(page, "closed, with results")
    room.hub.do("open", "close")
    page.goto(f"{room.hub.url}/{place}")
    expect(page.get_by_text("knyttes til noen telefon")).to_be_visible()
    check(page, "sealed")


@asking
@pytest.mark.parametrize("script", [False, True], ids=["plain", "script"])
def test_its_form_is_filled_in_and_arrives(room: Gallery, phones: Phones, kind: str, script: bool) -> None:
    room.open(kind)
    page = phones.open(room.hub.url, script=script)
    fields = room.fields(kind)
    form = filled(fields, "Helt mitt eget", 1)
    fill(page, form)
    if script and isinstance(fields[0], Order):
        rank(page, form)
    press(page, "Send svaret")
    arrived(page)
    sent = page.locator(".own li").all_inner_texts()
    assert sent
    assert room.hub.snapshot()["answered"] == 1
    page.get_by_role("link", name="Endre svaret").click()
    press(page, "Send svaret")
    arrived(page)
    assert page.locator(".own li").all_inner_texts() == sent
    assert room.hub.snapshot()["answered"] == 1
    room.hub.do("close")


@silent
def test_a_kind_that_asks_nothing_is_for_everybody_too(room: Gallery, phones: Phones, kind: str) -> None:
    room.hub.do(("goto", room.numbers[kind]))
    page = phones.open(room.hub.url, width=320)
    check(page, kind)
    assert page.locator("main img").evaluate_all("all => all.every(one => one.naturalWidth > 0)")


@pytest.mark.parametrize("script", [False, True], ids=["plain", "script"])
def test_the_parking_lot_is_two_presses_away_from_every_page(
    room: Gallery, phones: Phones, script: bool
) -> None:
    room.open("open")
    page = phones.open(room.hub.url, script=script)
    page.get_by_role("link", name="Parkeringsplassen").click()
    arrived(page, "Parkeringsplassen")
    expect(
        page.get_by_text("Det du skriver, blir vist slik det er skrevet, etter godkjenning.")
    ).to_be_visible()
    if script:
        check(page, "parking lot")
    page.get_by_label("Hva bør vi komme tilbake til?").fill("Ladere til alle")
    press(page, "Send")
    arrived(page, "Takk, det er kommet fram")
    expect(page.locator(".own li")).to_contain_text(["Ladere til alle"])
    expect(page.locator(".own li")).to_contain_text(["Venter på godkjenning"])
    if script:
        check(page, "parked")
    press(page, "Trekk det tilbake")
    expect(page.get_by_text("Det er trukket tilbake.")).to_be_visible()
    if script:
        check(page, "taken back")
    page.get_by_role("link", name="Videre til der rommet er nå").click()
    expect(page.get_by_role("button", name="Send svaret")).to_be_visible()


def test_the_parking_lot_is_named_in_the_language_of_the_phone(room: Gallery, phones: Phones) -> None:
    page = phones.open(f"{room.hub.url}/language?to=en")
    page.get_by_role("link", name="Parking lot").click()
    arrived(page, "Parking lot")
    assert page.title() == "Parking lot · Alle slag"


def test_what_is_begun_in_the_parking_lot_stays_there_while_the_room_goes_on(
    room: Gallery, phones: Phones
) -> None:
    page = phones.open(f"{room.hub.url}/parking")
    page.locator("textarea").first.type("Halvveis i en ta")
    witness = phones.open(room.hub.url)
    room.open("choice")
    expect(witness.get_by_role("button", name="Send svaret")).to_be_visible()
    page.locator("textarea").first.type("nke")
    expect(page.locator("#moved")).to_be_hidden()
    page.goto(room.hub.url)
    page.get_by_role("link", name="Parkeringsplassen").click()
    assert page.locator("textarea").first.input_value() == "Halvveis i en tanke"


def test_a_question_is_approved_while_others_write_and_tick(room: Gallery, phones: Phones) -> None:
    place = room.open("questions")
    author, other = phones.open(room.hub.url), phones.open(room.hub.url)
    author.locator("textarea").first.fill("Når får vi svar?")
    press(author, "Send svaret")
    arrived(author)
    expect(author.locator(".own li")).to_contain_text(["Venter på godkjenning"])
    other.locator("textarea").first.type("Midt i et sp")
    room.approve("questions")
    expect(author.locator(".own li")).to_contain_text(["Godkjent"])
    other.get_by_text("Når får vi svar?").click()
    other.locator("textarea").first.type("ørsmål")
    room.hub.visitor().send(place, [("question", "Hvem bestemmer?")])
    room.approve("questions")
    expect(other.get_by_text("Hvem bestemmer?")).to_be_visible()
    expect(other.get_by_label("Når får vi svar?")).to_be_checked()
    other.reload()
    expect(other.get_by_label("Når får vi svar?")).to_be_checked()
    expect(other.get_by_label("Hvem bestemmer?")).not_to_be_checked()
    press(other, "Send svaret")
    arrived(other)
    expect(other.locator(".own li")).to_contain_text(["Midt i et spørsmål", "Når får vi svar?"])


@pytest.mark.parametrize("script", [False, True], ids=["plain", "script"])
def test_a_question_without_approval_is_on_other_phones_at_once(
    room: Gallery, phones: Phones, script: bool
) -> None:
    place = f"{room.free}/{room.hub.do(('goto', room.free), 'open')['round']}"
    page = phones.open(room.hub.url, script=script)
    expect(page.get_by_text("vist for alle slik det er skrevet, like etter at du har")).to_be_visible()
    room.hub.visitor().send(place, [("question", "Når får vi svar?")])
    if not script:
        page.reload()
    page.get_by_text("Når får vi svar?").click()
    page.locator("textarea").first.fill("Hvem bestemmer?")
    press(page, "Send svaret")
    arrived(page)
    first, second = page.locator(".own li").all_inner_texts()
    assert first.split("\n") == ["Spørsmålet ditt", "Hvem bestemmer?"]
    assert second.split("\n") == ["Spørsmål du også vil ha svar på", "Når får vi svar?"]
    room.hub.do("close")


def test_a_pledge_stays_on_the_phone_until_it_is_deleted(room: Gallery, phones: Phones) -> None:
    room.open("commit")
    page = phones.open(room.hub.url)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    page.get_by_label("Dette vil jeg gjøre").fill("Ringe en kollega")
    page.get_by_text("Jeg har skrevet det ned").click()
    press(page, "Send svaret")
    arrived(page)
    pledge = page.locator("#pledges")
    expect(pledge.get_by_text("Ringe en kollega")).to_be_hidden()
    press(page, "Vis det")
    expect(pledge.get_by_text("Ringe en kollega")).to_be_visible()
    check(page, "a pledge is shown")
    press(page, "Skjul det")
    expect(pledge.get_by_text("Ringe en kollega")).to_be_hidden()
    page.get_by_role("link", name="Endre svaret").click()
    assert page.get_by_label("Dette vil jeg gjøre").input_value() == "Ringe en kollega"
    press(page, "Slett det du skrev til deg selv")
    page.reload()
    assert page.get_by_label("Dette vil jeg gjøre").input_value() == ""
    assert sent
    assert not any("Ringe" in request or "kollega" in request for request in sent)
    assert page.evaluate("JSON.stringify(localStorage)") == "{}"


def test_whoever_writes_a_pledge_is_not_interrupted(room: Gallery, phones: Phones) -> None:
    room.open("commit")
    page, witness = phones.open(room.hub.url), phones.open(room.hub.url)
    page.get_by_label("Dette vil jeg gjøre").type("Ringe en koll")
    room.open("mood")
    expect(witness.get_by_text("How are you just now?").first).to_be_visible()
    page.get_by_label("Dette vil jeg gjøre").type("ega")
    assert page.get_by_label("Dette vil jeg gjøre").input_value() == "Ringe en kollega"
    expect(page.get_by_text("Rommet har gått videre.")).to_be_visible()


def test_points_are_given_by_plus_and_minus_and_never_too_many(room: Gallery, phones: Phones) -> None:
    room.open("points")
    page = phones.open(room.hub.url)
    left = page.locator(".left")
    expect(left).to_have_text("100 igjen")
    page.get_by_role("button", name="Gi 5 til Supervision").click()
    expect(left).to_have_text("95 igjen")
    page.get_by_label("Support", exact=True).fill("93")
    expect(left).to_have_text("2 igjen")
    page.get_by_role("button", name="Gi 5 til Meetings").click()
    expect(left).to_have_text("Alle er delt ut")
    expect(page.get_by_label("Meetings", exact=True)).to_have_value("2")
    page.get_by_role("button", name="Gi 5 til Training").click()
    expect(page.get_by_label("Training", exact=True)).to_have_value("")
    page.get_by_role("button", name="Ta 5 fra Meetings").click()
    expect(left).to_have_text("2 igjen")
    page.get_by_label("Training", exact=True).fill("12")
    expect(left).to_have_text("10 for mange")


def test_places_are_given_by_tapping_and_the_others_move_up(room: Gallery, phones: Phones) -> None:
    room.open("rank")
    page = phones.open(room.hub.url)
    for option in ("Breaks", "Staffing", "Meetings"):
        page.get_by_role("button", name=option).click()
    page.get_by_role("button", name="Training").click()
    expect(page.locator(".left")).to_contain_text("Alle plassene er delt ut.")
    page.get_by_role("button", name="Staffing 2. plass").click()
    page.reload()
    expect(page.get_by_role("button", name="Meetings 2. plass")).to_be_visible()
    press(page, "Send svaret")
    arrived(page)
    expect(page.locator(".own li")).to_have_text(["1. Breaks", "2. Meetings"])


def test_after_the_end_there_is_no_parking_lot_and_what_was_pledged_can_still_be_read(
    room: Gallery, phones: Phones
) -> None:
    room.open("commit")
    page = phones.open(room.hub.url)
    page.get_by_label("Dette vil jeg gjøre").fill("Ringe en kollega")
    page.locator("h1").click()
    room.hub.do("end")
    arrived(page, "Takk for i dag")
    expect(page.get_by_role("link", name="Parkeringsplassen")).to_have_count(0)
    press(page, "Vis det")
    expect(page.get_by_text("Ringe en kollega")).to_be_visible()
    check(page, "ended")
    page.goto(f"{room.hub.url}/parking")
    arrived(page, "Takk for i dag")
    check(page, "parking lot after the end")
