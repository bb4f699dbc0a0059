"""Contact with the hub: news in order, bursts as one, nothing that goes off later than it was meant."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.tui import examples
from tests.tui.hubs import Hub, hub_in
from workshop.errors import HubError
from workshop.room.desk import Desk
from workshop.room.snapshot import Snapshot, encode
from workshop.tui.client import Client
from workshop.tui.contact import Broken, Contact, Heard, Lost, News, Refused


class Ear:
    """Keeps the news that are told."""

    def __init__(self) -> None:
        self.news: list[News] = []

    async def until(self, enough: Callable[[list[News]], object]) -> list[News]:
        """The news, once there are enough."""
        for _ in range(1_000):
            if enough(list(self.news)):
                return list(self.news)
            await asyncio.sleep(0.01)
        raise AssertionError(self.news)


@asynccontextmanager
async def contact_with(client: Client) -> AsyncIterator[tuple[Contact, Ear]]:
    ear = Ear()
    contact = Contact(client, ear.news.append)
    contact.start()
    try:
        yield contact, ear
    finally:
        contact.stop()


def snapshots(news: list[News]) -> list[Heard]:
    return [heard for heard in news if isinstance(heard, Heard)]


def steps(news: list[News]) -> list[int | None]:
    return [heard.snapshot.step for heard in snapshots(news)]


async def test_the_first_snapshot_of_a_connection_is_marked(hub: Hub) -> None:
    async with contact_with(Client(hub.folder)) as (_, ear):
        first = (await ear.until(len))[0]
        assert isinstance(first, Heard)
        assert first.fresh


async def test_commands_are_carried_out_in_the_order_they_were_given(hub: Hub) -> None:
    async with contact_with(Client(hub.folder)) as (contact, ear):
        for verb, number in (("next", None), ("next", None), ("back", None), ("goto", 4)):
            contact.press(verb, number)
        await ear.until(lambda news: 4 in steps(news))
    assert hub.done == [("next", None), ("next", None), ("back", None), ("goto", 4)]


async def test_a_refusal_is_news(hub: Hub) -> None:
    async with contact_with(Client(hub.folder)) as (contact, ear):
        contact.press("undo")
        await ear.until(lambda news: any(isinstance(item, Refused) for item in news))


async def test_the_desk_is_as_it_is_after_what_was_pressed_before(hub: Hub) -> None:
    came: asyncio.Queue[Desk | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    async with contact_with(Client(hub.folder)) as (contact, _):
        contact.press("next")
        contact.look(lambda desk: loop.call_soon_threadsafe(came.put_nowait, desk))
        desk = await came.get()
    assert desk is not None
    assert desk.notes == "Gi rommet tid. Ikke fyll stillheten."


async def test_a_hub_that_goes_and_comes_back_is_lost_and_found(tmp_path: Path) -> None:
    hub = hub_in(tmp_path / "run")
    await hub.begin()
    async with contact_with(Client(hub.folder)) as (contact, ear):
        contact.press("next")
        await ear.until(lambda news: 1 in steps(news))
        await hub.stop()
        await ear.until(lambda news: isinstance(news[-1], Lost))
        contact.press("next")
        assert isinstance(ear.news[-1], Refused)
        await hub.begin()
        heard = (await ear.until(lambda news: isinstance(news[-1], Heard)))[-1]
        assert isinstance(heard, Heard)
        assert heard.fresh
        assert heard.snapshot.step == 1, "the key pressed in between must not go off now"
    await hub.stop()


class Burst(Client):
    """A client whose stream gives many snapshots at once, and then waits."""

    def __init__(self, many: int) -> None:
        super().__init__(Path())
        self._many = many
        self._closed = threading.Event()

    def live(self) -> Iterator[bytes]:
        for version in range(self._many):
            yield encode(examples.snapshot(answered=version, version=version))
        self._closed.wait(30)

    def close(self) -> None:
        self._closed.set()


async def test_a_burst_is_a_few_redraws_and_the_newest_is_the_last() -> None:
    async with contact_with(Burst(5_000)) as (_, ear):
        news = await ear.until(lambda news: 4_999 in [heard.snapshot.answered for heard in snapshots(news)])
    assert len(news) < 50
    assert snapshots(news)[0].fresh


class Stuck(Client):
    """A client whose commands wait, then fail; it counts them."""

    def __init__(self) -> None:
        super().__init__(Path())
        self.go, self.sent = threading.Event(), 0

    async def asked(self) -> None:
        """Waits until the first command is under way."""
        for _ in range(500):
            if self.sent:
                return
            await asyncio.sleep(0.01)
        raise AssertionError("nothing was sent")

    def live(self) -> Iterator[bytes]:
        yield encode(examples.snapshot())
        self.go.wait(30)
        threading.Event().wait(5)

    def do(self, verb: str, number: int | None = None) -> Snapshot:
        self.sent += 1
        self.go.wait(30)
        raise HubError("silence")


async def test_keys_that_waited_behind_a_command_that_failed_are_not_sent_after_it() -> None:
    client = Stuck()
    async with contact_with(client) as (contact, ear):
        for _ in range(5):
            contact.press("next")
        await client.asked()
        client.go.set()
        await ear.until(lambda news: any(isinstance(item, Refused) for item in news))
        looked = asyncio.Event()
        loop = asyncio.get_running_loop()
        contact.look(lambda _: loop.call_soon_threadsafe(looked.set))
        await looked.wait()
    assert client.sent == 1


class Faulty(Client):
    """A client with a fault of ours in it."""

    def live(self) -> Iterator[bytes]:
        raise ZeroDivisionError
        yield b""


async def test_a_fault_in_a_thread_is_told_and_not_swallowed() -> None:
    async with contact_with(Faulty(Path())) as (_, ear):
        (broken,) = await ear.until(len)
        assert isinstance(broken, Broken)
        assert isinstance(broken.error, ZeroDivisionError)


@pytest.mark.parametrize("garbage", [b"", b"{}", b"\xff", b"[1]"])
async def test_a_hub_that_talks_nonsense_counts_as_lost(garbage: bytes) -> None:
    class Nonsense(Client):
        def live(self) -> Iterator[bytes]:
            yield garbage

    async with contact_with(Nonsense(Path())) as (_, ear):
        assert isinstance((await ear.until(len))[0], Lost)
