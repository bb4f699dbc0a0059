"""What a later step takes over from an earlier one, and what the room decides about texts."""

import pytest

from tests.room.conftest import Halls
from tests.room.hall import Hall, cards, session
from workshop.core.blocks import Bars, Blocks, Empty, Options
from workshop.core.moderation import Group, Hide, Merge, Rename
from workshop.core.place import Place
from workshop.errors import Refusal

OPEN = "{open: 'Hva tar tid?', id: tid, many: true}"
CHOICE = "{choice: 'Hva først?', from: tid}"
PLACE = Place(0, 1)


def options(blocks: Blocks) -> tuple[str, ...]:
    return next((tuple(map(str, block.items)) for block in blocks if isinstance(block, Options)), ())


async def shown(halls: Halls, people: int = 6) -> Hall:
    """The first question answered by so many, closed and shown."""
    hall = await halls(session(OPEN, CHOICE)).begin()
    await hall.do("next")
    await hall.fill(range(people))
    await hall.do("next")
    return hall


async def test_a_later_step_offers_what_an_earlier_one_was_answered(halls: Halls) -> None:
    hall = await shown(halls)
    snapshot = await hall.do("next")
    assert sorted(options(snapshot.blocks)) == [f"svar {who}" for who in range(6)]


async def test_a_source_below_the_floor_gives_nothing_and_says_so(halls: Halls) -> None:
    hall = await shown(halls, people=4)
    snapshot = await hall.do("next")
    assert options(snapshot.blocks) == ()
    assert any(isinstance(block, Empty) for block in snapshot.blocks)
    assert hall.room.form(hall.place, b"x" * 32) == ()
    assert b"svar" not in hall.told()


async def test_a_source_that_was_not_shown_gives_nothing(halls: Halls) -> None:
    hall = await halls(session(OPEN, CHOICE)).begin()
    await hall.do("next")
    await hall.fill(range(6))
    snapshot = await hall.do("close", "skip", "open")
    assert options(snapshot.blocks) == ()


async def test_what_people_vote_on_never_changes_under_them(halls: Halls) -> None:
    hall = await shown(halls)
    before = options((await hall.do("next")).blocks)
    texts = await hall.room.texts(PLACE)
    await hall.room.decide(PLACE, Hide((texts[0].id,)))
    await hall.room.decide(PLACE, Rename((texts[1].id,), "noe annet"))
    assert options(hall.room.snapshot().blocks) == before
    await hall.restart()
    assert options(hall.room.snapshot().blocks) == before


async def test_votes_on_taken_over_options_are_counted_under_their_words(halls: Halls) -> None:
    hall = await shown(halls)
    offered = options((await hall.do("next")).blocks)
    for who in range(5):
        await hall.send(who, {"pick": ["2"]})
    snapshot = await hall.do("next")
    (bars,) = (block for block in snapshot.blocks if isinstance(block, Bars))
    assert (bars.bars[0].label, bars.bars[0].n) == (offered[2], 5)


async def test_a_grouped_source_gives_its_themes_the_largest_first(halls: Halls) -> None:
    hall = await shown(halls)
    a, b, c, *_ = await hall.room.texts(PLACE)
    await hall.room.decide(PLACE, Group((a.id,), "Møter"))
    await hall.room.decide(PLACE, Group((b.id, c.id), "Utstyr"))
    assert options((await hall.do("next")).blocks) == ("Utstyr", "Møter")


async def test_hidden_texts_are_neither_shown_nor_offered_nor_in_the_notes(halls: Halls) -> None:
    hall = await shown(halls)
    first, *_ = await hall.room.texts(PLACE)
    await hall.room.decide(PLACE, Hide((first.id,)))
    assert first.text not in cards(hall.room.snapshot().blocks)
    assert first.text not in options((await hall.do("next")).blocks)
    assert first.text.encode() not in hall.told()
    assert len(hall.recorded().rows) == 5


async def test_merged_texts_are_one_card_with_their_number(halls: Halls) -> None:
    hall = await shown(halls)
    a, b, *_ = await hall.room.texts(PLACE)
    await hall.room.decide(PLACE, Merge((a.id, b.id)))
    assert len(cards(hall.room.snapshot().blocks)) == 5
    assert sum(row["text"] == a.text for row in hall.recorded().rows) == 2


