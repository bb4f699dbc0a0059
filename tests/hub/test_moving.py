"""The room moves to another address: open pages go along, with their answer and what was being written."""

import json
import re
import signal
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.hub.browsing import Phones
from tests.hub.conftest import PAUSE, SLIDE, Make
from tests.hub.live_hub import Answer, LiveHub, Visitor, until

pytestmark = pytest.mark.chromium

OLD, NEW, OTHER = "127.0.0.2", "127.0.0.3", "127.0.0.4"
"""Addresses of a computer's own loopback network: for a browser two origins, each with its cookies."""


class Place(NamedTuple):
    """A hub on a computer whose addresses stand in a file."""

    hub: LiveHub
    cards: Path

    def has(self, *hosts: str) -> None:
        """From now on the computer has these addresses."""
        self.cards.write_text(" ".join(hosts), encoding="ascii")

    def choose(self, host: str) -> None:
        """The facilitator has the room be there."""
        assert self.hub.control("POST", "/address", {"host": host}).status == 200

    def url(self, host: str) -> str:
        return f"http://{host}:{self.hub.port}/K7QX"

    def visitor(self, host: str) -> Visitor:
        return Visitor(host, self.hub.port, "K7QX")


@pytest.fixture
def place(make_hub: Make, tmp_path: Path, request: pytest.FixtureRequest) -> Place:
    """A hub at OLD on a computer that has NEW too."""
    cards = tmp_path / "cards"
    cards.write_text(f"{OLD} {NEW}", encoding="ascii")
    return Place(make_hub(host=None, port=0, cards=str(cards)), cards)


@pytest.fixture
def roaming(phones: Phones) -> Phones:
    phones.may_ask |= {OLD, NEW, OTHER}
    phones.may_fail = True
    return phones


def ready(page: Page, url: str) -> Page:
    """The page at `url` once it has its ticket, and so can leave at any moment."""
    page.add_init_script("Math.random = () => 0")  # pages fetch their tickets one after another
    with page.expect_response(re.compile("/ticket$")):
        page.goto(url)
    return page


def is_at(page: Page, host: str) -> None:
    page.wait_for_url(re.compile(rf"^http://{re.escape(host)}:\d+/K7QX$"))


def token_at(page: Page, host: str) -> list[str]:
    cookies = page.context.cookies(f"http://{host}/")
    return [cookie["value"] for cookie in cookies if cookie["name"] == "phone"]


def test_an_open_page_goes_along_and_its_answer_stays_one_persons(place: Place, roaming: Phones) -> None:
    place.hub.do("next", "next")
    page = ready(roaming.open(), place.url(OLD))
    page.locator("textarea").first.fill("Bare ett svar")
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator(".own li")).to_have_text(["Bare ett svar"])
    place.choose(NEW)
    is_at(page, NEW)
    expect(page.locator(".own li")).to_have_text(["Bare ett svar"])
    assert token_at(page, NEW) == token_at(page, OLD) != []
    page.get_by_role("link", name="Endre").click()
    page.locator("textarea").first.fill("Det samme svaret, endret")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".own li")).to_have_text(["Det samme svaret, endret"])
    assert place.hub.snapshot()["answered"] == 1


def test_what_was_being_written_comes_along_and_leaves_no_trace_on_the_way(
    place: Place, roaming: Phones
) -> None:
    place.hub.do("next", "next")
    went: list[str] = []
    page = ready(roaming.open(), place.url(OLD))
    page.on("framenavigated", lambda frame: went.append(frame.url))
    page.locator("textarea").first.fill("Påbegynt 🙂")
    keep = "run => localStorage.setItem('workshop/' + run + '/pledge/9/1', 'Løftet')"
    page.evaluate(keep, place.hub.told["run"])
    page.locator("h1").click()
    place.choose(NEW)
    is_at(page, NEW)
    expect(page.locator("textarea").first).to_have_value("Påbegynt 🙂")
    kept = "run => localStorage.getItem('workshop/' + run + '/pledge/9/1')"
    assert page.evaluate(kept, place.hub.told["run"]) == "Løftet"
    (arrived,) = [url for url in went if "#" in url]
    assert "Påbegynt" not in arrived
    assert page.evaluate("location.hash") == ""
    assert place.hub.log.read_text() == ""


