"""The desk led by its keys, against a real hub and beside a real stage."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest

from tests.tui.desk.desks import Desked, desked
from tests.tui.examples import NOON, folder_of
from tests.tui.hubs import Hub, hub_in
from tests.tui.stages import Staged, read_through, staged
from tests.tui.test_stage import KEYS, Commands
from workshop.core.clock import Clock
from workshop.language import language
from workshop.room.desk import Desk
from workshop.sessionfile.build import load_bytes
from workshop.tui.app import Outcome, StageApp
from workshop.tui.desk.app import DeskApp
from workshop.tui.desk.shortcuts import DESK_KEYS, LEAVE
from workshop.tui.palette import DARK

LONG = f"""
title: T
language: nb
sections:
  - title: S
    minutes: 5
    steps:
      - slide: Hei
        notes: |
          {"".join(f"Linje {n}.{chr(10)}{chr(10)}          " for n in range(40))}
      - open: Hva nå?
"""

PLANNED = """
title: T
language: nb
sections:
  - title: Først
    minutes: 5
    steps: [{slide: Hei}]
  - title: Så
    minutes: 20
    steps: [{reflect: Hva nå, minutes: 4, optional: true}, {pause: Kaffe, minutes: 15}]
"""
Opened = Callable[[Path], AbstractAsyncContextManager[Staged]]


async def led(hub: Hub, desk: Staged) -> None:
    """Waits until the desk has all that the hub has."""
    await desk.follows(hub)
    assert isinstance(desk, Desked)
    known = hub.room.desk()
    await desk.until(lambda: desk.desk == known)


def newer(hub: Hub, version: int) -> bool:
    """Whether something has happened since; a command has arrived before it has."""
    return hub.room.version > version


@pytest.mark.parametrize(
    ("before", "key", "sent"), [case[1:] for case in KEYS], ids=[case[0] for case in KEYS]
)
async def test_a_key_sends_what_it_sends_on_the_stage(
    hub: Hub, before: Commands, key: str, sent: tuple[str, int | None]
) -> None:
    for verb, number in before:
        await hub.do(verb, number)
    async with desked(hub.folder) as desk:
        await desk.follows(hub)
        await desk.press(key)
        await desk.until(lambda: len(hub.done) > len(before))
        await led(hub, desk)
    assert hub.done == [*before, sent]


async def test_it_shows_the_notes_the_next_press_and_the_plan_at_every_step(hub: Hub) -> None:
    async with desked(hub.folder) as desk:
        for _ in range(6):
            await led(hub, desk)
            known, nb = hub.room.desk(), language("nb")
            assert known.next_press.said(nb) in desk.text
            assert (known.notes or "Dette steget har ingen notater.") in desk.text
            assert "Elefanten" in desk.text
            if known.following:
                assert known.following.text in desk.text
            known_before = hub.room.version
            await desk.press("right")
            await desk.until(partial(newer, hub, known_before))


async def test_answers_are_counted_as_they_come_and_never_shown(hub: Hub) -> None:
    await hub.do("goto", 2)
    await hub.do("next")
    async with desked(hub.folder) as desk:
        await led(hub, desk)
        assert "0 av 0" in desk.text
        await hub.answer(1, "en hemmelighet", "en annen")
        await desk.shows("2 av 2")
        assert "1 til må svare" in desk.text
        await hub.answer(1, "en tredje")
        await desk.shows("Lukk runden og vis 3 svar")
        await desk.press("right")
        await desk.shows("lukket · vist på scenen")
        assert "hemmelighet" not in desk.text
        assert "u angrer:" in desk.text


async def test_stage_and_desk_follow_each_other(hub: Hub) -> None:
    async with staged(hub.folder) as stage, desked(hub.folder) as desk:
        await desk.press("right")
        await stage.until(lambda: stage.snapshot.step == 1)
        await stage.press("right")
        await desk.shows("Skriv det ned.")
        await led(hub, desk)
        await desk.press("o")
        await stage.until(lambda: not stage.snapshot.open)
        await stage.press("u")
        await desk.until(lambda: desk.snapshot.open)
        assert stage.snapshot.step == desk.snapshot.step == 2


@pytest.mark.parametrize("first", ["stage", "desk"])
async def test_either_may_be_closed_first_and_the_other_leads_on(hub: Hub, first: str) -> None:
    opened: dict[str, Opened] = {"stage": staged, "desk": desked}
    (left,) = opened.keys() - {first}
    async with opened[left](hub.folder) as stays:
        async with opened[first](hub.folder) as goes:
            await goes.press("right")
            await stays.until(lambda: stays.snapshot.step == 1)
        await stays.press("right")
        await stays.until(lambda: hub.done == [("next", None), ("next", None)])
        async with opened[first](hub.folder) as again:
            await again.until(lambda: again.snapshot.step == 2)


async def test_the_desk_outlives_its_hub_and_knows_the_next_one(hub: Hub) -> None:
    await hub.do("next")
    async with desked(hub.folder) as desk:
        await led(hub, desk)
        await hub.stop()
        await desk.shows("Mistet kontakten. Prøver igjen.")
        assert "Gi rommet tid." in desk.text
        await desk.press("right")
        assert desk.snapshot.step == 1
        await hub.begin()
        await hub.do("next")
        await led(hub, desk)
        assert "Skriv det ned." in desk.text
        assert "Mistet kontakten" not in desk.text


async def test_before_a_hub_answers_the_desk_stands_there_and_says_so(tmp_path: Path) -> None:
    async with desked(folder_of(tmp_path / "run")) as desk:
        assert "SKRIVEBORD" in desk.text
        await desk.shows("Mistet kontakten")
        assert desk.desk is None


async def test_quitting_leaves_at_once_and_the_room_goes_on(hub: Hub) -> None:
    await hub.do("next")
    async with desked(hub.folder) as desk:
        await desk.follows(hub)
        await desk.press("ctrl+q")
    assert desk.app.return_value == Outcome.LEFT
    assert hub.room.state.state == "live"


async def test_ending_asks_and_both_screens_stay_on_the_end(hub: Hub) -> None:
    await hub.do("goto", 4)
    async with staged(hub.folder) as stage, desked(hub.folder) as desk:
        await desk.follows(hub)
        await desk.press("right")
        assert desk.on_top == "QuestionScreen"
        await desk.press("escape")
        assert hub.room.state.state == "live"
        await desk.press("right", "down", "enter")
        await stage.until(lambda: stage.snapshot.state == "ended")
        await desk.shows(f"workshop notes {hub.folder.name} --to notes.html")
        assert (stage.on_top, desk.on_top) == ("StageScreen", "DeskScreen")


async def test_long_notes_turn_with_the_arrows_and_stay_while_the_round_goes_on(tmp_path: Path) -> None:
    hub = hub_in(tmp_path / "run", LONG.encode())
    await hub.begin()
    await hub.do("next")
    async with desked(hub.folder, size=(80, 24)) as desk:
        await led(hub, desk)
        assert "Linje 0." in desk.text
        await desk.press("down")
        assert "Side 2 av" in desk.text
        await hub.do("blank")
        await led(hub, desk)
        assert "Side 2 av" in desk.text
        await desk.press(*["down"] * 30)
        assert "Linje 39." in desk.text
        await hub.do("next")
        await desk.shows("Dette steget har ingen notater.")
        await hub.do("back")
        await desk.shows("Linje 0.")
    await hub.stop()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_help_names_the_desks_keys(hub: Hub, size: tuple[int, int]) -> None:
    nb = language("nb")
    async with desked(hub.folder, size=size) as desk:
        await desk.press("question_mark")
        read = await read_through(desk)
        for key in (*DESK_KEYS, LEAVE):
            assert key.does.said(nb) in read
        await desk.press("x")
        assert desk.on_top == "DeskScreen"


async def test_the_code_can_be_held_up_from_the_desk(hub: Hub) -> None:
    async with desked(hub.folder) as desk:
        await desk.press("q")
        assert "Anonymt. Ingen navn." in desk.text
        assert "SKRIVEBORD" not in desk.text
        await desk.press("q")
        assert "SKRIVEBORD" in desk.text


async def test_a_refused_key_is_said_in_the_first_row(hub: Hub) -> None:
    async with desked(hub.folder) as desk:
        await desk.follows(hub)
        await desk.press("u")
        await desk.until(lambda: "bare på denne skjermen" not in desk.text.split("\n")[0])


async def test_a_key_catches_up_and_u_takes_it_back(tmp_path: Path) -> None:
    watch = [0.0]
    clock = Clock(wall=lambda: NOON, steady=lambda: watch[0])
    hub = Hub(tmp_path, load_bytes(PLANNED.encode(), "session.yaml"), clock=clock)
    await hub.begin()
    await hub.do("next")
    watch[0] += 9 * 60
    async with desked(hub.folder) as desk:
        await desk.shows("Hent inn 4 minutter")
        for key, way in (("1", "spread"), ("2", "drop"), ("3", "borrow")):
            await desk.press(key)
            await desk.shows("i rute")
            assert hub.done[-1] == (way, None)
            await desk.press("u")
            await desk.shows("Hent inn 4 minutter")
        await led(hub, desk)
    await hub.stop()


async def test_a_key_that_is_not_offered_says_so_and_changes_nothing(hub: Hub) -> None:
    await hub.do("next")
    before = hub.room.state
    async with desked(hub.folder) as desk:
        await desk.follows(hub)
        await desk.press("1")
        await desk.shows("Det er ingen tid å hente inn på den måten nå")
    assert hub.room.state == before


async def test_the_bell_is_the_stages_alone(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[type[StageApp]] = []
    monkeypatch.setattr(StageApp, "bell", lambda app: rung.append(type(app)))
    await hub.do("goto", 1)
    await hub.do("next")
    await hub.do("add", -179)
    async with staged(hub.folder) as stage, desked(hub.folder) as desk:
        await stage.until(lambda: rung)
        await desk.shows("over tiden")
    assert rung == [StageApp]
    assert DeskApp not in rung


async def test_the_desk_is_asked_for_when_something_changed_and_not_by_the_clock(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Desk] = []
    give = hub.room.desk

    def noted() -> Desk:
        asked.append(give())
        return asked[-1]

    monkeypatch.setattr(hub.room, "desk", noted)
    await hub.do("next")
    async with desked(hub.folder) as desk:
        await led(hub, desk)
        before = len(asked)
        for _ in range(20):
            desk.app._show()
            await desk.pilot.pause(0.01)
        assert len(asked) == before
        await hub.do("next")
        await desk.until(lambda: len(asked) > before)
        await desk.until(lambda: desk.desk == asked[-1])


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (160, 45)])
async def test_dark_paper_reaches_every_edge(hub: Hub, size: tuple[int, int]) -> None:
    async with desked(hub.folder, size=size) as desk:
        surface = desk.app.stage.surface
        assert surface.size == size
        grounds = {
            segment.style.bgcolor.get_truecolor().hex.upper()
            for y in range(size[1])
            for segment in surface.render_line(y)
            if segment.style and segment.style.bgcolor
        }
        assert DARK.paper in grounds
        assert all(surface.render_line(y).cell_length == size[0] for y in range(size[1]))
