"""The pictures of a session: files in its folder that go with it into a run."""

from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from workshop.core.blocks import Image
from workshop.core.gathered import Asked
from workshop.core.session import Session, Step
from workshop.kinds.kind import Kind
from workshop.language import say
from workshop.sessionfile.problems import Collector, Spot, clip, did_you_mean
from workshop.sessionfile.tree import Mapping, Scalar

LARGEST = 5 * 1000 * 1000
"""Bytes of one picture: every phone fetches it, over the room's Wi-Fi."""

_WEBP = (b"RIFF", b"WEBP")
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8")  # png, jpg, gif


def pictures(session: Session) -> tuple[str, ...]:
    """The files of its pictures as the stage asks for them, each once: seen from the session's folder."""
    return tuple(dict.fromkeys(file for step in session.steps for file in _pictures_of(step)))


def check_pictures(step: Kind, node: Mapping, folder: Path, problems: Collector) -> None:
    """Notes every picture of `step`, written as `node`, that is not in `folder` or is none."""
    for file in _pictures_of(step):
        if fault := _fault(folder, file):
            message, advice = fault
            problems.add(_spot(node, step.name, file), message, suggestion=advice)


def _pictures_of(step: Step) -> Iterator[str]:
    """By its Blocks and not by its kind: a plug-in's pictures travel like those of `image`."""
    return (block.file for block in step.ask(Asked()) if isinstance(block, Image))


def _spot(node: Mapping, kind: str, file: str) -> Spot:
    scalars = {key.text: value for key, value in node.entries if isinstance(value, Scalar)}
    named = [scalar for scalar in scalars.values() if scalar.text.strip() == file]
    return (named or [scalars[kind]])[0].spot


def _fault(folder: Path, file: str) -> tuple[str, str | None] | None:
    """What is wrong with `file`, and what to do about it."""
    named, path = clip(file), PureWindowsPath(file)
    if path.anchor or ".." in path.parts:
        return say("the picture “{file}” is not in the session's folder", file=named), None
    try:
        with (folder / file).open("rb") as opened:
            head, size = opened.read(12), (folder / file).stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return say("there is no picture “{file}” beside the session", file=named), _near(folder, file)
    except OSError as error:
        return say("the picture “{file}” cannot be read ({reason})", file=named, reason=error.strerror), None
    if not _is_picture(head):
        advice = say("save it as png or jpg in a program for pictures; another ending is not enough")
        return say("what is in “{file}” is no png, jpg, gif or webp", file=named), advice
    if size > LARGEST:
        advice = say("make it smaller: 1920 pixels across are enough for any projector")
        return say("the picture “{file}” is larger than 5 MB", file=named), advice
    return None


def _is_picture(head: bytes) -> bool:
    return head.startswith(_BEGINNINGS) or (head[:4], head[8:12]) == _WEBP


def _near(folder: Path, file: str) -> str | None:
    """The nearest name among the files where it was looked for."""
    beside = (folder / file).parent
    try:
        names = [path.relative_to(folder).as_posix() for path in beside.iterdir() if path.is_file()]
    except OSError:
        return None
    return did_you_mean(file, names)
