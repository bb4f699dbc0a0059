"""The files know what was answered and nothing of how it came about."""

import asyncio
import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from tests.store.conftest import PLACE
from workshop.core.place import JSON, Place
from workshop.store.sqlite import SqliteStore

PLACES = (Place(1, 1), Place(4, 1), Place(4, 2))
Sending = tuple[Place, bytes, list[JSON] | None]


def answers_of_the_room() -> dict[tuple[Place, bytes], list[JSON]]:
    """What everybody has sent in the end, over several pages of the file."""
    rng = random.Random(1)
    return {
        (place, b"person %d" % n): [f"{place} {n} {i} " + "ø" * rng.randrange(90) for i in range(n % 4)]
        for place in PLACES
        for n in range(40)
    }


def sendings(rng: random.Random) -> list[Sending]:
    """A way to come there: everybody's own detours, and all of them mixed."""
    queues: list[list[Sending]] = []
    for (place, token), last in answers_of_the_room().items():
        tries: list[list[JSON] | None] = [None, [], ["bare en tanke " * rng.randrange(60)]]
        detours = rng.choices(tries, k=rng.randrange(4))
        queues.append([(place, token, contents) for contents in (*detours, last)])
    for n in range(rng.randrange(10)):
        regretted = rng.choice(PLACES), b"nobody %d" % n
        queues.append([(*regretted, ["sendt ved en feil"]), (*regretted, None)])
    turns = [queue for queue in queues for _ in queue]
    rng.shuffle(turns)
    return [queue.pop(0) for queue in turns]


def batches(sent: Sequence[Sending], size: int | None, rng: random.Random) -> Iterator[Sequence[Sending]]:
    start = 0
    while start < len(sent):
        stop = start + (size or rng.randrange(1, 40))
        yield sent[start:stop]
        start = stop


async def hold(folder: Path, seed: int, size: int | None, restart: bool = False) -> bytes:
    """Everything that is left when the three rounds were answered in the seed's order, so many at once."""
    rng = random.Random(seed)
    store = SqliteStore(folder)
    for place in PLACES:
        await store.open(place, {"options": ["ja", "nei"]})
    for batch in batches(sendings(rng), size, rng):
        await asyncio.gather(*[store.submit(*sending) for sending in batch])
        if restart and rng.random() < 0.2:
            store.close()
            store = SqliteStore(folder)
    for place in PLACES:
        await store.seal(place)
    await store.decide(PLACES[0], {"hidden": []})
    store.close()
    return (folder / "answers.sqlite").read_bytes()


async def test_after_the_seal_the_file_is_the_same_byte_for_byte_whatever_the_order(tmp_path: Path) -> None:
    files = [
        *[await hold(tmp_path / f"one by one {seed}", seed, size=1) for seed in range(2)],
        *[await hold(tmp_path / f"some at once {seed}", seed, size=None) for seed in range(2, 6)],
        *[await hold(tmp_path / f"all at once {seed}", seed, size=100_000) for seed in range(6, 9)],
        await hold(tmp_path / "restarts", 9, size=None, restart=True),
    ]
    assert len(set(files)) == 1
    assert len(files[0]) > 5 * 4096


async def test_one_answer_more_makes_another_file(folder: Path, tmp_path: Path) -> None:
    same = await hold(tmp_path / "same", 1, size=None)
    store = SqliteStore(folder)
    for place in PLACES:
        await store.open(place, {"options": ["ja", "nei"]})
    sent = [store.submit(*key, content) for key, content in answers_of_the_room().items()]
    await asyncio.gather(*sent, store.submit(PLACES[2], b"one more", ["x"]))
    for place in PLACES:
        await store.seal(place)
    await store.decide(PLACES[0], {"hidden": []})
    store.close()
    assert (folder / "answers.sqlite").read_bytes() != same


def found_in(folder: Path, pattern: bytes) -> set[bytes]:
    """Everything that `pattern` matches in any file of the run."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {match for path in files for match in re.findall(pattern, path.read_bytes())}


async def test_replaced_and_withdrawn_texts_are_in_no_file(folder: Path, store: SqliteStore) -> None:
    rng = random.Random(2)
    await store.open(PLACE, None)
    for turn in range(4):
        for n in range(60):
            words: list[JSON] = [f"<{n}.{turn}>" * rng.randrange(2, 150) for _ in range(3 - turn % 3)]
            store.submit(PLACE, b"%d" % n, words)
        await store.append(b"tick")
        if turn == 0:
            assert len(found_in(folder, rb"<\d+\.0>")) == 60
    for n in range(0, 60, 2):
        store.submit(PLACE, b"%d" % n, None)
    await store.decide(PLACE, "<decided.0>" * 2)
    await store.decide(PLACE, "<decided.1>" * 2)
    left = {b"<%d.3>" % n for n in range(1, 60, 2)} | {b"<decided.1>"}
    assert found_in(folder, rb"<\w+\.\d>") == left
    await store.seal(PLACE)
    assert found_in(folder, rb"<\w+\.\d>") == left


def tau(values: Sequence[float]) -> float:
    """Kendall's: 1 when `values` rise all the way, -1 when they fall, near 0 when they know no order."""
    pairs = [(a, b) for i, a in enumerate(values) for b in values[i + 1 :]]
    return sum((a < b) - (a > b) for a, b in pairs) / len(pairs)


@pytest.mark.parametrize("size", [1, 17, 300])
async def test_where_a_text_stands_in_an_open_file_tells_nothing_of_when_it_came(
    folder: Path, store: SqliteStore, size: int
) -> None:
    await store.open(PLACE, None)
    for start in range(0, 300, size):
        sent = [store.submit(PLACE, b"%d" % n, [f"<{n}>"]) for n in range(start, min(300, start + size))]
        await asyncio.gather(*sent)
    content = (folder / "answers.sqlite").read_bytes()
    at = [content.find(b"<%d>" % n) for n in range(300)]
    places = [place for place in at if place >= 0]  # a text may lie across two pages
    assert len(places) > 280
    # 300 values in random order stay within ±0.04 two times of three, and within ±0.2 but for once in 10^6.
    assert abs(tau(places)) < 0.2


def test_the_measure_of_order_sees_order() -> None:
    assert tau([1, 2, 3, 4]) == 1
    assert tau([4, 3, 2, 1]) == -1
    assert tau([2, 4, 1, 3]) == 0


async def test_no_file_ties_two_contributions_to_one_person(folder: Path, store: SqliteStore) -> None:
    await store.open(PLACE, None)
    tokens = [random.Random(n).randbytes(32) for n in range(200)]
    await asyncio.gather(*[store.submit(PLACE, t, [f"<{n}>", f"<{n}>"]) for n, t in enumerate(tokens)])
    content = (folder / "answers.sqlite").read_bytes()
    order = re.findall(rb"<\d+>", content)
    neighbours = sum(a == b for a, b in pairwise(order))
    assert len(order) > 380
    # 400 in random order have one such pair on average; written together they would have 200.
    assert neighbours < 12
    assert not [token for token in tokens if token in content or token.hex().encode() in content]


async def test_a_sealed_file_holds_no_handle(
    folder: Path, store: SqliteStore, opened: Callable[[], SqliteStore]
) -> None:
    await store.open(PLACE, None)
    persons = [(await store.submit(PLACE, b"%d" % n, ["likt"])).person for n in range(20)]
    written = (folder / "answers.sqlite").read_bytes()
    assert all(person.hex().encode() in written for person in persons)
    await store.seal(PLACE)
    opened()
    written = (folder / "answers.sqlite").read_bytes()
    assert not any(person.hex().encode() in written or person in written for person in persons)
