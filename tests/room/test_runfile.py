"""The run file: private, whole or not there, and one plain line where it cannot be read."""

import stat
from pathlib import Path

import msgspec
import pytest

from workshop.errors import RunError
from workshop.room import runfile
from workshop.room.runfile import RunFile

HUB = RunFile(
    run="2026-11-24-k7qx",
    code="K7QX",
    title="Å hjelpe",
    language="nb",
    join_url="HTTP://192.168.1.23:8080/K7QX",
    address="192.168.1.23:8080/K7QX",
    host="192.168.1.23",
    port=8080,
    control_url="http://127.0.0.1:40001",
    token="hemmelig",
    created=1_000.0,
)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    runfile.write(tmp_path, HUB)
    assert runfile.read(tmp_path) == HUB


def test_only_its_owner_may_read_it_whatever_the_umask_and_whoever_wrote_before(tmp_path: Path) -> None:
    path = tmp_path / runfile.NAME
    path.write_text("{}")
    path.chmod(0o666)
    runfile.write(tmp_path, HUB)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_is_replaced_by_rename_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    runfile.write(tmp_path, HUB)
    path = tmp_path / runfile.NAME
    first, reader = path.stat().st_ino, path.open()
    runfile.write(tmp_path, msgspec.structs.replace(HUB, state="live"))
    with reader:
        assert '"lobby"' in reader.read()
    assert path.stat().st_ino != first
    assert runfile.read(tmp_path).state == "live"
    assert [entry.name for entry in tmp_path.iterdir()] == [runfile.NAME]


def test_where_it_cannot_be_replaced_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / runfile.NAME).mkdir()
    with pytest.raises(OSError, match="directory"):
        runfile.write(tmp_path, HUB)
    assert [entry.name for entry in tmp_path.iterdir()] == [runfile.NAME]


@pytest.mark.parametrize("content", [None, b"", b"{", b'{"run": "x"}', b"[]", b"\xff\xfe"])
def test_a_file_that_is_not_there_or_is_none_gives_one_line(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / runfile.NAME).write_bytes(content)
    with pytest.raises(RunError) as caught:
        runfile.read(tmp_path)
    assert tmp_path.name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_of_a_newer_workshop_with_more_keys_is_read(tmp_path: Path) -> None:
    data = msgspec.json.decode(msgspec.json.encode(HUB)) | {"colour": "blue"}
    (tmp_path / runfile.NAME).write_bytes(msgspec.json.encode(data))
    assert runfile.read(tmp_path) == HUB
