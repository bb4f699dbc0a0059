"""The page in a real browser: it follows the room, and what somebody has written is never lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.hub.browsing import Phones
from tests.hub.conftest import CHOICE, OPEN
from tests.hub.live_hub import LiveHub

pytestmark = pytest.mark.chromium


def heading(page: Page, text: str) -> None:
    """The page's headline is, or becomes, `text`."""
    expect(page.locator("h1")).to_have_text(text)


def stays(page: Page) -> None:
    """From here on the page must not be loaded again."""
    page.evaluate("window.stayed = true")


def stayed(page: Page) -> bool:
    return bool(page.evaluate("window.stayed === true"))


def written(page: Page) -> str:
    return page.locator("textarea").first.input_value()


def test_an_open_page_follows_the_room_without_a_reload(hub: LiveHub, phones: Phones) -> None:
    page = phones.open(hub.url)
    heading(page, "Du er med")
    stays(page)
    hub.do("next")
    heading(page, "Den rosa elefanten")
    hub.do("next")
    heading(page, "Skriv det ned.")
    expect(page.locator("#clock")).to_have_text(re.compile(r"^[23]:\d\d$"))
    hub.do("next")
    heading(page, "Runden er lukket")
    hub.do("end")
    heading(page, "Takk for i dag")
    assert stayed(page)


def test_the_lobby_counts_those_who_come(hub: LiveHub, phones: Phones) -> None:
    page = phones.open(hub.url)
    expect(page.locator("#joined")).to_have_text("1 er med")
    for _ in range(3):
        hub.visitor().get()
    page.reload()
    expect(page.locator("#joined")).to_have_text("4 er med")


def test_an_answer_is_sent_changed_and_withdrawn(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    page = phones.open(hub.url)
    page.locator("textarea").first.fill("Vi gruer oss til møtene")
    stays(page)
    page.get_by_role("button", name="Send svaret").click()
    heading(page, "Takk, svaret er kommet fram")
    expect(page.locator(".own li")).to_have_text(["Vi gruer oss til møtene"])
    assert stayed(page)
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.get_by_role("link", name="Endre svaret").click()
    assert written(page) == "Vi gruer oss til møtene"
    page.locator("textarea").first.fill("Noe annet")
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator(".own li")).to_have_text(["Noe annet"])
    assert hub.snapshot()["answered"] == 1
    page.get_by_role("button", name="Trekk svaret tilbake").click()
    expect(page.get_by_text("Svaret er trukket tilbake.")).to_be_visible()
    assert hub.snapshot()["answered"] == 0


def test_one_more_box_comes_when_the_one_before_is_in_use(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    page = phones.open(hub.url)
    boxes = page.locator("textarea:visible")
    expect(boxes).to_have_count(2)
    boxes.nth(1).fill("To")
    expect(boxes).to_have_count(3)
    boxes.nth(0).fill("En")
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator(".own li")).to_have_text(["En", "To"])


def test_own_words_tick_their_choice_and_give_way_to_another(hub: LiveHub, phones: Phones) -> None:
    hub.do(("goto", CHOICE), "open")
    page = phones.open(hub.url)
    page.get_by_label("Med dine egne ord").fill("Helt eget")
    expect(page.get_by_label("Noe annet")).to_be_checked()
    page.get_by_text("Det varierer").click()
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator(".own li")).to_have_text(["Det varierer"])


def test_skipping_is_said_plainly_and_can_be_undone(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    page = phones.open(hub.url)
    page.get_by_role("button", name="Hopp over dette spørsmålet").click()
    heading(page, "Du hoppet over dette spørsmålet")
    page.get_by_role("link", name="Svar likevel").click()
    page.locator("textarea").first.fill("Likevel")
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator(".own li")).to_have_text(["Likevel"])


def test_a_refusal_stands_above_its_field_and_the_text_stays(hub: LiveHub, phones: Phones) -> None:
    phones.may_fail = True
    hub.do("next", "next")
    page = phones.open(hub.url)
    page.locator("textarea").first.fill("å" * 1001)
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator("#text-error")).to_contain_text("1000 tegn")
    assert written(page) == "å" * 1001
    assert page.evaluate("document.activeElement.id") == "text-0"


