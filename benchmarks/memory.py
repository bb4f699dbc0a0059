"""The memory of hub and stage, against the least that a Textual application can be."""

from pathlib import Path

from benchmarks.crowd import connected, crowd
from benchmarks.effort import Effort
from benchmarks.home import OPEN, home
from benchmarks.hub import hub
from benchmarks.phones import newcomer, written
from benchmarks.plain import WORDS
from benchmarks.report import Aim, Chapter, Figure
from benchmarks.terminal import terminal

SETTLED = 1.0
"""Seconds after which nothing more is loaded."""
MEGABYTE = 2**20
HOW = """\
The memory that hub and stage really take (PSS: a page that several processes share is counted once, a
part to each) in the lobby, and again when {phones} phones have joined, answered and hold their
connections. Against it stands a Textual application with one line of text."""
SHORT = """\
There are two Python processes, and 10 MB is what Python with asyncio takes in each. On top of that the
hub has pydantic with a compiled validator for every kind of step (16 MB), uvicorn, starlette and jinja2
(6), and click, filelock, regex and msgspec (5); the stage has the last ones, too, and its drawing."""


def measure(effort: Effort) -> Chapter:
    """New processes in each run."""
    if not Path("/proc/self/smaps_rollup").exists():
        return Chapter("Memory", "This system does not say how much memory a process takes.", ())
    least, lobby, crowded = zip(*((_least(), *_room(effort.phones)) for _ in range(effort.runs)), strict=True)
    name = "hub and stage"
    figures = (
        Figure(f"{name} in the lobby ÷ a minimal application", _over(lobby, least), Aim("≤", 2.5)),
        Figure(f"{name} with {effort.phones} phones ÷ a minimal application", _over(crowded, least)),
        Figure("hub in the lobby", [hub for hub, _ in lobby], unit="MB"),
        Figure(f"hub with {effort.phones} phones", [hub for hub, _ in crowded], unit="MB"),
        Figure("stage in the lobby", [stage for _, stage in lobby], unit="MB"),
        Figure("a minimal application", least, unit="MB"),
    )
    return Chapter("Memory", HOW.format(phones=effort.phones), figures, SHORT)


def _over(rooms: tuple[tuple[float, float], ...], least: tuple[float, ...]) -> list[float]:
    return [sum(room) / one for room, one in zip(rooms, least, strict=True)]


def _least() -> float:
    with home() as there, terminal(["benchmarks.plain"], there.environment) as opened:
        opened.until(WORDS.encode())
        opened.rest(SETTLED)
        return taken_by(opened.process.pid)


def _room(phones: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Hub and stage in the lobby, and with everybody there."""
    with hub() as room, terminal(["workshop", "stage", room.said["run"]], room.home.environment) as stage:
        stage.until("▄".encode())
        stage.rest(SETTLED)
        pids = room.pid, stage.process.pid
        lobby = taken_by(pids[0]), taken_by(pids[1])
        place = room.open(OPEN)
        with connected(place.port, phones) as sockets:
            crowd(sockets, [newcomer(place, written(number)) for number in range(phones)])
            stage.rest(SETTLED)
            return lobby, (taken_by(pids[0]), taken_by(pids[1]))


def taken_by(pid: int) -> float:
    """Megabytes that a process takes. Raises OSError where the system does not say."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / MEGABYTE
