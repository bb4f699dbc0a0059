"""The folder of a run, and stores in it that are closed when the test is over."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workshop.core.place import Place
from workshop.store.sqlite import SqliteStore

PLACE = Place(3, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "run"


@pytest.fixture
def opened(folder: Path) -> Iterator[Callable[[], SqliteStore]]:
    """Opens the run's store; opening it again closes the one before, as a restart would."""
    stores: list[SqliteStore] = []

    def open_again() -> SqliteStore:
        for store in stores:
            store.close()
        stores.append(SqliteStore(folder))
        return stores[-1]

    yield open_again
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[], SqliteStore]) -> SqliteStore:
    return opened()
