"""Every state of stage, desk and board, each beside the picture that was looked at and found right.

After a change that is meant: `pytest tests/tui/test_looked.py --snapshot-update`, and look at every one.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.tui.desk.looked import boards, desks
from tests.tui.looked import drawn, stages
from tests.tui.svg import svg
from workshop.tui.desk.boardpage import board_frame
from workshop.tui.desk.page import desk_frame
from workshop.tui.draw import Frame

pytestmark = pytest.mark.usefixtures("in_oslo")
SIZES = [(80, 24), (120, 36)]


class Picture(SingleFileSnapshotExtension):
    """A picture in a file of its own."""

    _file_extension = "svg"
    _write_mode = WriteMode.TEXT

    def serialize(self, data: Any, **_: Any) -> str:
        return str(data)


def stage_frames(size: tuple[int, int]) -> Iterator[tuple[str, Frame]]:
    return ((name, drawn(shot, heard, size)) for name, shot, heard in stages())


def desk_frames(size: tuple[int, int]) -> Iterator[tuple[str, Frame]]:
    return ((name, desk_frame(view, size)) for name, view in desks())


def board_frames(size: tuple[int, int]) -> Iterator[tuple[str, Frame]]:
    return ((name, board_frame(view, *size)) for name, view in boards())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
@pytest.mark.parametrize("frames", [stage_frames, desk_frames, board_frames], ids=["stage", "desk", "board"])
def test_every_state(frames: Any, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    pinned = snapshot.use_extension(Picture)
    other = [name for name, frame in frames(size) if svg(frame) != pinned(name=name)]
    assert not other
