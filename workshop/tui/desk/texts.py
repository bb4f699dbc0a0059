"""The texts on the board: which are seen, marked and pointed at, and what was just decided about them.

A decision counts here at once, and until the hub has answered it is kept beside what the hub said last.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from workshop.core.moderation import AnyDecision, Item, decide
from workshop.core.themes import after
from workshop.room.board import WAITING, Board, Sheaf

from .finding import holds, sought


class Key(NamedTuple):
    """Which text of which step (1-based)."""

    step: int
    id: str


class Row(NamedTuple):
    """A text that is seen, and the step (1-based) that it answers."""

    step: int
    item: Item

    @property
    def key(self) -> Key:
        """Its name."""
        return Key(self.step, self.item.id)


class _Made(NamedTuple):
    number: int
    step: int
    decision: AnyDecision


class _Done(NamedTuple):
    pointer: Key | None
    number: int | None  # of the decision, where it was one


class Texts:
    """One tab of the board.

    A text that goes by somebody else's doing takes the pointer with it: no decision may fall on another that
    comes to stand in its place.
    """

    def __init__(self) -> None:
        self.board: Board | None = None
        self.sheaves: tuple[Sheaf, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self.typed = ""
        self.loose = False
        self.marked: set[Key] = set()
        self.sent = 0
        self._pointer: Key | None = None
        self._line = 0
        self._made: list[_Made] = []
        self._done: list[_Done] = []

    @property
    def at(self) -> int | None:
        """The number of the row pointed at."""
        if self._line < len(self.rows) and self.rows[self._line].key == self._pointer:
            return self._line
        return None

    @property
    def pointed(self) -> Row | None:
        """The text pointed at."""
        return None if self.at is None else self.rows[self.at]

    @property
    def targets(self) -> tuple[Row, ...]:
        """What a key decides about: the marked texts, else the one that is pointed at."""
        if self.marked:
            return tuple(row for row in self._every() if row.key in self.marked)
        return () if self.pointed is None else (self.pointed,)

    @property
    def sheaf(self) -> Sheaf | None:
        """The texts of the step that is pointed at, all of them."""
        step = self.pointed.step if self.pointed else self.sheaves[0].step if self.sheaves else None
        return next((sheaf for sheaf in self.sheaves if sheaf.step == step), None)

    @property
    def count(self) -> int:
        """How many there are, seen or not."""
        return sum(len(sheaf.texts) for sheaf in self.sheaves)

    def turn_to(self, number: int) -> None:
        """Another tab: nothing of this one is left, but for what is on its way to the hub."""
        if self.board is not None:
            self.board = msgspec.structs.replace(self.board, at=number, sheaves=())
        self.marked.clear()
        self.typed, self.loose, self._pointer, self._line = "", False, None, 0
        self._show()

    def fill(self, board: Board, sent: int) -> None:
        """Takes the board as it was after so many decisions; the first one comes with the pointer."""
        began = bool(self.rows or self.typed or self.loose)
        self.board = board
        self.forget(sent)
        if not began and self.rows:
            self._point(next((n for n, row in enumerate(self.rows) if row.item.waits), 0))

    def forget(self, sent: int) -> None:
        """The hub has carried out, or refused, so many decisions of this screen."""
        self._made = [made for made in self._made if made.number > sent]
        self._show()

    def make(self, step: int, decision: AnyDecision, *, move_on: bool = False) -> None:
        """A decision that is on its way, counted at once. `move_on`: then the next text is pointed at."""
        here, decided = self._pointer, {Key(step, id) for id in decision.ids}
        onward = self._following(decided) if move_on and here in decided else None
        self.sent += 1
        self._made.append(_Made(self.sent, step, decision))
        self._done.append(_Done(here, self.sent))
        self.marked -= decided
        self._show()
        keys = self._keys()
        if onward in keys:
            self._point(keys.index(onward))
        elif here is not None and here not in keys:
            self._point(self._line)

    def take_back(self) -> None:
        """What was done last is being undone; what was pointed at then is pointed at again."""
        if not self._done:
            return
        done = self._done.pop()
        self._made = [made for made in self._made if made.number != done.number]
        self._show()
        if done.pointer in self._keys():
            self._point(self._keys().index(done.pointer))

    def remember(self) -> None:
        """Something else was done here that can be undone."""
        self._done.append(_Done(self._pointer, None))

    def move(self, by: int) -> None:
        """Points so many rows further down, at the ends no further; from nowhere, where it was last."""
        self._point(self._line if self.at is None else self.at + by)

    def mark(self) -> None:
        """Marks the text pointed at, or no longer, and goes on to the next."""
        if self.pointed is not None:
            self.marked ^= {self.pointed.key}
            self.move(1)

    def mark_all(self) -> None:
        """Marks everything that is seen; where it is marked already, nothing of it."""
        keys = set(self._keys())
        self.marked = self.marked - keys if keys <= self.marked else self.marked | keys

    def look_for(self, typed: str) -> None:
        """Only texts that hold these words are seen."""
        self.typed = typed
        self._narrowed()

    def look_at_loose(self, on: bool) -> None:
        """Only texts that are in no theme are seen, and none that is hidden."""
        self.loose = on
        self._narrowed()

    def _narrowed(self) -> None:
        here = self._pointer
        self._show()
        keys = self._keys()
        self._point(keys.index(here) if here in keys else 0)

    def _show(self) -> None:
        board = self.board
        self.sheaves = tuple(map(self._as_made, board.sheaves)) if board else ()
        words = sought(self.typed)
        self.rows = tuple(row for row in self._every() if self._is_seen(row, words))
        self.marked &= {row.key for row in self._every()}
        keys = self._keys()
        if self._pointer in keys:
            self._line = keys.index(self._pointer)

    def _as_made(self, sheaf: Sheaf) -> Sheaf:
        items, themes = {item.id: item for item in sheaf.texts}, sheaf.themes
        for made in self._made:
            if made.step == sheaf.step:
                themes = after(themes, items, made.decision)
                decide(items, made.decision)
        waiting = self.board is not None and self.board.at == WAITING
        texts = tuple(item for item in items.values() if item.waits or not waiting)
        return msgspec.structs.replace(sheaf, texts=texts, themes=themes)

    def _is_seen(self, row: Row, words: Sequence[str]) -> bool:
        if self.loose and (row.item.theme or row.item.hidden):
            return False
        return holds(words, row.item.text, row.item.theme)

    def _every(self) -> Iterable[Row]:
        return (Row(sheaf.step, item) for sheaf in self.sheaves for item in sheaf.texts)

    def _keys(self) -> list[Key]:
        return [row.key for row in self.rows]

    def _following(self, passed: set[Key]) -> Key | None:
        """The first text after the one pointed at that is not among those."""
        return next((row.key for row in self.rows[self._line + 1 :] if row.key not in passed), None)

    def _point(self, line: int) -> None:
        if self.rows:
            self._line = max(0, min(line, len(self.rows) - 1))
            self._pointer = self.rows[self._line].key
