"""`workshop` alone: choose what to hold, from unfinished runs, sessions that ship and sessions here."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.cli.choosing import all_unfinished
from workshop.cli.live import hold, pick_up
from workshop.errors import WorkshopError
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder

if TYPE_CHECKING:
    from workshop.tui.picker import Choice


def pick() -> None:
    """Opens the picker and does what was chosen."""
    from workshop.tui.terminal import check_terminal, prepare

    check_terminal()
    prepare()
    from workshop.tui.picker import Group, run_picker

    chosen = run_picker(tuple(_choices()))
    if chosen is None:
        return
    if chosen.group is Group.RESUME:
        pick_up(folder.find(chosen.value))
    else:
        hold(chosen.value)


def _choices() -> "Iterator[Choice]":
    from workshop.sessionfile.shelf import shipped
    from workshop.sessionfile.source import files_in
    from workshop.tui.picker import Choice, Group

    for run in all_unfinished():
        yield Choice(Group.RESUME, run.read().title, _begun(run), run.run)
    for name in files_in(Path()):
        yield Choice(Group.HERE, _title(Path(name)), name, str(Path(name).absolute()))
    for path in shipped():
        yield Choice(Group.SHIPPED, _title(path), path.stem, path.stem)


def _title(path: Path) -> str:
    """The session's title; its file's name where it has none that can be read."""
    from workshop.sessionfile.problems import Collector
    from workshop.sessionfile.source import decode, read
    from workshop.sessionfile.tree import parse, plain

    try:
        text = decode(read(path), str(path))
        tree = parse(text, Collector(str(path), text))
    except WorkshopError:
        return say("{name} (has problems: `workshop check` tells)", name=path.name)
    written = plain(tree) if tree is not None else None
    return str(written.get("title", path.stem)) if isinstance(written, dict) else path.stem


def _begun(run: RunFolder) -> str:
    begun = datetime.fromtimestamp(run.read().created)
    when = (
        begun.strftime("%H:%M") if begun.date() == datetime.now().date() else begun.strftime("%Y-%m-%d %H:%M")
    )
    return say("{code}, begun {when}", code=run.read().code, when=when)
