"""The writer's thread: everything queued at one moment is one batch, told once."""

import asyncio
import threading

from workshop.store.work import Append, Outcome, Work
from workshop.store.writer import Writer


def work(loop: asyncio.AbstractEventLoop) -> Work:
    return Append(loop.create_future(), ())


async def test_all_that_gathers_while_the_disk_is_busy_is_the_next_batch() -> None:
    loop, busy, told = asyncio.get_running_loop(), threading.Event(), asyncio.Queue[Outcome]()
    taken, batches = threading.Event(), list[int]()

    def carry_out(works: list[Work]) -> Outcome:
        batches.append(len(works))
        taken.set()
        busy.wait(10)
        return Outcome()

    writer = Writer(carry_out, told.put_nowait)
    writer.put(work(loop))
    await asyncio.sleep(0)
    assert taken.wait(10)
    for _ in range(50):
        writer.put(work(loop))
    busy.set()
    writer.finish()
    await told.get()
    await told.get()
    assert batches == [1, 50]
    assert told.empty()


async def test_what_one_pass_of_the_loop_asks_for_is_one_batch() -> None:
    loop, told, batches = asyncio.get_running_loop(), asyncio.Queue[Outcome](), list[int]()

    def carry_out(works: list[Work]) -> Outcome:
        batches.append(len(works))
        return Outcome()

    writer = Writer(carry_out, told.put_nowait)
    for number in (7, 3):
        for _ in range(number):
            writer.put(work(loop))
        await told.get()
    writer.finish()
    assert batches == [7, 3]


def test_what_was_asked_for_before_the_loop_runs_waits_for_nobody() -> None:
    loop, done = asyncio.new_event_loop(), list[Work]()

    def carry_out(works: list[Work]) -> Outcome:
        done.extend(works)
        return Outcome()

    writer = Writer(carry_out, lambda _: None)
    early = work(loop)
    writer.put(early)

    async def ask() -> None:
        writer.put(work(loop))

    loop.run_until_complete(ask())
    writer.finish()
    loop.close()
    assert len(done) == 2


def test_when_the_loop_has_ended_readers_still_hear_but_nobody_is_answered() -> None:
    loop = asyncio.new_event_loop()
    late = work(loop)
    loop.close()
    told: list[Outcome] = []
    writer = Writer(lambda works: Outcome(results=[(late, None)], records=[b"1"]), told.append)
    writer.put(late)
    writer.finish()
    assert told == [Outcome(records=[b"1"])]