def test_what_was_begun_is_there_after_a_reload_and_gone_when_sent(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    page = phones.open(hub.url)
    page.locator("textarea").first.fill("Halvferdig")
    page.reload()
    assert written(page) == "Halvferdig"
    page.get_by_role("button", name="Send svaret").click()
    heading(page, "Takk, svaret er kommet fram")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_no_change_of_the_room_touches_what_somebody_writes(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    page = phones.open(hub.url)
    page.locator("textarea").first.type("Midt i en set")
    hub.do(("add", 60))
    expect(page.locator("#clock")).to_have_text(re.compile(r"^[34]:\d\d$"))
    page.locator("textarea").first.type("ning")
    assert written(page) == "Midt i en setning"


def test_whoever_is_writing_when_the_room_moves_on_keeps_the_form_and_can_send(
    hub: LiveHub, phones: Phones
) -> None:
    hub.do("next", "next")
    page = phones.open(hub.url)
    page.locator("textarea").first.type("Jeg skriver fort")
    hub.do("skip")
    notice = page.get_by_text("Rommet har gått videre. Teksten din står her fortsatt.")
    expect(notice).to_be_visible()
    page.locator("textarea").first.type("satt")
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator(".own li")).to_have_text(["Jeg skriver fortsatt"])
    page.get_by_role("link", name="Videre til der rommet er nå").click()
    heading(page, "Hvilke kriterier gjelder?")
    assert hub.do(("goto", OPEN))["answered"] == 1


def test_whoever_has_read_but_not_written_goes_with_the_room(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    page = phones.open(hub.url)
    heading(page, "Skriv det ned.")
    hub.do("skip")
    heading(page, "Hvilke kriterier gjelder?")


def test_a_text_that_was_not_sent_before_the_close_is_shown_and_can_be_deleted(
    hub: LiveHub, phones: Phones
) -> None:
    phones.may_fail = True
    hub.do("next", "next")
    page = phones.open(hub.url)
    page.locator("textarea").first.type("Rakk det ikke")
    hub.do("next")
    expect(page.get_by_text("Runden er lukket. Teksten din står her fortsatt.")).to_be_visible()
    assert written(page) == "Rakk det ikke"
    page.get_by_role("button", name="Send svaret").click()
    heading(page, "Runden er lukket")
    expect(page.get_by_role("textbox")).to_have_value("Rakk det ikke")
    page.goto(hub.url)
    expect(page.get_by_text("Du hadde begynt på noe")).to_be_visible()
    expect(page.locator("#drafts li")).to_have_text(["Rakk det ikke"])
    page.get_by_role("button", name="Slett teksten").click()
    expect(page.locator("#drafts")).to_be_hidden()
    page.reload()
    expect(page.locator("#drafts")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_an_undone_close_gives_the_form_back_with_its_text(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    page = phones.open(hub.url)
    page.locator("textarea").first.fill("Ikke ennå")
    page.locator("h1").click()
    hub.do("close")
    page.goto(hub.url)
    heading(page, "Runden er lukket")
    hub.do("undo")
    heading(page, "Skriv det ned.")
    assert written(page) == "Ikke ennå"


def test_without_contact_the_answer_is_said_not_to_have_arrived_and_is_sent_again(
    hub: LiveHub, phones: Phones
) -> None:
    phones.may_fail = True
    hub.do("next", "next")
    page = phones.open(hub.url)
    page.locator("textarea").first.fill("Uten nett")
    page.context.set_offline(True)
    page.get_by_role("button", name="Send svaret").click()
    expect(page.get_by_text("Svaret kom ikke fram")).to_be_visible()
    assert written(page) == "Uten nett"
    assert hub.snapshot()["answered"] == 0
    page.context.set_offline(False)
    page.get_by_role("button", name="Send på nytt").click()
    expect(page.locator(".own li")).to_have_text(["Uten nett"])


def test_a_hub_that_is_killed_and_restarted_is_outlived_by_an_open_page(hub: LiveHub, phones: Phones) -> None:
    phones.may_fail = True
    hub.do("next", "next")
    page, idle = phones.open(hub.url), phones.open(hub.url)
    page.locator("textarea").first.type("Før og et")
    stays(page)
    stays(idle)
    hub.kill()
    page.locator("textarea").first.type("ter")
    hub.resume()
    page.get_by_role("button", name=re.compile("Send")).click()
    expect(page.locator(".own li")).to_have_text(["Før og etter"])
    hub.do("next", "next")
    heading(page, "Hvilke kriterier gjelder?")
    heading(idle, "Hvilke kriterier gjelder?")
    assert stayed(page)
    assert stayed(idle)


def test_a_phone_that_slept_is_shown_the_truth_when_it_wakes(hub: LiveHub, phones: Phones) -> None:
    phones.may_fail = True
    page = phones.open(hub.url)
    page.context.set_offline(True)
    hub.do("next")
    page.context.set_offline(False)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    heading(page, "Den rosa elefanten")


def test_going_back_after_sending_shows_that_it_is_sent(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    page = phones.open(hub.url)
    page.locator("textarea").first.fill("Sendt én gang")
    page.get_by_role("button", name="Send svaret").click()
    heading(page, "Takk, svaret er kommet fram")
    page.get_by_role("link", name="Slik verner vi deg").click()
    heading(page, "Slik verner vi deg")
    page.go_back()
    heading(page, "Takk, svaret er kommet fram")


def test_what_somebody_reads_or_copies_is_not_taken_away(hub: LiveHub, phones: Phones) -> None:
    phones.may_fail = True
    hub.do("next", "next")
    reader, late = phones.open(f"{hub.url}/protect"), phones.open(hub.url)
    late.locator("textarea").first.type("Vil kopiere dette")
    hub.do("next")
    late.get_by_role("button", name="Send svaret").click()
    heading(late, "Runden er lukket")
    witness = phones.open(hub.url)
    hub.do("next")
    heading(witness, "Hvilke kriterier gjelder?")
    heading(reader, "Slik verner vi deg")
    expect(late.get_by_role("textbox")).to_have_value("Vil kopiere dette")
    late.get_by_role("link", name="Videre til der rommet er nå").click()
    heading(late, "Hvilke kriterier gjelder?")


def test_the_clock_is_the_rooms_and_not_the_phones(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    page = phones.open()
    page.add_init_script("const now = Date.now; Date.now = () => now() + 3600e3;")
    page.goto(hub.url)
    expect(page.locator("#clock")).to_have_text(re.compile(r"^[23]:\d\d$"))
    hub.do("pause")
    expect(page.locator("#clock")).to_have_text(re.compile(r"^\([23]:\d\d\)$"))
    hub.do("start", ("add", -175))
    expect(page.locator("#clock")).to_have_text(re.compile(r"^(Rund av 0|Over tiden \+0):\d\d$"))


def test_hostile_text_is_text_on_every_phone(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    evil = "<img src=x onerror=document.title='ulv'><script>document.title='ulv'</script>"
    page = phones.open(hub.url)
    page.locator("textarea").first.fill(evil)
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator(".own li")).to_have_text([evil])
    for text in ("\x1b]52;c;aGVp\x07OSC", "[@click=app.quit]x[/]\u202e"):
        hub.visitor().send("2/1", [("text", text)])
    hub.do("next")
    expect(page.locator(".cards li")).to_have_count(3)
    shown = page.locator(".cards").inner_text()
    assert evil in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "ulv" not in page.title()


def test_after_the_reveal_all_answers_stand_on_every_open_page(hub: LiveHub, phones: Phones) -> None:
    hub.do("next", "next")
    pages = [phones.open(hub.url) for _ in range(3)]
    for number, page in enumerate(pages):
        page.locator("textarea").first.fill(f"svar-{number}")
        page.get_by_role("button", name="Send svaret").click()
        heading(page, "Takk, svaret er kommet fram")
        expect(page.locator(".cards")).to_have_count(0)
    hub.do("next")
    for page in pages:
        expect(page.locator(".cards li")).to_have_count(3)
