"""Arguments and options that several commands share."""

from collections.abc import Callable
from typing import Any

import click

from workshop.language import say

FASTEST = 10_000
"""How many seconds of a run's clock may pass in a real one: as fast as anybody can click."""
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

run_argument: Decorator = click.argument("run", required=False, metavar="[RUN]")
run_option: Decorator = click.option(
    "--run", "run", metavar="RUN", help=say("Which run (default: the newest unfinished).")
)
theme: Decorator = click.option(
    "--theme",
    type=click.Choice(["light", "dark"]),
    default="light",
    show_default=True,
    help=say("Light for a lit room, dark for a dark one."),
)
plain: Decorator = click.option(
    "--plain", is_flag=True, help=say("No colours and no big type, for simple terminals.")
)
host: Decorator = click.option(
    "--host", metavar="ADDRESS", help=say("The address that phones use (default: found).")
)
port: Decorator = click.option(
    "--port",
    metavar="PORT",
    type=click.IntRange(0, 65535),
    help=say("The port that phones use (default: 8080 or the next free one)."),
)
speed: Decorator = click.option("--speed", type=click.FloatRange(1, FASTEST), default=1.0, hidden=True)
code: Decorator = click.option(
    "--code", metavar="CODE", help=say("The room's code (default: four letters by chance).")
)


def help_text(text: str, example: str) -> str:
    """A command's help: what it does, then an example as it is typed."""
    return f"{say(text)}\n\n\b\n{say('Example:')}\n  {example}"
