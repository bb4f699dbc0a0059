"""From lobby to end with a clicker's two keys alone: every step is opened, shown and left."""

import random
from collections.abc import Iterator

import pytest

from tests.cli.program import JSON, Hub, Program, eventually
from tests.cli.terminal import terminal, typed
from workshop.sessionfile.build import load
from workshop.sessionfile.shelf import find

MOST = 600
"""Presses after which a session that has no end is one that leads in a circle."""


def press_through(hub: Hub, backs: float) -> Iterator[JSON]:
    """Presses →, and now and then ←, until nothing is left but to end; the state after each press."""
    rng, now = random.Random(11), hub.do("next")
    for _ in range(MOST):
        yield now
        if now["last"]:
            return
        goes_back = rng.random() < backs and now["step"] > 1
        now = hub.do("back" if goes_back else "next")
    raise AssertionError("no end in sight")


@pytest.mark.parametrize("backs", [0.0, 0.4])
def test_every_step_of_the_seeds_session_is_opened_shown_and_left(program: Program, backs: float) -> None:
    session = load(find("ivareta-hjelperne"))
    with program.host("ivareta-hjelperne") as hub:
        states = list(press_through(hub, backs))
        program("do", "next").refused("`end` ends the workshop")
        assert hub.status()["step"] == len(session.steps)
        ended = hub.do("end")
    opened = {now["step"] for now in states if now["open"]}
    shown = {now["step"] for now in states if now["revealed"] and not now["open"]}
    asking = {number for number, step in enumerate(session.steps, 1) if step.asks}
    assert opened == shown == asking
    assert {now["step"] for now in states} == set(range(1, len(session.steps) + 1))
    assert {now["round"] for now in states} == {None, 1}
    assert ended["state"] == "ended"


def test_what_is_shown_stays_closed_on_the_way_back_and_forth(program: Program, hub: Hub) -> None:
    for now in press_through(hub, 0.4):
        assert now["round"] in (None, 1)
    for _ in range(MOST):
        if hub.status()["step"] == 1:
            break
        assert not hub.do("back")["open"]
    program("do", "back").refused("This is the first step")


@pytest.mark.tmux
def test_a_clicker_alone_takes_the_stage_to_the_end(program: Program) -> None:
    with program.host("short.yaml") as hub, terminal(program) as opened:
        opened.type(typed(program, "stage"))
        opened.until("Anonymous. No names.")
        was = [hub.status()["version"]]

        def click(key: str) -> JSON:
            opened.press(key)
            now: JSON = eventually(lambda: now if (now := hub.status())["version"] > was[-1] else None)
            was.append(now["version"])
            return now

        states = [click(key) for key in ("Right", "Right", "Right", "Left", "Right", "Right")]
        states += [click(key) for key in ("Left", "Right", "Right")]
        opened.until("This round is closed.")
        states.append(click("Right"))
        assert [(now["step"], now["open"], now["revealed"]) for now in states] == [
            (1, False, False),
            (2, True, False),
            (2, False, True),
            (2, False, True),
            (2, False, True),
            (3, True, False),
            (2, False, True),
            (3, True, False),
            (3, False, True),
            (4, False, False),
        ]
        eventually(lambda: "This round is closed." not in opened.screen())
        opened.press("Right")
        opened.until("No, stay here")
        opened.press("Left")
        eventually(lambda: "No, stay here" not in opened.screen())
        opened.press("Right")
        opened.until("No, stay here")
        opened.press("Right")
        opened.until("Enter, or → once more, ends the workshop.")
        while "No, stay here" in opened.screen():  # a press too soon after the last takes nothing
            opened.press("Right")
        eventually(lambda: hub.status()["state"] == "ended")
