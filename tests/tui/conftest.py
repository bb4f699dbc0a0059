"""Hubs, and stages on them, that are gone when the test is over."""

import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.tui.hubs import Hub, hub_in


@pytest.fixture
async def hub(tmp_path: Path) -> AsyncIterator[Hub]:
    """A hub in its lobby."""
    begun = hub_in(tmp_path / "run")
    await begun.begin()
    yield begun
    await begun.stop()


@pytest.fixture
def in_oslo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Clocks show the time of one place, wherever the tests run."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Oslo")
        time.tzset()
        yield
    time.tzset()
