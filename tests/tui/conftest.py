"""Hubs, and stages on them, that are gone when the test is over."""

from collections.abc import AsyncIterator
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
