"""Answers a second that are durable and acknowledged, against a server that only says hello."""

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.crowd import connected, crowd
from benchmarks.effort import Effort
from benchmarks.hello import HELLO, bare_server
from benchmarks.home import OPEN
from benchmarks.hub import Hub, hub
from benchmarks.machine import computed
from benchmarks.phones import ARRIVED, asking, get, tokens, written
from benchmarks.report import Aim, Chapter, Figure

AIMS = {50: Aim("≥", 0.4), 300: Aim("≥", 0.6)}
HOW = """\
A hub in its own process, one open question, {phones} phones that send {answers} answers each over
keep-alive connections, as the page's script does. An answer counts when its receipt has come, which
the hub sends after the commit. Hello is a bare ASGI endpoint on the hub's own server
(`workshop.hub.web`) in another process; it is asked as often, over as many connections, by the same
client. The client's share of a core, well below 1, says that it is not what is measured."""
SHORT = """\
An answer costs the hub several times the computing of a hello (last rows): its form is read and
cleaned, its route found, it joins its round, and all of that shares one interpreter with the thread
that writes. Works are handed to that thread one by one, so that the first of a crowd is often a
commit by itself, which all the others wait for; the fewer connections, the more that weighs."""


class Pace(NamedTuple):
    """What one crowd saw: responses a second, the crowd's own share of a core, and µs the server computed."""

    each_second: float
    share: float
    microseconds: float


class Run(NamedTuple):
    """Hello and answers, one after the other."""

    hello: Pace
    answers: Pace


def measure(effort: Effort) -> Chapter:
    """All of `connections`, in each run."""
    figures: list[Figure] = []
    for connections in effort.connections:
        figures += _figures(connections, [_run(connections, effort) for _ in range(effort.runs)])
    how = HOW.format(phones=effort.phones, answers=effort.answers)
    return Chapter("Answers", how, tuple(sorted(figures, key=lambda figure: figure.aim is None)), SHORT)


def _run(connections: int, effort: Effort) -> Run:
    many = effort.phones * effort.answers
    with bare_server() as (port, pid), hub() as room:
        hello = _pace(port, pid, connections, [get(port, "/")] * many, HELLO)
        place = room.open(OPEN)
        requests = _requests(room, effort)
        return Run(hello, _pace(place.port, room.pid, connections, requests, ARRIVED))


def _requests(room: Hub, effort: Effort) -> list[bytes]:
    place, people = room.place(OPEN), tokens(effort.phones)
    return [place.answer(token, written(number)) for number in range(effort.answers) for token in people]


def _pace(port: int, pid: int, connections: int, requests: list[bytes], receipt: bytes) -> Pace:
    before = computed(pid)
    with connected(port, connections) as sockets:
        shared = iter(requests)
        spent = crowd(sockets, [asking(shared, receipt) for _ in sockets])
    after = computed(pid)
    took = (after - before) / len(requests) * 1e6 if after is not None and before is not None else 0.0
    return Pace(len(requests) / spent.seconds, spent.share, took)


def _figures(connections: int, runs: Iterable[Run]) -> list[Figure]:
    at = f"at {connections} connections"
    ratios, hello, answers, share, computing = zip(
        *(
            (
                run.answers.each_second / run.hello.each_second,
                run.hello.each_second,
                run.answers.each_second,
                max(run.hello.share, run.answers.share),
                run.answers.microseconds / (run.hello.microseconds or 1),
            )
            for run in runs
        ),
        strict=True,
    )
    return [
        Figure(f"answers ÷ hello, {at}", ratios, AIMS.get(connections)),
        Figure(f"hello a second, {at}", hello),
        Figure(f"answers a second, {at}", answers),
        Figure(f"the client's share of a core, {at}", share),
        Figure(f"computing of an answer ÷ of a hello, {at}", computing),
    ]
