"""What leaves the room: the snapshot's keys, what phones know, and what the desk says of the next press."""

import json
import random
from typing import Any

import pytest

from tests.room.conftest import Halls
from tests.room.hall import LIVE, QUESTION, SLIDE, Hall, session, token
from workshop.core.blocks import Heading
from workshop.core.phrases import phrase
from workshop.core.place import Place
from workshop.errors import Refusal
from workshop.language import language
from workshop.room import desk, snapshot
from workshop.room.phone import OpenRound

PROMISED = [
    "run",
    "code",
    "title",
    "language",
    "state",
    "section",
    "section_title",
    "step",
    "steps",
    "kind",
    "id",
    "round",
    "open",
    "revealed",
    "blanked",
    "joined",
    "answered",
    "needed",
    "timer",
    "blocks",
]


def told(hall: Hall) -> dict[str, Any]:
    """The snapshot as a program reads it."""
    read: dict[str, Any] = json.loads(hall.room.snapshot_bytes())
    return read


async def test_the_snapshot_has_every_promised_key_in_every_state(hall: Hall) -> None:
    for verbs in ([], ["next"], ["next"], ["next"], ["goto 3"], ["blank"], ["end"]):
        await hall.do(*verbs)
        assert set(PROMISED) <= told(hall).keys()


async def test_in_the_lobby_there_is_no_step_yet(hall: Hall) -> None:
    lobby = told(hall)
    assert {key: lobby[key] for key in ("run", "code", "title", "language", "state", "steps")} == {
        "run": "2026-11-24-k7qx",
        "code": "K7QX",
        "title": "Prøve",
        "language": "nb",
        "state": "lobby",
        "steps": 4,
    }
    for key in ("section", "section_title", "step", "kind", "id", "round", "timer"):
        assert lobby[key] is None
    assert (lobby["blocks"], lobby["joined"], lobby["answered"], lobby["needed"]) == ([], 0, 0, 0)
    assert (lobby["open"], lobby["revealed"], lobby["blanked"]) == (False, False, False)


async def test_steps_and_sections_count_from_one_through_the_whole_session(halls: Halls) -> None:
    planned = session(SLIDE, "{open: Nå, id: nu, minutes: 2}")
    hall = await halls(planned).begin()
    await hall.do("next", "next")
    await hall.send(1, "svar")
    read = told(hall)
    keys = ("section", "section_title", "step", "kind", "id", "round", "state")
    assert [read[key] for key in keys] == [1, "Først", 2, "open", "nu", 1, "live"]
    assert (read["open"], read["answered"], read["needed"], read["joined"]) == (True, 1, 4, 1)
    assert read["timer"] == {"total": 120, "left": 120, "running": True, "ends": hall.time + 120}
    assert read["blocks"] == [{"block": "heading", "text": "Nå"}]


async def test_a_snapshot_travels_as_it_is(asking: Hall) -> None:
    await asking.fill(range(5))
    shown = await asking.do("next")
    assert snapshot.decode(snapshot.encode(shown)) == shown
    assert desk.decode(desk.encode(asking.room.desk())) == asking.room.desk()


async def test_a_snapshot_says_why_it_shows_no_results(asking: Hall) -> None:
    def why() -> tuple[bool, bool, int]:
        now = asking.room.snapshot()
        return now.showing, now.withheld, now.needed

    await asking.fill(range(2))
    assert why() == (False, False, 3)
    await asking.do("reveal")
    assert why() == (False, True, 3)
    await asking.fill(range(2, 5))
    assert why() == (True, False, 0)
    await asking.do("next", "back")
    assert why() == (False, False, 0)


