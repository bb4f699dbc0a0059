"""Answers that are sent in for people without a phone: counted, marked, and hiding nobody."""

from pathlib import Path

import pytest

from tests.room.hall import LIVE, QUESTION, Hall, cards, session
from workshop.core.blocks import Levels, Note
from workshop.core.hand import Hand
from workshop.core.phrases import told
from workshop.errors import Refusal, StoreError
from workshop.language import language
from workshop.store.sqlite import SqliteStore

CHOICE = "{choice: 'Hva først?', options: [Møtene, Vaktene]}"
SCALE = "{scale: 'Hvor enig?', statements: [Ja, Nei]}"


def hand(text: str) -> Hand:
    return Hand({"text": (text,)})


async def opened(folder: Path, step: str, floor: int = 5) -> Hall:
    hall = await Hall(folder, session(step, floor=floor)).begin()
    await hall.do("next")
    return hall


async def test_a_show_of_hands_is_counted_and_marked(tmp_path: Path) -> None:
    hall = await opened(tmp_path, CHOICE)
    for who in range(6):
        await hall.send(who, {"pick": ["0"]})
    shot = await hall.room.raise_hands(hall.place, [Hand({"pick": ("0",)}, 2), Hand({"pick": ("1",)}, 3)])
    assert (shot.answered, shot.joined, shot.by_hand) == (11, 11, 5)
    shot = await hall.do("next")
    (note,) = (block for block in shot.blocks if isinstance(block, Note))
    assert told(note.parts[0], language("nb")) == "11 av 11 har svart, 5 av dem uten telefon"
    assert [bar.n for block in shot.blocks for bar in getattr(block, "bars", ())] == [8, 3]
    assert (hall.recorded().answered, hall.recorded().by_hand) == (11, 5)


async def test_raised_hands_hide_nobody_with_a_phone(tmp_path: Path) -> None:
    hall = await opened(tmp_path, QUESTION)
    await hall.fill(range(4))
    await hall.room.raise_hands(hall.place, [hand("hånd")] * 20)
    shot = await hall.do("next")
    assert (cards(shot.blocks), shot.needed) == ([], 1)
    await hall.wait(20)
    assert hall.recorded().withheld == "floor"
    assert b"svar 0" not in hall.told()


async def test_with_the_floor_in_phones_all_is_shown(tmp_path: Path) -> None:
    hall = await opened(tmp_path, QUESTION)
    await hall.room.raise_hands(hall.place, [hand("hånd")])
    await hall.fill(range(5))
    assert len(cards((await hall.do("next")).blocks)) == 6


async def test_where_nobody_has_a_phone_raised_hands_are_shown(tmp_path: Path) -> None:
    hall = await opened(tmp_path, QUESTION)
    await hall.room.raise_hands(hall.place, [hand("en"), hand("to")])
    shot = await hall.do("next")
    assert (cards(shot.blocks), shot.needed) == (["en", "to"], 0)


async def test_one_phone_among_raised_hands_is_not_shown(tmp_path: Path) -> None:
    hall = await opened(tmp_path, QUESTION)
    await hall.room.raise_hands(hall.place, [hand("en"), hand("to")])
    await hall.send(1, "min")
    shot = await hall.do("next")
    assert (cards(shot.blocks), shot.needed) == ([], 4)


@pytest.mark.parametrize("deeds", [["raise"], ["raise", "undo"]], ids="-".join)
async def test_while_hands_come_and_go_a_phone_is_not_taken_for_one(tmp_path: Path, deeds: list[str]) -> None:
    hall = await opened(tmp_path, LIVE)
    seen: list[str] = []
    hall.room.watch(lambda _: seen.extend(cards(hall.room.snapshot().blocks)))
    await hall.send(1, "min")
    for deed in deeds:
        if deed == "raise":
            await hall.room.raise_hands(hall.place, [hand("hånd")] * 3)
        else:
            await hall.do(deed)
    assert seen == []


@pytest.mark.parametrize("verb", ["send", "take_back"])
async def test_hands_that_a_killed_hub_left_halfway_are_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    hall = await opened(tmp_path, QUESTION)
    await hall.room.raise_hands(hall.place, [hand("en")])
    await hall.send(1, "min")
    if verb == "take_back":
        await hall.room.raise_hands(hall.place, [hand("to"), hand("tre")])
    monkeypatch.setattr(SqliteStore, "append" if verb == "take_back" else "submit", killed)
    deed = hall.do("undo") if verb == "take_back" else hall.room.raise_hands(hall.place, [hand("to")] * 2)
    with pytest.raises(Killed):
        await deed
    monkeypatch.undo()
    await hall.restart()
    shot = await hall.do("next")
    assert (shot.answered, shot.by_hand, cards(shot.blocks)) == (2, 1, [])
    await hall.wait(20)
    assert hall.recorded().withheld == "floor"