async def test_undo_takes_decisions_back_one_by_one_across_restarts(halls: Halls) -> None:
    hall = await shown(halls)
    await hall.wait(11)
    before = hall.room.snapshot().blocks
    a, b, *_ = await hall.room.texts(PLACE)
    await hall.room.decide(PLACE, Hide((a.id,)))
    await hall.room.decide(PLACE, Group((b.id,), "Møter"))
    await hall.restart()
    await hall.do("undo", "undo")
    assert hall.room.snapshot().blocks == before
    with pytest.raises(Refusal):
        await hall.do("undo")


async def test_undo_takes_the_newer_of_a_close_and_a_decision_back(halls: Halls) -> None:
    hall = await shown(halls)
    hall.time += 1
    first, *_ = await hall.room.texts(PLACE)
    await hall.room.decide(PLACE, Hide((first.id,)))
    assert not (await hall.do("undo")).open
    assert (await hall.do("undo")).open


async def test_the_journal_never_holds_a_text_or_a_theme(halls: Halls) -> None:
    hall = await shown(halls)
    first, *_ = await hall.room.texts(PLACE)
    await hall.room.decide(PLACE, Rename((first.id,), "hemmelig ordlyd"))
    await hall.room.decide(PLACE, Group((first.id,), "hemmelig tema"))
    journal = b"".join(hall.store.events())
    assert b"hemmelig" not in journal
    assert first.id.encode() in journal


async def test_whoever_leads_sees_no_text_below_the_floor_either(halls: Halls) -> None:
    hall = await halls(session(OPEN, CHOICE)).begin()
    await hall.do("next")
    await hall.fill(range(4))
    with pytest.raises(Refusal):
        await hall.room.texts(PLACE)
    await hall.fill([4])
    assert len(await hall.room.texts(PLACE)) == 5
    await hall.fill([5, 6])
    assert len(await hall.room.texts(PLACE)) == 5
    assert len(cards((await hall.do("reveal")).blocks)) == 5


async def test_having_looked_counts_after_a_restart_too(halls: Halls) -> None:
    hall = await halls(session(OPEN, CHOICE)).begin()
    await hall.do("next")
    await hall.fill(range(5))
    await hall.room.texts(PLACE)
    await hall.fill([5])
    await hall.restart()
    with pytest.raises(Refusal):
        await hall.room.texts(PLACE)


async def test_a_decision_about_no_text_there_is_changes_nothing(halls: Halls) -> None:
    hall = await shown(halls)
    with pytest.raises(Refusal):
        await hall.room.decide(PLACE, Hide(("0000000000000000",)))
    with pytest.raises(Refusal):
        await hall.room.decide(PLACE, Hide(()))
    assert len(cards(hall.room.snapshot().blocks)) == 6


async def test_a_second_round_is_compared_with_the_first(halls: Halls) -> None:
    hall = await halls(session("{choice: 'Ja?', options: [Ja, Nei]}")).begin()
    await hall.do("next")
    for who in range(6):
        await hall.send(who, {"pick": ["0"]})
    await hall.do("next")
    await hall.wait(11)
    await hall.do("open")
    for who in range(5):
        await hall.send(who, {"pick": ["1"]})
    (bars,) = (block for block in (await hall.do("next")).blocks if isinstance(block, Bars))
    assert [(bar.label, bar.n, bar.before) for bar in bars.bars] == [("Nei", 5, 0), ("Ja", 0, 6)]
    assert (bars.of, bars.of_before) == (5, 6)


async def test_a_round_that_may_not_be_shown_is_not_compared_with(halls: Halls) -> None:
    hall = await halls(session("{choice: 'Ja?', options: [Ja, Nei]}")).begin()
    await hall.do("next")
    for who in range(4):
        await hall.send(who, {"pick": ["0"]})
    await hall.do("next")
    await hall.wait(11)
    await hall.do("open")
    for who in range(5):
        await hall.send(who, {"pick": ["1"]})
    (bars,) = (block for block in (await hall.do("next")).blocks if isinstance(block, Bars))
    assert bars.of_before == 0
    assert {bar.before for bar in bars.bars} == {None}


async def test_a_source_that_is_still_open_gives_nothing_though_it_is_shown_live(halls: Halls) -> None:
    live = "{open: 'Hva tar tid?', id: tid, reveal: live}"
    hall = await halls(session(live, CHOICE)).begin()
    await hall.do("next")
    await hall.fill(range(6))
    assert cards(hall.room.snapshot().blocks)
    assert options((await hall.do("skip", "open")).blocks) == ()
