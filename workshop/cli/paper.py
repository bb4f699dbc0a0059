"""`workshop print`: a poster to join by, and forms on paper for those who use no phone."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshop.cli import options
from workshop.cli.choosing import live
from workshop.language import say
from workshop.room.folder import RunFolder

if TYPE_CHECKING:
    from workshop.core.session import Session


@click.command(
    "print",
    help=options.help_text(
        "Write a poster to join by, and paper forms.\n\n"
        "There is a form for every question. "
        "SESSION is a file, or the name of one that ships. With --run the poster has the run's own code.",
        "workshop print ivareta-hjelperne --to paper.html",
    ),
)
@click.argument("session", required=False, metavar="[SESSION]")
@click.option("--run", "run", metavar="RUN", help=say("A live run, whose address is printed."))
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=say("The file to write, which must end in .html."),
)
def print_command(session: str | None, run: str | None, target: Path) -> None:
    """Writes the page, to be printed from a browser."""
    from workshop.paper.write import check_target, write

    if session is None and run is None:
        raise click.UsageError(say("Name a SESSION, or a run with --run RUN."))
    check_target(target)
    hosted = live(run) if run is not None else None
    written = write(_session(session, hosted), _join_url(hosted), target)
    click.echo(
        say("The poster and the forms are in {file}. Open it in a browser, and print it.", file=written)
    )


def _session(named: str | None, hosted: RunFolder | None) -> "Session":
    """The session that was named, else the run's own copy."""
    from workshop.sessionfile.build import load, load_copy
    from workshop.sessionfile.shelf import find

    if named is None and hosted is not None:
        return load_copy(hosted.session)
    return load(find(named or ""))


def _join_url(hosted: RunFolder | None) -> str | None:
    """The run's address; none that only this computer can open, of which a warning is given."""
    if hosted is None:
        return None
    file = hosted.read()
    if not file.reachable:
        click.echo(say("No phone can reach this computer yet"), err=True)
        return None
    return file.join_url
