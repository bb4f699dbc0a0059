"""`workshop do`: one command to a live run, for a clicker, a hotkey or a script."""

import click

from workshop.cli import options
from workshop.cli.choosing import live
from workshop.core.commands import VERBS
from workshop.language import say

NUMBERED = {"goto": "STEP", "add": "SECONDS"}


@click.command(
    "do",
    context_settings={"ignore_unknown_options": True},
    help=options.help_text(
        "Send one command to a live run.\n\n`status` prints the state as JSON. The other "
        "commands: next back skip goto STEP open close reveal hide undo start pause add SECONDS blank mute "
        "spread drop borrow end\n\n"
        "`spread`, `drop` and `borrow` catch up in the ways that the desk offers while you are behind.",
        "workshop do next",
    ),
)
@options.run_option
@click.argument("verb", type=click.Choice([*VERBS, "status"]), metavar="COMMAND")
@click.argument("number", type=int, required=False)
def do_command(run: str | None, verb: str, number: int | None) -> None:
    """Sends the command; a refusal changes nothing and exits 1."""
    from workshop.room import snapshot
    from workshop.tui.client import Client

    if (number is None) == (verb in NUMBERED):
        raise click.UsageError(_usage(verb))
    client = Client(live(run).path)
    if verb == "status":
        click.echo(snapshot.encode(client.snapshot()))
        return
    client.do(verb, number)


def _usage(verb: str) -> str:
    if verb in NUMBERED:
        return say("“{verb}” needs a number: {verb} {number}.", verb=verb, number=NUMBERED[verb])
    return say("“{verb}” takes no number.", verb=verb)
