"""A hub whose session has every registered kind once, as its docstring shows it, and people who answer.

One step more, the last, takes questions without approval.
"""

import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page

from tests.hub.live_hub import LiveHub
from tests.kinds.room import ASKED, filled
from workshop.core.fields import Fields, Form
from workshop.core.session import Session
from workshop.kinds import manual
from workshop.kinds.registry import kinds
from workshop.sessionfile.build import load
from workshop.sessionfile.pictures import pictures

FLOOR = 3
FREE = "      - questions: Hva lurer dere på?\n        moderated: false\n"
HEAD = f"title: Alle slag\nlanguage: nb\nprivacy: {{reveal_from: {FLOOR}}}\nsections:\n"


class Gallery:
    """One run of it; a kind's step is called by the kind's name."""

    def __init__(self, hub: LiveHub, session: Session) -> None:
        self.hub, self.session = hub, session
        self.numbers = {step.name: number for number, step in enumerate(session.steps[:-1], 1)}
        self.free = len(session.steps)

    @property
    def parking(self) -> str:
        """The address of the parking lot's round."""
        return f"{len(self.session.steps) + 1}/1"

    def fields(self, kind: str) -> Fields:
        """What a kind asks in its first round, before anything is approved."""
        return self.session.steps[self.numbers[kind] - 1].form(ASKED, ())

    def open(self, kind: str) -> str:
        """Goes to a kind's step and opens a round; its address under the room's."""
        snapshot = self.hub.do(("goto", self.numbers[kind]), "open")
        return f"{self.numbers[kind]}/{snapshot['round']}"

    def answer(self, kind: str, place: str, people: int) -> None:
        """So many people answer in different ways."""
        for person in range(people):
            form = filled(self.fields(kind), f"svar {person}", person)
            answer = self.hub.visitor().send(place, [(name, v) for name in form for v in form[name]])
            assert answer.status == 303, answer.text

    def approve(self, kind: str) -> None:
        """Approves every text of a kind's round."""
        step = self.numbers[kind]
        items: list[dict[str, Any]] = self.hub.control("GET", f"/texts?step={step}").json
        decision = {"decision": "approve", "ids": [item["id"] for item in items]}
        assert self.hub.control("POST", "/decide", {"step": step, "decision": decision}).status == 200


@contextmanager
def gallery(folder: Path) -> Iterator[Gallery]:
    """Hosts it with its files in `folder`."""
    session = folder / "session.yaml"
    steps = "".join(textwrap.indent(manual.example(kind), "      ") + "\n" for kind in kinds().values())
    for file in ("pictures/elephant.png",):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (60, 30), "pink").save(folder / file)
    session.write_text(f"{HEAD}  - title: Galleri\n    steps:\n{steps}{FREE}", encoding="utf-8")
    loaded = load(session)
    run = folder / "runs" / "2026-11-24-k7qx"
    for file in pictures(loaded):
        kept = run / "pictures" / file
        kept.parent.mkdir(parents=True)
        kept.write_bytes((folder / file).read_bytes())
    hub = LiveHub(run, session)
    try:
        yield Gallery(hub.start(), loaded)
    finally:
        hub.end()


def fill(page: Page, form: Form) -> None:
    """Fills the controls of the page as a finger does, whether a script has dressed them or not."""
    for name, values in form.items():
        for number, value in enumerate(values):
            _fill(page, name, number, value)


def _fill(page: Page, name: str, number: int, value: str) -> None:
    found = page.locator(f'#answer [name="{name}"]')
    tag, kind = found.first.evaluate("e => [e.tagName, e.type]")
    if kind in ("radio", "checkbox"):
        if kind == "radio" or value != "0":
            page.locator(f'#answer [name="{name}"][value="{value}"] + label').click()
    elif tag != "SELECT":
        found.nth(number).fill("" if value == "0" else value)
    elif found.is_visible():
        found.select_option("" if value == "0" else value)


def rank(page: Page, form: Form) -> None:
    """Taps the options of a ranking in order, where a script has made them buttons."""
    places = {int(values[0]): name for name, values in form.items()}
    for place in sorted(places.keys() - {0}):
        page.locator(f'button.rank:has(+ .row [name="{places[place]}"])').click()
