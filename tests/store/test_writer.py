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
    assert taken.wait(10)
    for _ in range(50):
        writer.put(work(loop))
    busy.set()
    writer.finish()
    await told.get()
    await told.get()
    assert batches == [1, 50]
    assert told.empty()


def test_when_the_loop_has_ended_readers_still_hear_but_nobody_is_answered() -> None:
    loop = asyncio.new_event_loop()
    late = work(loop)
    loop.close()
    told: list[Outcome] = []
    writer = Writer(lambda works: Outcome(results=[(late, None)], records=[b"1"]), told.append)
    writer.put(late)
    writer.finish()
    assert told == [Outcome(records=[b"1"])]
