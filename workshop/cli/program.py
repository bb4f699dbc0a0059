"""The program `workshop`: its list of commands."""

import gettext
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

import workshop
from workshop.cli.ending import exit_code
from workshop.language import computer, say

COMMANDS = {
    "run": "live",
    "resume": "live",
    "stage": "live",
    "desk": "private",
    "rehearse": "rehearsing",
    "host": "hosting",
    "doctor": "doctor",
    "do": "doing",
    "remote": "remote",
    "notes": "noting",
    "runs": "keeping",
    "erase": "keeping",
    "print": "paper",
    "kinds": "kinds",
    "check": "writing",
    "schema": "writing",
}
"""Which module under workshop/cli holds a command. They load when asked for, so that start-up stays quick."""


class Program(click.Group):
    """A group whose commands load late."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"workshop.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "Hold a workshop: one laptop, one projector, a room of phones, no internet.\n\n"
        "Without a command: choose a session, or pick up an unfinished run.\n\n"
        "Example: workshop run ivareta-hjelperne"
    ),
)
@click.version_option(
    workshop.__version__,
    prog_name="workshop",
    message="%(prog)s %(version)s",
    help=say("Show the version and exit."),
)
@click.pass_context
def program(ctx: click.Context) -> None:
    """`workshop` alone opens the picker."""
    if ctx.invoked_subcommand is None:
        from workshop.cli.picking import pick

        pick()


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the program with the process's arguments and ends the process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    _teach_click()
    sys.exit(exit_code(lambda: program.main(args=arguments, prog_name="workshop", standalone_mode=False)))


def _teach_click() -> None:
    """Click looks for its own words in gettext's default catalogue: ours, in the language we speak."""
    os.environ["LANGUAGE"] = computer().tag
    gettext.bindtextdomain("workshop", str(Path(workshop.__file__).parent / "locale"))
    gettext.textdomain("workshop")
