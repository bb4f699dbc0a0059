"""The sessions that ship with the program, and what SESSION on a command line means."""

import os
from pathlib import Path

import workshop
from workshop.language import say
from workshop.sessionfile.problems import did_you_mean, either
from workshop.sessionfile.source import SUFFIXES, files_in, read, unusable

_PACKAGE = Path(workshop.__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def shipped() -> list[Path]:
    """The session files that ship, sorted by name: in the wheel's folder, or in a checkout's."""
    found = {file.stem: file for folder in reversed(_folders()) for file in folder.glob("*.yaml")}
    return [found[name] for name in sorted(found)]


def find(name_or_path: str) -> Path:
    """The file that SESSION means: a path, or the name of a session that ships.

    Raises `SessionProblems` with the nearest name when there is neither.
    """
    path, by_name = Path(name_or_path), {file.stem: file for file in shipped()}
    if name_or_path in by_name and not os.path.isfile(path):
        return by_name[name_or_path]
    if not os.path.exists(path) and path.parent == Path() and path.suffix not in SUFFIXES:
        raise _unknown(name_or_path, list(by_name))
    read(path)
    return path


def _folders() -> list[Path]:
    folders = [_PACKAGE / "sessions"]
    if (
        _CHECKOUT / "pyproject.toml"
    ).is_file():  # beside an installed package lie other packages, not our sessions
        folders.append(_CHECKOUT / "sessions")
    return folders


def _unknown(name: str, names: list[str]) -> Exception:
    near = did_you_mean(name, [*names, *files_in(Path())])
    ships = say("these ship: {names}", names=either(names)) if names else None
    return unusable(name, say("there is no such file, and no session of that name ships"), near or ships)
