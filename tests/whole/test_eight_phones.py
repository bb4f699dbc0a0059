"""Eight phones without JavaScript: nothing of their answers is seen before it is shown, all of it after."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.cli.conftest import make_program
from tests.cli.program import Hub, Program
from tests.whole.phones import Page, Phone, phones

SUFFIXES = (".md", ".html", ".json", ".csv")
SESSION = """\
title: Eight of us
language: en
privacy: {reveal_from: 5}
sections:
  - title: The only one
    steps:
      - open: What does nobody say?
        many: true
        max: 2
      - choice: Which one?
        options: [Tea, Coffee]
      - scale: How true is it?
        statements: [We rest, We talk]
"""
WORDS = [(f"elephant {name}1", f"elephant {name}2") for name in "abcdefgh"]
WRITTEN = [word for pair in WORDS for word in pair]


@dataclass
class Seen:
    """All that anybody can see of a room at one moment."""

    status: Any
    stranger: Page
    """The page of a phone that has sent nothing."""
    own: list[Page]
    notes: dict[str, str]
    files: bytes
    """Every file of the run but the answers' own."""


@dataclass
class Story:
    """What was to be seen as the room went through its session."""

    below_the_floor: Seen
    held: Seen
    shown: Seen
    picked: Seen
    ended: Seen


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    program = make_program(tmp_path_factory.mktemp("eight"))
    program.write("eight.yaml", SESSION)
    with program.host("eight.yaml") as hub:
        return tell(hub, list(phones(hub.said["join_url"], 8)))


def tell(hub: Hub, room: list[Phone]) -> Story:
    hub.do("next")
    for phone, words in zip(room[:4], WORDS, strict=False):
        assert "Thank you, your answer arrived" in phone.answer(*words).text
    hub.do("reveal")
    below = seen(hub, room)
    hub.do("hide")
    for phone, words in zip(room[4:], WORDS[4:], strict=True):
        phone.answer(*words)
    held = seen(hub, room)
    hub.do("next")
    shown = seen(hub, room)
    hub.do("next")
    for number, phone in enumerate(room):
        phone.answer(pick=number // 5)
    picked = seen(hub, room, (".json",))
    hub.do("next")
    hub.do("next")
    for number, phone in enumerate(room):
        phone.answer(pick=number % 4)
    hub.do("next")
    hub.do("end")
    return Story(below, held, shown, picked, seen(hub, room))


def seen(hub: Hub, room: list[Phone], suffixes: tuple[str, ...] = SUFFIXES) -> Seen:
    """Looks everywhere there is."""
    program = hub.program
    return Seen(
        program("do", "status", "--run", hub.run).json,
        Phone(hub.said["join_url"]).look(),
        [phone.look() for phone in room],
        {suffix: notes(program, suffix) for suffix in suffixes},
        b"".join(path.read_bytes() for path in hub.folder.iterdir() if is_told(path.name)),
    )


def is_told(name: str) -> bool:
    return not name.startswith("answers.sqlite") and name != "keys"


def notes(program: Program, suffix: str) -> str:
    assert program("notes", "--to", f"notes{suffix}").code == 0
    return (program.here / f"notes{suffix}").read_text(encoding="utf-8-sig")


def rounds(seen: Seen) -> list[Any]:
    """What the notes say of each step's first round."""
    steps = json.loads(seen.notes[".json"])["sections"][0]["steps"]
    return [step["rounds"][0] for step in steps if step["rounds"]]


def told_to_all(seen: Seen) -> Iterator[str]:
    yield json.dumps(seen.status)
    yield seen.stranger.html
    yield seen.files.decode("latin-1")
    yield from seen.notes.values()


@pytest.mark.parametrize("moment", ["below_the_floor", "held"])
def test_before_it_is_shown_a_text_is_only_on_the_phone_that_wrote_it(story: Story, moment: str) -> None:
    seen: Seen = getattr(story, moment)
    for words in told_to_all(seen):
        assert not [word for word in WRITTEN if word in words]
    for page, own in zip(seen.own, WORDS, strict=True):
        assert not [word for word in WRITTEN if word in page.html and word not in own]


def test_below_the_floor_all_are_told_how_many_are_missing_and_nothing_else(story: Story) -> None:
    status = story.below_the_floor.status
    assert (status["revealed"], status["answered"], status["needed"]) == (True, 4, 1)
    assert status["blocks"] == story.held.status["blocks"]
    assert rounds(story.below_the_floor)[0]["withheld"] == "open"


def test_once_shown_every_text_stands_on_the_stage_and_on_every_phone(story: Story) -> None:
    assert story.held.status["answered"] == story.shown.status["answered"] == 8
    stage = json.dumps(story.shown.status["blocks"])
    for page in [story.shown.stranger, *story.shown.own]:
        assert Counter(word for word in WRITTEN if word in page.text) == Counter(WRITTEN)
    assert [stage.count(word) for word in WRITTEN] == [1] * 16


@pytest.mark.parametrize("moment", ["shown", "ended"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_once_shown_every_text_stands_once_in_the_notes(story: Story, moment: str, suffix: str) -> None:
    notes = getattr(story, moment).notes[suffix]
    if suffix == ".json":  # whose `blocks` are the results once more, as a page would show them
        notes = json.dumps(rounds(getattr(story, moment))[0]["rows"])
    assert [notes.count(word) for word in WRITTEN] == [1] * 16


def test_a_tally_is_hidden_until_it_is_shown(story: Story) -> None:
    picked, ended = rounds(story.picked)[1], rounds(story.ended)
    assert (picked["answered"], picked["withheld"], picked["rows"], picked["blocks"]) == (8, "open", [], [])
    assert (story.picked.status["showing"], story.picked.status["answered"]) == (False, 8)
    assert ended[1]["withheld"] is None
    assert Counter(row["option"] for row in ended[1]["rows"]) == {"Tea": 5, "Coffee": 3}
    assert [round["answered"] for round in ended] == [8, 8, 8]


def test_no_text_is_ever_in_another_file_than_the_answers(story: Story) -> None:
    for seen in vars(story).values():
        assert not [word for word in WRITTEN if word.encode() in seen.files]


def test_a_phone_is_told_the_truth_at_every_step(story: Story) -> None:
    assert "What does nobody say?" in story.held.stranger.text
    assert story.held.stranger.forms
    assert all("Thank you, your answer arrived" in page.text for page in story.held.own)
    assert all("This round is closed" in page.text for page in story.shown.own)
    assert all("Thank you for today" in page.text for page in story.ended.own)
    assert not story.ended.stranger.forms
