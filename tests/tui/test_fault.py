"""What is written down of a fault: where it happened, and nothing of what people wrote."""

import stat
from pathlib import Path

import pytest

from workshop.tui.fault import NAME, describe, stopped, write_down

SECRET = "sjefen hører aldri på oss"


def fall_over(answer: str) -> None:
    raise KeyError(answer)


@pytest.fixture
def fault() -> KeyError:
    with pytest.raises(KeyError) as caught:
        fall_over(SECRET)
    return caught.value


def test_the_kind_and_the_place_are_told_but_not_the_words(fault: KeyError) -> None:
    described = describe(fault)
    assert described.startswith("KeyError at ")
    assert "in fall_over" in described
    assert SECRET not in described


def test_the_log_is_its_owners_alone_and_is_added_to(fault: KeyError, tmp_path: Path) -> None:
    log = write_down(fault, tmp_path)
    assert log == tmp_path / NAME
    once = log.read_text()
    write_down(fault, tmp_path)
    assert log.read_text() == once * 2
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_folder_that_takes_no_log_makes_it_no_worse(fault: KeyError, tmp_path: Path) -> None:
    assert write_down(fault, tmp_path / "gone") is None
    assert write_down(fault, None) is None


def test_the_person_is_told_in_one_line_where_to_look(fault: KeyError, tmp_path: Path) -> None:
    told = str(stopped(fault, tmp_path / NAME))
    assert str(tmp_path / NAME) in told
    assert "\n" not in told
    assert SECRET not in told
    assert "KeyError" in str(stopped(fault, None))
