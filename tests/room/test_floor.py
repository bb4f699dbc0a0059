"""What of an open round may be seen: nothing below the floor, and at least the floor's people at a time."""

import pytest

from tests.room.hall import Hall, cards
from workshop.core.fields import OTHER
from workshop.core.gathered import Asked, Gathered
from workshop.core.place import JSON, Place
from workshop.room.floor import OpenResults
from workshop.store.journal import Answer

PLACE = Place(0, 1)


class Crowd:
    """People and what they have sent, looked at through a floor of three."""

    def __init__(self, results: OpenResults | None = None) -> None:
        self.results = results or OpenResults(3)
        self.has: dict[str, tuple[JSON, ...]] = {}

    def send(self, people: str, *contributions: JSON) -> None:
        """Each letter is a person; without content they skip."""
        for person in people:
            self.has[person] = contributions
            self.results.note(Answer(PLACE, person.encode(), contributions))

    def withdraw(self, people: str) -> None:
        for person in people:
            del self.has[person]
            self.results.note(Answer(PLACE, person.encode(), None))

    def gathered(self) -> Gathered:
        given = [contributions for contributions in self.has.values() if contributions]
        flat = sorted((content for contributions in given for content in contributions), key=str)
        return Gathered(Asked(), tuple(flat), answered=len(given), floor=3)

    def look(self) -> str | None:
        """What is seen, one letter a contribution; None where nothing is."""
        seen = self.results.look(self.gathered)
        return None if seen is None else "".join(str(content) for content in seen.contributions)


def test_nothing_is_seen_until_as_many_people_as_the_floor_have_given_content() -> None:
    crowd = Crowd()
    crowd.send("a", "1", "2", "3")
    crowd.send("bcd")
    crowd.send("e", "4")
    assert crowd.look() is None
    crowd.send("b", "5")
    assert crowd.look() == "12345"


def test_what_is_seen_changes_when_as_many_people_as_the_floor_have_something_else() -> None:
    crowd = Crowd()
    crowd.send("abc", "1")
    assert crowd.look() == "111"
    crowd.send("d", "2")
    crowd.send("a", "2")
    assert crowd.look() == "111"
    crowd.withdraw("b")
    assert crowd.look() == "122"


def test_who_sends_the_same_again_does_not_count() -> None:
    crowd = Crowd()
    crowd.send("abc", "1", "2")
    crowd.look()
    crowd.send("abc", "1", "2")
    crowd.send("a", "2", "1")
    crowd.send("d", "9")
    assert crowd.look() == "111222"


def test_who_skips_does_not_count_and_neither_does_who_changed_back() -> None:
    crowd = Crowd()
    crowd.send("abcd", "1")
    crowd.look()
    crowd.send("efg")
    crowd.send("ab", "2")
    crowd.send("ab", "1")
    crowd.send("h", "9")
    crowd.withdraw("h")
    crowd.send("d", "3")
    assert crowd.look() == "1111"


def test_who_skips_after_having_given_something_counts() -> None:
    crowd = Crowd()
    crowd.send("abcdef", "1")
    crowd.look()
    crowd.send("abc")
    assert crowd.look() == "111"


def test_where_too_few_are_left_nothing_is_seen_any_more() -> None:
    crowd = Crowd()
    crowd.send("abcd", "1")
    crowd.look()
    crowd.withdraw("bc")
    assert crowd.look() == "1111"
    crowd.withdraw("d")
    assert crowd.look() is None
    crowd.send("bc", "2")
    assert crowd.look() is None
    crowd.send("d", "3")
    assert crowd.look() == "1223"


def test_after_a_restart_only_people_who_were_not_there_before_count() -> None:
    crowd = Crowd(OpenResults(3, exposed=True, before={b"a", b"b", b"c", b"d"}))
    crowd.send("abcd", "1")
    crowd.send("ef", "2")
    assert crowd.look() is None
    assert crowd.results.missing == 1
    crowd.send("g", "3")
    assert crowd.look() == "1111223"
    crowd.send("abcd", "4")
    assert crowd.look() == "1111223"


def test_after_a_restart_of_a_round_of_which_nothing_was_seen_everything_may_be() -> None:
    crowd = Crowd(OpenResults(3, before={b"a", b"b", b"c"}))
    crowd.send("abc", "1")
    assert crowd.look() == "111"


def rating(row: int, level: int = 4) -> JSON:
    return {f"row{row}": level}


def test_a_row_changes_by_enough_people_too_and_everything_else_waits_for_it() -> None:
    crowd = Crowd()
    crowd.send("abc", rating(1), rating(2))
    first = crowd.look()
    crowd.send("de", rating(1))
    crowd.send("f", rating(1), rating(2, 1))
    assert (crowd.look(), crowd.results.missing) == (first, 2)
    crowd.send("gh", rating(2, 2))
    assert crowd.look() != first


def test_a_row_that_was_too_thin_to_be_shown_keeps_nothing_waiting() -> None:
    crowd = Crowd()
    crowd.send("ab", rating(1))
    crowd.send("c", rating(1), rating(2))
    first = crowd.look()
    crowd.send("de", rating(1))
    crowd.send("f", rating(1), rating(2, 1))
    assert crowd.look() != first


