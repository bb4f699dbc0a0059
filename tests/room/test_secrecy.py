"""Nothing that may not be known leaves the room: searched for in all its bytes, in many orders of events."""

import random
import re
from contextlib import suppress
from itertools import permutations

import pytest

from tests.room.conftest import Halls
from tests.room.hall import LIVE, QUESTION, SLIDE, Hall, cards, session, token
from workshop.core.blocks import Blocks, Levels, Spotlight
from workshop.core.fields import Form
from workshop.core.hand import Hand
from workshop.core.moderation import AnyDecision, Group, Hide, Item, Merge, Rename, Show
from workshop.core.place import Place
from workshop.errors import Refusal
from workshop.room.room import Change

HELD = "{choice: Hva, options: [Rent, Skittent], other: true}"
ALIVE = "{choice: Hva, options: [Rent, Skittent], other: true, reveal: live}"
SCALE = "{scale: Hvor, statements: [Sett, Hort], reveal: live}"
WORDS = {"text": ["hemmelig"]}
OWN = {"pick": ["other"], "pick-other": ["hemmelig"]}
TICK = {"pick": ["1"]}
RATING = {"row1": ["4"], "row2": ["2"]}
RESULTS = (b"hemmelig", b'"block":"cards"', b'"block":"bars"', b'"block":"levels"', b'"option":', b'"level":')
ROADS = (
    ["next"],
    ["reveal"],
    ["reveal", "hide"],
    ["next", "undo"],
    ["close"],
    ["next", "back"],
    ["reveal", "close"],
)


def holds_results(told: bytes) -> bool:
    return any(sign in told for sign in RESULTS)


@pytest.mark.parametrize("road", ROADS, ids="-".join)
@pytest.mark.parametrize(
    ("step", "form"),
    [(QUESTION, WORDS), (LIVE, WORDS), (HELD, TICK), (ALIVE, OWN), (ALIVE, TICK), (SCALE, RATING)],
)
async def test_below_the_floor_neither_text_nor_tally_leaves_the_room(
    halls: Halls, step: str, form: Form, road: list[str]
) -> None:
    hall = await halls(session(step, SLIDE)).begin()
    await hall.do("next")
    for who in range(4):
        await hall.send(who, form)
        assert not holds_results(hall.told())
    await hall.send(4, {})
    for verb in road:
        await hall.do(verb)
        assert not holds_results(hall.told())
    await hall.restart(seconds=20)
    assert not holds_results(hall.told())
    if hall.phase == "open":
        await hall.do("reveal", "next")
    assert not holds_results(hall.told())
    assert hall.recorded(1).withheld in ("floor", "never shown")
    await hall.do("end")
    assert not holds_results(hall.told())
    assert (hall.recorded(1).blocks, hall.recorded(1).rows) == ((), [])


@pytest.mark.parametrize(("step", "form"), [(QUESTION, WORDS), (HELD, TICK), (HELD, OWN)])
async def test_a_held_round_tells_nothing_before_it_is_shown_and_all_of_it_then(
    halls: Halls, step: str, form: Form
) -> None:
    hall = await halls(session(step, SLIDE)).begin()
    await hall.do("next")
    for who in range(8):
        await hall.send(who, form)
    assert not holds_results(hall.told())
    await hall.do("close")
    assert not holds_results(hall.told())
    await hall.do("next")
    assert holds_results(hall.room.snapshot_bytes())
    assert len(hall.recorded(1).rows) == 8


async def test_what_was_never_shown_stays_out_of_the_record(asking: Hall) -> None:
    await asking.fill(range(8), word="hemmelig")
    await asking.do("close", "skip", "end")
    assert not holds_results(asking.told())
    never = asking.recorded(2)
    assert (never.withheld, never.answered, never.rows, never.blocks) == ("never shown", 8, [], ())


async def test_a_row_of_a_scale_that_too_few_rated_is_withheld_by_itself(halls: Halls) -> None:
    hall = await halls(session(SCALE, SLIDE)).begin()
    await hall.do("next")
    for who in range(4):
        await hall.send(who, {"row1": ["4"], "row2": ["2"]})
    await hall.send(4, {"row1": ["4"]})
    thin, wide = levels(hall.room.snapshot().blocks)
    assert (thin, wide) == ((0, 0, 0, 5, 0), ())
    await hall.do("next")
    await hall.wait(10)
    assert [row["statement"] for row in hall.recorded(1).rows] == ["Sett"] * 5
    assert levels(hall.recorded(1).blocks) == [(0, 0, 0, 5, 0), ()]


