"""The phone's pages over real HTTP: always the truth, and never anybody else's."""

import re

from tests.hub.conftest import CHOICE, OPEN, SCALE
from tests.hub.live_hub import LiveHub, Visitor


def heading(page: str) -> str:
    """The page's one headline."""
    found = re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert len(found) == 1, found
    return str(found[0])


def answered(hub: LiveHub, *texts: str, place: str = "2/1") -> list[Visitor]:
    """Phones that have sent a text each."""
    phones = []
    for text in texts:
        phone = hub.visitor()
        phone.get()
        assert phone.send(place, [("text", text)]).status == 303
        phones.append(phone)
    return phones


def test_the_lobby_says_that_one_is_in_and_how_many_are(hub: LiveHub) -> None:
    phone = hub.visitor()
    page = phone.get().text
    assert heading(page) == "Du er med"
    assert "1 er med" in page
    assert hub.snapshot()["joined"] == 1
    phone.get()
    assert hub.snapshot()["joined"] == 1


def test_addresses_ignore_case(hub: LiveHub) -> None:
    phone = hub.visitor()
    for path in ("/K7QX", "/k7qx", "/K7qX/", "/k7qx/PROTECT"):
        assert phone.ask("GET", path).status == 200, path


def test_another_code_is_met_with_a_page_that_asks_for_the_right_one(hub: LiveHub) -> None:
    phone = hub.visitor()
    for path in ("/NOPE", "/nope/2/1", "/K7QX/2", "/favicon.ico"):
        answer = phone.ask("GET", path)
        assert answer.status == 404, path
        assert heading(answer.text) == "Hvilket rom?"
        assert "Ivareta" not in answer.text


def test_the_front_door_asks_for_the_code_and_lets_in_whoever_knows_it(hub: LiveHub) -> None:
    phone = hub.visitor()
    door = phone.ask("GET", "/")
    assert door.status == 200
    assert "K7QX" not in door.text
    assert phone.ask("GET", "/?code=k7+qx").headers["location"] == "/K7QX"
    assert phone.ask("GET", "/?code=XXXX").status == 404
    assert hub.snapshot()["joined"] == 0


def test_a_slide_is_read_on_the_phone_too(hub: LiveHub) -> None:
    hub.do("next")
    page = hub.visitor().get().text
    assert heading(page) == "Den rosa elefanten"
    assert "Noe <b>alle</b> vet" in page


def test_a_question_that_is_not_open_yet_says_so(hub: LiveHub) -> None:
    hub.do(("goto", OPEN))
    page = hub.visitor().get().text
    assert heading(page) == "Skriv det ned."
    assert "Spørsmålet er ikke åpnet ennå." in page
    assert "<form" not in page


def test_an_answer_is_sent_read_back_changed_and_withdrawn_without_a_script(hub: LiveHub) -> None:
    hub.do("next", "next")
    phone = hub.visitor()
    assert 'action="/K7QX/2/1"' in phone.get().text
    sent = phone.send("2/1", [("text", "Vi gruer oss"), ("text", ""), ("text", "Ja")])
    assert (sent.status, sent.headers["location"]) == (303, "/K7QX")
    receipt = phone.get().text
    assert heading(receipt) == "Takk, svaret er kommet fram"
    assert "Vi gruer oss" in receipt
    assert "<textarea" not in receipt
    form = phone.get("/2/1?change=1").text
    assert re.findall(r"<textarea[^>]*>([^<]*)</textarea>", form) == ["Vi gruer oss", "Ja", ""]
    phone.send("2/1", [("text", "Noe annet")])
    assert "Noe annet" in phone.get().text
    assert hub.snapshot()["answered"] == 1
    gone = phone.send("2/1/withdraw", [])
    after = phone.ask("GET", gone.headers["location"]).text
    assert "Svaret er trukket tilbake." in after
    assert heading(after) == "Skriv det ned."
    assert hub.snapshot()["answered"] == 0


def test_sending_nothing_and_skipping_are_said_to_be_skipping(hub: LiveHub) -> None:
    hub.do("next", "next")
    for form in ([("text", " ")], [("text", "Ikke dette"), ("skip", "1")], []):
        phone = hub.visitor()
        phone.get()
        phone.send("2/1", form)
        page = phone.get().text
        assert heading(page) == "Du hoppet over dette spørsmålet"
        assert "Svar likevel" in page
    snapshot = hub.snapshot()
    assert (snapshot["answered"], snapshot["abstained"]) == (0, 3)


def test_the_receipt_of_a_phone_without_cookies_is_true_as_well(hub: LiveHub) -> None:
    hub.do("next", "next")
    phone = hub.visitor()
    sent = phone.send("2/1", [("text", "Uten kake")])
    assert "phone=" in sent.headers["set-cookie"]
    phone.cookies.clear()
    page = phone.ask("GET", sent.headers["location"]).text
    assert heading(page) == "Takk, svaret er kommet fram"
    assert "Endre svaret" not in page
    assert hub.snapshot()["answered"] == 1


def test_a_first_contact_that_sends_at_once_may_change_its_answer(hub: LiveHub) -> None:
    hub.do("next", "next")
    phone = hub.visitor()
    sent = phone.send("2/1", [("text", "Rett på")])
    page = phone.ask("GET", sent.headers["location"]).text
    assert "Rett på" in page
    assert "Endre svaret" in page


