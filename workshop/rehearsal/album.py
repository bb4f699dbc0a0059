"""The album: how each screen of a rehearsal stood in the end, to be looked at afterwards at every size."""

from collections.abc import Iterator

import msgspec

from workshop.room.snapshot import Snapshot

_Screen = tuple[object, ...]


class Album:
    """The last snapshot of every screen that there was."""

    def __init__(self) -> None:
        self._kept: dict[_Screen, Snapshot] = {}

    def keep(self, shot: Snapshot) -> None:
        """Takes a screen in, in the place of an earlier state of it."""
        if not shot.blanked and not shot.spotlight:
            self._kept[_screen(shot)] = shot

    def __iter__(self) -> Iterator[Snapshot]:
        """Every screen in the order in which they came."""
        return iter(self._kept.values())


def _screen(shot: Snapshot) -> _Screen:
    """A question, its results, a stage of an exercise: what counts as a screen of its own."""
    own = b"" if shot.asks else msgspec.json.encode(shot.blocks)
    return (shot.state, shot.step, shot.round, shot.open, shot.showing, own)
