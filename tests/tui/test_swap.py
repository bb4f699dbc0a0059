"""Stage and desk on one screen: `d` puts one in the other's place."""

from tests.tui.desk.desks import desked
from tests.tui.hubs import Hub
from tests.tui.stages import staged
from workshop.language import language
from workshop.tui.palette import DARK, LIGHT


async def test_d_puts_the_desk_in_the_stages_place_and_back(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("d")
        assert stage.on_top == "DeskScreen"
        await stage.shows("SKRIVEBORD")
        await stage.shows(hub.room.desk().next_press.said(language("nb")))
        await stage.press("d")
        assert stage.on_top == "StageScreen"
        assert "SKRIVEBORD" not in stage.text
    assert hub.done == []


async def test_the_desk_wears_the_opposite_theme_with_all_that_lies_on_it(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        colours = []
        for keys in (["n"], ["escape", "d", "n"], ["escape", "d", "n"]):
            await stage.press(*keys)
            box = stage.app.screen.query("Box").first()
            colours.append(box.styles.background.hex)
        assert colours == [LIGHT.card, DARK.card, LIGHT.card]


async def test_the_room_is_led_from_whichever_is_there_and_both_follow(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("d", "right")
        await stage.until(lambda: hub.done == [("next", None)])
        await stage.follows(hub)
        await stage.press("d", "right")
        await stage.until(lambda: hub.done == [("next", None)] * 2)
        await stage.follows(hub)
        assert stage.snapshot.step == 2
        await stage.press("d")
        known = hub.room.desk().next_press.said(language("nb"))
        await stage.shows(known)


async def test_a_note_that_was_begun_on_the_stage_goes_on_at_the_desk(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("n", "H", "e", "i", "escape", "d", "n")
        assert stage.app.screen.query("Box").first().value == "Hei"  # type: ignore[attr-defined]


async def test_the_swapped_desk_asks_before_anything_quits(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("d", "ctrl+q")
        assert stage.on_top == "QuestionScreen"
        await stage.press("escape")
        assert stage.on_top == "DeskScreen"


async def test_the_desks_own_terminal_can_show_the_stage(hub: Hub) -> None:
    async with desked(hub.folder) as desk:
        await desk.follows(hub)
        await desk.press("d")
        assert desk.on_top == "StageScreen"
        assert desk.app.look.palette == LIGHT
        assert "SKRIVEBORD" not in desk.text
        await desk.press("d")
        assert desk.on_top == "DeskScreen"
        assert desk.app.look.palette == DARK
