"""The bytes of a session file, and what can be wrong with a file before anyone reads what it says."""

from pathlib import Path

from workshop.language import say
from workshop.sessionfile.problems import Collector, Problem, SessionProblems, Spot, did_you_mean, either

LARGEST = 1024 * 1024
SUFFIXES = (".yaml", ".yml")
_BYTE_ORDER_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read(path: Path) -> bytes:
    """What stands in the file at `path`, at most 1 MiB. A run keeps these bytes as its own copy.

    Raises `SessionProblems` with one line: no such file (and the nearest), folder, no permission, too large.
    """
    try:
        if path.is_dir():  # Windows would speak of permission
            raise unusable(str(path), say("this is a folder"), _name_a_file(path))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        near = did_you_mean(path.name, files_in(path.parent))
        raise unusable(str(path), say("there is no such file"), near) from None
    except PermissionError:
        raise unusable(str(path), say("no permission to read this file")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise unusable(str(path), say("this file cannot be read ({reason})", reason=reason)) from None
    return _not_too_large(data, str(path))


def decode(data: bytes, name: str) -> str:
    """`data` as text: UTF-8, with or without a byte order mark. `name` is what problems call the file.

    Raises `SessionProblems` for anything else, at the first byte that is not UTF-8.
    """
    _not_too_large(data, name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf_8(data, error.start, name) from None


def files_in(folder: Path) -> list[str]:
    """The names of the session files in `folder`, sorted; none where it cannot be listed."""
    try:
        return sorted(file.name for file in folder.iterdir() if file.suffix in SUFFIXES)
    except OSError:
        return []


def unusable(name: str, message: str, suggestion: str | None = None) -> SessionProblems:
    """The error of a file that cannot be used at all: one line, no place in it."""
    return SessionProblems([Problem(name, message, suggestion=suggestion)])


def _name_a_file(folder: Path) -> str | None:
    names = files_in(folder)[:3]
    return say("name a file in it: {names}", names=either(names)) if names else None


def _not_too_large(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise unusable(name, say("this file is larger than 1 MiB, so it is hardly a session"))
    return data


def _not_utf_8(data: bytes, first: int, name: str) -> SessionProblems:
    if data.startswith(_BYTE_ORDER_MARKS_OF_UTF_16):
        return unusable(name, say("this file is written as UTF-16"), _save_as_utf_8())
    before = data[:first].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    problems = Collector(name, data.decode("utf-8-sig", errors="replace"))
    spot = Spot(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    problems.add(spot, say("this is not UTF-8 text from here on"), suggestion=_save_as_utf_8())
    return problems.error()


def _save_as_utf_8() -> str:
    return say("save it as UTF-8 in your editor")
