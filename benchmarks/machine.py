"""The machine that was measured on, as far as it says anything about the figures."""

import os
import platform
import time
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

PAGES = 30_000
"""Bytes of a commit in a room of 300."""


def facts(load_before: float) -> list[str]:
    """Date, processor, versions, how quickly the disk keeps something, and how busy the machine was."""
    return [
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M %Z}",
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
        f"Python {platform.python_version()}, {', '.join(map(_library, ('textual', 'uvicorn', 'pydantic')))}",
        f"the disk keeps {PAGES // 1000} kB (write and fsync) in {_flush() * 1e3:.2f} ms",
        f"load {load_before:.1f} before and {load():.1f} after; above 1 before, something else was "
        "running, and whatever waits for the disk or for several processes is worse than it is",
    ]


def load() -> float:
    """How many processes wanted to run, on the mean of the last minute; 0 where the system does not say."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def computed(pid: int) -> float | None:
    """Seconds that the threads of a process have computed for; None where the system does not say."""
    try:
        threads = [file.read_text() for file in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    except OSError:
        return None
    return sum(int(thread.split()[0]) for thread in threads) / 1e9 if threads else None


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )


def _library(name: str) -> str:
    return f"{name} {version(name)}"


def _flush() -> float:
    taken = []
    with TemporaryFile() as file:
        for _ in range(50):
            start = time.perf_counter()
            file.seek(0)
            file.write(bytes(PAGES))
            file.flush()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - start)
    return median(taken)
