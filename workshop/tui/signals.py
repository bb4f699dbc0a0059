"""Signals that end the terminal's program: it leaves in order, and the hub goes on."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
PATIENCE = 3.0
"""Seconds to leave in order; then the process ends as it is (a closed terminal takes no more writes)."""


@contextmanager
def leaving_on_signals(leave: Callable[[], None]) -> Iterator[None]:
    """Meanwhile, any signal to end calls `leave` in the main thread, between two of its instructions.

    Plain handlers, not the loop's: Windows lacks those, and a write to a stalled terminal keeps them waiting.
    """

    def handle(_number: int, _frame: object) -> None:
        guard = threading.Timer(PATIENCE, os._exit, (0,))
        guard.daemon = True
        guard.start()
        leave()

    numbers = [number for name in NAMES if (number := getattr(signal, name, None)) is not None]
    before = {number: signal.signal(number, handle) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
