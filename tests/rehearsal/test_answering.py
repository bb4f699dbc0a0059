"""Answers of made-up people: taken by every Field, always the same by the same seed, and not all alike."""

from collections import defaultdict

import pytest

from workshop.core.fields import AnyField, Ends, Order, Pick, Pledge, Rate, Refused, Share, Spot, Text
from workshop.rehearsal.answering import Answerer, Sent
from workshop.rehearsal.people import people

OPTIONS = ("Tea", "Coffee", "Water", "Nothing")
FIELDS: tuple[AnyField, ...] = (
    Text("text", "Say", lines=4, boxes=3),
    Text("what", "What", lines=1),
    Pick("one", "One", options=OPTIONS),
    Pick("many", "Many", options=OPTIONS, many=True, other="…"),
    Pick("none", "None", options=(), other="…"),
    Rate("fist", "Fist", levels=5, lowest=0),
    Order("order", "Order", options=OPTIONS, top=3),
    Order("all", "All", options=OPTIONS),
    Share("points", "Points", options=OPTIONS, total=100, exact=True),
    Share("dots", "Dots", options=OPTIONS, total=3, most=1),
    Share("stack", "Stack", options=OPTIONS, total=9, most=4),
    Share("more", "More", options=OPTIONS[:2], total=5, most=1),
    Spot("spot", "Spot", x=Ends("a", "b"), y=Ends("c", "d")),
    Pledge("pledged", "I will"),
)
ROOM = people(40, "seed")


def sent(field: AnyField, time: int = 1) -> list[Sent]:
    answerer = Answerer("nb", "seed", "3/1")
    return [answerer.answer((field,), person, time) for person in ROOM]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_answer_is_taken_and_they_are_not_all_alike(field: AnyField) -> None:
    for time in (1, 2):
        answers = sent(field, time)
        for answer in answers:
            form: defaultdict[str, list[str]] = defaultdict(list)
            for name, value in answer:
                form[name].append(value)
            assert not isinstance(field.read(form), Refused), answer
        assert any(answers)
        assert len({tuple(answer) for answer in answers}) > 1


def test_the_same_seed_gives_the_same_room_and_another_one_another() -> None:
    assert people(40, "seed") == ROOM != people(40, "other")
    assert sent(FIELDS[0]) == sent(FIELDS[0])
    assert sent(FIELDS[0]) != sent(FIELDS[0], time=2)


def test_what_was_written_already_is_kept_but_for_the_last_of_it() -> None:
    written = Text("text", "Say", lines=4, boxes=3, value=("First", "Second"))
    kept = [answer for answer in sent(written) if len(answer) > 1]
    assert kept
    assert all(answer[0] == ("text", "First") for answer in kept)


def test_nothing_of_a_pledge_but_that_there_is_one_can_be_sent() -> None:
    assert {pair for answer in sent(FIELDS[-1]) for pair in answer} == {("pledged", "1")}


def test_most_come_in_time_and_some_do_not() -> None:
    comes = [person.comes for person in people(120, "seed")]
    assert 60 < sum(at <= 60 for at in comes) < 115
    assert any(at > 150 for at in comes)
