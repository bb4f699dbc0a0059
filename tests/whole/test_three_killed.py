"""Stage, desk and hub killed at random moments of a workshop that goes on: whoever is left carries it."""

import os
import random
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.cli.program import LOCAL, Program, eventually
from tests.cli.terminal import Terminal, typed
from tests.cli.test_live import LOBBY, running
from tests.whole.phones import Phone
from workshop.errors import HubError
from workshop.room.snapshot import Snapshot
from workshop.tui.client import Client

pytestmark = pytest.mark.tmux

KILLS = 50
STEPS = 6
SESSION = """\
title: Killed
language: en
privacy: {reveal_from: 3}
sections:
  - title: One
    steps:
      - slide: Welcome
  - title: Two
    steps:
      - open: What did you see?
        minutes: 60
  - title: Three
    steps:
      - choice: Which one?
        options: [This, That]
        reveal: live
        minutes: 60
  - title: Four
    steps:
      - groups: Talk
        preset: 1-2-4-all
  - title: Five
    steps:
      - pause: Coffee
        minutes: 60
  - title: Six
    steps:
      - open: What do you take home?
"""
MOVES = {"step", "round", "open", "revealed", "total", "running", "ends", "kind", "blanked"}
CHANGES = {
    "Right": MOVES,
    "Left": MOVES,
    "o": MOVES,
    "r": {"revealed", "step", "ends", "running", "total"},
    "b": {"blanked"},
    "t": {"running", "ends"},
    "+": {"total", "ends", "running"},
    "answer": set[str](),
}
"""What a key, or an answer, may change at all. (→ also comes back from a blank screen.)"""


def state(shot: Snapshot) -> dict[str, object]:
    """What must be the same after a kill; a running clock by when it ends, to the second."""
    timer = shot.timer
    return {
        "step": shot.step,
        "round": shot.round,
        "kind": shot.kind,
        "open": shot.open,
        "revealed": shot.revealed,
        "blanked": shot.blanked,
        "total": timer.total if timer else None,
        "running": timer.running if timer else None,
        "ends": timer.ends if timer and timer.running else timer.left if timer else None,
    }


def changed(before: dict[str, object], after: dict[str, object]) -> set[str]:
    return {key for key in before if not _same(before[key], after[key])}


def _same(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) < 1
    return one == other


@dataclass
class Killing:
    """A workshop under way in two terminals, with a phone in it. `took`: seconds to be whole again."""

    program: Program
    stage: Terminal
    desk: Terminal
    chance: random.Random = field(default_factory=lambda: random.Random(11))
    took: dict[str, list[float]] = field(default_factory=lambda: {"stage": [], "desk": [], "hub": []})

    def __post_init__(self) -> None:
        (run,) = self.program.folders()
        self.client = Client(self.program.home / "runs" / run, patience=1.0)
        self.phone = Phone(self.now().join_url.lower())
        self.phone.look()
        self.sent: dict[str, int] = {}
        self.count = 0

    def now(self) -> Snapshot:
        """What the hub says; waits for one that answers."""
        shot: Snapshot = eventually(self.asked)
        return shot

    def asked(self) -> Snapshot | None:
        """The same, None where none answers."""
        try:
            return self.client.snapshot()
        except HubError:
            return None

    def kill(self, victim: str) -> None:
        """Does something, kills at some moment of it, and looks whether all is as it was, or done."""
        before = self.now()
        # → on the last step asks whether to end, which is another story.
        onward = "Right" if before.step != STEPS else "Left"
        written = before.open and before.kind == "open"
        likely = ["answer"] * 8 if written else [onward] * 3
        deed = self.chance.choice([*sorted(CHANGES.keys() - {"Right"}), *likely])
        self.do(deed, before)
        time.sleep(self.chance.random() * 0.2)
        os.kill(self.process(victim), signal.SIGKILL)
        began = time.monotonic()
        if victim != "hub":
            self.open_again(victim)
        after = self.now()
        self.took[victim].append(time.monotonic() - began)
        assert changed(state(before), state(after)) <= CHANGES[deed], (deed, victim, before, after)
        self.holds()
        self.follow()

    def do(self, deed: str, before: Snapshot) -> None:
        """Presses a key on one of the screens, or sends an answer and remembers that it has arrived."""
        if deed != "answer":
            self.chance.choice((self.stage, self.desk)).press(deed)
        elif before.open and before.kind == "open":
            self.count += 1
            place = f"/{before.step}/{before.round}"
            if self.phone.post(self.phone.home + place, [("text", f"answer {self.count}")]) == 303:
                self.sent[place] = self.count

    def holds(self) -> None:
        """The phone's own answer is there for as long as its round is open."""
        shot = self.now()
        place = f"/{shot.step}/{shot.round}"
        if not shot.open or place not in self.sent:
            return
        held = self.phone.look(f"{self.phone.home}{place}?change=1").held("text")
        assert held == [f"answer {self.sent[place]}"]
        assert shot.answered == 1

    def follow(self) -> None:
        """Both screens show the step that the hub has."""

        def both() -> bool:
            shot = self.now()
            there = f"{shot.section}/{STEPS}" if shot.section else "In the lobby"
            stage = shot.blanked or there in self.stage.screen() or shot.section is None
            return stage and there in self.desk.screen()

        eventually(both)

    def process(self, victim: str) -> int:
        """The process that is to go."""
        if victim == "hub":
            hubs: list[int] = eventually(self.program.hubs)
            return hubs[0]
        terminal = self.stage if victim == "stage" else self.desk
        try:
            found: int = eventually(lambda: only_child(terminal))
        except AssertionError:
            raise AssertionError(terminal.screen()) from None
        return found

    def open_again(self, victim: str) -> None:
        """The facilitator types the command again."""
        terminal = self.stage if victim == "stage" else self.desk
        terminal.until("exit=137")
        # A shell like bash puts its terminal right by itself.
        terminal.press(
            *"stty", "Space", *"sane", "Space", "&", "&", "Space", *"echo", "Space", *"right", "C-j"
        )
        terminal.until("right")
        terminal.type(typed(self.program, victim))


def only_child(terminal: Terminal) -> int | None:
    """The program that runs in a terminal's shell; None while there is none yet."""
    shell = terminal.asks("#{pane_pid}")
    children = Path(f"/proc/{shell}/task/{shell}/children").read_text().split()
    return int(children[0]) if len(children) == 1 else None


def test_any_of_the_three_may_be_killed_at_any_moment(program: Program) -> None:
    program.write("killed.yaml", SESSION)
    with running(program, "run", "killed.yaml", *LOCAL) as stage:
        stage.until(LOBBY)
        with running(program, "desk", size=(120, 36)) as desk:
            desk.until("In the lobby")
            room = Killing(program, stage, desk)
            for number in range(KILLS):
                room.kill(room.chance.choice(("stage", "desk", "hub", "hub")))
                if number % 9 == 8 and room.now().step == STEPS:
                    room.client.do("goto", 1)
            assert room.count > KILLS / 20
    print({victim: (len(took), round(max(took), 2)) for victim, took in room.took.items()})
