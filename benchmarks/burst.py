"""A room that scans the code in the same second: everybody's first page and first answer."""

import time

from benchmarks.crowd import connected, crowd
from benchmarks.effort import Effort
from benchmarks.hello import HELLO, bare_server
from benchmarks.home import OPEN
from benchmarks.hub import hub
from benchmarks.phones import Talk, asking, get, newcomer, written
from benchmarks.report import Aim, Chapter, Figure

HOW = """\
{phones} phones that the hub has never seen connect at once; each loads the page, keeps its cookie and
sends an answer on the same connection. The time is from before the first connection until the last
receipt. Against it as many new connections are each told hello once by the bare server."""
SHORT = """\
Each phone costs a connection, a page with its styles and scripts, and an answer; of the page all but
the nonce and the time is the same for everybody, and still 300 times it is put together and sent."""


def measure(effort: Effort) -> Chapter:
    """A new hub each time, since only a new phone is a new phone."""
    taken = [_run(effort.phones) for _ in range(effort.runs)]
    last = [burst for burst, _ in taken]
    figures = (
        Figure(f"last receipt of {effort.phones} new phones", last, Aim("<", 0.5), "s"),
        Figure("new phones ÷ new connections that say hello", [burst / hello for burst, hello in taken]),
        Figure(f"last hello of {effort.phones} new connections", [hello for _, hello in taken], unit="s"),
    )
    return Chapter("A burst of new phones", HOW.format(phones=effort.phones), figures, SHORT)


def _run(phones: int) -> tuple[float, float]:
    with bare_server() as (port, _), hub() as room:
        hello = _last(port, [asking(iter((get(port, "/"),)), HELLO) for _ in range(phones)])
        place = room.open(OPEN)
        return _last(place.port, [newcomer(place, written(n)) for n in range(phones)]), hello


def _last(port: int, talks: list[Talk]) -> float:
    start = time.perf_counter()
    with connected(port, len(talks)) as sockets:
        crowd(sockets, talks)
        return time.perf_counter() - start
