"""The phone remote over real HTTP: who gets in, what a press does, what is never told there."""

import re
import stat
from concurrent.futures import ThreadPoolExecutor
from typing import get_args
from urllib.parse import urlencode, urlsplit

from tests.hub.conftest import CHOICE, OPEN, PAUSE, Make
from tests.hub.live_hub import Answer, LiveHub, Visitor, until
from workshop.core.undoing import Undoable
from workshop.hub.remotesheet import UNDOES

URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}
NONCE = re.compile(r'nonce="[^"]+"|data-now="[^"]+"')


def switch(hub: LiveHub, *, on: bool = True) -> str | None:
    """Switches it on or off; its address as a path."""
    url = hub.control("POST", "/remote", {"on": on}).json["url"]
    assert url == hub.control("GET", "/remote").json["url"]
    return urlsplit(url).path if url else None


def remote(hub: LiveHub) -> Visitor:
    """A phone that has scanned the code."""
    phone = hub.visitor()
    phone.home = switch(hub) or ""
    return phone


def buttons(page: Answer) -> dict[str, str]:
    """What each button sends, by its command."""
    return {value.split()[0]: value for value in re.findall(r'name="press" value="([^"]+)"', page.text)}


def tag_of(page: Answer) -> str:
    """What the page shows, by its name."""
    return str(re.findall(r'data-tag="([^"]+)"', page.text)[0])


def press(phone: Visitor, value: str, path: str = "", **headers: str) -> Answer:
    return phone.ask("POST", phone.home + path, urlencode({"press": value}), URLENCODED | headers)


def bare(page: Answer) -> tuple[int, str]:
    """A page without what differs from one time to the next."""
    return page.status, NONCE.sub("", page.text)


def test_it_is_off_until_it_is_asked_for_and_then_has_one_address(hub: LiveHub) -> None:
    assert hub.control("GET", "/remote").json == {"url": None}
    path = switch(hub)
    assert re.fullmatch(r"/R/[A-Z2-7]{26}", path or "")
    assert switch(hub) == path
    assert hub.visitor().ask("GET", path or "").status == 200
    assert hub.visitor().ask("GET", (path or "").lower()).status == 200
    for body in ({}, {"on": 1}, ["on"], None):
        assert hub.control("POST", "/remote", body).status == 400, body


def test_off_and_wrong_and_any_address_that_is_not_there_look_the_same(hub: LiveHub) -> None:
    nowhere, guess = "/nowhere", "/R/" + "A" * 26
    stranger = hub.visitor()
    off = bare(stranger.ask("GET", guess))
    path = switch(hub) or ""
    wrong = bare(stranger.ask("GET", guess))
    assert off == wrong == bare(stranger.ask("GET", nowhere))
    assert off[0] == 404
    for near in (path[:-1], path + "A", path[:-1] + "%C3%B8", "/R/", "/R"):
        assert bare(stranger.ask("GET", near)) == off, near
    assert press(stranger, "next x-0", guess).status == 404
    assert switch(hub, on=False) is None
    assert bare(stranger.ask("GET", path)) == off
    assert switch(hub) != path
    assert bare(stranger.ask("GET", path)) == off
    told = {stranger.ask("GET", guess).status for _ in range(30)}
    assert told == {404, 429}
    assert remote(hub).get().status == 200  # who guesses locks nobody out


def test_a_press_leads_the_room_and_a_button_works_once(hub: LiveHub) -> None:
    phone = remote(hub)
    first = buttons(phone.get())["next"]
    done = press(phone, first)
    assert (done.status, done.headers["location"]) == (303, phone.home.lower())
    assert hub.snapshot()["step"] == 1
    again = press(phone, first)
    assert again.status == 409
    assert "Trykket gjorde ingenting, for rommet hadde gått videre." in again.text
    assert hub.snapshot()["step"] == 1
    value = buttons(again)["next"]
    with ThreadPoolExecutor(8) as pool:
        told = sorted(answer.status for answer in pool.map(lambda _: press(phone, value), range(8)))
    assert told == [303, *[409] * 7]
    assert hub.snapshot()["step"] == OPEN


