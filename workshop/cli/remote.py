"""`workshop remote`: the code by which a phone leads a live run, and how to take that back."""

import sys

import click

from workshop.cli import options
from workshop.cli.choosing import live, unfinished
from workshop.errors import RunError
from workshop.language import say
from workshop.room.folder import RunFolder


@click.command(
    "remote",
    help=options.help_text(
        "Lead a live run from a phone.\n\n"
        "Two large buttons, the clock and your notes. "
        "Shows a code to scan. Whoever has it can lead the workshop, until --off: show it to nobody else.",
        "workshop remote",
    ),
)
@options.run_argument
@click.option("--off", is_flag=True, help=say("Switch it off: no code that was shown works any longer."))
def remote_command(run: str | None, off: bool) -> None:
    """Switches the phone remote on and shows its code, or switches it off."""
    if off:
        _switch_off(unfinished(run))
        click.echo(say("The phone remote is off."))
    else:
        _show(live(run))


def _show(run: RunFolder) -> None:
    from workshop.tui import qr
    from workshop.tui.client import Client

    url = Client(run.path).switch_remote(on=True)
    if url is None:
        raise RunError(say("The hub of {run} does not answer.", run=run.run))
    click.echo(say("Whoever opens this can lead the workshop. To switch it off:"))
    click.echo(f"  workshop remote {run.run} --off")
    if not run.read().reachable:
        click.echo(say("No phone can reach this computer yet"))
    click.echo(url.lower())
    if sys.stdout.isatty():  # without its colours nobody can read it; last, so that it is whole on 24 rows
        click.echo(qr.printed(url))


def _switch_off(run: RunFolder) -> None:
    """Without a hub the key is taken away all the same, so that the next one does not find it."""
    if run.alive():
        from workshop.tui.client import Client

        Client(run.path).switch_remote(on=False)
        return
    try:
        with run.hold():
            run.remote.unlink(missing_ok=True)
    except OSError as error:
        raise RunError(say("The phone remote cannot be switched off: {error}", error=error)) from error