async def test_a_row_of_a_live_scale_changes_by_enough_people_at_a_time(halls: Halls) -> None:
    hall = await halls(session(SCALE, SLIDE)).begin()
    await hall.do("next")
    for who in range(5):
        await hall.send(who, {"row1": ["4"], "row2": ["2"]})
    before = levels(hall.room.snapshot().blocks)
    for who in range(5, 10):
        await hall.send(who, {"row1": ["1"], "row2": ["5"] if who == 5 else []})
    assert levels(hall.room.snapshot().blocks) == before == [(0, 0, 0, 5, 0), (0, 5, 0, 0, 0)]
    for who in range(10, 14):
        await hall.send(who, {"row2": ["1"]})
    assert levels(hall.room.snapshot().blocks) == [(5, 0, 0, 5, 0), (4, 5, 0, 0, 1)]


def levels(blocks: Blocks) -> list[tuple[int, ...]]:
    return [row.counts for block in blocks if isinstance(block, Levels) for row in block.rows]


Seen = dict[str, str]
"""What could be read at one time: a person's name and the number of what they had sent last."""

FLOOR = 3
PEOPLE = 14
DEEDS = {
    "send": 40,
    "again": 14,
    "withdraw": 8,
    "skip": 4,
    "hide": 5,
    "reveal": 9,
    "next": 6,
    "close": 5,
    "undo": 9,
    "open": 3,
    "back": 4,
    "goto 1": 2,
    "look": 10,
    "peek": 4,
    "hand": 6,
    "decide": 8,
    "light": 3,
    "wait": 3,
    "restart": 3,
}


class Watcher:
    """Does things at random and reads all that leaves the room, as somebody would who wants to find out."""

    def __init__(self, hall: Hall, seed: int) -> None:
        self.hall = hall
        self.chance = random.Random(seed)
        # Decisions make it harder to tell what changed: every other one who looks makes none.
        self.deeds = DEEDS if seed % 2 else DEEDS | {"decide": 0}
        self.sent: dict[int, str] = {}
        self.count = 0
        self.last: Seen = {}
        self.round = 1
        self.small = 0
        self.changes = 0
        self.items: tuple[Item, ...] = ()
        self.touched: set[str] = set()
        self.look_on()

    def look_on(self) -> None:
        """A screen draws whatever changes, at once and in the middle of things."""
        room = self.hall.room

        def draw(_: Change) -> None:
            room.snapshot()

        room.watch(draw)

    async def act(self) -> None:
        """One deed, and a look at everything afterwards."""
        deed = self.chance.choices([*self.deeds], [*self.deeds.values()])[0]
        try:
            await self._do(deed)
        except Refusal:
            return
        # What is left over appears at a close: it is never overlooked.
        if self.chance.random() < 0.8 or not self.hall.room.state.rounds[0][-1].open:
            self.watch()

    async def _do(self, deed: str) -> None:
        who = self.chance.randrange(PEOPLE)
        match deed:
            case "send":
                self.count += 1
                await self.hall.send(who, f"<{who}:{self.count}>", self.place)
                self.sent[who] = f"<{who}:{self.count}>"
            case "again":
                await self.hall.send(who, self.sent.get(who, {}), self.place)
            case "withdraw" | "skip":
                await self._take_back(who, None if deed == "withdraw" else {})
            case "wait":
                await self.hall.wait(10)
            case "restart":
                await self.hall.restart(seconds=10)
                self.look_on()
            case "peek" | "decide" | "light":
                await self._moderate(deed)
            case "hand":
                await self.hall.room.raise_hands(self.place, [Hand({"text": ("[hand]",)})])
            case _:
                await self.hall.do(*([deed] if deed != "look" else []))
        if self.place.round != self.round:
            self.round, self.last, self.sent, self.small = self.place.round, {}, {}, 0
            self.items, self.touched = (), set()

    async def _take_back(self, who: int, form: Form | None) -> None:
        await self.hall.send(who, form, self.place)
        self.sent.pop(who, None)

    async def _moderate(self, deed: str) -> None:
        if deed == "peek":
            self.items = await self.hall.room.texts(self.place)
            self._compare([item.text for item in self.items])
        elif items := self.chance.sample(self.items, min(2, len(self.items))):
            await self._decide(items, lit=deed == "light")

    async def _decide(self, items: list[Item], *, lit: bool) -> None:
        ids = tuple(item.id for item in items)
        if lit:
            await self.hall.room.spotlight(self.place, ids[0])
            return
        decisions: list[AnyDecision] = [
            Hide(ids),
            Show(ids),
            Merge(ids),
            Rename(ids, "[nytt]"),
            Group(ids, "Tema"),
        ]
        made = self.chance.choice(decisions)
        self.touched |= set() if isinstance(made, Group) else {item.text for item in items}
        await self.hall.room.decide(self.place, made)

    @property
    def place(self) -> Place:
        """The newest round."""
        return Place(0, len(self.hall.room.state.rounds[0]))

    def watch(self) -> None:
        """What can be read is what is on show, and far enough from what could be read before."""
        hall = self.hall
        round = hall.recorded(1, self.round)
        read = [cards(hall.room.snapshot().blocks), cards(hall.room.phone().blocks)]
        read.append(sorted(row["text"] for row in round.rows))
        read = [[text for text in texts if text.startswith("<")] for texts in read]
        shown = max(read, key=len)
        # Rows of the record hold merged texts one by one.
        assert all(not texts or set(shown) ^ set(texts) <= self.touched for texts in read)
        earlier = {
            text for n in range(1, self.round) for row in hall.recorded(1, n).rows for text in row.values()
        }
        lit = {block.text for block in hall.room.snapshot().blocks if isinstance(block, Spotlight)}
        told = set(re.findall(r"<\d+:\d+>", hall.told().decode())) - earlier
        assert told - lit == set(shown) - lit
        if shown:
            self._compare(shown)

    def _compare(self, texts: list[str]) -> None:
        # Raised hands are known to whoever looks, and hide nobody.
        seen: Seen = dict(text.strip("<>").split(":") for text in texts if text.startswith("<"))
        assert len(seen) + len(self.touched) >= FLOOR or not seen
        people = seen.keys() | self.last.keys()
        differ = sum(seen.get(person) != self.last.get(person) for person in people)
        # Whose text was hidden, merged or renamed may have changed it too.
        if 0 < differ < FLOOR - len(self.touched):
            # What is left over: once at the first close, once when the last one is final.
            assert not self.hall.room.state.rounds[0][-1].open
            self.small += 1
            assert self.small <= 2
        self.changes += bool(differ)
        self.last = seen


