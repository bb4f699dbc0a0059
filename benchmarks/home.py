"""A place for a run to live in: a data folder that is gone afterwards, and a session file."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

SESSION = """\
title: Hvordan ivareta de som er satt til å hjelpe?
language: nb
privacy: {reveal_from: 3}
sections:
  - title: Den rosa elefanten
    steps:
      - open: Skriv det ned. Ingen ser hvem du er.
      - choice: Hvilke kriterier gjelder hos dere?
        options: [Best for flest, Best for den enkelte, Det varierer, Vet ikke]
        reveal: live
      - slide: Takk for i dag
"""
OPEN, CHOICE = 1, 2
"""The numbers of its steps that ask."""


@dataclass(frozen=True)
class Home:
    """A data folder and a session file in it."""

    path: Path

    @property
    def session(self) -> str:
        """The file."""
        return str(self.path / "session.yaml")

    @property
    def environment(self) -> dict[str, str]:
        """What a program that lives here is given; nothing of the developer's own settings."""
        kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        told = {"WORKSHOP_HOME": str(self.path), "HOME": str(self.path)}
        return kept | terminal | told | {"LANGUAGE": "nb", "LC_ALL": "C.UTF-8"}


@contextmanager
def home() -> Iterator[Home]:
    """A new data folder."""
    with TemporaryDirectory(prefix="workshop-benchmark-") as path:
        found = Home(Path(path))
        Path(found.session).write_text(SESSION, encoding="utf-8")
        yield found
