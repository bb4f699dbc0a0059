"""A busy room: answers that arrive at an even pace, sent by a process of its own."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from benchmarks.crowd import connected, crowd
from benchmarks.phones import ARRIVED, Place, asking, tokens

LONGEST = 120.0
"""Seconds after which it ends by itself."""
TICK = 0.02
"""Seconds between two handfuls of answers."""


class Busy:
    """Answers that are arriving. `pace` is how many a second really did, once it is over."""

    def __init__(self) -> None:
        self.pace = 0.0


@contextmanager
def busy_room(place: Place, phones: int, each_second: int) -> Iterator[Busy]:
    """`phones` people change their minds in turn, `each_second` of them a second, until the block ends."""
    words = [str(place.port), place.code, str(place.step), str(phones), str(each_second)]
    command = [sys.executable, "-m", "benchmarks.busy", *words]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    busy = Busy()
    try:
        assert process.stdout is not None
        process.stdout.readline()  # everybody has answered once
        yield busy
        said, _ = process.communicate("", timeout=30)
        busy.pace = json.loads(said)
    finally:
        process.kill()
        process.wait()


def _send(place: Place, phones: int, each_second: int) -> None:
    """Everybody once, then handful after handful; says how many a second that were."""
    people = tokens(phones)
    requests = (place.answer(people[number % phones], f"choice={number // phones % 4}") for number in count())
    handful = max(1, round(each_second * TICK))
    over = threading.Event()
    with connected(place.port, handful) as sockets:
        for _ in range(0, phones, handful):
            crowd(sockets, [asking(iter((next(requests),)), ARRIVED) for _ in sockets])
        print("ready", flush=True)
        threading.Thread(target=_listen, args=(over,), daemon=True).start()
        start, sent = time.perf_counter(), 0
        while not over.is_set() and (since := time.perf_counter() - start) < LONGEST:
            crowd(sockets, [asking(iter((next(requests),)), ARRIVED) for _ in sockets])
            sent += handful
            over.wait(max(0.0, sent / each_second - since))
        print(json.dumps(sent / (time.perf_counter() - start)))


def _listen(over: threading.Event) -> None:
    """Until whoever started us has had enough, or is gone."""
    sys.stdin.read()
    over.set()


if __name__ == "__main__":
    port, code, step, phones, each_second = sys.argv[1:]
    _send(Place(int(port), code, int(step)), int(phones), int(each_second))
