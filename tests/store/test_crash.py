"""Kill -9 at random moments and at chosen ones: what was acknowledged stays, once, and nothing else does."""

import asyncio
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import PLACE
from tests.store.phones import DEATHS, PHONES, answer, token, turn_of
from workshop.store.journal import Tally
from workshop.store.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]
Opened = Callable[[], SqliteStore]


def start(folder: Path, *orders: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.store.phones", str(folder), *orders]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)


def acknowledged_until_killed(folder: Path, seconds: float) -> dict[int, int]:
    """The last turn of every phone that was acknowledged before the process was killed."""
    with start(folder, "send") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        process.kill()
        lines = process.stdout.read().split(b"\n")[:-1]
    return {int(phone): int(turn) for phone, turn in map(bytes.split, lines)}


def texts_in(folder: Path) -> set[bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {text for path in files for text in re.findall(rb"<phone \d+ turn \d+>", path.read_bytes())}


async def test_killed_at_random_moments_nothing_acknowledged_is_lost_and_nothing_doubled(
    folder: Path, tmp_path: Path, opened: Opened
) -> None:
    rng = random.Random(3)
    last = dict.fromkeys(range(PHONES), -1)
    for _ in range(20):
        last |= acknowledged_until_killed(folder, rng.random() * 0.06)
        store = opened()
        turns = [turn_of(store.mine(PLACE, token(phone))) for phone in range(PHONES)]
        # What was on its way may have arrived; its acknowledgement is what the kill took.
        assert all(turns[phone] in (last[phone], last[phone] + 1) for phone in range(PHONES))
        there = [
            content for phone in range(PHONES) if turns[phone] >= 0 for content in answer(phone, turns[phone])
        ]
        assert Counter(map(str, store.contributions(PLACE))) == Counter(map(str, there))
        assert store.tally(PLACE) == Tally(sum(turn >= 0 for turn in turns), 0)
        # No more than these; fewer are seen where one lies across two pages.
        assert texts_in(folder) <= {b"<phone %d turn %d>" % (p, t) for p, t in enumerate(turns)}
        store.close()
        last = dict(enumerate(turns))
    assert sum(last.values()) > PHONES
    store = opened()
    await store.seal(PLACE)
    store.close()
    assert (folder / "answers.sqlite").read_bytes() == await untroubled(tmp_path / "calm", last)


async def untroubled(folder: Path, turns: dict[int, int]) -> bytes:
    """The file of a room that sent just these answers, with no crash and no turn before."""
    store = SqliteStore(folder)
    await store.open(PLACE, None)
    await asyncio.gather(*[store.submit(PLACE, token(p), answer(p, t)) for p, t in turns.items()])
    await store.seal(PLACE)
    store.close()
    return (folder / "answers.sqlite").read_bytes()


@pytest.mark.parametrize("death", DEATHS)
async def test_a_seal_that_was_killed_has_lost_nothing_and_is_finished_by_another(
    folder: Path, tmp_path: Path, opened: Opened, death: str
) -> None:
    turns = {phone: phone for phone in range(PHONES)}
    store = opened()
    await store.open(PLACE, None)
    await asyncio.gather(*[store.submit(PLACE, token(p), answer(p, t)) for p, t in turns.items()])
    everything = sorted(map(str, store.contributions(PLACE)))
    store.close()
    with start(folder, "seal", death) as process:
        assert process.wait() == -9
    store = opened()
    assert sorted(map(str, store.contributions(PLACE))) == everything
    alive = death == "before the key is overwritten"
    assert (store.mine(PLACE, token(1)) is not None) == alive
    assert len(list((folder / "keys").iterdir())) == alive
    assert store.sealed(PLACE) == (death == "before the new name is durable")
    await store.seal(PLACE)
    assert store.sealed(PLACE)
    store.close()
    assert not list((folder / "keys").iterdir())
    assert (folder / "answers.sqlite").read_bytes() == await untroubled(tmp_path / "calm", turns)
    assert not list(folder.glob("*.new"))


HALF_A_COMMIT = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for pragma in ("journal_mode = TRUNCATE", "cache_size = 2", "cache_spill = 1"):
    connection.execute("PRAGMA " + pragma)
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE rounds SET body = CAST(body || ? AS BLOB)", (b"<never acknowledged>" * 5000,))
os.kill(os.getpid(), signal.SIGKILL)
"""


async def test_a_commit_that_broke_off_half_way_is_undone(folder: Path, opened: Opened) -> None:
    store = opened()
    await store.open(PLACE, None)
    await store.submit(
        PLACE, token(0), ["lang " * 5000]
    )  # its pages will be free, and SQLite keeps no free page
    await asyncio.gather(*[store.submit(PLACE, token(p), answer(p, p)) for p in range(PHONES)])
    before = sorted(map(str, store.contributions(PLACE)))
    store.close()
    answers = folder / "answers.sqlite"
    subprocess.run([sys.executable, "-c", HALF_A_COMMIT, str(answers)], check=False)
    assert b"<never acknowledged>" in answers.read_bytes()
    assert (folder / "answers.sqlite-journal").stat().st_size > 4096
    store = opened()
    assert sorted(map(str, store.contributions(PLACE))) == before
    assert b"<never acknowledged>" not in answers.read_bytes()
    assert not (folder / "answers.sqlite-journal").exists()


@pytest.mark.parametrize("name", ["answers.sqlite-journal", "answers.sqlite.new"])
async def test_what_a_crash_left_beside_the_file_is_cleared_away(
    folder: Path, opened: Opened, name: str
) -> None:
    await opened().open(PLACE, None)
    opened().close()
    # A journal begins with zeros until all of it is on the disk.
    (folder / name).write_bytes(bytes(512) + b"<left over>")
    assert opened().places() == [PLACE]
    assert not any(b"<left over>" in path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_a_key_without_a_round_is_destroyed_and_a_round_without_a_key_can_be_sealed(
    folder: Path, opened: Opened
) -> None:
    store = opened()
    await store.open(PLACE, None)
    await store.submit(PLACE, token(1), ["a"])
    store.close()
    key = folder / "keys" / "3.1.key"
    key.rename(folder / "keys" / "7.1.key")
    store = opened()
    assert not list((folder / "keys").iterdir())
    assert store.contributions(PLACE) == ["a"]
    assert store.mine(PLACE, token(1)) is None
    await store.seal(PLACE)
    assert store.tally(PLACE) == Tally(1, 0)
