"""Hostile texts as answers: no control sequence of theirs comes to a terminal, and no layout gives way."""

import re
from collections.abc import Sequence

import pytest
from rich.cells import cell_len

from tests.cli.program import Hub, Program, eventually
from tests.cli.terminal import Terminal, terminal, typed
from tests.core.hostile import HOSTILE
from tests.whole.phones import Phone, phones

pytestmark = pytest.mark.tmux

SESSION = """\
title: What strangers send
language: en
privacy: {reveal_from: 5}
sections:
  - title: The only one
    steps:
      - open: Which words are kind?
      - open: Which ones are not?
"""
OURS = re.compile(rb"\x1b\[(?:\d+;\d+H|0?m|(?:1;)?38;2;\d+;\d+;\d+(?:;48;2;\d+;\d+;\d+)?m)")
"""All that the stage itself sends between two pictures: where to write, and in which colours."""

CONTROLS = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)
"""C0 but for line breaks, C1, DEL, bidi controls, other line breaks, surrogates, noncharacters, tags."""


def test_hostile_answers_are_only_text_wherever_they_are_shown(program: Program) -> None:
    program.write("strangers.yaml", SESSION)
    with program.host("strangers.yaml") as hub, terminal(program) as opened:
        room = list(phones(hub.said["join_url"], len(HOSTILE)))
        opened.type(typed(program, "stage"))
        opened.until("Anonymous. No names.")
        title = opened.asks("#{pane_title}")
        record = opened.record()
        kind = shown(opened, hub, room, ["", *(f"kind {number}" for number in range(len(room) - 1))])
        hostile = shown(opened, hub, room, HOSTILE)
        status = program("do", "status").out
        assert opened.asks("#{pane_title} #{alternate_on}") == f"{title} 1"
        written = record.read_bytes()
    assert b"\xe2\x96\x8c" in written
    assert not CONTROLS.search(OURS.sub(b"", written).decode())
    assert not CONTROLS.search(status)
    assert len(hostile) > 2
    assert {frame(page) for page in hostile} == {frame(page) for page in kind}
    assert bars(hostile) == bars(kind)
    for page in hostile:
        assert all(line[:2] == "  " for line in page)
        assert len(page) == 24
    text = "\n".join(line for page in hostile for line in page)
    assert "[/] [@click=app.quit]quit[/]" in text
    assert "[2J[31mred[0m" in text
    assert "gnp.exe" in text


def shown(opened: Terminal, hub: Hub, room: list[Phone], texts: Sequence[str]) -> list[list[str]]:
    """The pages of the stage, line by line, once each phone has sent a text to the next question.

    A text that is too much is declined, which is as well.
    """
    opened.press("Right")
    eventually(lambda: hub.status()["open"])
    for phone, text in zip(room, texts, strict=True):
        assert phone.answer(text).status in (200, 413, 422)
    opened.press("Right")
    last = opened.settled("Page 1 of ").splitlines()
    (count,) = re.findall(r"Page 1 of (\d+)", last[-1])
    found = [last]
    for number in range(2, int(count) + 1):
        opened.press("Down")
        found.append(opened.settled(f"Page {number} of {count}").splitlines())
    return found


def frame(page: list[str]) -> tuple[str, ...]:
    """What hostile text could have moved: the lines that hold none of it, but for their figures."""
    top = page[0].replace("u undoes", "")
    return tuple(" ".join(re.sub(r"\d+", "#", line).split()) for line in (top, page[1], page[-1]))


def bars(pages: list[list[str]]) -> set[int]:
    """The columns of the bars in which the cards begin."""
    lines = [line for page in pages for line in page]
    return {cell_len(line[:at]) for line in lines for at, sign in enumerate(line) if sign == "▌"}
