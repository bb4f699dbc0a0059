"""How soon a key is seen on the stage: in a quiet room, and while answers keep coming in."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.busy import busy_room
from benchmarks.effort import Effort
from benchmarks.home import CHOICE
from benchmarks.hub import hub
from benchmarks.report import Aim, Chapter, Figure
from benchmarks.terminal import Terminal, terminal

WORST = 0.99
AIM = Aim("≤", 3.5)
HOW = """\
`workshop stage` in a terminal of 120 × 36 on a question whose bars are live, {presses} presses of each
key, first in a quiet room, then while {phones} phones change their answers, {each} a second. `b` blanks
the stage and brings it back: through the hub, which writes that down first. `?` opens the help and
closes it: on the stage alone. From the press until something is painted that only this press can have
painted; the next press comes 20 to 90 ms later."""
SHORT = """\
Hub, stage and phones share the cores, so that a press in the busy room waits its turn for one."""


class Room(NamedTuple):
    """Seconds from each press to its picture, shortest first."""

    through_hub: Sequence[float]
    stage_alone: Sequence[float]


class Run(NamedTuple):
    """The same stage in a quiet room and in a busy one, which `pace` answers a second came from."""

    quiet: Room
    busy: Room
    pace: float


class Toggle(NamedTuple):
    """A key that changes the picture, and when pressed again changes it back; what is painted then."""

    key: bytes
    there: bytes
    back: bytes


def measure(effort: Effort) -> Chapter:
    """One hub and stage in each run."""
    runs = [_run(effort) for _ in range(effort.runs)]
    figures = (
        *_figures("`b`, through the hub", [(r.quiet.through_hub, r.busy.through_hub) for r in runs]),
        *_figures("`?`, on the stage alone", [(r.quiet.stage_alone, r.busy.stage_alone) for r in runs]),
        Figure("answers a second that came in", [run.pace for run in runs]),
    )
    how = HOW.format(presses=effort.presses, phones=effort.phones, each=effort.each_second)
    return Chapter(
        "Key to picture", how, tuple(sorted(figures, key=lambda figure: figure.aim is None)), SHORT
    )


def _run(effort: Effort) -> Run:
    with hub() as room:
        place = room.open(CHOICE)
        with terminal(["workshop", "stage", room.said["run"]], room.home.environment) as stage:
            address = f"127.0.0.1:{place.port}/{place.code}".encode()
            stage.until(address)
            toggles = Toggle(b"b", _RULE, address), Toggle(b"?", b"Denne hjelpen", address)
            quiet = Room(*(_presses(stage, toggle, effort.presses) for toggle in toggles))
            with busy_room(place, effort.phones, effort.each_second) as busy:
                crowded = Room(*(_presses(stage, toggle, effort.presses) for toggle in toggles))
            return Run(quiet, crowded, busy.pace)


_RULE = b"\x1b[3;1H"
"""The row of the rule under the status line, which no answer ever changes."""


def _presses(stage: Terminal, toggle: Toggle, presses: int) -> Sequence[float]:
    found = []
    for number in range(presses):
        stage.rest(random.uniform(0.02, 0.09))
        pressed = stage.press(toggle.key)
        found.append(stage.until(toggle.back if number % 2 else toggle.there) - pressed)
    return sorted(found)


def _worst(times: Sequence[float]) -> float:
    """The press that 99 of 100 are quicker than, or as quick."""
    return times[round(WORST * (len(times) - 1))]


def _figures(name: str, runs: Sequence[tuple[Sequence[float], Sequence[float]]]) -> list[Figure]:
    quiet, busy = [_worst(times) * 1e3 for times, _ in runs], [_worst(times) * 1e3 for _, times in runs]
    middle = [busy[len(busy) // 2] / quiet[len(quiet) // 2] for quiet, busy in runs]
    return [
        Figure(f"{name}: busy p99 ÷ quiet p99", [b / q for q, b in zip(quiet, busy, strict=True)], AIM),
        Figure(f"{name}: busy median ÷ quiet median", middle),
        Figure(f"{name}: p99 in the quiet room", quiet, unit="ms"),
        Figure(f"{name}: p99 in the busy room", busy, unit="ms"),
    ]
