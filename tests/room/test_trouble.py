"""Disks that fail in the middle of a command, askers that go, answers that come while a round closes."""

import asyncio
import errno
from typing import Any

import pytest

from tests.room.hall import Hall, cards, token
from workshop.core import events
from workshop.core.moment import Command
from workshop.core.place import Place
from workshop.core.run import replay
from workshop.errors import StoreError
from workshop.room.room import RoundClosed
from workshop.store.sqlitefile import SqliteFile


class Disk:
    """Lets writes to one of the run's files fail while `fails` names it and the way of writing."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fails = ("", "")
        for way in ("put", "rewrite"):
            monkeypatch.setattr(SqliteFile, way, self._failing(way, getattr(SqliteFile, way)))

    def _failing(self, way: str, write: Any) -> Any:
        def fail(file: SqliteFile, rows: Any) -> None:
            if self.fails == (file.path.name, way):
                raise OSError(errno.ENOSPC, "No space left on device")
            write(file, rows)

        return fail


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


JOURNAL = ("journal.sqlite", "put")
OPENING = ("answers.sqlite", "put")
SEALING = ("answers.sqlite", "rewrite")
NOTHING = ("", "")


@pytest.mark.parametrize("fails", [JOURNAL, OPENING])
async def test_a_command_that_cannot_be_kept_changes_nothing_and_can_be_given_again(
    hall: Hall, disk: Disk, fails: tuple[str, str]
) -> None:
    await hall.do("next")
    before = hall.told()
    disk.fails = fails
    with pytest.raises(StoreError):
        await hall.do("next")
    assert hall.told() == before
    with pytest.raises(RoundClosed):
        hall.room.submit(Place(1, 1), token(1), {"text": ["svar"]})
    disk.fails = NOTHING
    assert (await hall.do("next")).open
    await hall.fill(range(5))
    await hall.restart()
    assert hall.room.snapshot().answered == 5


async def test_a_close_that_cannot_be_kept_leaves_the_round_open(asking: Hall, disk: Disk) -> None:
    await asking.fill(range(5))
    before = asking.told()
    disk.fails = JOURNAL
    with pytest.raises(StoreError):
        await asking.do("next")
    assert asking.told() == before
    await asking.send(5, "kom med")
    disk.fails = NOTHING
    assert len(cards((await asking.do("next")).blocks)) == 6


async def test_an_answer_that_cannot_be_kept_is_not_counted(asking: Hall, disk: Disk) -> None:
    await asking.send(1, "svar")
    disk.fails = OPENING
    with pytest.raises(StoreError):
        await asking.send(2, "borte")
    assert (asking.room.snapshot().answered, asking.mine(2)) == (1, None)


async def test_a_seal_that_fails_is_not_called_done_and_is_tried_again(asking: Hall, disk: Disk) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    disk.fails = SEALING
    await asking.wait(5)
    asking.time += 5
    with pytest.raises(StoreError):
        await asking.room.tick()
    assert asking.phase == "closed"
    assert asking.mine(1) is None
    assert asking.room.due() == asking.time + 10
    disk.fails = NOTHING
    await asking.wait(10)
    assert (asking.phase, asking.room.due()) == ("sealed", None)


async def test_phones_are_told_when_a_seal_that_failed_has_been_finished(asking: Hall, disk: Disk) -> None:
    await asking.do("next")
    disk.fails = SEALING
    asking.time += 10
    with pytest.raises(StoreError):
        await asking.room.tick()
    assert asking.room.phone().phase == "closed"
    disk.fails = NOTHING
    await asking.room.tick()
    assert asking.room.phone().phase == "sealed"


async def test_a_seal_that_fails_stops_no_command(asking: Hall, disk: Disk) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    disk.fails = SEALING
    second = await asking.do("open")
    assert (second.round, second.open) == (2, True)
    asking.time += 20
    assert (await asking.do("goto 3")).step == 3
    assert (await asking.do("end")).state == "ended"
    disk.fails = NOTHING
    await asking.restart()
    assert (asking.keys(), asking.store.sealed(Place(1, 1)), asking.store.sealed(Place(1, 2))) == (
        [],
        True,
        True,
    )


async def test_a_command_whose_asker_has_gone_is_carried_to_its_end(hall: Hall) -> None:
    asker = asyncio.create_task(hall.room.do(Command("next")))
    await asyncio.sleep(0)
    asker.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asker
    await hall.do("next")
    assert hall.room.snapshot().step == 2
    assert replay([events.decode(record) for record in hall.store.events()]) == hall.room.state


async def test_an_answer_that_comes_while_the_round_closes_is_shown_with_the_rest_or_refused(
    asking: Hall,
) -> None:
    await asking.fill(range(5))
    closing = asyncio.create_task(asking.do("next"))
    sent: list[asyncio.Future[Any]] = []
    refused = 0
    for who in range(100, 1000):
        try:
            future = asking.room.submit(asking.place, token(who), {"text": [f"svar {who}"]})
            assert isinstance(future, asyncio.Future)
            sent.append(future)
        except RoundClosed:
            refused += 1
        await asyncio.sleep(0)
        if closing.done():
            break
    shown = cards((await closing).blocks)
    await asyncio.gather(*sent)
    assert refused
    assert len(shown) == 5 + len(sent)
    await asking.wait(10)
    await asking.restart()
    assert len(asking.recorded(2).rows) == 5 + len(sent)
