"""`workshop runs` and `erase`: the runs on this computer, and how one goes."""

import json
from collections.abc import Mapping
from datetime import datetime

import click

from workshop.cli import options
from workshop.errors import RunError
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder

Row = Mapping[str, object]


@click.command("runs", help=options.help_text("List the runs, the newest first.", "workshop runs --json"))
@click.option("--json", "as_json", is_flag=True, help=say("Print a JSON list."))
def runs_command(as_json: bool) -> None:
    """Lists the runs; one that cannot be read is named on stderr and left out."""
    rows = []
    for run in folder.all_runs():
        try:
            rows.append(_row(run))
        except RunError as error:
            click.echo(str(error), err=True)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if not rows:
        click.echo(say("There is no run yet. `workshop run SESSION` begins one."))
    for row in rows:
        click.echo(_line(row))


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
    if not yes and not _agreed(found):
        raise RunError(say("Nothing was erased."))
    found.erase()
    click.echo(say("{run} is erased.", run=found.run))


def _agreed(run: RunFolder) -> bool:
    """Whether the one at the keyboard says yes; no keyboard is a no."""
    question = say("Erase {run}, “{title}”, with all its answers?", run=run.run, title=_title(run))
    try:
        answer = click.prompt(f"{question} {say('[y/N]')}", default="", show_default=False, err=True)
    except click.Abort:
        return False
    return str(answer).strip().lower() in say("y yes").split()


def _title(run: RunFolder) -> str:
    try:
        return run.read().title
    except RunError:  # what cannot be read must still be possible to erase
        return "?"


def _row(run: RunFolder) -> Row:
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


def _line(row: Row) -> str:
    alive = say("hub is running") if row["alive"] else ""
    parts = (row["run"], _state(str(row["state"])), row["title"], alive)
    return "  ".join(str(part) for part in parts if part)


def _state(state: str) -> str:
    return {"lobby": say("in the lobby"), "live": say("under way"), "ended": say("ended")}.get(state, state)
