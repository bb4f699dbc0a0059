"""The stage led by its keys, against a real hub."""

import asyncio
import threading
from pathlib import Path

import pytest

from tests.tui.examples import snapshot
from tests.tui.hubs import Hub, hub_in
from tests.tui.stages import staged, text_of
from workshop.core.phrases import phrase
from workshop.tui import turning
from workshop.tui.app import Outcome, StageApp, Told
from workshop.tui.contact import Heard, Lost, News, Refused
from workshop.tui.screens.question import QuestionScreen

Commands = list[tuple[str, int | None]]

ASKED = [("goto", 1), ("next", None)]
"""The open question stands there, open, its clock running."""
KEYS: list[tuple[str, Commands, str, tuple[str, int | None]]] = [
    ("→ begins", [], "right", ("next", None)),
    ("→ goes on", ASKED, "right", ("next", None)),
    ("Space goes on", ASKED, "space", ("next", None)),
    ("a clicker's forward goes on", ASKED, "pagedown", ("next", None)),
    ("← goes back", ASKED, "left", ("back", None)),
    ("a clicker's back goes back", ASKED, "pageup", ("back", None)),
    ("⇧→ leaves the step", ASKED, "shift+right", ("skip", None)),
    ("a clicker's blank", ASKED, "full_stop", ("blank", None)),
    ("b blanks", ASKED, "b", ("blank", None)),
    ("with caps lock too", ASKED, "B", ("blank", None)),
    ("t stops a clock that runs", ASKED, "t", ("pause", None)),
    ("t starts one that stands", [*ASKED, ("pause", None)], "t", ("start", None)),
    ("+ gives a minute", ASKED, "plus", ("add", 60)),
    ("o closes what is open", ASKED, "o", ("close", None)),
    ("o opens what is closed", [*ASKED, ("close", None)], "o", ("open", None)),
    ("r shows what is hidden", ASKED, "r", ("reveal", None)),
    ("r hides what is shown", [*ASKED, ("reveal", None)], "r", ("hide", None)),
    ("m silences the bell", ASKED, "m", ("mute", None)),
    ("u undoes a close", [*ASKED, ("close", None)], "u", ("undo", None)),
]


@pytest.mark.parametrize(
    ("before", "key", "sent"), [case[1:] for case in KEYS], ids=[case[0] for case in KEYS]
)
async def test_a_key_sends_its_command(
    hub: Hub, before: Commands, key: str, sent: tuple[str, int | None]
) -> None:
    for verb, number in before:
        await hub.do(verb, number)
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press(key)
        await stage.until(lambda: len(hub.done) > len(before))
        await stage.follows(hub)
    assert hub.done == [*before, sent]


