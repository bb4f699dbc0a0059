"""Restarts: wherever a hub is killed, the next one goes on from what was acknowledged."""

import asyncio
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.room.conftest import Halls
from tests.room.hall import LIVE, QUESTION, SLIDE, Hall, cards, session
from workshop.core.place import JSON, Place
from workshop.room import record
from workshop.store.journal import Answer
from workshop.store.sqlite import SqliteStore

SESSION = session(SLIDE, QUESTION, LIVE)
ROUND = Place(1, 1)


async def test_a_restart_is_where_the_run_was(asking: Hall) -> None:
    await asking.fill(range(4))
    before = asking.room.snapshot()
    await asking.restart()
    after = asking.room.snapshot()
    assert (after.code, after.step, after.round, after.answered) == ("K7QX", 2, 1, 4)
    assert (after.blocks, after.open, after.state) == (before.blocks, True, "live")
    assert asking.mine(1) == ({"text": "svar 1"},)
    await asking.send(1, "endret")
    await asking.send(4, "ny")
    assert cards((await asking.do("next")).blocks) == ["endret", "ny", "svar 0", "svar 2", "svar 3"]


async def test_a_restart_in_the_lobby_keeps_the_code_of_the_first_start(hall: Hall) -> None:
    events = hall.store.events()
    await hall.restart()
    await hall.room.begin("ANDRE")
    assert (hall.room.code, hall.store.events()) == ("K7QX", events)


async def test_a_restart_makes_a_pending_close_final(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    await asking.restart()
    assert (asking.phase, asking.keys(), asking.mine(1)) == ("sealed", [], None)
    assert len(cards(asking.room.snapshot().blocks)) == 5
    assert asking.room.due() is None


async def test_a_run_that_ended_is_ended_after_a_restart(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next", "end")
    before = asking.room.record()
    await asking.restart()
    assert asking.room.snapshot().state == "ended"
    assert asking.room.record().sections == before.sections


async def test_a_record_can_be_made_from_the_files_alone(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    shown = asking.recorded(2)
    asking.store.close()
    asking.enter()
    assert asking.recorded(2) == shown


class Watched(SqliteStore):
    """A store whose folder is copied to `copies` whenever a write has become durable: all the moments at
    which a kill leaves something else behind.
    """

    def __init__(self, folder: Path, copies: Path, on_commit: Any) -> None:
        super().__init__(folder, on_commit)
        self._from, self._copies = folder, copies

    def open(self, place: Place, asked: JSON) -> asyncio.Future[None]:
        return self._watched(super().open(place, asked))

    def append(self, *records: bytes) -> asyncio.Future[None]:
        return self._watched(super().append(*records))

    def submit(
        self, place: Place, token: bytes, contributions: Sequence[JSON] | None
    ) -> asyncio.Future[Answer]:
        return self._watched(super().submit(place, token, contributions))

    def seal(self, place: Place) -> asyncio.Future[None]:
        return self._watched(super().seal(place))

    def _watched(self, future: asyncio.Future[Any]) -> asyncio.Future[Any]:
        future.add_done_callback(lambda _: self._copy())
        return future

    def _copy(self) -> None:
        shutil.copytree(self._from, self._copies / f"{len(list(self._copies.iterdir())):03}")


class Copied(Hall):
    """A hall that leaves copies behind."""

    def open_store(self) -> SqliteStore:
        copies = self.folder.parent / "copies"
        copies.mkdir()
        return Watched(self.folder, copies, lambda answers: self.room.committed(answers))


async def lived(folder: Path) -> list[Path]:
    """A whole run with everything in it, and the copies that were taken on the way."""
    hall = await Copied(folder, SESSION).begin()
    await hall.do("next", "next")
    for who in range(6):
        await hall.send(who, f"svar {who}")
    await hall.do("next", "undo", "next")
    await hall.wait(10)
    await hall.do("open")
    for who in range(5):
        await hall.send(who, f"runde to {who}")
    await hall.do("next", "open", "skip", "next")
    await hall.send(1, "alene")
    await hall.do("end")
    hall.store.close()
    return sorted((folder.parent / "copies").iterdir())


async def test_a_hub_that_is_killed_after_any_write_can_be_picked_up(memory: Path, halls: Halls) -> None:
    copies = await lived(memory / "run")
    assert len(copies) > 30
    for copy in copies:
        hall = halls(SESSION, copy)
        acknowledged = {place: hall.store.tally(place) for place in hall.store.places()}
        await hall.begin()
        state = hall.room.state
        assert state.unsealed() == ()
        for place, tally in acknowledged.items():
            assert hall.store.tally(place) == tally
        if state.state != "ended":
            await can_go_on(hall)
        assert all(hall.store.sealed(place) for place in hall.store.places())
        assert (hall.keys(), hall.room.due()) == ([], None)
        assert record.decode(record.encode(hall.room.record())) == hall.room.record()


async def can_go_on(hall: Hall) -> None:
    """Every open round takes answers, the question can be opened again, and the run ended."""
    for place in hall.room.state.open_places():
        before = hall.store.tally(place).answered
        await hall.send(99, "etter", place)
        assert hall.store.tally(place).answered == before + 1
        await hall.send(99, None, place)
    await hall.do("goto 2", "open")
    await hall.fill(range(100, 105))
    assert len(cards((await hall.do("next")).blocks)) >= 5
    await hall.do("end")


async def test_a_seal_that_broke_off_after_its_key_was_destroyed_is_finished(
    memory: Path, halls: Halls
) -> None:
    copies = await lived(memory / "run")
    broken = 0
    for copy in copies:
        hall = halls(SESSION, copy)
        rounds = hall.room.state.rounds.get(1, ())
        half = bool(rounds) and rounds[0].sealed and not hall.store.sealed(ROUND)
        hall.store.close()
        if half:
            broken += 1
            (copy / "keys" / "1.1.key").unlink()
            hall.enter()
            assert hall.room.phase(ROUND) == "closed"
            await hall.begin()
            assert (hall.room.phase(ROUND), hall.store.sealed(ROUND)) == ("sealed", True)
            assert len(hall.recorded(2).rows) == 6
    assert broken == 1


async def test_an_open_round_whose_key_was_lost_is_closed_with_what_is_in_it(asking: Hall) -> None:
    await asking.fill(range(5))
    (asking.folder / "keys" / "1.1.key").unlink()
    await asking.restart()
    assert (asking.phase, asking.room.snapshot().open) == ("sealed", False)
    assert len(cards((await asking.do("next")).blocks)) == 5
    assert (await asking.do("open")).round == 2
    await asking.send(1, "ny runde")


@pytest.mark.parametrize("verb", ["open", "next"])
async def test_a_round_that_the_journal_does_not_know_yet_is_opened_by_the_next_press(
    hall: Hall, verb: str
) -> None:
    await hall.do("goto 2")
    await hall.store.open(ROUND, {})
    await hall.restart()
    assert hall.room.phase(ROUND) == "waiting"
    await hall.do(verb)
    await hall.fill(range(5))
    assert len(cards((await hall.do("next")).blocks)) == 5


async def test_a_round_that_the_journal_never_knew_leaves_no_key_after_the_end(hall: Hall) -> None:
    await hall.store.open(ROUND, {})
    await hall.do("next", "end")
    assert hall.keys() == []
