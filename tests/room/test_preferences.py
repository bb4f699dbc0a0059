"""What was chosen once is known to every run after it, and a damaged file stands in nobody's way."""

from pathlib import Path

import pytest

from workshop.core.phrases import phrase
from workshop.errors import RunError
from workshop.room import preferences
from workshop.room.preferences import Choice
from workshop.room.ways import Way

WAY = Way("192.168.1.23", "wlan0", "wifi", phrase("Only this computer can open it"), usable=True)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home that is not there yet."""
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_choice_is_remembered_privately_and_forgotten(home: Path) -> None:
    assert preferences.read().way is None
    preferences.remember(WAY)
    assert preferences.read().way == Choice("192.168.1.23", "wlan0")
    assert (home / preferences.NAME).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in home.iterdir()] == [preferences.NAME]
    preferences.forget()
    assert preferences.read().way is None


def test_forgetting_nothing_writes_nothing(home: Path) -> None:
    preferences.forget()
    assert not home.exists()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"way": 7}', b"\xff\xfe", b'{"way": {"card": "x"}}'])
def test_a_damaged_file_counts_as_none_and_is_written_anew(home: Path, damage: bytes) -> None:
    home.mkdir()
    (home / preferences.NAME).write_bytes(damage)
    assert preferences.read().way is None
    preferences.remember(WAY)
    assert preferences.read().way == Choice("192.168.1.23", "wlan0")


def test_where_nothing_can_be_written_one_line_says_so(home: Path) -> None:
    home.write_text("a file in its place")
    with pytest.raises(RunError, match="could not be kept"):
        preferences.remember(WAY)
