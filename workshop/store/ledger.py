"""The run's files and what stands in them: carries out works in order, and says what came of each.

All of it runs in the writer's thread, but for opening and closing.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from workshop.core.place import Place
from workshop.errors import StoreError
from workshop.store.body import read_sealed
from workshop.store.draft import Draft
from workshop.store.handles import Keys
from workshop.store.journal import Tally
from workshop.store.rounds import OpenRound, Round, SealedRound
from workshop.store.sqlitefile import Row, SqliteFile, Table
from workshop.store.trouble import damaged, unwritten
from workshop.store.work import Append, Decide, Open, Outcome, Seal, Submit, Work

ANSWERS = Table(
    schema="""CREATE TABLE rounds (
        step INTEGER NOT NULL, round INTEGER NOT NULL, asked BLOB NOT NULL, decisions BLOB,
        answered INTEGER, abstained INTEGER, -- people; null while the round is open
        body BLOB NOT NULL, PRIMARY KEY (step, round)) WITHOUT ROWID""",
    put="INSERT OR REPLACE INTO rounds VALUES (?, ?, ?, ?, ?, ?, ?)",
    rows="SELECT * FROM rounds ORDER BY step, round",
)
JOURNAL = Table(
    schema="CREATE TABLE events (n INTEGER PRIMARY KEY, event BLOB NOT NULL)",
    put="INSERT OR REPLACE INTO events VALUES (?, ?)",
    rows="SELECT * FROM events ORDER BY n",
)


class Ledger:
    """The files of one run. `rounds` and `records` are what the disk has."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._answers = SqliteFile(folder / "answers.sqlite", ANSWERS)
        self._journal = SqliteFile(folder / "journal.sqlite", JOURNAL)
        self._keys = Keys(folder / "keys")
        self.rounds: dict[Place, Round] = {}
        self.records: list[bytes] = []

    def open(self) -> None:
        """Read what is there, or begin with nothing. Raises StoreError, and then holds nothing open."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # One file without the other is a loss to be told of, not an invitation to begin again.
            self._answers.open(may_make=not self._journal.path.exists())
            self.rounds = self._read_rounds()
            self._journal.open(may_make=not self.rounds)
            self.records = [bytes(event) for _, event in self._journal.rows()]
        except OSError as error:
            self.close()
            raise unwritten(self._folder, error) from error
        except StoreError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the files."""
        self._answers.close()
        self._journal.close()

    def carry_out(self, works: Iterable[Work]) -> Outcome:
        """Do `works` in order, neighbours of a sort in one commit; when a commit fails, all after it do too.

        So what the disk has is at every moment what a beginning of the queue asked for.
        """
        outcome = Outcome()
        failure: Exception | None = None
        for commit, neighbours in groupby(works, key=self._commit_for):
            group = list(neighbours)
            failure = failure or self._attempt(commit, group, outcome)
            if failure is not None:
                outcome.errors += [(work, failure) for work in group]
        return outcome

    def _commit_for(self, work: Work) -> Callable[[list[Any], Outcome], None]:
        match work:
            case Append():
                return self._append
            case Open() | Submit():
                return self._put
            case _:
                return self._rewrite

    def _attempt(
        self, commit: Callable[[list[Any], Outcome], None], group: list[Work], outcome: Outcome
    ) -> Exception | None:
        try:
            commit(group, outcome)
        except OSError as error:
            return unwritten(self._folder, error)
        except Exception as error:
            # Whatever it was: who waits for these works must hear that they did not happen.
            return error
        return None

    def _append(self, group: list[Append], outcome: Outcome) -> None:
        records = [record for work in group for record in work.records]
        self._journal.put(list(enumerate(records, start=len(self.records) + 1)))
        self.records += records
        outcome.records += records
        outcome.results += [(work, None) for work in group]

    def _put(self, group: list[Open | Submit], outcome: Outcome) -> None:
        draft = Draft(self.rounds, self._keys.make)
        try:
            for work in group:
                draft.take(work)
            self._answers.put([_row(place, changed) for place, changed in draft.changed.items()])
        except Exception:
            for place in draft.changed.keys() - self.rounds.keys():
                self._keys.destroy(place)
            raise
        self._publish(draft, outcome)

    def _rewrite(self, group: list[Decide | Seal], outcome: Outcome) -> None:
        draft = Draft(self.rounds, self._keys.make)
        for work in group:
            if isinstance(work, Seal):
                self._destroy_key(work.place, outcome)
            draft.take(work)
        rounds = self.rounds | draft.changed
        self._answers.rewrite([_row(place, rounds[place]) for place in sorted(rounds)])
        self._publish(draft, outcome)

    def _destroy_key(self, place: Place, outcome: Outcome) -> None:
        """The first half of sealing; the second is to write the round without its handles.

        The key goes first, as that needs no room on the disk: were it last, a full disk would keep it alive.
        Until the new file stands in the old one's place, whole and at once, the old one holds all content, so
        a crash in between loses nothing, leaves handles that no key fits, and sealing again finishes it.
        """
        self._keys.destroy(place)
        found = self.rounds.get(place)
        if isinstance(found, OpenRound):
            self.rounds[place] = outcome.rounds[place] = replace(found, key=None)

    def _publish(self, draft: Draft, outcome: Outcome) -> None:
        self.rounds |= draft.changed
        outcome.rounds |= draft.changed
        outcome.results += draft.results
        outcome.errors += draft.refused

    def _read_rounds(self) -> dict[Place, Round]:
        keys = self._keys.read()
        try:
            rounds = {Place(*row[:2]): _round(row, keys.get(Place(*row[:2]))) for row in self._answers.rows()}
        except (TypeError, ValueError) as error:
            raise damaged(self._answers.path, error) from error
        for place in keys:
            # A crash came between the key and the round that it was made for.
            if place not in rounds or isinstance(rounds[place], SealedRound):
                self._keys.destroy(place)
        return rounds


def _round(row: Row, key: bytes | None) -> Round:
    _, _, asked, decisions, answered, abstained, body = row
    if answered is None:
        return OpenRound.read(asked, key, decisions, body)
    return SealedRound(asked, decisions, Tally(answered, abstained), read_sealed(body))


def _row(place: Place, kept: Round) -> Row:
    counted = kept.tally() if isinstance(kept, SealedRound) else (None, None)
    return (*place, kept.asked, kept.decisions, *counted, kept.text())
