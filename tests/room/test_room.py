"""A run as the facilitator and the phones have it: beats, rounds, undo, counters, and what is refused."""

import asyncio

import pytest

from tests.room.conftest import Halls
from tests.room.hall import LIVE, QUESTION, SLIDE, Hall, cards, session, token
from workshop.core.blocks import Heading
from workshop.core.fields import Refused, Text
from workshop.core.place import Place
from workshop.errors import Refusal
from workshop.room.room import Change, RoundClosed


async def test_a_held_question_opens_on_the_first_press_and_is_shown_on_the_second(asking: Hall) -> None:
    await asking.fill(range(5))
    open_ = asking.room.snapshot()
    assert (open_.open, open_.revealed, open_.showing, open_.answered) == (True, False, False, 5)
    shown = await asking.do("next")
    assert (shown.open, shown.revealed, shown.showing) == (False, True, True)
    assert cards(shown.blocks) == [f"svar {who}" for who in range(5)]


async def test_a_live_question_is_shown_from_the_first_press_and_closed_by_the_second(live: Hall) -> None:
    await live.fill(range(5))
    shown = live.room.snapshot()
    assert (shown.open, shown.revealed, shown.showing) == (True, True, True)
    closed = await live.do("next")
    assert (closed.open, closed.showing, len(cards(closed.blocks))) == (False, True, 5)


async def test_back_from_the_results_shows_the_question_alone_and_next_the_same_results(asking: Hall) -> None:
    await asking.fill(range(5))
    shown = await asking.do("next")
    alone = await asking.do("back")
    assert alone.blocks == (Heading("Hva vet alle, som ingen sier?"),)
    assert (alone.revealed, alone.showing, alone.withheld, alone.open) == (True, False, False, False)
    assert len(asking.recorded(2).rows) == 5
    again = await asking.do("next")
    assert (again.blocks, again.round) == (shown.blocks, 1)


async def test_goto_and_skip_neither_open_nor_close(asking: Hall) -> None:
    opened = asking.place
    skipped = await asking.do("skip")
    assert (skipped.step, skipped.round, asking.room.phone().phase) == (3, None, "waiting")
    assert asking.room.phase(opened) == "open"
    returned = await asking.do("goto 2")
    assert (returned.open, returned.round) == (True, 1)
    assert (await asking.do("goto 3")).round is None
    assert (await asking.do("next")).open


async def test_after_a_step_back_to_a_slide_that_was_jumped_over_one_press_leads_on(halls: Halls) -> None:
    hall = await halls(session(SLIDE, SLIDE, SLIDE)).begin()
    assert (await hall.do("next", "goto 3", "back")).step == 2
    assert (await hall.do("next")).step == 3


async def test_an_open_question_that_was_shown_stays_shown_when_it_is_closed_by_hand(asking: Hall) -> None:
    await asking.fill(range(5))
    assert (await asking.do("reveal")).showing
    closed = await asking.do("close")
    assert (closed.open, closed.showing) == (False, True)


async def test_the_session_runs_from_lobby_to_end_on_one_key(hall: Hall) -> None:
    presses = 0
    while not (snapshot := hall.room.snapshot()).last:
        await hall.do("next")
        presses += 1
    assert (presses, snapshot.step) == (1 + 2 + 2 + 1, 4)
    with pytest.raises(Refusal):
        await hall.do("next")
    assert all(round.revealed for rounds in hall.room.state.rounds.values() for round in rounds)


