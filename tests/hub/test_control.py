"""The facilitator's API: only with the token, only under its own address, and what it refuses."""

import socket
from urllib.parse import urlsplit

from tests.hub.live_hub import PATIENCE, LiveHub, until


def test_nothing_is_served_without_the_token(hub: LiveHub) -> None:
    for method, path in (
        ("GET", "/snapshot"),
        ("POST", "/do"),
        ("POST", "/note"),
        ("POST", "/decide"),
        ("POST", "/spotlight"),
        ("GET", "/board"),
        ("GET", "/record"),
        ("POST", "/stop"),
    ):
        for token in ("", "x", hub.told["token"][:-1]):
            assert hub.control(method, path, {"verb": "next"}, token=token).status == 401
    assert hub.snapshot()["state"] == "lobby"


def test_nothing_of_the_facilitators_is_served_to_phones(hub: LiveHub) -> None:
    phone = hub.visitor()
    headers = {"Authorization": f"Bearer {hub.told['token']}"}
    for path in ("/snapshot", "/record", "/desk", "/board", "/texts?step=2", "/live"):
        assert phone.ask("GET", path, headers=headers).status == 404


def test_the_api_answers_to_its_own_address_only(hub: LiveHub) -> None:
    address = urlsplit(hub.told["control_url"])
    with socket.create_connection((address.hostname, address.port), PATIENCE) as sock:
        sock.sendall(
            b"GET /snapshot HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer "
            + hub.told["token"].encode()
            + b"\r\n\r\n"
        )
        assert sock.recv(1000).startswith(b"HTTP/1.1 421")


def test_a_command_is_answered_with_the_snapshot_after_it(hub: LiveHub) -> None:
    assert hub.do("next")["step"] == 1
    assert hub.do(("goto", 3))["kind"] == "choice"


def test_a_refused_command_says_why_and_changes_nothing(hub: LiveHub) -> None:
    hub.do("next")
    answer = hub.control("POST", "/do", {"verb": "open"})
    assert answer.status == 409
    assert answer.json["refused"]["message"].startswith("This step asks nothing")
    assert hub.snapshot()["step"] == 1


def test_what_is_no_command_is_said_to_be_none(hub: LiveHub) -> None:
    for body in ("next", {"number": 1}, {"verb": 1}, {"verb": "goto", "number": "two"}, ["next"]):
        assert hub.control("POST", "/do", body).status == 400, body
    assert hub.control("POST", "/do", {"verb": "dance"}).status == 409


def test_a_note_is_answered_with_the_snapshot_and_stands_in_the_record(hub: LiveHub) -> None:
    hub.do("next", "next")
    note = {"sort": "action", "text": "Rydde", "who": "Kari\n", "when": "1. mai"}
    answer = hub.control("POST", "/note", note)
    assert (answer.status, answer.json["noted"], "Rydde" in answer.text) == (200, 1, False)
    (made,) = hub.control("GET", "/record").json["captured"]
    assert {part: made[part] for part in note} == note | {"who": "Kari"}
    assert made["step"] == 2
    assert hub.do("undo")["noted"] == 0


def test_a_note_without_words_is_refused_and_what_is_no_note_is_said_to_be_none(hub: LiveHub) -> None:
    answer = hub.control("POST", "/note", {"sort": "remark", "text": " \u200b"})
    assert answer.status == 409
    assert answer.json["refused"]["message"].startswith("Nothing was written")
    for body in ({"sort": "joke", "text": "a"}, {"text": 1}, "a", None):
        assert hub.control("POST", "/note", body).status == 400, body
    assert hub.snapshot()["noted"] == 0


def test_desk_and_record_are_there_and_hold_no_text_below_the_floor(hub: LiveHub) -> None:
    hub.do("next", "next")
    hub.visitor().send("2/1", [("text", "for-tidlig")])
    hub.do("next")
    assert hub.control("GET", "/desk").json["steps"][0]["kind"] == "slide"
    for path in ("/record", "/desk", "/snapshot"):
        answer = hub.control("GET", path)
        assert answer.status == 200
        assert "for-tidlig" not in answer.text


def test_the_board_says_how_many_are_missing_and_nothing_can_be_put_alone_on_the_stage(hub: LiveHub) -> None:
    hub.do("next", "next")
    hub.visitor().send("2/1", [("text", "Hemmelig")])
    board = hub.control("GET", "/board")
    assert "Hemmelig" not in board.text
    assert board.json["at"] == 2
    assert board.json["sheaves"][0]["withheld"]["values"] == {"n": 1, "floor": hub.snapshot()["floor"]}
    for asked in ({"step": 2, "id": "0000000000000000"}, {"step": 1, "id": "00"}, {"step": 99}):
        assert hub.control("POST", "/spotlight", asked).status == 409
    assert hub.control("POST", "/spotlight", {"id": "00"}).status == 400
    assert not hub.snapshot()["spotlight"]


def test_stop_ends_the_hub(hub: LiveHub) -> None:
    assert hub.control("POST", "/stop").status == 200
    assert hub.process is not None
    assert until(lambda: hub.process and hub.process.poll() is not None, "the hub's end")
    assert hub.process.returncode == 0
