"""`workshop notes`: what is kept of a run, during it and afterwards."""

from pathlib import Path

import click

from workshop.cli import options
from workshop.cli.choosing import newest
from workshop.core.clock import Clock
from workshop.language import say
from workshop.room.folder import RunFolder
from workshop.room.record import Record


@click.command(
    "notes",
    help=options.help_text(
        "Write the notes of a run, during it or afterwards.\n\n"
        "The suffix says the format: .md .html .json .csv",
        "workshop notes --to notes.html",
    ),
)
@options.run_argument
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=say("Where to write."),
)
def notes_command(run: str | None, target: Path) -> None:
    """Writes the notes of the run, the newest unless named."""
    from workshop.notes.write import check_target, write

    check_target(target)
    written = write(_record(newest(run)), target)
    click.echo(say("The notes are in {file}", file=written))


def _record(run: RunFolder) -> Record:
    """The record from the hub that holds the run, else from its files."""
    if run.alive():
        from workshop.tui.client import Client

        return Client(run.path).record()
    with run.hold():
        return _record_from_files(run)


def _record_from_files(run: RunFolder) -> Record:
    from workshop.core import events
    from workshop.room.room import Room
    from workshop.sessionfile.build import load_copy
    from workshop.store.sqlite import SqliteStore

    store = SqliteStore(run.path)
    try:
        last = max((events.decode(record).at for record in store.events()), default=0.0)
        return Room(load_copy(run.session), store, _standing_at(last), run=run.run, key=run.key()).record()
    finally:
        store.close()


def _standing_at(moment: float) -> Clock:
    """Without a hub nothing has happened since the last event, so no time has passed in the run."""
    return Clock(wall=lambda: moment, steady=lambda: 0.0)