@pytest.mark.parametrize(("step", "at_least"), [(LIVE, 40), (QUESTION, 20)], ids=["live", "held"])
async def test_whatever_happens_what_is_seen_changes_by_enough_people_at_a_time(
    halls: Halls, step: str, at_least: int
) -> None:
    changes = 0
    for seed in range(40):
        hall = await halls(session(step, SLIDE, floor=FLOOR)).begin()
        await hall.do("next")
        watcher = Watcher(hall, seed)
        try:
            for _ in range(120):
                await watcher.act()
        except AssertionError as error:
            error.add_note(f"seed {seed}")
            raise
        changes += watcher.changes
    assert changes > at_least  # else nothing was tried


DESK = ("join", "answer", "answer", "answer", "peek", "peek", "reveal")


@pytest.mark.parametrize("first", sorted(set(DESK)))
async def test_in_every_order_of_join_answer_peek_and_reveal_the_desk_reads_nothing_early(
    halls: Halls, first: str
) -> None:
    rest = list(DESK)
    rest.remove(first)
    for order in sorted({(first, *others) for others in permutations(rest)}):
        hall = await halls(session(QUESTION, SLIDE, floor=FLOOR)).begin()
        await hall.do("next")
        answered = 0
        for deed in order:
            answered += deed == "answer"
            peeked = await desk_does(hall, deed, answered)
            told = "hemmelig" in hall.told().decode()
            if answered < FLOOR:
                assert (peeked, told) == (None, False), order
            elif deed == "peek":
                assert peeked == FLOOR, order
        hall.store.close()


async def desk_does(hall: Hall, deed: str, who: int) -> int | None:
    """One deed; for a peek the number of texts that were read, None where it was refused."""
    match deed:
        case "join":
            hall.room.see(token(99))
        case "answer":
            await hall.send(who, f"hemmelig {who}")
        case "reveal":
            await hall.do("reveal")
        case _:
            (sheaf,) = (await hall.room.board(hall.place.step + 1)).sheaves
            with suppress(Refusal):
                assert await hall.room.texts(hall.place) == sheaf.texts
                return len(sheaf.texts)
            assert (sheaf.texts, sheaf.themes) == ((), ())
    return None
