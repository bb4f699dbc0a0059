"""Buckets keep the pace of one phone and of the room, and forget nobody who is still sending."""

from workshop.hub.limits import Limits, Pace, Paces


class Time:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_phone_may_send_a_burst_and_then_at_its_pace() -> None:
    time = Time()
    paces = Paces(Limits(phone=Pace(3, 1.0)), time)
    assert [paces.answer(b"a") for _ in range(4)] == [True, True, True, False]
    time.now = 2.0
    assert [paces.answer(b"a") for _ in range(3)] == [True, True, False]


def test_one_phone_that_sends_too_much_holds_up_nobody_else() -> None:
    paces = Paces(Limits(phone=Pace(1, 0.1)), Time())
    assert [paces.answer(b"a"), paces.answer(b"a"), paces.answer(b"b")] == [True, False, True]


def test_made_up_phones_together_meet_the_rooms_limit() -> None:
    paces = Paces(Limits(room=Pace(5, 0.0)), Time())
    taken = [paces.answer(str(number).encode()) for number in range(8)]
    assert taken == [True] * 5 + [False] * 3


def test_what_is_remembered_of_phones_has_a_limit() -> None:
    time = Time()
    paces = Paces(Limits(phone=Pace(2, 1.0), room=Pace(1e9, 1e9)), time)
    for number in range(Paces.MOST):
        paces.answer(str(number).encode())
    time.now = 0.5
    paces.answer(b"busy")
    paces.answer(b"busy")
    time.now = 1.2  # all but the busy one have rested long enough to be forgotten
    paces.answer(b"new")
    assert paces.known == 2
    assert not paces.answer(b"busy")