async def test_after_the_end_the_stage_has_nothing_to_show(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    ended = await asking.do("end")
    assert (ended.state, ended.step, ended.blocks, ended.timer) == ("ended", 2, (), None)
    assert asking.room.phone().phase == "ended"
    assert asking.room.phone().blocks == ()


async def test_phones_are_told_where_the_room_is(hall: Hall) -> None:
    phases = [hall.room.phone().phase]
    for verb in ("next", "skip", "next", "next"):
        await hall.do(verb)
        phases.append(hall.room.phone().phase)
    await hall.wait(10)
    phases.append(hall.room.phone().phase)
    await hall.do("end")
    phases.append(hall.room.phone().phase)
    assert phases == ["lobby", "listen", "waiting", "open", "closed", "sealed", "ended"]


async def test_phones_have_the_question_and_later_the_results(asking: Hall) -> None:
    await asking.fill(range(5))
    phone = asking.room.phone()
    assert (phone.place, phone.prompt, phone.showing) == (Place(1, 1), "Hva vet alle, som ingen sier?", False)
    assert phone.blocks == (Heading("Hva vet alle, som ingen sier?"),)
    shown = await asking.do("next")
    assert (asking.room.phone().showing, asking.room.phone().blocks) == (True, shown.blocks)


async def test_a_blank_stage_shows_no_results_on_phones_either(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next", "blank")
    assert asking.room.phone().blocks == ()
    await asking.do("blank")
    assert len(asking.room.phone().blocks) == 3


async def test_phones_have_a_link_to_every_other_round_that_is_open(live: Hall) -> None:
    await live.do("goto 2", "next", "goto 1")
    prompt = "Hva vet alle, som ingen sier?"
    assert live.room.phone().also_open == (OpenRound(1, 1, prompt), OpenRound(2, 1, prompt))
    await live.do("goto 3")
    assert live.room.phone().also_open == (OpenRound(1, 1, prompt),)


def says(hall: Hall) -> str:
    return hall.room.desk().next_press.said(language("en"))


@pytest.mark.parametrize(
    ("verbs", "says_then"),
    [
        ([], "Begin"),
        (["next"], "On to the next step"),
        (["goto 2"], "Open the question"),
        (["next", "next"], "Close the round and show 2 answers"),
        (["next", "next", "reveal"], "Close the round"),
        (["next", "next", "close"], "Show the results"),
        (["next", "next", "next"], "On to the next step"),
        (["next", "next", "next", "back"], "Show the results again"),
        (["next", "next", "next", "hide", "back"], "Go on; the results stay hidden"),
        (["next", "next", "next", "undo"], "Close the round and show 2 answers"),
        (["goto 3", "next"], "Close the round"),
        (["goto 3", "next", "hide"], "Close the round"),
        (["goto 4"], "End the workshop"),
        (["goto 4", "back"], "Open the question"),
    ],
)
async def test_the_desk_says_what_the_next_press_does(hall: Hall, verbs: list[str], says_then: str) -> None:
    for verb in verbs:
        await hall.do(verb)
        if hall.room.phone().phase == "open":
            await hall.fill(range(2))
    assert says(hall) == says_then


VERBS = ["next", "next", "next", "back", "skip", "open", "close", "reveal", "hide", "undo", "blank"]


@pytest.mark.parametrize("seed", range(6))
async def test_the_next_press_does_what_the_desk_said(halls: Halls, seed: int) -> None:
    hall = await halls(session(SLIDE, QUESTION, LIVE, SLIDE, QUESTION)).begin()
    chance = random.Random(seed)
    for _ in range(60):
        verb = chance.choice([*VERBS, f"goto {chance.randrange(1, 6)}"])
        said, before = says(hall), hall.room.snapshot()
        if chance.random() < 0.1:
            await hall.wait(10)
        try:
            after = await hall.do(verb)
        except Refusal:
            assert verb != "next" or said == "End the workshop"
            continue
        if verb == "next":
            assert said in done(before, after), (before, after)


def done(before: snapshot.Snapshot, after: snapshot.Snapshot) -> set[str]:
    """What may be said of the press between two snapshots (nobody has answered)."""
    if before.state == "lobby":
        return {"Begin"}
    if before.step != after.step:
        return {"On to the next step"}
    if before.round != after.round:
        return {"Open the question"}
    if before.open:
        return (
            {"Close the round"}
            if before.revealed == after.revealed
            else {"Close the round and show 0 answers"}
        )
    if before.revealed != after.revealed:
        return {"Show the results"}
    return {"Show the results again"} if after.revealed else {"Go on; the results stay hidden"}


async def test_the_desk_has_notes_and_what_comes_next(halls: Halls) -> None:
    hall = await halls(session("{slide: Først, notes: Stille.}", "{pause: Pause, minutes: 10}")).begin()
    slide = desk.StepLine(1, "Først", "slide", "Først", kind_said=phrase("slide"))
    assert hall.room.desk().following == slide
    await hall.do("next")
    now = hall.room.desk()
    pause = desk.StepLine(2, "Først", "pause", "Pause", 10, kind_said=phrase("pause"))
    assert (now.notes, now.following) == ("Stille.", pause)
    await hall.do("next")
    assert (hall.room.desk().notes, hall.room.desk().following) == ("", None)
    assert [line.step for line in now.steps] == [1, 2]


async def test_the_desk_names_every_round_that_the_end_would_leave_out(hall: Hall) -> None:
    def unfinished() -> list[tuple[int, str]]:
        return [(left.step, left.why.said(language("en"))) for left in hall.room.desk().unfinished]

    await hall.do("next", "next", "close", "open", "next", "goto 3", "next", "goto 4")
    assert unfinished() == [(2, "never shown"), (3, "still open")]
    await hall.do("goto 3", "next")
    assert unfinished() == [(2, "never shown")]


async def test_a_phone_that_only_looks_is_counted_and_nothing_of_it_is_kept(hall: Hall) -> None:
    hall.room.see(token(1))
    assert hall.room.snapshot().joined == 1
    assert token(1) not in b"".join(path.read_bytes() for path in hall.folder.rglob("*") if path.is_file())
    assert token(1) not in repr(vars(hall.room)).encode()


async def test_the_room_is_reached_once_another_device_has_loaded_the_page(hall: Hall) -> None:
    hall.room.see(token(1))
    assert not hall.room.snapshot().reached
    hall.room.see(token(1), elsewhere=True)
    assert hall.room.snapshot().reached
    hall.room.see(token(2))
    assert (hall.room.snapshot().reached, hall.room.snapshot().joined) == (True, 2)