async def test_one_button_leads_from_the_lobby_to_the_offer_to_end(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        for step, is_open in [(1, False), (2, True), (2, False), (3, True), (3, False), (4, False)]:
            await stage.press("pagedown")
            await stage.until(lambda: (stage.snapshot.step, stage.snapshot.open) == (step, is_open))  # noqa: B023
            assert stage.on_top == "StageScreen"
        await stage.press("pagedown")
        assert stage.on_top == "QuestionScreen"
    assert hub.room.state.state == "live"


async def test_a_clicker_alone_can_end_it_and_the_end_stays_on_the_screen(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QuestionScreen, "BREATH", 0.0)
    await hub.do("goto", 4)
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("right")
        assert stage.on_top == "QuestionScreen"
        await stage.press("right")
        assert "→ en gang til" in stage.text
        await stage.press("right")
        await stage.until(lambda: stage.app.scene.ended)
        assert stage.on_top == "StageScreen"
        await stage.press("right", "left", "space")
    assert hub.done[-1] == ("end", None)


async def test_a_clickers_press_too_many_does_not_end_it(hub: Hub) -> None:
    await hub.do("goto", 4)
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press(*["right"] * 3)
        await stage.press(*["pagedown"] * 5)
        assert stage.on_top == "QuestionScreen"
        await stage.press("left", "left")
        assert stage.on_top == "StageScreen"
    assert "end" not in [verb for verb, _ in hub.done]


async def test_what_ending_would_leave_out_is_named(hub: Hub) -> None:
    await hub.do("goto", 2)
    await hub.do("open")
    await hub.do("goto", 4)
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("right")
        await stage.shows("Skriv det ned.")


async def test_enter_on_the_offer_to_end_goes_on(hub: Hub) -> None:
    await hub.do("goto", 4)
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("right", "enter")
        assert stage.on_top == "StageScreen"
    assert hub.room.state.state == "live"


async def test_a_refusal_is_one_quiet_line_in_the_rooms_language(hub: Hub) -> None:
    await hub.do("next")
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("o")
        await stage.shows("spør ikke om noe")


async def test_answers_are_counted_on_the_stage_as_they_come(hub: Hub) -> None:
    await hub.do("goto", 2)
    await hub.do("open")
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await hub.answer(1, "Alle vet det", "Ingen sier det")
        await stage.shows("2 av minst 3 har svart")
        await hub.answer(1, "Hvor slitne vi er")
        await stage.shows("3 av 3 har svart")
        assert "Alle vet det" not in stage.text
        await stage.press("right")
        await stage.shows("Hvor slitne vi er")


async def test_what_people_write_is_text_and_never_markup_or_action(hub: Hub) -> None:
    hostile = ["[/]", "[@click=app.quit]her[/]", "[red]rødt", "\x1b]52;c;aGVpCg==\x07utklipp", "\u202esnudd"]
    await hub.do("goto", 2)
    await hub.do("open")
    await hub.answer(1, *hostile)
    await hub.do("next")
    async with staged(hub.folder, size=(120, 36)) as stage:
        await stage.shows("[@click=app.quit]her[/]")
        assert "[/]" in stage.text
        assert "[red]rødt" in stage.text
        assert not {"\x1b", "\x07", "\u202e"} & set(stage.text)


async def test_pages_of_answers_turn_with_the_arrows(hub: Hub) -> None:
    await hub.do("goto", 2)
    await hub.do("open")
    await hub.answer(1, *[f"Svar nummer {n}, som er langt nok til å ta en hel linje" for n in range(60)])
    await hub.do("next")
    async with staged(hub.folder) as stage:
        await stage.shows("Side 1 av")
        await stage.press("down")
        assert "Side 2 av" in stage.text
        await stage.press("up")
        assert "Side 1 av" in stage.text


async def test_pages_turn_by_themselves_until_an_arrow_takes_over(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turning, "seconds_to_read", lambda _: 0.05)
    await hub.do("goto", 2)
    await hub.do("open")
    await hub.answer(1, *[f"Svar nummer {n}, som er langt nok til å ta en hel linje" for n in range(60)])
    await hub.do("next")
    async with staged(hub.folder) as stage:
        await stage.shows("Side 1 av")
        await stage.press("a")
        await stage.shows("Side 3 av")
        assert "blar selv" in stage.text
        await stage.shows("Side 1 av")
        await stage.press("question_mark", "x")
        await stage.shows("Side 2 av")
        await stage.press("up")
        assert "blar selv" not in stage.text


async def test_a_hub_that_dies_leaves_the_picture_and_a_new_one_goes_on(
    tmp_path: Path,
) -> None:
    hub = hub_in(tmp_path / "run")
    await hub.begin()
    await hub.do("goto", 2)
    await hub.do("open")
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await hub.stop()
        await stage.shows("Mistet kontakten")
        await stage.press("right", "o", "plus", "question_mark", "x")
        assert "K7QX" in stage.text
        await hub.begin()
        await stage.until(lambda: "Mistet kontakten" not in stage.text)
        assert hub.room.state.step == 1
        await stage.press("left")
        await stage.until(lambda: hub.room.state.step == 0)
    await hub.stop()


async def test_a_hub_that_died_is_brought_back_and_the_key_after_it_works(tmp_path: Path) -> None:
    hub, loop = hub_in(tmp_path / "run"), asyncio.get_running_loop()
    await hub.begin()
    await hub.do("next")

    missed = threading.Event()

    def revive() -> None:
        if missed.is_set():
            asyncio.run_coroutine_threadsafe(hub.begin(), loop).result()

    async with staged(hub.folder, revive=revive) as stage:
        await stage.follows(hub)
        await hub.stop()
        await stage.shows("Mistet kontakten")
        missed.set()
        await stage.until(lambda: "Mistet kontakten" not in stage.text)
        await stage.press("right")
        await stage.until(lambda: hub.room.state.step == 1)
    await hub.stop()


async def test_a_hub_that_stopped_after_the_end_is_left_in_peace(tmp_path: Path) -> None:
    hub = hub_in(tmp_path / "run")
    await hub.begin()
    await hub.do("end")
    revived: list[bool] = []
    async with staged(hub.folder, revive=lambda: revived.append(True)) as stage:
        await stage.follows(hub)
        await hub.stop()
        tried = stage.app.contact._revive
        tried()
    assert revived == []


async def test_the_clock_counts_without_a_word_from_the_hub(hub: Hub) -> None:
    await hub.do("goto", 1)
    await hub.do("next")
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        shown = stage.text
        await stage.until(lambda: stage.text != shown)
    assert hub.done == [("goto", 1), ("next", None)]


@pytest.mark.parametrize(
    ("older", "newer", "needless"),
    [
        (Heard(snapshot(version=1), 0), Heard(snapshot(version=2), 0), True),
        (Heard(snapshot(version=2), 0), Heard(snapshot(version=1), 0), False),
        (Heard(snapshot(version=9), 0), Heard(snapshot(version=1), 0, True), True),
        (Heard(snapshot(version=1), 0, True), Heard(snapshot(version=2), 0), False),
        (Refused(phrase("No.")), Heard(snapshot(), 0), False),
        (Heard(snapshot(), 0), Refused(phrase("No.")), False),
        (Heard(snapshot(), 0), Lost(), False),
    ],
)
def test_a_picture_with_a_newer_one_behind_it_is_not_drawn(older: News, newer: News, needless: bool) -> None:
    assert Told(older).can_replace(Told(newer)) is needless


async def test_ctrl_q_and_ctrl_c_ask_and_escape_goes_on(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        for key in ("ctrl+q", "ctrl+c"):
            await stage.press(key)
            assert stage.on_top == "QuestionScreen"
            await stage.press(key)
            assert len(stage.app.screen_stack) == 2, "asking twice is one question"
            await stage.press("escape")
            assert stage.on_top == "StageScreen"
        assert stage.app.return_value is None


async def test_leaving_leaves_the_workshop_running(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("ctrl+q", "down", "enter")
        await stage.until(lambda: not stage.app.is_running)
    assert stage.app.return_value is Outcome.LEFT
    assert hub.done == []


async def test_ending_by_the_quit_question_ends_and_leaves(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("ctrl+q", "down", "down", "enter")
        await stage.until(lambda: not stage.app.is_running)
    assert stage.app.return_value is Outcome.ENDED
    assert hub.room.state.state == "ended"


async def test_enter_and_a_clickers_arrows_on_the_quit_question_quit_nothing(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("ctrl+q", "enter")
        assert stage.on_top == "StageScreen"
        await stage.press("ctrl+q", *["right"] * 6)
        assert stage.on_top == "QuestionScreen"
        await stage.press("escape")
    assert hub.done == []


@pytest.mark.parametrize("key", ["escape", "enter", "f5", "tab", "x", "ctrl+z", "delete"])
async def test_other_keys_do_nothing_on_the_stage(hub: Hub, key: str) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        before = stage.text
        await stage.press(key)
        assert stage.text == before
        assert stage.on_top == "StageScreen"
    assert hub.done == []


async def test_a_terminal_made_too_small_gets_a_notice_until_it_is_larger(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("question_mark")
        for size in ((50, 24), (80, 15), (10, 3)):
            await stage.pilot.resize_terminal(*size)
            await stage.until(lambda: stage.on_top == "CrampedScreen")
        await stage.pilot.resize_terminal(70, 22)
        await stage.until(lambda: stage.on_top == "HelpScreen")
        await stage.press("x")
        assert stage.on_top == "StageScreen"
        await stage.pilot.resize_terminal(120, 36)
        await stage.until(lambda: len(stage.text.split("\n")) == 36)


async def test_a_question_asked_on_a_small_terminal_leaves_no_notice_behind(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.pilot.resize_terminal(50, 15)
        await stage.until(lambda: stage.on_top == "CrampedScreen")
        await stage.press("ctrl+q")
        await stage.pilot.resize_terminal(80, 24)
        await stage.press("escape")
        await stage.until(lambda: stage.on_top == "StageScreen")


async def test_the_bell_rings_when_the_time_is_up(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[str] = []
    monkeypatch.setattr(StageApp, "bell", lambda app: rung.append(text_of(app)))
    await hub.do("goto", 1)
    await hub.do("next")
    await hub.do("add", -179)
    async with staged(hub.folder) as stage:
        await stage.press("question_mark")
        await stage.until(lambda: rung)
        assert "Denne hjelpen" in rung[0], "it is heard under the help too"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (240, 70)])
async def test_paper_reaches_every_edge(hub: Hub, size: tuple[int, int]) -> None:
    async with staged(hub.folder, size=size) as stage:
        surface = stage.app.stage.surface
        assert surface.size == size
        for y in range(size[1]):
            strip = surface.render_line(y)
            assert strip.cell_length == size[0]
            assert all(segment.style and segment.style.bgcolor for segment in strip if segment.text)
