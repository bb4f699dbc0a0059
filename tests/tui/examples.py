"""Made-up runs for the stage's tests: a run's file and snapshots, with only what a test cares about said."""

from pathlib import Path
from typing import Any

from workshop.core.blocks import Heading
from workshop.room import runfile
from workshop.room.runfile import RunFile
from workshop.room.snapshot import Snapshot

NOON = 1_767_006_000.0
"""2025-12-29 12:00 in Oslo, 11:00 UTC."""
CODE = "K7QX"
URL = "HTTP://192.168.1.23:8080/K7QX"


def run(**said: Any) -> RunFile:
    """A run's file."""
    values = {
        "run": "20251229-K7QX",
        "code": CODE,
        "title": "Hvordan ivareta de som er satt til å hjelpe?",
        "language": "nb",
        "join_url": URL,
        "address": "192.168.1.23:8080/K7QX",
        "host": "192.168.1.23",
        "port": 8080,
        "control_url": "http://127.0.0.1:9",
        "token": "secret",
        "created": NOON,
    }
    return RunFile(**{**values, **said})


def folder_of(path: Path, **said: Any) -> Path:
    """`path` as the folder of a run."""
    path.mkdir(exist_ok=True)
    runfile.write(path, run(**said))
    return path


def snapshot(**said: Any) -> Snapshot:
    """A live run on its third step, an open question that nobody has answered."""
    values = {
        "run": "20251229-K7QX",
        "code": CODE,
        "title": "Hvordan ivareta de som er satt til å hjelpe?",
        "language": "nb",
        "state": "live",
        "section": 3,
        "section_title": "Den rosa elefanten",
        "step": 11,
        "steps": 41,
        "kind": "open",
        "id": "elefanter",
        "round": 1,
        "open": True,
        "revealed": False,
        "blanked": False,
        "joined": 22,
        "answered": 0,
        "needed": 5,
        "timer": None,
        "blocks": (Heading("Skriv det ned. Ingen ser hvem du er."),),
        "now": NOON,
        "sections": 13,
        "asks": True,
        "join_url": URL,
        "version": 1,
    }
    return Snapshot(**{**values, **said})