def test_a_button_drawn_before_somebody_pressed_does_nothing_but_answers_change_none(
    hub: LiveHub,
) -> None:
    phone = remote(hub)
    hub.do("next", "next")
    drawn = buttons(phone.get())
    hub.do("back", "next")  # the same place again, and yet not the same moment
    assert press(phone, drawn["next"]).status == 409
    assert press(phone, drawn["blank"]).status == 303
    snapshot = hub.snapshot()
    assert (snapshot["step"], snapshot["open"], snapshot["blanked"]) == (OPEN, True, True)
    page = phone.get()
    assert "Lukk runden og vis 0 svar" in page.text
    hub.visitor().send(f"{OPEN}/1", [("text", "Et svar")])
    assert "Lukk runden og vis 1 svar" in phone.get().text
    assert press(phone, buttons(page)["next"]).status == 303
    assert not hub.snapshot()["open"]


def test_what_is_undone_shown_and_ended_is_said_in_words(hub: LiveHub) -> None:
    phone = remote(hub)
    hub.do("next", "next", "close")
    page = phone.get()
    assert re.search(r"steg 2 av 6 · åpent spørsmål · (i rute|\d+ min (bak|foran) planen)", page.text)
    assert "Angre lukkingen" in page.text
    press(phone, buttons(page)["undo"])
    assert hub.snapshot()["open"]
    assert "Ingenting å angre" in phone.get().text
    press(phone, buttons(phone.get())["reveal"])
    assert hub.snapshot()["revealed"]
    hub.do(("goto", PAUSE))
    page = phone.get()
    assert "next" not in buttons(page)
    asking = phone.get("?end=1")
    assert "Skriv det ned. (fortsatt åpen)" in asking.text
    assert press(phone, buttons(asking)["end"]).status == 303
    assert hub.snapshot()["state"] == "ended"
    assert buttons(phone.get()) == {}


def test_whatever_can_be_undone_has_words_on_the_button() -> None:
    assert set(UNDOES) == set(get_args(Undoable))


def test_a_refused_press_says_why_and_only_buttons_are_taken(hub: LiveHub) -> None:
    phone = remote(hub)
    hub.do("next")
    refused = press(phone, buttons(phone.get())["back"])
    assert refused.status == 409
    assert "Dette er det første steget" in refused.text
    for value in ("", "next", "goto 1", "next x-0", "add x-0"):
        assert press(phone, value).status == 409, value
    assert press(phone, buttons(phone.get())["next"], Origin="http://evil.example").status == 403
    assert hub.snapshot()["step"] == 1


def test_it_tells_how_many_have_answered_and_nothing_of_what(hub: LiveHub) -> None:
    phone = remote(hub)
    hub.do("next", "next")
    for text in ("hemmelig-en", "hemmelig-to", "hemmelig-tre"):
        hub.visitor().send(f"{OPEN}/1", [("text", text)])
    for verb in ("reveal", "close", "next"):
        page = phone.get()
        assert "3 av 3 har svart" in page.text
        assert "hemmelig" not in page.text
        hub.do(verb)
    hub.do(("goto", CHOICE), "open")
    hub.visitor().send(f"{CHOICE}/1", [("choice", "other"), ("choice-other", "hemmelig-egen")])
    hub.do("reveal")
    assert "hemmelig" not in phone.get().text


def test_it_is_no_participant_and_leaves_nothing_in_the_log(hub: LiveHub) -> None:
    phone = remote(hub)
    page = phone.get()
    tag = tag_of(page)
    until(lambda: phone.get(f"?part=1&since={tag_of(phone.get())}").status == 204, "nothing new")
    press(phone, buttons(page)["next"])
    part = phone.get(f"?part=1&since={tag}")
    assert (part.status, part.text[:14]) == (200, '<div id="page"')
    assert hub.snapshot()["joined"] == 0
    assert "set-cookie" not in page.headers
    assert f"connect-src 'self' http://127.0.0.1:{hub.port};" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"
    hub.visitor().ask("GET", "/R/" + "C" * 26)
    hub.end()
    assert hub.log.read_text() == ""


def test_it_outlasts_a_killed_hub_and_one_that_was_revoked_does_not_come_back(make_hub: Make) -> None:
    hub = make_hub()
    phone = remote(hub)
    drawn = buttons(phone.get())["next"]
    kept = hub.folder / "remote.key"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    hub.kill()
    hub.resume()
    assert phone.get().status == 200
    assert press(phone, drawn).status == 409
    assert press(phone, buttons(phone.get())["next"]).status == 303
    switch(hub, on=False)
    assert phone.get().status == 404
    assert not kept.exists()  # so the next hub finds none
