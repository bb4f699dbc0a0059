"""What the terminal must be, and what Textual must find set."""

import os
import pty
import subprocess
import sys
import termios

import pytest

from workshop.tui.terminal import prepare, quadrants, truecolor

CHECK = (
    "from workshop.tui.terminal import check_terminal as check\ntry: check()\nexcept Exception as e: print(e)"
)


def checked(columns: int, rows: int, **environ: str) -> str:
    """What the check says in a terminal of that size."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (rows, columns))
    clean = {**os.environ, "LANG": "C.UTF-8", "LANGUAGE": "en", "TERM": "xterm-256color", **environ}
    process = subprocess.Popen(
        [sys.executable, "-c", CHECK], stdin=theirs, stdout=theirs, stderr=theirs, env=clean
    )
    process.wait(30)
    os.close(theirs)
    try:
        return os.read(ours, 10_000).decode().strip()
    except OSError:  # Linux: nothing was written, and the other end is closed
        return ""
    finally:
        os.close(ours)


def test_the_least_terminal_is_enough() -> None:
    assert checked(60, 20) == ""


@pytest.mark.parametrize(("columns", "rows"), [(59, 20), (60, 19), (20, 5)])
def test_a_smaller_one_is_refused_in_one_line_that_names_both_sizes(columns: int, rows: int) -> None:
    said = checked(columns, rows)
    assert f"{columns}×{rows}" in said
    assert "60×20" in said
    assert "\n" not in said


def test_a_terminal_that_cannot_place_its_cursor_is_refused() -> None:
    assert "dumb" in checked(80, 24, TERM="dumb")


def test_letters_other_than_utf8_are_refused() -> None:
    assert "UTF-8" in checked(80, 24, PYTHONIOENCODING="latin-1")


def test_no_terminal_at_all_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHECK], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert "workshop host" in done.stdout
    assert done.stdout.count("\n") == 1


def test_textual_is_told_to_be_quick_still_and_silent() -> None:
    environ = {"TERM": "xterm", "COLORTERM": "truecolor", "TEXTUAL_LOG": "answers.log", "TEXTUAL": "debug"}
    prepare(environ)
    assert environ["TEXTUAL_FPS"] == "240"
    assert environ["TEXTUAL_ANIMATIONS"] == "none"
    assert environ["TEXTUAL_COLOR_SYSTEM"] == "truecolor"
    assert "TEXTUAL_LOG" not in environ
    assert "TEXTUAL" not in environ


def test_what_the_user_has_set_stays() -> None:
    environ = {"TEXTUAL_FPS": "30", "COLORTERM": "truecolor", "TEXTUAL_COLOR_SYSTEM": "256"}
    prepare(environ)
    assert environ["TEXTUAL_FPS"] == "30"
    assert environ["TEXTUAL_COLOR_SYSTEM"] == "256"


@pytest.mark.parametrize(
    "environ",
    [
        {"COLORTERM": "24bit"},
        {"TERM": "xterm-kitty"},
        {"TERM": "tmux-direct"},
        {"WT_SESSION": "1"},
        {"TERM_PROGRAM": "iTerm.app"},
    ],
)
def test_a_terminal_that_says_it_has_all_colours_is_believed(environ: dict[str, str]) -> None:
    assert truecolor(environ)


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": "xterm-256color"},
        {"TERM_PROGRAM": "Apple_Terminal"},
        {"COLORTERM": "truecolor", "NO_COLOR": "1"},
    ],
)
def test_one_that_does_not_say_so_gets_two_colours(environ: dict[str, str]) -> None:
    assert not truecolor(environ)


def test_quadrants_are_drawn_except_on_consoles_whose_fonts_lack_them() -> None:
    assert quadrants({"TERM": "xterm-256color"}, "linux")
    assert quadrants({"WT_SESSION": "1"}, "win32")
    assert not quadrants({"TERM": "linux"}, "linux")
    assert not quadrants({}, "win32")