def test_an_address_that_comes_later_is_found_too_and_the_way_back(place: Place, roaming: Phones) -> None:
    place.has(OLD)
    until(lambda: place.hub.control("GET", "/addresses").json["ways"][1:] == [], "one address")
    page = ready(roaming.open(), place.url(OLD))
    place.has(NEW)
    is_at(page, NEW)
    place.has(OLD)
    is_at(page, OLD)
    assert len({*token_at(page, OLD), *token_at(page, NEW)}) == 1


def test_of_two_ways_that_answer_at_once_one_is_taken_and_the_place_comes_along(
    place: Place, roaming: Phones
) -> None:
    place.has(OLD, NEW, OTHER)
    until(lambda: len(place.hub.control("GET", "/addresses").json["ways"]) == 3, "three addresses")
    page = ready(roaming.open(), place.url(OLD))
    page.evaluate("Moving.lost()")
    page.wait_for_url(re.compile(r"^http://127\.0\.0\.[34]:\d+/K7QX$"))
    assert token_at(page, urlsplit(page.url).hostname or "") == token_at(page, OLD) != []


def test_nobody_is_taken_away_from_what_they_write(place: Place, roaming: Phones) -> None:
    place.hub.do("next", "next")
    page = ready(roaming.open(), place.url(OLD))
    page.locator("textarea").first.type("Midt i en")
    place.choose(NEW)
    link = page.get_by_role("link", name=f"{NEW}:{place.hub.port}/K7QX")
    expect(link).to_be_visible()
    page.locator("textarea").first.type(" setning")
    link.click()
    is_at(page, NEW)
    expect(page.locator("textarea").first).to_have_value("Midt i en setning")


def test_a_link_with_somebody_elses_ticket_puts_nobody_in_their_place(place: Place, roaming: Phones) -> None:
    """Else who made the link would see what its reader answers."""
    attacker = place.visitor(OLD)
    attacker.get()
    for referer in (None, "http://evil.example/", "http://127.0.0.9:8080/"):
        ticket = asked(attacker, "ticket").json["ticket"]
        page = roaming.open()
        page.goto(f"{place.url(OLD)}/arrive#{ticket}.", referer=referer)
        is_at(page, OLD)
        (token,) = token_at(page, OLD)
        assert token != attacker.cookies["phone"]


def test_a_page_that_cannot_go_says_where_the_room_is_now(place: Place, roaming: Phones) -> None:
    page = ready(roaming.open(), place.url(OLD))
    page.context.route(f"http://{NEW}:*/**", lambda route: route.abort())
    place.choose(NEW)
    expect(page.get_by_text("Rommet har fått ny adresse")).to_be_visible()
    place.hub.do("next")
    expect(page.locator("h1")).to_have_text("Den rosa elefanten")
    assert urlsplit(page.url).hostname == OLD


def test_silence_is_noticed_though_the_stream_seems_alive_and_the_page_catches_up(
    hub: LiveHub, phones: Phones
) -> None:
    """A laptop that sleeps: its hub stands still, and no connection breaks."""
    phones.may_fail = True
    page = phones.open(hub.url)
    before = hub.do(("goto", PAUSE), "start")["timer"]["ends"]
    assert hub.process is not None
    hub.process.send_signal(signal.SIGSTOP)
    try:
        expect(page.locator("#offline")).to_be_visible()
    finally:
        hub.process.send_signal(signal.SIGCONT)
    expect(page.locator("#offline")).to_be_hidden()
    assert abs(hub.snapshot()["timer"]["ends"] - before) < 0.01
    hub.do(("goto", SLIDE))
    expect(page.locator("h1")).to_have_text("Den rosa elefanten")


