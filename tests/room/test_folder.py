"""Folders of runs: made privately, found by id and code, held by one, erased whole or refused."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest

from tests.room.test_runfile import HUB
from workshop.errors import RunError
from workshop.room import folder, runfile
from workshop.room.folder import RunFolder

NOBODY = 65534


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where runs live for the test."""
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@contextmanager
def unprivileged(home: Path) -> Iterator[None]:
    """Whoever may do everything becomes somebody who owns `home` and nothing else."""
    if os.geteuid() != 0:
        yield
        return
    for path in (home, *home.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def reachable(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home that somebody else can come to."""
    with TemporaryDirectory() as top:
        Path(top).chmod(0o755)
        monkeypatch.setenv("WORKSHOP_HOME", top)
        yield Path(top)


def begun(code: str, created: float = 0.0) -> RunFolder:
    """A run that a hub has begun."""
    run = folder.create(code)
    said = msgspec.structs.replace(HUB, run=run.run, code=run.code, created=created)
    runfile.write(run.path, said)
    run.journal.write_bytes(b"hendelser")
    (run.path / "keys").mkdir()
    (run.path / "keys" / "1.1.key").write_bytes(bytes(32))
    return run


def test_a_run_has_a_private_folder_named_after_day_and_code(home: Path) -> None:
    run = folder.create("K7QX")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-k7qx", run.run)
    assert (run.path.parent, run.code) == (home / "runs", "K7QX")
    for private in (home / "runs", run.path):
        assert stat.S_IMODE(private.stat().st_mode) == 0o700


def test_a_second_run_of_a_day_with_the_same_code_has_a_folder_of_its_own() -> None:
    first, second = folder.create("K7QX"), folder.create("K7QX")
    assert second.run == f"{first.run}-2"
    assert (first.code, second.code) == ("K7QX", "K7QX")


def test_codes_are_new_readable_and_never_a_word() -> None:
    codes = {folder.new_code() for _ in range(50)}
    assert len(codes) > 40
    assert all(len(code) == 4 and not set(code) & set("AEIOU0OIL1") for code in codes)
    assert all(folder.valid_code(code.lower()) == code for code in codes)


@pytest.mark.parametrize("code", ["", "AB", "K7Q X", "../K7", "K7QX\n", "ÆØÅÆ", "ABCDEFGHI", "K-7"])
def test_a_code_that_will_not_do_is_refused(code: str) -> None:
    with pytest.raises(RunError):
        folder.valid_code(code)


def test_runs_are_listed_newest_first_and_only_once_a_hub_began_them() -> None:
    folder.create("LATT")
    old, new = begun("CCCC", created=1.0), begun("DDDD", created=2.0)
    assert folder.all_runs() == [new, old]


def test_where_nothing_was_ever_run_there_are_no_runs(home: Path) -> None:
    assert folder.all_runs() == []
    assert not home.exists()


def test_a_run_is_found_by_id_and_by_code_in_any_case() -> None:
    run = begun("K7QX")
    for name in (run.run, run.run.upper(), "K7QX", "k7qx"):
        assert folder.find(name) == run


def test_a_code_means_the_newest_run_with_it() -> None:
    first, second = begun("K7QX", created=1.0), begun("K7QX", created=2.0)
    assert folder.find("K7QX") == second
    assert folder.find(first.run) == first


@pytest.mark.parametrize("name", ["2", "", "ZZZZ", "..", "2026"])
def test_what_is_neither_id_nor_code_is_not_found(name: str) -> None:
    begun("K7QX")
    begun("K7QX")
    with pytest.raises(RunError, match="workshop runs"):
        folder.find(name)


def test_a_run_file_that_is_broken_hides_neither_its_run_nor_others() -> None:
    whole, broken = begun("CCCC", created=1.0), begun("DDDD", created=2.0)
    (broken.path / runfile.NAME).write_bytes(b"{")
    assert folder.all_runs() == [whole, broken]
    assert folder.find("CCCC") == whole
    assert folder.find(broken.run) == broken


def test_a_folder_that_somebody_renamed_is_still_found_by_its_code(home: Path) -> None:
    run = begun("K7QX")
    run.path.rename(home / "runs" / "Kopi")
    assert folder.find("K7QX").run == "Kopi"
    assert folder.find("kopi").run == "Kopi"


def test_a_run_that_is_held_is_alive_and_cannot_be_held_again() -> None:
    run = begun("K7QX")
    assert not run.alive()
    with run.hold():
        assert run.alive()
        with pytest.raises(RunError, match="Another hub"), RunFolder(run.path).hold(seconds=0):
            pass
    assert not run.alive()


HOLD = """
import sys
from pathlib import Path
from workshop.room.folder import RunFolder
with RunFolder(Path(sys.argv[1])).hold():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_run_is_free_again_when_its_hub_was_killed() -> None:
    run = begun("K7QX")
    hub = subprocess.Popen(
        [sys.executable, "-c", HOLD, run.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert hub.stdout is not None
    assert hub.stdin is not None
    assert hub.stdout.readline() == b"held\n"
    assert run.alive()
    with pytest.raises(RunError, match="Another hub"):
        run.erase()
    assert sorted(path.name for path in run.path.iterdir()) == ["journal.sqlite", "keys", "lock", "run.json"]
    hub.kill()
    hub.wait()
    hub.stdin.close()
    hub.stdout.close()
    assert not run.alive()


def test_erasing_takes_every_file_of_the_run_and_of_no_other(home: Path) -> None:
    run, other = begun("CCCC"), begun("DDDD")
    run.erase()
    assert folder.all_runs() == [other]
    assert list((home / "runs").iterdir()) == [other.path]
    assert other.journal.exists()


def test_erasing_follows_no_link_out_of_the_run(tmp_path: Path) -> None:
    run = begun("K7QX")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "brev.txt").write_text("kjære")
    (run.path / "bilder").symlink_to(tmp_path / "mine")
    run.erase()
    assert (tmp_path / "mine" / "brev.txt").exists()


def test_a_run_that_cannot_be_erased_whole_is_still_found(reachable: Path) -> None:
    run = begun("K7QX")
    with run.hold():
        pass
    (run.path / "keys").chmod(0o500)
    with unprivileged(reachable):
        with pytest.raises(RunError, match="could not be erased"):
            run.erase()
        assert folder.find("K7QX") == run
    (run.path / "keys").chmod(0o700)
    run.erase()
    assert folder.all_runs() == []


def test_a_run_that_may_only_be_read_is_not_alive_and_cannot_be_held(reachable: Path) -> None:
    run = begun("K7QX")
    run.path.chmod(0o500)
    with unprivileged(reachable):
        assert not run.alive()
        with pytest.raises(RunError, match="cannot be held"), run.hold():
            pass
        with pytest.raises(RunError, match="cannot be held"):
            run.erase()
    run.path.chmod(0o700)


@pytest.mark.parametrize("blocked", ["home", "runs"])
def test_where_no_folder_can_be_made_one_line_says_what_to_do(home: Path, blocked: str) -> None:
    (home if blocked == "home" else home / "runs").parent.mkdir(exist_ok=True)
    (home if blocked == "home" else home / "runs").write_text("en fil")
    with pytest.raises(RunError, match="WORKSHOP_HOME") as caught:
        folder.create("K7QX")
    assert "\n" not in str(caught.value)
    assert folder.all_runs() == []


def test_a_home_that_may_not_be_written_or_read_gives_one_line(reachable: Path) -> None:
    begun("K7QX")
    (reachable / "runs").chmod(0o500)
    with unprivileged(reachable):
        with pytest.raises(RunError, match="WORKSHOP_HOME"):
            folder.create("DDDD")
        (reachable / "runs").chmod(0o000)
        with pytest.raises(RunError, match="cannot be read"):
            folder.all_runs()
        (reachable / "runs").chmod(0o700)


def test_after_too_many_runs_of_a_day_another_code_is_asked_for(home: Path) -> None:
    first = folder.create("K7QX")
    for number in range(2, 100):
        (home / "runs" / f"{first.run}-{number}").mkdir()
    with pytest.raises(RunError, match="choose another"):
        folder.create("K7QX")
    assert folder.create("CCCC").code == "CCCC"


def test_a_picture_is_kept_under_its_name_private_and_goes_with_its_run() -> None:
    run = begun("K7QX")
    run.keep_picture("views/sea.png", b"a picture")
    kept = run.pictures / "views" / "sea.png"
    assert kept.read_bytes() == b"a picture"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    run.erase()
    assert not run.path.exists()


def test_a_rehearsal_is_no_run_but_is_found_by_its_whole_name() -> None:
    rehearsal = folder.create("K7QX", rehearsal=True)
    said = msgspec.structs.replace(HUB, run=rehearsal.run, code="K7QX", rehearsal=True)
    runfile.write(rehearsal.path, said)
    assert rehearsal.run.endswith("-k7qx-rehearsal")
    assert rehearsal.code == "K7QX"
    assert folder.all_runs() == []
    with pytest.raises(RunError):
        folder.find("K7QX")
    assert folder.find(rehearsal.run) == folder.begun(rehearsal.run) == rehearsal
    held = begun("K7QX")
    assert folder.find("K7QX") == folder.begun(held.run) == held


def test_only_rehearsals_that_nobody_keeps_or_holds_are_swept_away_and_not_at_once() -> None:
    old, kept, held, new = (folder.create(code, rehearsal=True) for code in ("AAA", "BBB", "CCC", "DDD"))
    real = begun("EEE")
    kept.keep()
    with held.hold():
        for run in (old, kept, held, real):
            os.utime(run.path, (1.0, 1.0))
        folder.erase_left_behind()
    assert [run.path.is_dir() for run in (old, kept, held, new, real)] == [False, True, True, True, True]


def test_to_ask_whether_a_run_lives_makes_nothing_where_it_is_gone() -> None:
    gone = begun("K7QX")
    gone.erase()
    assert not gone.alive()
    assert not gone.path.exists()
