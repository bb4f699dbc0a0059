"""A ballot: every form as lines to fill in, and what is counted of it."""

from workshop.core.fields import Ends, Fields, Order, Pick, Pledge, Rate, Share, Spot, Text
from workshop.core.hand import Hand
from workshop.tui.desk.ballot import Ballot


def filled(*fields: object, letters: str) -> Ballot:
    """The ballot with a letter a line, `.` leaves a line out."""
    ballot = Ballot(fields)  # type: ignore[arg-type]
    for line, letter in zip(ballot.lines, letters, strict=False):
        if letter != ".":
            line.write(letter)
    return ballot


def test_one_choice_is_a_show_of_hands() -> None:
    ballot = filled(Pick("pick", "Hva?", options=("A", "B", "C")), letters="7.2")
    assert ballot.hands() == (Hand({"pick": ("0",)}, 7), Hand({"pick": ("2",)}, 2))
    assert ballot.people == 9


def test_so_is_one_level() -> None:
    ballot = filled(Rate("fist", "Hvor?", levels=5, lowest=0), letters="1....4")
    assert ballot.hands() == (Hand({"fist": ("0",)}, 1), Hand({"fist": ("5",)}, 4))


def test_several_ticks_are_one_answer_of_so_many_people() -> None:
    ballot = filled(Pick("pick", "Hva?", options=("A", "B"), many=True, other="Annet"), letters="  x")
    ballot.lines[-1].add(3)
    assert ballot.hands() == (Hand({"pick": ("0", "1"), "pick-other": ("x",)}, 4),)


def test_every_other_field_is_answered_by_the_names_of_its_form() -> None:
    fields: Fields = (
        Text("text", "Si", boxes=2),
        Rate("row1", "En"),
        Order("order", "Rekke", options=("A", "B")),
        Share("share", "Del", options=("A", "B")),
        Spot("item0", "Ting", x=Ends("lav", "høy"), y=Ends("lite", "mye")),
    )
    ballot = filled(*fields, letters="ab4213945")
    assert ballot.hands() == (
        Hand(
            {
                "text": ("a", "b"),
                "row1": ("4",),
                "order-0": ("2",),
                "order-1": ("1",),
                "share-0": ("3",),
                "share-1": ("9",),
                "item0-x": ("4",),
                "item0-y": ("5",),
            }
        ),
    )


def test_a_private_pledge_has_no_line() -> None:
    assert Ballot((Pledge("done", "Min"),)).lines == []


def test_a_number_takes_digits_alone_and_never_falls_below_nothing() -> None:
    ballot = Ballot((Rate("mood", "Hvor?"),))
    line = ballot.lines[0]
    for letter in "x0-1²٣2345":
        line.write(letter)
    assert line.value == "123"
    line.add(-500)
    assert line.value == ""
    assert ballot.hands() == ()


def test_nobody_answers_where_the_number_of_people_is_taken_out() -> None:
    ballot = filled(Text("text", "Si"), letters="a")
    ballot.lines[-1].value = ""
    assert ballot.hands() == ()
