"""What the hub keeps to itself: words in its log, a phone that does not read, a system that grants little."""

import asyncio
import logging

import pytest
from starlette.types import Message

from workshop.hub import live, web
from workshop.hub.quietlog import QuietFormatter


def test_a_fault_is_logged_by_kind_and_place_and_not_by_its_words() -> None:
    def stumble(secret: str) -> None:
        raise ValueError(secret)

    try:
        stumble("det-som-ble-skrevet")
    except ValueError as error:
        record = logging.LogRecord("hub", logging.ERROR, "", 0, "A fault", None, (ValueError, error, None))
        record.exc_info = (ValueError, error, error.__traceback__)
    logged = QuietFormatter().format(record)
    assert "ValueError" in logged
    assert "stumble" in logged
    assert "skrevet" not in logged


async def test_a_phone_that_does_not_read_is_not_waited_for() -> None:
    heard: list[Message] = []
    waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def full(message: Message) -> None:
        await waiting
        heard.append(message)

    async def reading(message: Message) -> None:
        heard.append(message)

    for send in (full, reading):
        live.write(send, b"data: 1\n\n")
    assert [message["body"] for message in heard] == [b"data: 1\n\n"]


def test_no_more_connections_are_promised_than_the_system_grants(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    granted = [(256, 1024)]
    monkeypatch.setattr(resource, "getrlimit", lambda _: granted[0])
    monkeypatch.setattr(resource, "setrlimit", lambda _, wanted: granted.__setitem__(0, wanted))
    assert web.affordable(6000) == 1024 - 200
    assert granted == [(1024, 1024)]
    granted[0] = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    assert web.affordable(6000) == 6000
