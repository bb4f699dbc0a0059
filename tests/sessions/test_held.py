"""Every session that ships is held to its end in a real room: seven people answer, what waits is approved."""

from pathlib import Path

import pytest

from tests.kinds.room import filled
from tests.room.conftest import Halls
from tests.room.hall import Hall, token
from workshop.core.blocks import Empty
from workshop.core.moderation import Approve
from workshop.errors import Refusal
from workshop.room.board import WAITING
from workshop.sessionfile.build import load

SHIPPED = sorted((Path(__file__).parents[2] / "sessions").glob("*.yaml"))
PEOPLE = 7
MOST = 200


async def answer(hall: Hall) -> None:
    """Each writes something of their own, and they choose differently."""
    for who in range(PEOPLE):
        fields = hall.room.form(hall.place, token(who))
        assert fields, "nothing to answer"
        await hall.send(who, filled(fields, f"word {who}", who))


async def approve(hall: Hall) -> None:
    """Whatever waits, as the board has it."""
    for tab in (WAITING, hall.room.parking.step + 1):
        for sheaf in (await hall.room.board(tab)).sheaves:
            if sheaf.by_approval and sheaf.texts:
                ids = tuple(item.id for item in sheaf.texts)
                await hall.room.decide(hall.room.newest(sheaf.step - 1), Approve(ids))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
async def test_a_session_is_held_to_its_end(path: Path, halls: Halls) -> None:
    hall = await halls(load(path)).begin()
    for _ in range(MOST):
        try:
            now = await hall.do("next")
        except Refusal:
            break
        if now.open:
            await answer(hall)
            await approve(hall)
    assert hall.room.snapshot().step == len(hall.session.steps)
    recorded = [step for section in hall.room.record().sections for step in section.steps]
    for written, kept in zip(hall.session.steps, recorded, strict=True):
        assert (kept.kind, len(kept.rounds)) == (written.name, int(written.asks))
        for round in kept.rounds:
            assert round.answered == PEOPLE, written.main
            nothing = any(isinstance(block, Empty) for block in round.blocks)
            pledges = written.name == "commit" and not written.exempt  # they stay on the phones
            assert nothing == pledges, written.main
