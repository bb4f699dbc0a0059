"""The store in SQLite: two files in a run's folder, and a key beside them for every round that is open.

`answers.sqlite` holds one row a round; with no round open it is, byte for byte, a function of its rows.
`journal.sqlite` holds the facilitator's events. See docs/decisions/0003-anonymity-store.md.
"""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from workshop.core.place import JSON, Place
from workshop.errors import StoreError
from workshop.language import say
from workshop.store.body import ABSTAINED, decode, encode
from workshop.store.draft import never_opened
from workshop.store.handles import handles
from workshop.store.journal import Answer, People, Tally
from workshop.store.ledger import Ledger
from workshop.store.rounds import Round, SealedRound
from workshop.store.work import Append, Decide, Open, Outcome, Seal, Submit, Work
from workshop.store.writer import Writer


class SqliteStore:
    """A `Store` in `folder`, which is made if it is missing; raises StoreError if it cannot be used.

    `on_commit` is called on the loop with the answers that have just become durable, in order, once a batch
    and before any of their futures is done.
    """

    def __init__(self, folder: Path, on_commit: Callable[[list[Answer]], None] | None = None) -> None:
        self._ledger = Ledger(folder)
        self._ledger.open()
        # What readers see: it moves on the loop, together with the futures, and not while a commit runs.
        self._rounds: dict[Place, Round] = dict(self._ledger.rounds)
        self._records = list(self._ledger.records)
        self._on_commit = on_commit
        self._writer = Writer(self._ledger.carry_out, self._tell)
        self._closed = False

    def events(self) -> list[bytes]:
        return list(self._records)

    def append(self, *records: bytes) -> asyncio.Future[None]:
        return self._ask(Append(_future(), records))

    def places(self) -> list[Place]:
        return sorted(self._rounds)

    def open(self, place: Place, asked: JSON) -> asyncio.Future[None]:
        return self._ask(Open(_future(), place, encode(asked)))

    def asked(self, place: Place) -> JSON:
        return decode(self._round(place).asked)

    def submit(
        self, place: Place, token: bytes, contributions: Sequence[JSON] | None
    ) -> asyncio.Future[Answer]:
        sent = None if contributions is None else tuple(contributions)
        contents = None if sent is None else tuple(map(encode, sent))
        if contents and ABSTAINED in contents:
            raise ValueError("null stands for an abstention; it is no contribution")
        return self._ask(Submit(_future(), place, token, sent, contents))

    def person(self, place: Place, token: bytes) -> bytes:
        key = self._round(place).key
        if key is None:
            raise never_opened(place)
        return next(handles(key, token))

    def mine(self, place: Place, token: bytes) -> tuple[JSON, ...] | None:
        return self._round(place).mine(token)

    def contributions(self, place: Place) -> list[JSON]:
        return [decode(content) for content in self._round(place).contents()]

    def people(self, place: Place) -> People:
        return self._round(place).people()

    def tally(self, place: Place) -> Tally:
        return self._round(place).tally()

    def seal(self, place: Place) -> asyncio.Future[None]:
        return self._ask(Seal(_future(), place))

    def sealed(self, place: Place) -> bool:
        return isinstance(self._round(place), SealedRound)

    def decide(self, place: Place, decisions: JSON) -> asyncio.Future[None]:
        return self._ask(Decide(_future(), place, None if decisions is None else encode(decisions)))

    def decisions(self, place: Place) -> JSON:
        decided = self._round(place).decisions
        return None if decided is None else decode(decided)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._writer.finish()
            self._ledger.close()

    def _round(self, place: Place) -> Round:
        try:
            return self._rounds[place]
        except KeyError:
            raise never_opened(place) from None

    def _ask(self, work: Work) -> asyncio.Future[Any]:
        if self._closed:
            raise StoreError(say("the run's files are closed already"))
        self._writer.put(work)
        return work.future

    def _tell(self, outcome: Outcome) -> None:
        self._rounds |= outcome.rounds
        self._records += outcome.records
        try:
            if self._on_commit is not None and (answers := outcome.answers):
                self._on_commit(answers)
        finally:
            _resolve(outcome)


def _future() -> asyncio.Future[Any]:
    return asyncio.get_running_loop().create_future()


def _resolve(outcome: Outcome) -> None:
    # Who waited may have gone in the meantime (a phone that hung up): its future is cancelled, its work done.
    for work, result in outcome.results:
        if not work.future.done():
            work.future.set_result(result)
    for work, error in outcome.errors:
        if not work.future.done():
            work.future.set_exception(error)