def asked(visitor: Visitor, what: str, said: object = None, **headers: str) -> Answer:
    """Asks as the page's script does."""
    head = {"Content-Type": "application/json"} | {name.replace("_", "-"): v for name, v in headers.items()}
    return visitor.ask("POST", f"{visitor.home}/{what}", json.dumps(said or {}), head)


def test_a_ticket_is_good_once_and_only_where_there_is_no_token_yet(place: Place) -> None:
    phone, other, third = (place.visitor(host) for host in (OLD, NEW, NEW))
    phone.get()
    ticket = asked(phone, "ticket").json["ticket"]
    other.get()
    before = dict(other.cookies)
    assert asked(other, "arrive", {"ticket": ticket}).status == 200
    assert other.cookies == before
    assert asked(third, "arrive", {"ticket": ticket}).status == 410
    assert third.cookies == {}
    again = asked(phone, "ticket").json
    assert asked(third, "arrive", {"ticket": again["ticket"]}).json == {"pad": again["pad"]}
    assert third.cookies["phone"] == phone.cookies["phone"]


def test_the_page_of_arrival_gives_no_token(place: Place) -> None:
    phone = place.visitor(NEW)
    assert phone.get("/arrive").status == 200
    assert phone.cookies == {}


def test_a_ticket_that_was_touched_or_is_another_hubs_is_worth_nothing(place: Place, make_hub: Make) -> None:
    phone, elsewhere = place.visitor(OLD), make_hub("CDFG").visitor()
    phone.get()
    elsewhere.get()
    ticket = asked(phone, "ticket").json["ticket"]
    foreign = asked(elsewhere, "ticket").json["ticket"]
    touched = ticket[:30] + ("A" if ticket[30] != "A" else "B") + ticket[31:]
    for forged in (touched, foreign, ticket[:-8], "", "å", "=" * 100):
        assert asked(place.visitor(NEW), "arrive", {"ticket": forged}).status == 410, forged
    empty: list[object] = [[], {"ticket": None}, {}]
    for said in empty:
        assert asked(place.visitor(NEW), "arrive", said).status in (400, 410), said


@pytest.mark.parametrize("what", ["ticket", "arrive"])
def test_other_sites_cannot_ask_in_a_phones_name(place: Place, what: str) -> None:
    phone = place.visitor(OLD)
    phone.get()
    assert asked(phone, what, Origin="http://evil.example").status == 403
    assert asked(phone, what, Origin=f"http://{NEW}:{place.hub.port}").status == 403
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        assert asked(phone, what, {"ticket": "x"}, Content_Type=kind).status == 415, kind
    assert phone.ask("OPTIONS", f"{phone.home}/{what}").status == 405


def test_only_pages_of_this_room_may_look_for_it_elsewhere(place: Place) -> None:
    phone, port = place.visitor(NEW), place.hub.port
    said: dict[str, str | None] = {
        origin: phone.get("/state", Origin=origin).headers.get("access-control-allow-origin")
        for origin in (
            f"http://{OLD}:{port}",
            f"http://{OLD}",
            f"http://127.0.0.9:{port}",
            "null",
            "http://x",
        )
    }
    assert said == {origin: origin if origin == f"http://{OLD}:{port}" else None for origin in said}
    policy = phone.get().headers["content-security-policy"]
    assert f"connect-src 'self' http://{OLD}:{port} http://{NEW}:{port};" in policy
    assert f"http://{OLD}" not in policy.replace("connect-src", "", 1).partition(";")[0]


def test_without_a_script_the_page_says_what_to_do(place: Place, roaming: Phones) -> None:
    page = roaming.open(place.url(OLD), script=False)
    expect(page.get_by_text("Kommer den ikke, skann koden på skjermen på nytt.")).to_be_visible()
    page.goto(f"{place.url(NEW)}/arrive")
    is_at(page, NEW)
