"""The one thread that writes: it takes whatever is queued, has it carried out, and tells the loop once."""

import asyncio
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from workshop.store.work import Outcome, Work


class Writer:
    """Drains a queue of works without ever waiting for more: while the disk is busy, the next batch gathers.

    What one pass of the loop asked for is handed over together: handed over one by one, the first would be a
    batch by itself, which all the others would wait for.

    `carry_out` runs in the writer's thread, `tell` on the loop of the works' futures, once a batch.
    """

    def __init__(self, carry_out: Callable[[list[Work]], Outcome], tell: Callable[[Outcome], None]) -> None:
        self._carry_out = carry_out
        self._tell = tell
        self._asked: list[Work] = []
        self._passing: asyncio.AbstractEventLoop | None = None
        self._queue: SimpleQueue[list[Work] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)

    def put(self, work: Work) -> None:
        """Queue a work."""
        self._asked.append(work)
        loop = work.future.get_loop()
        if not loop.is_running():
            self._hand_over()
        elif self._passing is not loop:
            self._passing = loop
            loop.call_soon(self._hand_over)

    def finish(self) -> None:
        """Carry out what is queued, then end the thread."""
        self._hand_over()
        if self._thread.ident is not None:
            self._queue.put(None)
            self._thread.join()

    def _hand_over(self) -> None:
        self._passing = None
        if self._asked:
            if self._thread.ident is None:
                self._thread.start()
            self._queue.put(self._asked)
            self._asked = []

    def _run(self) -> None:
        last = False
        while not last:
            batch, last = self._drain()
            if batch:
                self._report(batch, self._carry_out(batch))

    def _drain(self) -> tuple[list[Work], bool]:
        batch: list[Work] = []
        asked = self._queue.get()
        try:
            while asked is not None:
                batch += asked
                asked = self._queue.get_nowait()
        except Empty:
            return batch, False
        return batch, True

    def _report(self, batch: list[Work], outcome: Outcome) -> None:
        try:
            batch[0].future.get_loop().call_soon_threadsafe(self._tell, outcome)
        except RuntimeError:
            # The loop has ended and nobody waits any more; what was written must still be read as written.
            outcome.results, outcome.errors = [], []
            self._tell(outcome)
