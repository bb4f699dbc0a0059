"""The hub's log: errors only, never who or what. A fault is told by kind and place, not by its words."""

import logging
import sys
import traceback
from types import TracebackType

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class QuietFormatter(logging.Formatter):
    """Writes where a fault happened. Its message may hold what a participant wrote, so that is left out."""

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - logging's own name
        """The fault's class and the lines it came through."""
        kind, _, trail = ei
        lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trail)]
        return "\n".join([*lines, f"  {kind.__name__ if kind else ''}"])


def begin() -> None:
    """Warnings and worse go to stderr, which whoever starts the hub turns to the run's log."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(QuietFormatter("%(asctime)s %(levelname)s %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