def test_a_refused_form_comes_back_with_the_reason_and_every_word(hub: LiveHub) -> None:
    hub.do("next", "next")
    phone = hub.visitor()
    long = "å" * 1001
    page = phone.send("2/1", [("text", "Kort"), ("text", long)])
    assert page.status == 422
    assert "1000 tegn" in page.text
    assert long in page.text
    assert ">Kort<" in page.text
    assert 'aria-invalid="true"' in page.text
    assert hub.snapshot()["answered"] == 0


def test_a_refused_choice_keeps_what_was_ticked(hub: LiveHub) -> None:
    hub.do(("goto", CHOICE), "open")
    page = hub.visitor().send("3/1", [("pick", "1"), ("pick-other", "Mitt eget")])
    assert page.status == 422
    assert re.search(r'value="1" checked', page.text)
    assert 'value="Mitt eget"' in page.text


def test_an_answer_after_the_close_is_not_lost_with_the_page(hub: LiveHub) -> None:
    hub.do("next", "next", "next")
    phone = hub.visitor()
    late = phone.send("2/1", [("text", "For sent <b>")])
    assert late.status == 409
    assert heading(late.text) == "Runden er lukket"
    assert "Svaret kom ikke fram" in late.text
    assert "For sent &lt;b&gt;" in late.text
    assert hub.snapshot()["answered"] == 0


def test_nobody_is_told_that_answers_are_unlinked_before_they_are(hub: LiveHub) -> None:
    hub.do("next", "next")
    phones = answered(hub, "en", "to", "tre")
    hub.do("next")
    page = phones[0].get().text
    assert heading(page) == "Runden er lukket"
    assert "Svarene vises på skjermen foran nå." in page
    assert "knyttes" not in page
    hub.do("open")  # makes the close final at once
    assert "knyttes" in phones[0].get("/2/1").text


def test_results_are_on_the_phone_when_they_are_on_the_stage_and_not_before(hub: LiveHub) -> None:
    hub.do("next", "next")
    phones = answered(hub, "hemmelig-1", "hemmelig-2", "hemmelig-3")
    assert all("hemmelig-2" not in phone.get().text for phone in (phones[0], phones[2], hub.visitor()))
    hub.do("next")
    page = hub.visitor().get().text
    assert all(text in page for text in ("hemmelig-1", "hemmelig-2", "hemmelig-3"))


def test_too_few_answers_are_said_to_be_too_few(hub: LiveHub) -> None:
    hub.do("next", "next")
    answered(hub, "alene-1", "alene-2")
    hub.do("next")
    page = hub.visitor().get().text
    assert "For få har svart til at noe kan vises." in page
    assert "alene" not in page


def test_a_round_left_open_is_reached_from_the_step_that_the_room_is_at(hub: LiveHub) -> None:
    hub.do("next", "next", "skip")
    phone = hub.visitor()
    page = phone.get().text
    assert 'href="/K7QX/2/1"' in page
    sent = phone.send("2/1", [("text", "Enda et svar")])
    assert sent.headers["location"] == "/K7QX/2/1"
    page = phone.get("/2/1").text
    assert "Enda et svar" in page
    assert 'href="/K7QX"' in page
    assert "besvart" in phone.get().text


def test_a_round_that_never_was_leads_back_to_the_room(hub: LiveHub) -> None:
    hub.do("next", "next")
    phone = hub.visitor()
    for path in ("/2/2", "/3/1", "/99/1", "/0/1"):
        page = phone.get(path)
        assert page.status == 404, path
        assert "Hvilke kriterier" not in page.text
    assert phone.send("9/1", [("text", "Ut i lufta")]).status == 409


def test_after_the_end_the_page_says_thank_you_and_takes_no_answer(hub: LiveHub) -> None:
    hub.do("next", "next", "end")
    phone = hub.visitor()
    assert heading(phone.get().text) == "Takk for i dag"
    assert phone.send("2/1", [("text", "Etter slutt")]).status == 409


def test_a_phone_may_speak_another_language_than_the_room(hub: LiveHub) -> None:
    hub.do("next", "next")
    phone = hub.visitor()
    assert phone.get("/language?to=en").headers["location"] == "/K7QX"
    page = phone.get().text
    assert '<html lang="en">' in page
    assert "Send answer" in page
    assert re.search(r'<h1[^>]* lang="nb"', page)
    assert '<html lang="nb">' in hub.visitor().get().text


def test_pages_reload_by_themselves_for_those_who_ask_and_never_with_a_form(hub: LiveHub) -> None:
    phone = hub.visitor()
    assert "http-equiv" not in phone.get().text
    assert phone.get("/reload?on=1").headers["location"] == "/K7QX"
    assert "http-equiv" in phone.get().text
    assert "http-equiv" not in hub.visitor().get().text
    hub.do("next", "next")
    assert "http-equiv" not in phone.get().text
    phone.send("2/1", [("text", "Sendt")])
    assert "http-equiv" in phone.get().text
    phone.get("/reload?on=0")
    assert "http-equiv" not in phone.get().text


def test_live_results_are_on_the_stage_alone_until_the_round_closes(hub: LiveHub) -> None:
    hub.do(("goto", SCALE), "open")
    phones = [hub.visitor() for _ in range(3)]
    for phone in phones:
        phone.get()
        phone.send("4/1", [("row1", "4"), ("row2", "2")])
    hub.do(("add", 60))
    page = phones[0].get().text
    assert "4 av 5" in page
    assert '<table class="levels-shown"' not in page
    hub.do("next")
    assert '<table class="levels-shown"' in phones[0].get().text


def test_the_page_of_promises_names_what_is_not_promised(hub: LiveHub) -> None:
    page = hub.visitor().get("/protect").text
    assert "før minst 3 har svart" in page
    assert "ikke kryptert" in page
