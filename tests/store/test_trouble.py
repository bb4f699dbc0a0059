"""Disks that are full, files that are broken, foreign or in use: one clear line, and nothing pretended."""

import asyncio
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import PLACE
from workshop.errors import StoreError
from workshop.store.ledger import ANSWERS, Ledger
from workshop.store.sqlite import SqliteStore
from workshop.store.sqlitefile import SqliteFile
from workshop.store.work import Append, Open

Opened = Callable[[], SqliteStore]
LONG = "for lang " * 5000


@contextmanager
def full_disk(size: int = 4096) -> Iterator[None]:
    """No file of this process may be written beyond `size`: the system refuses, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def outcomes(*futures: asyncio.Future[Any]) -> list[Any]:
    return await asyncio.gather(*futures, return_exceptions=True)


async def test_a_full_disk_fails_its_batch_and_the_next_one_tries_again(
    store: SqliteStore, opened: Opened
) -> None:
    await store.open(PLACE, None)
    await store.submit(PLACE, b"1", ["før"])
    with full_disk():
        failed = await outcomes(store.submit(PLACE, b"1", [LONG]), store.submit(PLACE, b"2", ["ny"]))
    assert [type(error) for error in failed] == [StoreError, StoreError]
    assert "answers.sqlite cannot be written" in str(failed[0])
    assert store.contributions(PLACE) == ["før"]
    assert store.mine(PLACE, b"1") == ("før",)
    await store.submit(PLACE, b"2", ["etter"])
    for now in (store, opened()):
        assert sorted(map(str, now.contributions(PLACE))) == ["etter", "før"]


async def test_what_a_failed_commit_wrote_is_in_no_file_once_the_disk_has_room(
    folder: Path, store: SqliteStore
) -> None:
    await store.open(PLACE, None)
    await store.submit(PLACE, b"1", [LONG])
    await store.submit(PLACE, b"1", ["kort"])  # leaves pages free, which SQLite does not keep for a rollback
    answers = folder / "answers.sqlite"
    with full_disk(answers.stat().st_size):
        (failed,) = await outcomes(store.submit(PLACE, b"2", ["<never acknowledged>" * 5000]))
    assert isinstance(failed, StoreError)
    assert b"<never acknowledged>" in answers.read_bytes()
    await store.submit(PLACE, b"2", ["etter"])
    assert b"<never acknowledged>" not in answers.read_bytes()
    assert sorted(map(str, store.contributions(PLACE))) == ["etter", "kort"]


async def test_a_batch_ends_at_its_first_failure_and_keeps_what_came_before(folder: Path) -> None:
    ledger = Ledger(folder)
    ledger.open()
    (folder / "keys").rmdir()
    (folder / "keys").write_text("in the way")
    loop = asyncio.get_running_loop()
    before, opening = Append(loop.create_future(), (b"1",)), Open(loop.create_future(), PLACE, b"null")
    after = Append(loop.create_future(), (b"2",))
    outcome = ledger.carry_out([before, opening, after])
    assert outcome.results == [(before, None)]
    assert [(work, type(error)) for work, error in outcome.errors] == [
        (opening, StoreError),
        (after, StoreError),
    ]
    assert ledger.records == outcome.records == [b"1"]
    ledger.close()


async def test_a_round_that_could_not_be_opened_leaves_no_key_and_can_be_opened_later(
    folder: Path, store: SqliteStore
) -> None:
    with full_disk():
        (failed,) = await outcomes(store.open(PLACE, LONG))
    assert isinstance(failed, StoreError)
    assert not list((folder / "keys").iterdir())
    assert store.places() == []
    await store.open(PLACE, "kort")
    await store.submit(PLACE, b"1", ["a"])
    assert store.mine(PLACE, b"1") == ("a",)


async def test_a_seal_on_a_full_disk_has_destroyed_the_key_and_lost_nothing(
    folder: Path, store: SqliteStore, opened: Opened
) -> None:
    await store.open(PLACE, None)
    await store.submit(PLACE, b"1", [LONG, "kort"])
    with full_disk():
        (failed,) = await outcomes(store.seal(PLACE))
    assert isinstance(failed, StoreError)
    assert not store.sealed(PLACE)
    assert not list((folder / "keys").iterdir())
    assert not list(folder.glob("*.new"))
    assert store.mine(PLACE, b"1") is None
    assert sorted(map(str, store.contributions(PLACE))) == [LONG, "kort"]
    await store.seal(PLACE)
    for now in (store, opened()):
        assert now.sealed(PLACE)
        assert now.contributions(PLACE) == [LONG, "kort"]


async def test_a_folder_without_room_for_keys_refuses_the_round_in_one_line(
    folder: Path, store: SqliteStore
) -> None:
    (folder / "keys").rmdir()
    (folder / "keys").write_text("in the way")
    (failed,) = await outcomes(store.open(PLACE, None))
    assert isinstance(failed, StoreError)
    assert str(folder) in str(failed)
    assert "\n" not in str(failed)
    assert store.places() == []


def test_the_promised_settings_are_in_force_on_every_connection(tmp_path: Path) -> None:
    file = SqliteFile(tmp_path / "answers.sqlite", ANSWERS)
    file.open(may_make=True)
    promised = {"journal_mode": "truncate", "synchronous": 2, "secure_delete": 1, "locking_mode": "exclusive"}
    row = (0, 1, b"{}", None, None, None, b"[]")

    def fail() -> None:
        with full_disk(), pytest.raises(StoreError):
            file.put([(*row[:6], bytes(100_000))])

    changes: list[Callable[[], None]] = [lambda: file.put([row]), lambda: file.rewrite([row]), fail]
    assert {name: file.pragma(name) for name in promised} == promised
    for change in changes:
        change()
        assert {name: file.pragma(name) for name in promised} == promised
    file.close()


async def test_files_are_for_their_owner_alone(folder: Path, store: SqliteStore) -> None:
    await store.open(PLACE, None)
    await store.append(b"1")
    await store.seal(PLACE)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"answers.sqlite", "journal.sqlite"}
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_a_store_has_one_owner(folder: Path, store: SqliteStore) -> None:
    with pytest.raises(StoreError, match=r"answers\.sqlite is in use"):
        SqliteStore(folder)
    assert store.places() == []


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE x (y)")


def torn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:4400] = b"\xa5" * 304
    path.write_bytes(content)


def directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "newer": (newer, "was written by a newer Workshop"),
    "foreign": (foreign, "is no file of Workshop's"),
    "torn": (torn, "is damaged"),
    "noise": (lambda path: path.write_bytes(b"noise " * 2000), "is damaged"),
    "empty": (lambda path: path.write_bytes(b""), "is damaged"),
    "missing": (Path.unlink, "is damaged .it is missing"),
    "directory": (directory, "cannot be opened"),
}


@pytest.mark.parametrize("name", ["answers.sqlite", "journal.sqlite"])
@pytest.mark.parametrize("damage", DAMAGES)
async def test_a_file_that_cannot_be_used_is_named_in_one_line(
    folder: Path, store: SqliteStore, name: str, damage: str
) -> None:
    await store.open(PLACE, None)
    await store.append(b"1")
    store.close()
    spoil, expected = DAMAGES[damage]
    spoil(folder / name)
    with pytest.raises(StoreError, match=expected) as caught:
        SqliteStore(folder)
    assert str(folder / name) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("body", [b"[", b"[[1,2]]", b'[["zz",1,"a"]]', b'{"a":1}', 7])
async def test_a_round_that_makes_no_sense_is_told_as_damage(
    folder: Path, store: SqliteStore, body: object
) -> None:
    await store.open(PLACE, None)
    store.close()
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection, connection:
        connection.execute("UPDATE rounds SET body = ?", (body,))
    with pytest.raises(StoreError, match=r"answers\.sqlite is damaged"):
        SqliteStore(folder)


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        SqliteStore(tmp_path / "file" / "run")