async def test_undo_within_ten_seconds_hides_what_was_shown_and_lets_people_change(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    await asking.wait(9.9)
    undone = await asking.do("undo")
    assert (undone.open, undone.revealed, undone.showing, undone.undo_until) == (True, False, False, None)
    assert b"svar 1" not in asking.told()
    assert asking.mine(1) == ({"text": "svar 1"},)
    await asking.send(1, "noe annet")
    assert asking.mine(1) == ({"text": "noe annet"},)


async def test_undo_of_a_live_close_goes_on_showing_what_was_shown(live: Hall) -> None:
    await live.fill(range(5))
    closed = await live.do("next")
    undone = await live.do("undo")
    assert (undone.open, undone.showing, undone.blocks) == (True, True, closed.blocks)


async def test_after_ten_seconds_the_close_is_final_and_nobody_can_be_linked(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    assert (asking.phase, asking.room.snapshot().undo_until) == ("closed", asking.time + 10)
    assert asking.room.due() == asking.time + 10
    await asking.wait(9.9)
    assert asking.phase == "closed"
    assert asking.mine(1) is not None
    await asking.wait(0.1)
    assert (asking.phase, asking.keys(), asking.room.due()) == ("sealed", [], None)
    assert asking.mine(1) is None
    with pytest.raises(Refusal, match="10"):
        await asking.do("undo")


async def test_undo_after_ten_seconds_is_refused_even_where_nobody_ticked(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    asking.time += 3600  # the lid was shut
    with pytest.raises(Refusal):
        await asking.do("undo")
    assert (asking.phase, asking.keys()) == ("sealed", [])


async def test_open_within_ten_seconds_makes_the_close_final_and_begins_round_two(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    first = asking.place
    second = await asking.do("open")
    assert (second.round, second.open, second.answered, second.showing) == (2, True, 0, False)
    assert (asking.room.phase(first), asking.keys()) == ("sealed", ["1.2.key"])
    assert asking.mine(1, first) is None
    await asking.send(1, "ny runde")
    assert len(asking.recorded(2, 1).rows) == 5
    assert asking.recorded(2, 2).withheld == "open"


async def test_open_on_an_open_round_changes_nothing(asking: Hall) -> None:
    await asking.send(1, "svar")
    version = asking.room.version
    snapshot = await asking.do("open")
    assert (snapshot.round, asking.room.version, asking.mine(1)) == (1, version, ({"text": "svar"},))


async def test_the_end_closes_and_seals_every_round(live: Hall) -> None:
    await live.fill(range(5))
    await live.do("goto 2", "next")
    await live.fill(range(5))
    ended = await live.do("end")
    assert (ended.state, ended.blocks, ended.kind, live.keys()) == ("ended", (), None, [])
    assert [live.room.phase(Place(step, 1)) for step in (1, 2)] == ["ended", "ended"]
    assert [live.mine(1, Place(step, 1)) for step in (1, 2)] == [None, None]
    with pytest.raises(Refusal):
        await live.do("undo")
    assert live.recorded(2).withheld == "never shown"
    assert live.recorded(3).withheld is None


async def test_answered_counts_people_with_content_and_abstained_stands_apart(asking: Hall) -> None:
    await asking.fill(range(3))
    await asking.send(3, "")
    await asking.send(4, {})
    snapshot = asking.room.snapshot()
    assert (snapshot.answered, snapshot.abstained, snapshot.joined) == (3, 2, 5)
    assert asking.mine(4) == ()
    await asking.send(0, None)
    assert (asking.room.snapshot().answered, asking.mine(0)) == (2, None)


async def test_joined_counts_phones_once_and_is_never_below_those_who_answered(asking: Hall) -> None:
    for who in (1, 2, 2, 3):
        asking.room.see(token(who))
    assert asking.room.snapshot().joined == 3
    await asking.send(1, "svar")
    assert asking.room.snapshot().joined == 3
    await asking.fill(range(4, 9))
    await asking.send(9, "")
    assert asking.room.snapshot().joined == 9
    await asking.restart()
    assert (asking.room.snapshot().joined, asking.room.snapshot().answered) == (7, 6)


async def test_phones_that_were_there_at_a_close_are_counted_after_a_restart(asking: Hall) -> None:
    for who in range(9):
        asking.room.see(token(who))
    await asking.fill(range(5))
    await asking.do("next")
    await asking.restart()
    assert (asking.room.snapshot().joined, asking.recorded(2).joined) == (9, 9)


async def test_phones_are_hinted_on_events_and_the_stage_on_answers_too(asking: Hall) -> None:
    heard: list[Change] = []
    unwatch = asking.room.watch(heard.append)
    events, answers = asking.room.version, asking.room.answers_version
    phone = asking.room.phone()
    await asking.send(1, "svar")
    assert set(heard) == {"answers"}
    assert asking.room.version == events
    assert asking.room.answers_version > answers
    assert asking.room.phone() is phone
    heard.clear()
    await asking.do("blank")
    assert heard == ["event"]
    assert asking.room.version == events + 1
    assert asking.room.phone().version == events + 1
    unwatch()
    await asking.do("blank")
    assert heard == ["event"]


async def test_every_change_gives_the_snapshot_a_higher_version(asking: Hall) -> None:
    seen = [asking.room.snapshot().version]
    await asking.send(1, "svar")
    seen.append(asking.room.snapshot().version)
    await asking.do("blank")
    seen.append(asking.room.snapshot().version)
    asking.room.see(token(2))
    seen.append(asking.room.snapshot().version)
    assert seen == sorted(set(seen))
    assert asking.room.snapshot().version == seen[-1]


async def test_a_refused_form_changes_nothing(asking: Hall) -> None:
    await asking.send(1, "svar")
    before = asking.told()
    refused = asking.room.submit(asking.place, token(1), {"text": ["en", "to"]})
    assert isinstance(refused, Refused)
    assert refused.field == "text"
    assert asking.mine(1) == ({"text": "svar"},)
    assert asking.told() == before


@pytest.mark.parametrize(
    "place", [Place(1, 1), Place(1, 7), Place(0, 1), Place(3, 1), Place(99, 1), Place(-1, 1)]
)
async def test_a_round_that_is_not_there_takes_nothing(hall: Hall, place: Place) -> None:
    await hall.do("next")
    with pytest.raises(RoundClosed):
        hall.room.submit(place, token(1), {"text": ["svar"]})
    with pytest.raises(RoundClosed):
        hall.room.withdraw(place, token(1))
    with pytest.raises(RoundClosed):
        hall.room.step(place)
    assert (hall.room.mine(place, token(1)), hall.room.phase(place)) == (None, "waiting")
    assert hall.room.snapshot().joined == 0


async def test_a_closed_round_takes_nothing_before_and_after_it_is_final(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    for _ in range(2):
        with pytest.raises(RoundClosed):
            asking.room.submit(asking.place, token(9), {"text": ["for sent"]})
        with pytest.raises(RoundClosed):
            asking.room.withdraw(asking.place, token(1))
        await asking.wait(10)
    assert asking.room.snapshot().answered == 5
    await asking.do("end")
    with pytest.raises(RoundClosed):
        asking.room.submit(Place(1, 1), token(9), {"text": ["for sent"]})


async def test_the_form_holds_what_is_mine_as_long_as_it_can_be_mine(asking: Hall) -> None:
    await asking.send(1, "mitt")

    def value(who: int) -> tuple[str, ...]:
        (field,) = asking.room.form(asking.place, token(who))
        assert isinstance(field, Text)
        return field.value

    assert (value(1), value(2)) == (("mitt",), ())
    await asking.do("next")
    await asking.wait(10)
    assert value(1) == ()


async def test_a_refused_command_changes_nothing(hall: Hall) -> None:
    await hall.do("next")
    before, events = hall.told(), hall.store.events()
    for command in ("open", "close", "reveal", "hide", "undo", "goto 99", "goto 0", "start", "jump", "back"):
        with pytest.raises(Refusal):
            await hall.do(command)
    assert (hall.told(), hall.store.events()) == (before, events)


async def test_the_journal_never_holds_what_people_wrote(asking: Hall) -> None:
    await asking.fill(range(6), word="hemmelig")
    await asking.do("next", "undo", "next")
    await asking.wait(10)
    await asking.do("end")
    assert b"hemmelig" not in b"".join(asking.store.events())


async def test_a_round_of_a_step_that_was_left_can_be_answered_until_the_end(asking: Hall) -> None:
    left = asking.place
    await asking.do("skip", "skip")
    assert [also.place for also in asking.room.phone().also_open] == [left]
    await asking.send(1, "sent, men ikke for sent", left)
    assert asking.mine(1, left) is not None


async def test_commands_that_come_at_the_same_time_happen_one_after_the_other(halls: Halls) -> None:
    hall = await halls(session(QUESTION, LIVE, QUESTION, SLIDE)).begin()
    await asyncio.gather(*[hall.do("next") for _ in range(5)])
    assert (hall.room.state.step, hall.room.state.beat) == (2, 0)
    assert [len(rounds) for rounds in hall.room.state.rounds.values()] == [1, 1, 1]
