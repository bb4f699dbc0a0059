"""What the room may rely on: sending, replacing, withdrawing, counting, deciding, sealing, restarting."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import PLACE
from workshop.core.place import JSON, Place
from workshop.store.journal import Answer, NotOpen, People, Store, Tally
from workshop.store.sqlite import SqliteStore

Opened = Callable[[], SqliteStore]


@pytest.fixture
async def room(store: SqliteStore) -> Store:
    """A store with one open round."""
    await store.open(PLACE, {"round": 1})
    return store


def everything(people: People) -> list[JSON]:
    known = [content for contents in people.known.values() for content in contents]
    return sorted([*known, *people.loose], key=repr)


async def test_an_answer_is_mine_and_in_the_room(room: Store) -> None:
    answer = await room.submit(PLACE, b"token", ["to ord", {"x": 1.5, "æ": None}])
    assert answer == Answer(PLACE, answer.person, ("to ord", {"x": 1.5, "æ": None}))
    assert room.mine(PLACE, b"token") == ("to ord", {"x": 1.5, "æ": None})
    assert room.mine(PLACE, b"another") is None
    assert sorted(room.contributions(PLACE), key=str) == ["to ord", {"x": 1.5, "æ": None}]
    assert room.tally(PLACE) == Tally(answered=1, abstained=0)


async def test_sending_again_replaces_all_of_mine_and_keeps_the_person(room: Store) -> None:
    first = await room.submit(PLACE, b"token", ["en", "to", "tre"])
    other = await room.submit(PLACE, b"other", ["fire"])
    second = await room.submit(PLACE, b"token", ["bare en"])
    assert first.person == second.person != other.person
    assert sorted(map(str, room.contributions(PLACE))) == ["bare en", "fire"]


async def test_an_abstention_counts_as_a_person_without_content(room: Store) -> None:
    await room.submit(PLACE, b"token", [])
    assert room.mine(PLACE, b"token") == ()
    assert room.contributions(PLACE) == []
    assert room.tally(PLACE) == Tally(answered=0, abstained=1)


async def test_a_withdrawn_answer_leaves_nobody(room: Store) -> None:
    sent = await room.submit(PLACE, b"token", ["angret"])
    answer = await room.submit(PLACE, b"token", None)
    assert answer == Answer(PLACE, sent.person, None)
    assert room.mine(PLACE, b"token") is None
    assert room.tally(PLACE) == Tally(0, 0)
    assert room.people(PLACE) == People({}, ())


async def test_rounds_do_not_share_persons(room: Store) -> None:
    second = Place(PLACE.step, 2)
    await room.open(second, None)
    here = await room.submit(PLACE, b"token", ["her"])
    there = await room.submit(second, b"token", ["der"])
    assert here.person != there.person
    assert room.places() == [PLACE, second]


async def test_people_have_their_contributions_together(room: Store) -> None:
    mine = await room.submit(PLACE, b"token", ["a", "b"])
    skipped = await room.submit(PLACE, b"other", [])
    assert room.people(PLACE) == People({mine.person: ("a", "b"), skipped.person: ()}, ())


async def test_after_a_restart_mine_is_found_and_people_are_counted_but_not_put_together(
    room: Store, opened: Opened
) -> None:
    sent = await room.submit(PLACE, b"token", ["a", "b", "c"])
    await room.submit(PLACE, b"other", [])
    again = opened()
    assert again.mine(PLACE, b"token") == ("a", "b", "c")
    assert again.tally(PLACE) == Tally(answered=1, abstained=1)
    people = again.people(PLACE)
    assert people.known[sent.person] == ("a",)
    assert sorted(map(str, people.loose)) == ["b", "c"]
    await again.submit(PLACE, b"token", ["d"])
    assert everything(again.people(PLACE)) == again.contributions(PLACE) == ["d"]


async def test_a_shorter_answer_after_a_restart_leaves_nothing_of_the_longer_one(
    room: Store, opened: Opened
) -> None:
    await room.submit(PLACE, b"token", ["a", "b", "c"])
    await opened().submit(PLACE, b"token", ["ny"])
    assert opened().contributions(PLACE) == ["ny"]


async def test_opening_an_open_round_changes_nothing(room: Store, folder: Path) -> None:
    await room.submit(PLACE, b"token", ["svar"])
    before = (folder / "answers.sqlite").read_bytes()
    await room.open(PLACE, {"something": "else"})
    assert room.asked(PLACE) == {"round": 1}
    assert room.mine(PLACE, b"token") == ("svar",)
    assert (folder / "answers.sqlite").read_bytes() == before


async def test_a_sealed_round_keeps_content_and_numbers_and_knows_nobody(room: Store, opened: Opened) -> None:
    await room.submit(PLACE, b"1", ["b", "c"])
    await room.submit(PLACE, b"2", ["a"])
    await room.submit(PLACE, b"3", [])
    await room.seal(PLACE)
    for now in (room, opened()):
        assert now.sealed(PLACE)
        assert now.contributions(PLACE) == ["a", "b", "c"]
        assert now.tally(PLACE) == Tally(answered=2, abstained=1)
        assert now.mine(PLACE, b"1") is None
        assert now.people(PLACE) == People({}, ("a", "b", "c"))
        assert now.asked(PLACE) == {"round": 1}


async def test_sealing_twice_is_sealing_once(room: Store, folder: Path) -> None:
    await room.submit(PLACE, b"1", ["a"])
    await asyncio.gather(room.seal(PLACE), room.seal(PLACE))
    before = (folder / "answers.sqlite").read_bytes()
    await room.seal(PLACE)
    assert (folder / "answers.sqlite").read_bytes() == before
    assert not list((folder / "keys").iterdir())


async def test_what_was_sent_before_the_seal_is_in_and_what_was_sent_after_is_not(room: Store) -> None:
    sent = room.submit(PLACE, b"1", ["før"])
    sealed = room.seal(PLACE)
    late = room.submit(PLACE, b"2", ["etter"])
    await asyncio.gather(sent, sealed)
    with pytest.raises(NotOpen, match="step 4 is closed"):
        await late
    assert room.contributions(PLACE) == ["før"]


async def test_a_late_phone_does_not_touch_the_file(room: Store, folder: Path) -> None:
    await room.submit(PLACE, b"1", ["a"])
    await room.seal(PLACE)
    before = (folder / "answers.sqlite").read_bytes()
    for late in (room.submit(PLACE, b"2", ["b"]), room.open(PLACE, None)):
        with pytest.raises(NotOpen):
            await late
    assert (folder / "answers.sqlite").read_bytes() == before


async def test_a_round_that_was_never_opened_is_an_error_everywhere(store: Store) -> None:
    for write in (store.submit(PLACE, b"1", ["a"]), store.seal(PLACE), store.decide(PLACE, [])):
        with pytest.raises(NotOpen, match="never opened"):
            await write
    for read in (store.asked, store.contributions, store.tally, store.sealed, store.decisions, store.people):
        with pytest.raises(NotOpen, match="never opened"):
            read(PLACE)


async def test_a_refused_answer_does_not_stop_its_neighbours(room: Store) -> None:
    futures = [room.submit(place, b"1", ["a"]) for place in (PLACE, Place(9, 1), PLACE)]
    results = await asyncio.gather(*futures, return_exceptions=True)
    assert [type(result) for result in results] == [Answer, NotOpen, Answer]


async def test_decisions_replace_those_before_while_open_and_sealed(room: Store, opened: Opened) -> None:
    assert room.decisions(PLACE) is None
    await room.decide(PLACE, {"hidden": ["k1"]})
    await room.submit(PLACE, b"1", ["a"])
    assert room.decisions(PLACE) == {"hidden": ["k1"]}
    await room.seal(PLACE)
    assert room.decisions(PLACE) == {"hidden": ["k1"]}
    await room.decide(PLACE, {"hidden": []})
    assert opened().decisions(PLACE) == {"hidden": []}


async def test_decisions_that_were_all_taken_back_leave_no_trace(room: Store, folder: Path) -> None:
    await room.seal(PLACE)
    before = (folder / "answers.sqlite").read_bytes()
    await room.decide(PLACE, ["hidden"])
    await room.decide(PLACE, None)
    assert room.decisions(PLACE) is None
    assert (folder / "answers.sqlite").read_bytes() == before


async def test_the_journal_keeps_its_order_over_restarts(store: Store, opened: Opened) -> None:
    await asyncio.gather(store.append(b"1", b"2"), store.append(b"3"))
    await opened().append(b"4")
    assert opened().events() == [b"1", b"2", b"3", b"4"]


async def test_nothing_is_seen_before_it_is_acknowledged(room: Store) -> None:
    future = room.submit(PLACE, b"1", ["a"])
    time.sleep(0.05)  # the loop stands still while the writer commits
    assert room.contributions(PLACE) == []
    await future
    assert room.contributions(PLACE) == ["a"]


async def test_the_room_hears_of_a_batch_before_those_who_wait(folder: Path) -> None:
    heard: list[tuple[list[Answer], bool]] = []
    futures: list[asyncio.Future[Answer]] = []
    store = SqliteStore(
        folder, lambda answers: heard.append((answers, any(f.done() for f in futures[seen() :])))
    )

    def seen() -> int:
        return sum(len(answers) for answers, _ in heard)

    await store.open(PLACE, None)
    futures += [store.submit(PLACE, b"%d" % i, [i]) for i in range(200)]
    answers = await asyncio.gather(*futures)
    store.close()
    assert [answer for batch, _ in heard for answer in batch] == answers
    assert not any(done for _, done in heard)
    assert len(heard) < 200


async def test_a_phone_that_hangs_up_has_still_answered(room: Store) -> None:
    gone, waiting = room.submit(PLACE, b"1", ["a"]), room.submit(PLACE, b"2", ["b"])
    gone.cancel()
    await waiting
    assert room.mine(PLACE, b"1") == ("a",)


@pytest.mark.parametrize("content", [[None], [float("nan")], ["\ud800"], [object()]])
async def test_what_json_cannot_hold_is_refused_at_once(room: Store, content: list[Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        room.submit(PLACE, b"1", content)
    assert room.contributions(PLACE) == []


async def test_a_closed_store_says_so_and_closes_again_in_silence(room: Store) -> None:
    pending = room.submit(PLACE, b"1", ["a"])
    room.close()
    room.close()
    await pending
    assert room.mine(PLACE, b"1") == ("a",)
    with pytest.raises(Exception, match="closed already"):
        room.append(b"1")


def test_what_was_asked_for_when_the_loop_ended_is_written(folder: Path) -> None:
    async def send() -> SqliteStore:
        store = SqliteStore(folder)
        await store.open(PLACE, None)
        store.submit(PLACE, b"1", ["a"])
        return store

    asyncio.run(send()).close()
    again = SqliteStore(folder)
    assert again.contributions(PLACE) == ["a"]
    again.close()