@pytest.mark.parametrize("verb", ["undo", "close"])
async def test_hands_that_could_not_be_taken_back_are_when_the_disk_can_write_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    hall = await opened(tmp_path, QUESTION)
    await hall.room.raise_hands(hall.place, [hand("en")])
    await hall.room.raise_hands(hall.place, [hand("to"), hand("tre")])
    monkeypatch.setattr(SqliteStore, "append", full)
    with pytest.raises(StoreError):
        await hall.do("undo")
    monkeypatch.undo()
    shot = await hall.do(verb)
    assert (shot.answered, shot.by_hand, shot.open) == (1, 1, verb == "undo")


def full(*_: object) -> None:
    raise StoreError("full")


class Killed(BaseException):
    """What ends a hub in the middle of its work."""


def killed(*_: object) -> None:
    raise Killed


async def test_a_row_that_only_raised_hands_make_thick_is_withheld(tmp_path: Path) -> None:
    hall = await opened(tmp_path, SCALE)
    for who in range(5):
        await hall.send(who, {"row1": ["4"], **({"row2": ["1"]} if who == 0 else {})})
    await hall.room.raise_hands(hall.place, [Hand({"row1": ("2",), "row2": ("5",)}, 9)])
    shot = await hall.do("next")
    (levels,) = (block for block in shot.blocks if isinstance(block, Levels))
    assert [bool(row.withheld) for row in levels.rows] == [False, True]


async def test_a_row_that_no_hand_was_raised_for_is_empty_and_the_others_are_shown(tmp_path: Path) -> None:
    hall = await opened(tmp_path, SCALE)
    await hall.room.raise_hands(hall.place, [Hand({"row1": ("2",)})])
    shot = await hall.do("next")
    (levels,) = (block for block in shot.blocks if isinstance(block, Levels))
    assert [(row.counts, bool(row.withheld)) for row in levels.rows] == [((0, 1, 0, 0, 0), False), ((), True)]


async def test_what_is_live_does_not_move_for_raised_hands(tmp_path: Path) -> None:
    hall = await opened(tmp_path, LIVE, floor=3)
    await hall.fill(range(3))
    before = cards((await hall.do()).blocks)
    await hall.fill(range(3, 5), word="nytt")
    await hall.room.raise_hands(hall.place, [hand("hånd")] * 9)
    assert cards((await hall.do()).blocks) == before == ["svar 0", "svar 1", "svar 2"]
    await hall.fill([5], word="nytt")
    assert len(cards((await hall.do()).blocks)) == 15


async def test_undo_takes_them_back_and_again_after_a_restart(tmp_path: Path) -> None:
    hall = await opened(tmp_path, QUESTION)
    await hall.room.raise_hands(hall.place, [hand("en")])
    await hall.room.raise_hands(hall.place, [hand("to"), hand("tre")])
    assert (await hall.do("undo")).answered == 1
    await hall.restart()
    assert hall.room.snapshot().by_hand == 1
    shot = await hall.do("undo")
    assert (shot.answered, shot.by_hand) == (0, 0)
    assert hall.store.contributions(hall.place) == []


async def test_once_the_close_is_final_they_stand(tmp_path: Path) -> None:
    hall = await opened(tmp_path, QUESTION)
    await hall.room.raise_hands(hall.place, [hand("en")])
    await hall.do("next")
    await hall.wait(20)
    with pytest.raises(Refusal):
        await hall.do("undo")
    assert hall.recorded().by_hand == 1


@pytest.mark.parametrize(
    ("hands", "why"),
    [
        ([], "Si hvor mange"),
        ([Hand({"pick": ("0",)}, 0)], "Si hvor mange"),
        ([Hand({"pick": ("0",)}, 501)], "Si hvor mange"),
        ([Hand({"pick": ("0",)}, 3), Hand({"pick": ("1",)}, -1)], "Si hvor mange"),
        ([Hand({"pick": ("7",)})], "ikke på lista"),
        ([Hand({})], "Ingenting var fylt ut"),
    ],
)
async def test_what_makes_no_sense_is_refused_and_nothing_is_counted(
    tmp_path: Path, hands: list[Hand], why: str
) -> None:
    hall = await opened(tmp_path, CHOICE)
    with pytest.raises(Refusal) as refused:
        await hall.room.raise_hands(hall.place, hands)
    assert why in refused.value.reason.said(language("nb"))
    assert (hall.room.snapshot().answered, hall.room.snapshot().by_hand) == (0, 0)


async def test_a_closed_round_takes_none(tmp_path: Path) -> None:
    hall = await opened(tmp_path, QUESTION)
    place = hall.place
    await hall.do("next")
    with pytest.raises(Refusal):
        await hall.room.raise_hands(place, [hand("sent")])
