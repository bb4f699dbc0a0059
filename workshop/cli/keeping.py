"""`workshop notes`, `runs` and `erase`: what is left of a run, and how it goes."""

import json
from datetime import datetime
from pathlib import Path

import click

from workshop.cli import options
from workshop.cli.choosing import newest
from workshop.errors import RunError
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder
from workshop.room.record import Record


@click.command(
    "notes",
    help=options.help_text(
        "Write the notes of a run, during it or afterwards. The suffix says the format: .md .html .json .csv",
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


@click.command("runs", help=options.help_text("List the runs, the newest first.", "workshop runs --json"))
@click.option("--json", "as_json", is_flag=True, help=say("Print a JSON list."))
def runs_command(as_json: bool) -> None:
    """Lists the runs."""
    rows = [_row(run) for run in folder.all_runs()]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if not rows:
        click.echo(say("There is no run yet. `workshop run SESSION` begins one."))
    for row in rows:
        alive = say("hub is running") if row["alive"] else ""
        click.echo(
            "  ".join(
                str(part) for part in (row["run"], _state(str(row["state"])), row["title"], alive) if part
            )
        )


@click.command(
    "erase",
    help=options.help_text(
        "Erase a run for good: its answers, journal and keys.", "workshop erase 2026-11-24-k7qx"
    ),
)
@click.argument("run", metavar="RUN")
@click.option("--yes", is_flag=True, help=say("Do not ask."))
def erase_command(run: str, yes: bool) -> None:
    """Erases the run after asking."""
    found = folder.find(run)
    if found.alive():
        raise RunError(
            say("The run {run} is live: end it and stop its hub first (`workshop do end`).", run=found.run)
        )
    title = found.read().title
    if not yes and not click.confirm(
        say("Erase {run}, “{title}”, with all its answers?", run=found.run, title=title)
    ):
        click.echo(say("Nothing was erased."))
        return
    found.erase()
    click.echo(say("{run} is erased.", run=found.run))


def _record(run: RunFolder) -> Record:
    """The record from the hub that holds the run, else from its files."""
    if run.alive():
        from workshop.tui.client import Client

        return Client(run.path).record()
    return _record_from_files(run)


def _record_from_files(run: RunFolder) -> Record:
    from workshop.core.clock import Clock
    from workshop.room.room import Room
    from workshop.sessionfile.build import load
    from workshop.store.sqlite import SqliteStore

    with run.hold():
        store = SqliteStore(run.path)
        try:
            return Room(load(run.session), store, Clock(), run=run.run).record()
        finally:
            store.close()


def _row(run: RunFolder) -> dict[str, object]:
    file = run.read()
    started = datetime.fromtimestamp(file.created).astimezone().isoformat(timespec="seconds")
    return {
        "run": file.run,
        "code": file.code,
        "title": file.title,
        "state": file.state,
        "started": started,
        "join_url": file.join_url,
        "alive": run.alive(),
    }


def _state(state: str) -> str:
    return {"lobby": say("in the lobby"), "live": say("under way"), "ended": say("ended")}.get(state, state)
