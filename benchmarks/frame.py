"""The first real picture of `workshop run`, against that of the least that an application can be."""

import re

from benchmarks.effort import Effort
from benchmarks.home import Home, home
from benchmarks.hub import CODE, stopped_after
from benchmarks.plain import WORDS
from benchmarks.report import Aim, Chapter, Figure
from benchmarks.terminal import Painted, terminal

ADDRESS = re.compile(rb"127\.0\.0\.1:\d+/" + CODE.encode())
SIZE = (80, 24)
"""Where the address stands in cell text, under the QR code."""
HOW = """\
From the moment the process is started until the terminal has been sent the lobby's address, which is
painted after the QR code above it. `workshop run` starts the hub, waits until both its listeners
accept, and draws. Against it stands a Textual application with one line of text. Each was started
once before, so that its files are in the disk's cache."""
SHORT = """\
The stage cannot draw an address before the hub has one, and the hub computes for 0.4 s until then:
0.2 s for pydantic and the kinds (a third of it to read docstrings out of their sources), 0.1 s for
the web library and the room, 0.1 s for the command line. The stage is imported on another core
meanwhile and takes a further 0.1 s for its picture. Even alone (`workshop stage`) it takes 1.6 times
as long as a minimal application."""


def measure(effort: Effort) -> Chapter:
    """One start of each in each run; the first pair only warms the disk's cache."""
    _run()
    taken = [_run() for _ in range(effort.runs)]
    figures = (
        Figure(
            "first picture of `workshop run` ÷ of a minimal application",
            [a / b for a, b in taken],
            Aim("≤", 1.6),
        ),
        Figure("first picture of `workshop run`", [run for run, _ in taken], unit="s"),
        Figure("first picture of a minimal application", [least for _, least in taken], unit="s"),
    )
    return Chapter("First picture", HOW, figures, SHORT)


def _run() -> tuple[float, float]:
    with home() as there:
        least = _first(there, ["benchmarks.plain"], WORDS.encode())
        words = ["workshop", "run", there.session, "--host", "127.0.0.1", "--port", "0", "--code", CODE]
        with stopped_after(there):
            return _first(there, words, ADDRESS), least


def _first(there: Home, arguments: list[str], painted: Painted) -> float:
    with terminal(arguments, there.environment, SIZE) as opened:
        return opened.until(painted) - opened.began
