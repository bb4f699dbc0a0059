"""Halls whose files are closed when the test is over."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.room.hall import LIVE, QUESTION, SLIDE, Hall, session
from workshop.core.session import Session

Halls = Callable[..., Hall]


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is such a thing: a run waits for its disk at every event."""
    shared = Path("/dev/shm")
    with TemporaryDirectory(dir=shared if shared.is_dir() else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture
def halls(memory: Path) -> Iterator[Halls]:
    """Makes a hall for a session, in `folder` where one is named."""
    made: list[Hall] = []

    def make(planned: Session, folder: Path | None = None) -> Hall:
        made.append(Hall(folder or memory / f"run{len(made)}", planned))
        return made[-1]

    yield make
    for hall in made:
        hall.store.close()


@pytest.fixture
async def hall(halls: Halls) -> Hall:
    """A slide, a question that is held, one that is live, and a slide: in the lobby."""
    return await halls(session(SLIDE, QUESTION, LIVE, "slide: Takk")).begin()


@pytest.fixture
async def asking(hall: Hall) -> Hall:
    """The held question (step 2) is open."""
    await hall.do("next", "next")
    return hall


@pytest.fixture
async def live(hall: Hall) -> Hall:
    """The live question (step 3) is open."""
    await hall.do("goto 3", "next")
    return hall