def test_own_words_are_a_row_with_the_list_they_were_added_to() -> None:
    crowd = Crowd()
    crowd.send("abc", {"pick": 1})
    crowd.look()
    crowd.send("de", {"pick": 0})
    crowd.send("f", {f"pick-{OTHER}": "noe annet"})
    assert "noe annet" in str(crowd.look())


async def test_hiding_and_revealing_shows_what_was_shown_before(live: Hall) -> None:
    await live.fill(range(5))
    before = live.room.snapshot().blocks
    await live.do("hide")
    await live.fill(range(5, 9))
    assert b"svar" not in live.told()
    shown = await live.do("reveal")
    assert (shown.blocks, shown.answered) == (before, 9)
    await live.fill(range(9, 10))
    assert len(cards(live.room.snapshot().blocks)) == 10


async def test_what_is_left_over_appears_when_a_live_round_closes(live: Hall) -> None:
    await live.fill(range(9))
    assert len(cards(live.room.snapshot().blocks)) == 9
    await live.fill(range(9, 13))
    assert len(cards(live.room.snapshot().blocks)) == 9
    assert len(cards((await live.do("next")).blocks)) == 13


@pytest.mark.parametrize("step", ["goto 2", "goto 3"])
async def test_closing_and_undoing_by_turns_does_not_show_answers_as_they_come(hall: Hall, step: str) -> None:
    await hall.do(step, "next")
    await hall.fill(range(5))
    seen = [cards((await hall.do("next")).blocks)]
    number = hall.place.step + 1
    for who in range(5, 9):
        await hall.do("undo")
        await hall.send(who, f"svar {who}")
        seen.append(cards((await hall.do("next")).blocks))
        assert len(hall.recorded(number).rows) == 5
        assert len(cards(hall.room.phone().blocks)) == 5
    assert seen == [seen[0]] * 5
    await hall.do("undo")
    await hall.send(9, "svar 9")
    assert len(cards((await hall.do("next")).blocks)) == 10


async def test_a_close_that_was_undone_shows_the_rest_once_it_is_final(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next", "undo")
    await asking.fill(range(5, 7))
    assert len(cards((await asking.do("next")).blocks)) == 5
    await asking.wait(10)
    assert len(cards(asking.room.snapshot().blocks)) == 7
    assert len(asking.recorded(2).rows) == 7


async def test_a_close_that_was_undone_before_anything_was_shown_holds_nothing_back(asking: Hall) -> None:
    await asking.fill(range(4))
    assert (await asking.do("next")).needed == 1
    await asking.do("undo")
    await asking.fill(range(4, 6))
    assert len(cards((await asking.do("next")).blocks)) == 6


async def test_notes_made_between_close_and_undo_count_as_seen(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("close", "skip", "goto 2", "reveal", "goto 3")
    assert len(asking.recorded(2).rows) == 5
    await asking.do("undo", "reveal")
    await asking.fill(range(5, 9))
    assert len(cards(asking.room.snapshot().blocks)) == 5


async def test_after_a_restart_a_live_round_waits_for_new_people_and_says_how_many(live: Hall) -> None:
    await live.fill(range(7))
    await live.restart()
    waiting = live.room.snapshot()
    assert (waiting.showing, waiting.withheld, waiting.needed, waiting.answered) == (False, True, 5, 7)
    await live.fill(range(7), word="annet")
    await live.fill(range(7, 11))
    waiting = live.room.snapshot()
    assert (waiting.showing, waiting.needed) == (False, 1)
    await live.fill(range(11, 12))
    shown = live.room.snapshot()
    assert (len(cards(shown.blocks)), shown.needed, shown.withheld) == (12, 0, False)


async def test_after_a_restart_a_held_round_that_was_never_shown_holds_nothing_back(asking: Hall) -> None:
    await asking.fill(range(7))
    await asking.restart()
    assert asking.room.snapshot().needed == 0
    assert len(cards((await asking.do("reveal")).blocks)) == 7


async def test_phones_show_no_results_of_a_round_that_is_still_open(live: Hall) -> None:
    await live.fill(range(5))
    assert len(cards((await live.do("blank", "blank")).blocks)) == 5
    phone = live.room.phone()
    assert (phone.showing, cards(phone.blocks)) == (False, [])
    await live.do("next")
    assert len(cards(live.room.phone().blocks)) == 5


async def test_who_sent_what_is_forgotten_with_the_key(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.send(1, {"parked": ["Lønn"]}, asking.room.parking)
    results = asking.room._results
    assert len(results._open[asking.place]._now) == 5
    await asking.do("next")
    await asking.wait(10)
    assert results._open.keys() == {asking.room.parking}
    await asking.do("end")
    assert not results._open


async def test_needed_is_nought_while_something_is_shown(live: Hall) -> None:
    await live.fill(range(5))
    assert live.room.snapshot().showing
    await live.send(1, None)
    snapshot = live.room.snapshot()
    assert (snapshot.showing, snapshot.answered, snapshot.needed) == (True, 4, 0)
