"""Files that cannot be read at all, each told in one line."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workshop.sessionfile.build import load, load_bytes
from workshop.sessionfile.problems import Problem, SessionProblems, Spot
from workshop.sessionfile.source import LARGEST, read

SESSION = "title: Trygghet\nsections:\n  - title: Én\n    steps:\n      - slide: Velkommen\n"
NOBODY = 65534


def only_problem(path: Path) -> Problem:
    with pytest.raises(SessionProblems) as caught:
        load(path)
    (problem,) = caught.value.problems
    return problem


@contextmanager
def without_privileges() -> Iterator[None]:
    """As somebody who may not read everything: root may."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_of_two_megabytes_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "long.yaml"
    file.write_bytes(SESSION.encode() + b"# much\n" * 300_000)
    assert only_problem(file).render() == f"{file}: this file is larger than 1 MiB, so it is hardly a session"


def test_a_file_of_exactly_one_mebibyte_is_read(tmp_path: Path) -> None:
    file = tmp_path / "long.yaml"
    file.write_bytes(SESSION.encode().ljust(LARGEST, b"#"))
    assert len(read(file)) == LARGEST
    assert load(file).title == "Trygghet"


def test_latin_1_is_refused_at_its_first_letter(tmp_path: Path) -> None:
    file = tmp_path / "old.yaml"
    file.write_bytes(SESSION.encode("latin-1"))
    assert only_problem(file).render() == (
        f"{file}:3:12: this is not UTF-8 text from here on\n"
        "   3 |   - title: �n\n"
        "     |            ^\n"
        "       save it as UTF-8 in your editor"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_utf_16_is_refused(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "wide.yaml"
    file.write_bytes(SESSION.encode(encoding))
    with pytest.raises(SessionProblems):
        load(file)


def test_a_byte_order_mark_is_accepted_and_moves_no_column() -> None:
    assert load_bytes(b"\xef\xbb\xbf" + SESSION.encode(), "f").title == "Trygghet"
    with pytest.raises(SessionProblems) as caught:
        load_bytes(b"\xef\xbb\xbf" + SESSION.encode().replace(b"title", b"titel", 1), "f")
    assert caught.value.problems[0].spot == Spot(1, 1)


def test_windows_line_ends_change_nothing() -> None:
    assert load_bytes(SESSION.replace("\n", "\r\n").encode(), "f") == load_bytes(SESSION.encode(), "f")


def test_a_missing_file_names_its_nearest_neighbour(tmp_path: Path) -> None:
    (tmp_path / "trygghet.yaml").write_text(SESSION)
    problem = only_problem(tmp_path / "tryghet.yaml")
    assert problem.render() == (
        f"{tmp_path / 'tryghet.yaml'}: there is no such file; did you mean “trygghet.yaml”?"
    )


def test_a_folder_is_no_session_but_may_hold_one(tmp_path: Path) -> None:
    (tmp_path / "trygghet.yaml").write_text(SESSION)
    assert (
        only_problem(tmp_path).render() == f"{tmp_path}: this is a folder; name a file in it: trygghet.yaml"
    )


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(SESSION)
    file.chmod(0)
    with without_privileges():
        assert only_problem(file).render() == f"{file}: no permission to read this file"


@pytest.mark.parametrize("name", ["a\0b.yaml", "x" * 300 + ".yaml", "file.yaml/inner.yaml"])
def test_a_name_that_no_file_can_have_is_one_line_too(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.yaml").write_text(SESSION)
    assert "\n" not in only_problem(tmp_path / name).render()


def test_the_bytes_of_a_session_are_kept_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "s.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SESSION.encode())
    assert read(file) == file.read_bytes()
