"""What ties a rehearsal's hub to whoever started it: however that one goes, hub and run go too."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from workshop.room.folder import RunFolder


@contextmanager
def tied_to_stdin(run: RunFolder) -> Iterator[None]:
    """Interrupts this process when its stdin ends. In the end a run that is not to be kept is erased."""
    threading.Thread(target=_interrupt_at_the_end, args=(sys.stdin.fileno(),), daemon=True).start()
    try:
        yield
    finally:
        if not run.kept:
            run.erase()


def _interrupt_at_the_end(line: int) -> None:
    # Not through a buffer, whose lock would be held for ever where the hub ends before its stdin does.
    while os.read(line, 1):
        pass
    signal.raise_signal(signal.SIGINT)
