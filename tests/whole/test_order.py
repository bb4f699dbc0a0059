"""The same answers in two different orders leave the same file, byte for byte, with real hubs and phones."""

import random

from tests.cli.program import Program
from tests.whole.phones import Phone, phones

SESSION = """\
title: In any order
language: en
privacy: {reveal_from: 3}
sections:
  - title: The only one
    steps:
      - open: What did you see?
        many: true
        max: 3
      - choice: Which one?
        options: [Tea, Coffee, Water]
        many: true
        other: true
      - scale: How true is it?
        statements: [We rest, We talk]
"""
PEOPLE = 9


def test_no_file_tells_in_which_order_people_answered(program: Program) -> None:
    program.write("order.yaml", SESSION)
    one = held(program, random.Random(1), changes=False)
    other = held(program, random.Random(2), changes=True)
    assert one == other
    assert b"Something that 4 saw" in one
    assert b"changed again" not in other


def held(program: Program, rng: random.Random, *, changes: bool) -> bytes:
    """What a workshop leaves in its answers' file; no key is left, and no text is in another file."""
    with program.host("order.yaml") as hub:
        room = list(phones(hub.said["join_url"], PEOPLE))
        for _ in range(3):
            hub.do("next")
            if changes:
                for person in rng.sample(range(PEOPLE), 4):
                    answer(room[person], PEOPLE - person, "to be changed again")
            for person in rng.sample(range(PEOPLE), PEOPLE):
                answer(room[person], person, f"Something that {person} saw")
            hub.do("next")
        hub.do("end")
        assert hub.stop()[0] == 0
    left = {path.name: path.read_bytes() for path in hub.folder.rglob("*") if path.is_file()}
    assert not list((hub.folder / "keys").iterdir())
    answers = left.pop("answers.sqlite")
    assert not [name for name, data in left.items() if b"Something that" in data]
    return answers


def answer(phone: Phone, person: int, text: str) -> None:
    assert "Thank you, your answer arrived" in phone.answer(text, text + " too", pick=person).text
