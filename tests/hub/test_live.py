"""Streams: phones are hinted on the facilitator's events, the stage gets every state."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

from tests.hub.conftest import Make
from tests.hub.live_hub import PATIENCE, LiveHub, Visitor, until


class Stream:
    """A stream of events that is being read."""

    def __init__(self, connection: HTTPConnection, path: str, headers: dict[str, str]) -> None:
        connection.request("GET", path, headers=headers)
        self.response = connection.getresponse()

    def event(self) -> Any:
        """The next event's data."""
        while line := self.response.readline():
            if line.startswith(b"data: "):
                return json.loads(line[6:])
        return None


@contextmanager
def phone_stream(phone: Visitor) -> Iterator[Stream]:
    connection = HTTPConnection(phone.host, phone.port, timeout=PATIENCE)
    try:
        yield Stream(connection, f"{phone.home}/live", phone._headers())
    finally:
        connection.close()


@contextmanager
def stage_stream(hub: LiveHub) -> Iterator[Stream]:
    address = urlsplit(hub.told["control_url"])
    connection = HTTPConnection(address.hostname or "", address.port, timeout=PATIENCE)
    try:
        yield Stream(connection, "/live", {"Authorization": f"Bearer {hub.told['token']}"})
    finally:
        connection.close()


def test_a_phone_is_told_at_once_where_the_room_is_and_again_when_it_moves(hub: LiveHub) -> None:
    phone = hub.visitor()
    phone.get()
    with phone_stream(phone) as stream:
        first = stream.event()
        assert first["joined"] == 1
        assert first["tag"] in phone.get().text
        hub.do("next")
        assert stream.event()["tag"] != first["tag"]


def test_all_phones_hear_the_same_bytes(hub: LiveHub) -> None:
    phones = [hub.visitor() for _ in range(3)]
    for phone in phones:
        phone.get()
    hub.do("next")
    assert len({phone.get("/state").text for phone in phones}) == 1
    with phone_stream(phones[0]) as stream:
        assert stream.event() == phones[1].get("/state").json


def test_phones_are_not_woken_by_each_others_answers(hub: LiveHub) -> None:
    hub.do("next", "next")
    phone = hub.visitor()
    phone.get()
    with phone_stream(phone) as stream:
        stream.event()
        for number in range(5):
            hub.visitor().send("2/1", [("text", f"svar {number}")])
        hub.do(("add", 60))
        tag = stream.event()["tag"]
        assert tag == phone.get("/state").json["tag"]


def test_a_phone_that_only_listens_is_counted(hub: LiveHub) -> None:
    phone = hub.visitor()
    phone.get()
    hub.kill()
    hub.resume()
    assert hub.snapshot()["joined"] == 0
    with phone_stream(phone) as stream:
        stream.event()
        assert hub.snapshot()["joined"] == 1


def test_streams_leave_room_for_pages(make_hub: Make) -> None:
    hub = make_hub(limits={"listeners": 1})
    with phone_stream(hub.visitor()) as stream:
        assert stream.event()
        assert hub.visitor().get("/live").status == 503
        assert hub.visitor().get().status == 200
    until(lambda: _listens(hub), "the place of a phone that left")


def _listens(hub: LiveHub) -> bool:
    with phone_stream(hub.visitor()) as stream:
        return stream.response.status == 200


def test_the_stage_gets_its_first_state_at_once_and_answers_too(hub: LiveHub) -> None:
    hub.do("next", "next")
    with stage_stream(hub) as stream:
        assert stream.event()["answered"] == 0
        hub.visitor().send("2/1", [("text", "En")])
        assert until(lambda: stream.event()["answered"] == 1, "the answer")


def test_a_burst_reaches_the_stage_as_a_few_states(hub: LiveHub) -> None:
    hub.do("next", "next")
    with stage_stream(hub) as stream:
        stream.event()
        started = time.monotonic()
        for number in range(60):
            hub.visitor().send("2/1", [("text", f"svar {number}")])
        seen = 1
        while stream.event()["answered"] < 60:
            seen += 1
        assert seen <= (time.monotonic() - started) / 0.1 + 2


def test_a_reader_that_does_not_read_stops_nobody(hub: LiveHub) -> None:
    hub.do("next", "next")
    with stage_stream(hub), phone_stream(hub.visitor()):
        for number in range(20):
            assert hub.visitor().send("2/1", [("text", f"svar {number}")]).status == 303
            hub.do(("add", 1))
        assert hub.snapshot()["answered"] == 20


def test_streams_end_when_the_hub_does(hub: LiveHub) -> None:
    with phone_stream(hub.visitor()) as phone, stage_stream(hub) as stage:
        phone.event()
        stage.event()
        hub.control("POST", "/stop")
        while phone.event():
            pass
        while stage.event():
            pass
    assert hub.end() == 0
