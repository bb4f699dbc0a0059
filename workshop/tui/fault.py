"""Faults of our own, written down so that nothing of what people wrote is in them: no locals, no messages."""

import os
import traceback
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.language import say

NAME = "stage.log"


def describe(error: BaseException) -> str:
    """`ValueError at workshop/tui/app.py:12 in redraw`, one line a frame, the innermost first."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    places = [f"{_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n  ".join(
        [f"{type(error).__name__} at {places[0]}" if places else type(error).__name__, *places[1:]]
    )


def write_down(error: BaseException, folder: Path | None) -> Path | None:
    """Adds `error` to the log in `folder`, readable by its owner alone; None where it cannot be written."""
    if folder is None:
        return None
    log = folder / NAME
    try:
        descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(describe(error) + "\n")
    except OSError:
        return None
    return log


def stopped(error: BaseException, log: Path | None) -> WorkshopError:
    """What the person at the keyboard is told."""
    kind = describe(error).partition("\n")[0]
    if log is None:
        return WorkshopError(say("This screen stopped by a fault of its own ({kind}).", kind=kind))
    message = "The stage stopped by a fault of its own; the workshop goes on (`workshop stage`). See {log}"
    return WorkshopError(say(message, log=log))


def _short(filename: str) -> str:
    return "/".join(Path(filename).parts[-3:])
