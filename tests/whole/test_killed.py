"""The hub killed at random moments under load, and resumed: nothing acknowledged is lost, or doubled."""

import json
import random
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPException

import pytest

from tests.cli.program import JSON, LOCAL, Hub, Program
from tests.whole.phones import Phone, phones

KILLS = 20
PHONES = 8
SESSION = """\
title: Under load
language: en
privacy: {reveal_from: 3}
sections:
  - title: The only one
    steps:
      - slide: Welcome
      - open: What did you see?
        many: true
        max: 2
        minutes: 60
      - slide: Thank you
"""
PLACE = "/2/1"
Done = dict[str, int]
"""The number of the last thing that each sender was told has arrived; the next one may have arrived too."""


def test_nothing_acknowledged_is_lost_and_nothing_doubled(program: Program) -> None:
    program.write("load.yaml", SESSION)
    rng = random.Random(5)
    hub = program.start_host("load.yaml", *LOCAL)
    room = {f"p{number}": phone for number, phone in enumerate(phones(hub.said["join_url"], PHONES))}
    hub.do("next")
    first = hub.do("next")
    done = dict.fromkeys((*room, "seconds"), 0)
    for _ in range(KILLS):
        done = killed_under_load(hub, room, done, rng.random() * 0.25)
        hub = program.start_host("--resume", hub.run)
        there = found(hub, room, first)
        assert all(there[name] - done[name] in (0, 1) for name in done), (done, there)
        done = there
    assert sum(done.values()) > KILLS * PHONES
    assert told_in_the_notes(hub, room) == Counter(text for name in room for text in texts(name, done[name]))


def killed_under_load(hub: Hub, room: dict[str, Phone], done: Done, seconds: float) -> Done:
    """Everybody sends as fast as they can until the hub is killed: what they were told has arrived."""
    senders: dict[str, Callable[[int], object]] = {n: partial(write, phone, n) for n, phone in room.items()}
    senders["seconds"] = lambda _: hub.do("add", 1)
    with ThreadPoolExecutor(len(senders)) as pool:
        futures = {name: pool.submit(keep_on, send, done[name]) for name, send in senders.items()}
        time.sleep(seconds)
        hub.kill()
        return {name: future.result() for name, future in futures.items()}


def keep_on(send: Callable[[int], object], done: int) -> int:
    """Sends the next, and the next, until nobody answers; the last that was acknowledged."""
    try:
        while True:
            send(done + 1)
            done += 1
    except (OSError, HTTPException):
        return done


def write(phone: Phone, name: str, number: int) -> None:
    """Changes the phone's answer, until it is told that it arrived."""
    while (status := phone.post(phone.home + PLACE, [("text", text) for text in texts(name, number)])) != 303:
        assert status == 429, status  # that many in so short a time: it is told to wait
        time.sleep(0.2)


def texts(name: str, number: int) -> list[str]:
    """What a phone writes: now one text, now two."""
    return [f"{name} {number}.", f"{name} {number} and more."][: 1 + number % 2] if number else []


def found(hub: Hub, room: dict[str, Phone], first: JSON) -> Done:
    """The number of what the hub has of everybody, all else being as it was when the question was opened."""
    now = hub.status()
    same = ("run", "code", "join_url", "state", "step", "round", "open", "revealed", "blanked")
    assert {key: now[key] for key in same} == {key: first[key] for key in same}
    there = {name: held_by(phone, name) for name, phone in room.items()}
    assert now["answered"] == sum(number > 0 for number in there.values())
    seconds = now["timer"]["total"] - first["timer"]["total"]
    assert abs(now["timer"]["ends"] - first["timer"]["ends"] - seconds) < 1
    assert now["timer"]["left"] == pytest.approx(now["timer"]["ends"] - now["now"], abs=0.01)
    return {**there, "seconds": round(seconds)}


def held_by(phone: Phone, name: str) -> int:
    """The number of the answer that the hub has of this phone; it has all of it."""
    held = [text for text in phone.look(f"{phone.home}{PLACE}?change=1").held("text") if text]
    number = int(float(held[0].split()[1])) if held else 0
    assert held == texts(name, number)
    return number


def told_in_the_notes(hub: Hub, room: dict[str, Phone]) -> Counter[str]:
    hub.do("next")
    hub.do("end")
    hub.kill()
    assert hub.program("notes", hub.run, "--to", "notes.json").code == 0
    notes = json.loads((hub.program.here / "notes.json").read_bytes())
    (told,) = notes["sections"][0]["steps"][1]["rounds"]
    assert told["answered"] == len(room)
    return Counter(row["text"] for row in told["rows"])
