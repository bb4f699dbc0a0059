"""`workshop` alone: choose what to hold, from unfinished runs, sessions that ship and sessions here."""

from pathlib import Path

from workshop.cli.live import hold, pick_up
from workshop.core.clock import of_day
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder
from workshop.sessionfile.shelf import shipped
from workshop.sessionfile.source import SUFFIXES


def pick() -> None:
    """Opens the picker and does what was chosen."""
    from workshop.tui.picker import Choice, Group, run_picker
    from workshop.tui.terminal import check_terminal

    check_terminal()
    runs = [run for run in folder.all_runs() if not run.ended()]
    groups = (
        Group(say("Unfinished runs"), tuple(Choice(f"run:{run.run}", *_described(run)) for run in runs)),
        Group(say("Sessions here"), tuple(_session(path) for path in _here())),
        Group(say("Sessions that come with Workshop"), tuple(_session(path) for path in shipped())),
    )
    chosen = run_picker(tuple(group for group in groups if group.choices))
    if chosen is None:
        return
    what, _, which = chosen.partition(":")
    if what == "run":
        pick_up(folder.find(which))
    else:
        hold(which)
