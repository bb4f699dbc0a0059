"""Keys and handles: who can find an answer, and for how long."""

import hashlib
import hmac
import os
from itertools import islice
from pathlib import Path

import pytest

from tests.store.conftest import PLACE
from workshop.core.place import Place
from workshop.store.handles import Keys, handles


def test_a_handle_is_an_hmac_of_the_token_and_the_number() -> None:
    expected = hmac.new(b"k" * 32, b"token" + b"\0\0\0\1", hashlib.sha256).digest()[:16]
    assert list(islice(handles(b"k" * 32, b"token"), 2))[1] == expected


def test_no_token_and_number_can_be_read_as_others() -> None:
    short, long = handles(b"k" * 32, b"t"), handles(b"k" * 32, b"t\0\0\0\0")
    assert not set(islice(short, 300)) & set(islice(long, 300))


def test_a_key_is_random_and_for_its_owner_alone(tmp_path: Path) -> None:
    keys = Keys(tmp_path / "keys")
    assert keys.read() == {}
    first, second = keys.make(PLACE), keys.make(Place(4, 2))
    assert len(first) == 32
    assert first != second
    assert keys.read() == {PLACE: first, Place(4, 2): second}
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "keys").iterdir()} == {0o600}
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700


def test_a_destroyed_key_is_overwritten_before_it_is_deleted(tmp_path: Path) -> None:
    keys = Keys(tmp_path / "keys")
    keys.read()
    key = keys.make(PLACE)
    (path,) = (tmp_path / "keys").iterdir()
    os.link(path, tmp_path / "still the same bytes on the disk")
    keys.destroy(PLACE)
    keys.destroy(PLACE)
    assert not path.exists()
    assert (tmp_path / "still the same bytes on the disk").read_bytes() == bytes(32) != key


@pytest.mark.parametrize("left", [b"", b"half a key", bytes(32)])
def test_what_a_crash_left_of_a_key_is_no_key_and_is_cleared_away(tmp_path: Path, left: bytes) -> None:
    keys = Keys(tmp_path / "keys")
    keys.read()
    keys.make(PLACE)
    (path,) = (tmp_path / "keys").iterdir()
    path.write_bytes(left)
    (tmp_path / "keys" / ".DS_Store").write_bytes(b"not ours")
    assert keys.read() == {}
    assert [path.name for path in (tmp_path / "keys").iterdir()] == [".DS_Store"]
