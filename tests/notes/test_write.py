"""Writing notes to a file: the format by suffix, whole or not at all, one clear error."""

import csv
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from tests.notes import held
from workshop.errors import NotesError
from workshop.notes.write import FORMATS, check_target, write

NOBODY = 65_534


@pytest.mark.parametrize("name", [*(f"notes{suffix}" for suffix in FORMATS), "NOTES.HTML", "my notes 1.2.md"])
def test_the_suffix_says_the_format(name: str, tmp_path: Path) -> None:
    assert write(held.english(), tmp_path / name) == tmp_path / name
    assert b"Retrospective" in (tmp_path / name).read_bytes() or name.endswith(".csv")


def test_a_file_that_is_there_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    target.write_text("old " * 100_000)
    target.chmod(0o640)
    write(held.english(), target)
    assert b"old" not in target.read_bytes()
    assert target.stat().st_mode & 0o777 == 0o640


def test_nothing_is_left_beside_the_notes(tmp_path: Path) -> None:
    write(held.english(), tmp_path / "notes.html")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.html"]


def test_whoever_has_the_old_file_open_still_reads_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    target.write_text("old")
    with target.open() as reader:
        write(held.english(), target)
        assert reader.read() == "old"


@pytest.mark.parametrize("name", ["notes", "notes.docx2", "notes.", ".md", "notes.md.bak"])
def test_an_unknown_suffix_names_the_known_ones(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotesError) as caught:
        write(held.english(), tmp_path / name)
    assert ".md .html .json .csv" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotesError, match="nowhere"):
        write(held.english(), tmp_path / "nowhere" / "notes.md")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "notes.md"
    folder.mkdir()
    with pytest.raises(NotesError, match=r"notes\.html"):
        write(held.english(), folder)
    assert list(folder.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotesError, match="file"):
        write(held.english(), tmp_path / "file" / "notes.md")


def test_a_name_that_is_too_long_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(NotesError) as caught:
        write(held.english(), tmp_path / f"{'n' * 300}.md")
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permissions of this kind")
def test_without_permission_nothing_is_touched(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    kept = tmp_path / "kept.md"
    kept.write_text("old")
    kept.chmod(0o444)
    tmp_path.chmod(0o555)
    with somebody_else(), pytest.raises(NotesError, match=r"new\.md"):
        write(held.english(), tmp_path / "new.md")
    tmp_path.chmod(0o777)
    with somebody_else(), pytest.raises(NotesError, match=r"kept\.md"):
        check_target(kept)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("kept.md", "old")]


@contextmanager
def somebody_else() -> Iterator[None]:
    """As a user without rights: root may do everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_says_on_top_that_a_rehearsal_was_one(suffix: str, tmp_path: Path) -> None:
    held_once, rehearsed = held.english(), msgspec.structs.replace(held.english(), rehearsal=True)
    for record, name in ((held_once, "held"), (rehearsed, "rehearsed")):
        write(record, tmp_path / f"{name}{suffix}")
    told = {name: (tmp_path / f"{name}{suffix}").read_text("utf-8-sig") for name in ("held", "rehearsed")}
    assert "rehearsal" not in told["held"].lower()
    top = told["rehearsed"].partition("<main>")[2] or told["rehearsed"]
    assert "rehearsal" in top[:400].lower()


def test_every_line_of_a_rehearsals_table_says_so(tmp_path: Path) -> None:
    table = write(msgspec.structs.replace(held.norwegian(), rehearsal=True), tmp_path / "notes.csv")
    with table.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    assert {row["rehearsal"] for row in rows} == {"true"}
