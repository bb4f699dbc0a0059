"""The client of the facilitator's API, against the real one."""

import asyncio
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest

from tests.tui.examples import folder_of
from tests.tui.hubs import Hub, hub_in
from workshop.core.phrases import Phrase
from workshop.errors import HubError, Refusal
from workshop.room import runfile
from workshop.room.snapshot import decode
from workshop.tui.client import Client


async def test_it_reads_what_the_stage_the_desk_and_the_notes_are_made_from(hub: Hub) -> None:
    client = Client(hub.folder)
    snapshot = await asyncio.to_thread(client.snapshot)
    desk = await asyncio.to_thread(client.desk)
    record = await asyncio.to_thread(client.record)
    assert snapshot.state == "lobby"
    assert [line.step for line in desk.steps] == [1, 2, 3, 4]
    assert [section.title for section in record.sections] == ["Velkommen", "Elefanten", "Lykke til"]


async def test_a_command_gives_the_snapshot_after_it(hub: Hub) -> None:
    client = Client(hub.folder)
    assert (await asyncio.to_thread(client.do, "next")).step == 1
    assert (await asyncio.to_thread(client.do, "goto", 3)).step == 3
    assert hub.done == [("next", None), ("goto", 3)]


async def test_a_refusal_comes_as_a_phrase_that_any_language_can_say(hub: Hub) -> None:
    with pytest.raises(Refusal) as refused:
        await asyncio.to_thread(Client(hub.folder).do, "open")
    assert isinstance(refused.value.reason, Phrase)
    assert hub.room.state.step is None


async def test_the_stream_gives_a_snapshot_at_once_and_another_after_a_change(hub: Hub) -> None:
    client = Client(hub.folder)
    stream = client.live()
    first = decode(await asyncio.to_thread(next, stream))
    await hub.do("next")
    second = decode(await asyncio.to_thread(next, stream))
    client.close()
    assert (first.step, second.step) == (None, 1)


async def test_closing_ends_a_stream_that_waits(hub: Hub) -> None:
    client = Client(hub.folder)
    heard = asyncio.create_task(asyncio.to_thread(lambda: list(islice(client.live(), 2))))
    for _ in range(500):
        await asyncio.sleep(0.01)
        if client._stream is not None and client._stream.sock is not None:
            break
    client.close()
    with suppress(HubError):  # it was in the middle of a line
        assert len(await heard) == 1


async def test_a_hub_that_is_not_there_is_one_kind_of_error_for_all(hub: Hub, tmp_path: Path) -> None:
    nobody = folder_of(tmp_path / "nobody")
    (tmp_path / "empty").mkdir()
    for folder in (nobody, tmp_path / "empty", tmp_path / "missing"):
        with pytest.raises(HubError, match=folder.name):
            await asyncio.to_thread(Client(folder).snapshot)
        with pytest.raises(HubError):
            await asyncio.to_thread(list, Client(folder).live())


async def test_a_wrong_token_is_told_from_silence_and_shows_nothing(hub: Hub) -> None:
    said = runfile.read(hub.folder)
    stranger = hub.folder / "stranger"
    folder_of(stranger, control_url=said.control_url, token="guessed")
    with pytest.raises(HubError, match="401"):
        await asyncio.to_thread(Client(stranger).snapshot)


async def test_a_hub_that_was_restarted_is_found_by_the_next_call(tmp_path: Path) -> None:
    hub = hub_in(tmp_path / "run")
    await hub.begin()
    client = Client(hub.folder)
    await asyncio.to_thread(client.do, "next")
    await hub.stop()
    await hub.begin()
    assert (await asyncio.to_thread(client.snapshot)).step == 1
    await hub.stop()
