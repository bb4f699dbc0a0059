"""Which file SESSION on a command line means."""

from pathlib import Path

import pytest

from workshop.sessionfile import shelf
from workshop.sessionfile.build import load
from workshop.sessionfile.problems import SessionProblems

SHIPPED = Path(__file__).parents[2] / "sessions"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refusal(name: str) -> str:
    with pytest.raises(SessionProblems) as caught:
        shelf.find(name)
    return str(caught.value)


def test_every_session_that_ships_is_on_the_shelf_and_checks_clean() -> None:
    assert [file.name for file in shelf.shipped()] == sorted(file.name for file in SHIPPED.glob("*.yaml"))
    for file in shelf.shipped():
        assert load(file).steps


def test_a_name_means_the_session_that_ships() -> None:
    assert shelf.find("ivareta-hjelperne") == SHIPPED / "ivareta-hjelperne.yaml"


def test_a_path_means_the_file(elsewhere: Path) -> None:
    (elsewhere / "mine.yaml").touch()
    assert shelf.find("mine.yaml") == Path("mine.yaml")
    assert shelf.find(str(elsewhere / "mine.yaml")) == elsewhere / "mine.yaml"


def test_a_file_here_comes_before_a_name_and_a_folder_does_not(elsewhere: Path) -> None:
    (elsewhere / "retrospective").mkdir()
    assert shelf.find("retrospective").parent == SHIPPED
    (elsewhere / "retrospective").rmdir()
    (elsewhere / "retrospective").touch()
    assert shelf.find("retrospective") == Path("retrospective")


def test_a_wheel_ships_its_sessions_inside_the_package(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = elsewhere / "site-packages" / "workshop"
    (package / "sessions").mkdir(parents=True)
    (package / "sessions" / "retrospective.yaml").touch()
    (package.parent / "sessions").mkdir()
    (package.parent / "sessions" / "somebody-elses.yaml").touch()
    monkeypatch.setattr(shelf, "_PACKAGE", package)
    monkeypatch.setattr(shelf, "_CHECKOUT", package.parent)
    assert shelf.shipped() == [package / "sessions" / "retrospective.yaml"]


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    assert "did you mean “retrospective”?" in refusal("retrospectiv")


def test_a_name_near_nothing_is_answered_with_all_that_ship() -> None:
    assert "ivareta-hjelperne or retrospective" in refusal("zzzzzz")


def test_a_file_here_is_suggested_where_only_its_ending_is_missing(elsewhere: Path) -> None:
    (elsewhere / "mandag.yaml").touch()
    assert "did you mean “mandag.yaml”?" in refusal("mandag")


@pytest.mark.parametrize("path", ["nowhere/mine.yaml", "mine.yaml", "."])
def test_a_path_that_leads_nowhere_says_why(path: str) -> None:
    assert "\n" not in refusal(path)
