"""What is let in: requests for this computer, forms of our own pages, bodies of a decent size."""

from collections.abc import Iterator

import pytest

from tests.hub.conftest import Make
from tests.hub.live_hub import LiveHub, Visitor

URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def phone(make_hub: Make) -> Visitor:
    hub = make_hub()
    hub.do("next", "next")
    return hub.visitor()


def post(phone: Visitor, body: bytes | Iterator[bytes] = b"text=Hei", **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return phone.ask("POST", "/K7QX/2/1", body, URLENCODED | named).status


def test_a_name_that_is_not_ours_is_refused(phone: Visitor) -> None:
    port = phone.port
    hosts = {
        f"127.0.0.1:{port}": 200,
        f"localhost:{port}": 200,
        "127.0.0.1": 200,
        f"evil.example:{port}": 421,
        f"127.0.0.1.evil.example:{port}": 421,
        f"8.8.8.8:{port}": 421,
        "": 421,
    }
    assert {host: phone.get(Host=host).status for host in hosts} == hosts


def test_a_form_from_another_site_is_refused(phone: Visitor) -> None:
    own = f"http://127.0.0.1:{phone.port}"
    assert post(phone, Origin=own) == 303
    assert post(phone, Origin=own.upper().replace("HTTP", "http")) == 303
    for origin in (
        "http://evil.example",
        "null",
        f"http://127.0.0.1:{phone.port + 1}",
        f"{own}.evil.example",
    ):
        assert post(phone, Origin=origin) == 403, origin


def test_what_is_no_form_is_refused(phone: Visitor) -> None:
    for kind in ("text/plain", "multipart/form-data; boundary=x", "application/json"):
        assert post(phone, Content_Type=kind) == 415, kind
    assert post(phone, b"&".join(b"text=a" for _ in range(500))) == 400


def test_a_body_over_16_kib_is_refused_whether_announced_or_not(phone: Visitor) -> None:
    assert post(phone, b"text=" + b"a" * 16_379) == 422
    assert post(phone, b"text=" + b"a" * 16_380) == 413

    def chunks() -> Iterator[bytes]:
        yield b"text="
        for _ in range(20):
            yield b"a" * 1000

    assert post(phone, chunks()) == 413


def test_the_refusal_of_a_large_body_tells_what_to_do(phone: Visitor) -> None:
    headers = URLENCODED | {"Accept": "application/json"}
    answer = phone.ask("POST", "/K7QX/2/1", b"text=" + b"a" * 20_000, headers)
    assert answer.json["arrived"] is False
    assert "for mye på én gang" in answer.json["message"]


def test_every_page_forbids_what_it_does_not_need(phone: Visitor) -> None:
    one, two = phone.get(), phone.get()
    policy = one.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'nonce-")
    assert "frame-ancestors 'none'; base-uri 'none'" in policy
    assert policy != two.headers["content-security-policy"]
    for answer in (one, phone.ask("GET", "/nope"), phone.get("/state"), phone.get("/protect")):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "server" not in answer.headers


def test_the_cookie_is_hidden_from_scripts_and_other_sites(phone: Visitor) -> None:
    cookie = phone.get().headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert len(phone.cookies["phone"]) == 43
    assert "set-cookie" not in phone.get().headers


def test_a_forged_cookie_is_worth_a_new_one(phone: Visitor) -> None:
    for forged in ("", "x", "a" * 42, "a" * 4000, "ø" * 43):
        phone.cookies["phone"] = forged.encode().decode("latin-1")
        assert "phone=" in phone.get().headers["set-cookie"], forged


def test_a_phone_that_sends_without_end_is_told_to_wait(make_hub: Make) -> None:
    hub = make_hub(limits={"phone": [3, 0.001]})
    hub.do("next", "next")
    phone = hub.visitor()
    phone.get()
    assert [post(phone) for _ in range(4)] == [303, 303, 303, 429]
    other = hub.visitor()
    other.get()
    assert post(other) == 303


def test_nothing_that_a_phone_sends_or_asks_is_in_the_log(hub: LiveHub) -> None:
    hub.do("next", "next")
    phone = hub.visitor()
    phone.send("2/1", [("text", "loggfri-tekst")])
    phone.ask("GET", "/nope?loggfri=1")
    phone.ask("GET", "/K7QX/" + "9" * 150 + "/1")
    hub.end()
    assert hub.log.read_text() == ""
