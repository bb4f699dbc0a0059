"""What an author is told of times: only what does not add up, and where."""

import pytest

from workshop.language import language
from workshop.rehearsal.findings import of_time
from workshop.sessionfile.build import load_bytes

SESSION = """
title: Times
language: en
sections:
  - title: One
    {box}
    steps:
      - slide: Read this
      - reflect: Think
        minutes: {clock}
      - choice: Well?
        options: [Yes, No]
        minutes: 1
"""


def told(box: str, clock: str) -> list[tuple[bool, str]]:
    session = load_bytes(SESSION.format(box=box, clock=clock).encode(), "session.yaml")
    return [(found.grave, found.words.said(language("en"))) for found in of_time(session)]


@pytest.mark.parametrize(("box", "clock"), [("minutes: 5", "3"), ("minutes: 5", "1"), ("", "90")])
def test_a_section_whose_clocks_leave_time_to_read_and_talk_is_fine(box: str, clock: str) -> None:
    assert told(box, clock) == []


def test_clocks_that_take_more_than_the_box_are_to_be_mended() -> None:
    assert told("minutes: 5", "4.5") == [
        (True, "the steps' clocks add up to 5:30, the section's box is 5:00")
    ]


def test_clocks_that_take_all_of_it_or_nearly_nothing_are_good_to_know() -> None:
    assert told("minutes: 5", "4") == [
        (False, "the clocks take 5:00 of 5:00: nothing is left to read and to talk")
    ]
    assert told("minutes: 20", "1") == [(False, "the clocks take 2:00 of 20:00: the rest has no step")]


LOCKED = """
title: Times
language: en
sections:
  - title: One
    at: "13:00"
    minutes: {before}
    steps: [{{slide: A, minutes: {before}}}]
  - title: Two
    steps: [{{slide: A, minutes: 4}}]
  - title: Three
    at: "13:30"
    steps: [{{slide: A, minutes: 4}}]
"""


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("27", (True, "it is to start at 13:30, but what comes before it lasts until 13:31")),
        ("26", None),
        ("17", None),
        ("16", (False, "the room waits from 13:20 until it starts at 13:30")),
    ],
)
def test_a_locked_start_is_held_against_what_comes_before_it(
    before: str, found: tuple[bool, str] | None
) -> None:
    session = load_bytes(LOCKED.format(before=before).encode(), "session.yaml")
    locked = [(f.grave, f.words.said(language("en"))) for f in of_time(session) if f.section == 3]
    assert locked == ([found] if found else [])
