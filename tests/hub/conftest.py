"""Hubs to test against, each a process of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.hub.browsing import Phones, chromium
from tests.hub.live_hub import LiveHub

SESSION = """\
title: Ivareta hjelperne
language: nb
privacy: {reveal_from: 3}
sections:
  - title: Den rosa elefanten
    minutes: 12
    at: "13:00"
    steps:
      - slide: Den rosa elefanten
        text: Noe *alle* vet, og ingen sier.
      - open: Skriv det ned.
        many: true
        minutes: 3
      - choice: Hvilke kriterier gjelder?
        options: [Best for flest, Best for den enkelte, Det varierer]
        other: true
      - scale: Hvor godt stemmer det?
        statements: [Jeg blir sett, Jeg blir hørt]
        low: helt uenig
        high: helt enig
        reveal: live
  - title: Slutt
    minutes: 5
    steps:
      - quote: Å gjøre ingenting er også god medisin
        by: Hippokrates
      - pause: Pause
        minutes: 10
"""

SLIDE, OPEN, CHOICE, SCALE, QUOTE, PAUSE = range(1, 7)
"""The steps of SESSION as `goto` counts them."""

Make = Callable[..., LiveHub]


@pytest.fixture
def make_hub(tmp_path: Path) -> Iterator[Make]:
    """Makes hubs that are ended with the test; wishes go to `HubSpec`."""
    session = tmp_path / "session.yaml"
    session.write_text(SESSION, encoding="utf-8")
    made: list[LiveHub] = []

    def make(code: str = "K7QX", **wishes: object) -> LiveHub:
        folder = tmp_path / "runs" / f"2026-11-24-{code.lower()}"
        folder.mkdir(parents=True, exist_ok=True)
        hub = LiveHub(folder, session)
        made.append(hub)
        return hub.start(**wishes)

    yield make
    for hub in made:
        hub.end()


@pytest.fixture
def hub(make_hub: Make) -> LiveHub:
    """A hub in its lobby."""
    return make_hub()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module: while it lives its event loop runs, and no asynchronous test can."""
    with chromium() as found:
        yield found


@pytest.fixture
def phones(browser: Browser) -> Iterator[Phones]:
    """Phones that are put away with the test."""
    found = Phones(browser)
    yield found
    found.put_away()
