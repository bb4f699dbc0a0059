"""The program with an empty data folder."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import Hub, Program
from tests.cli.sessions import SHORT


def make_program(folder: Path) -> Program:
    here = folder / "here"
    here.mkdir(parents=True)
    program = Program(folder / "home", here)
    program.write("short.yaml", SHORT)
    return program


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """No run yet; `short.yaml` lies in the working folder. No hub outlives the test."""
    program = make_program(tmp_path)
    yield program
    for process in program.hubs():
        os.kill(process, signal.SIGKILL)


@pytest.fixture
def hub(program: Program) -> Iterator[Hub]:
    """A hub of `short.yaml`, in its lobby."""
    with program.host("short.yaml") as hub:
        yield hub
