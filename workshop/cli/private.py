"""`workshop desk`: what only the facilitator sees, in a terminal of its own."""

from typing import TYPE_CHECKING

import click

from workshop.cli import options
from workshop.cli.choosing import unfinished
from workshop.cli.launching import reviver
from workshop.cli.live import suggest, wake
from workshop.language import say

if TYPE_CHECKING:
    from workshop.tui.look import Theme


@click.command(
    "desk",
    help=options.help_text(
        "Open your private screen in another terminal: notes and plan.\n\n"
        "k there opens what the room wrote. "
        "It takes the opposite theme of the stage, so that nobody projects the wrong window.",
        "workshop desk",
    ),
)
@options.run_argument
@click.option(
    "--theme",
    type=click.Choice(["light", "dark"]),
    help=say("Light or dark (default: the one that the stage does not have)."),
)
@options.plain
def desk_command(run: str | None, theme: "Theme | None", plain: bool) -> None:
    """Opens a desk on a run that is under way; leaving it changes nothing for anybody."""
    from workshop.tui.terminal import check_terminal, prepare

    check_terminal()
    found = unfinished(run)
    wake(found)
    prepare()
    from workshop.tui.app import Outcome
    from workshop.tui.desk.app import run_desk

    worn = theme or ("light" if found.theme == "dark" else "dark")
    if run_desk(found.path, theme=worn, plain=plain, revive=reviver(found)) is Outcome.ENDED:
        suggest(say("The workshop has ended. Its notes:"), f"workshop notes {found.run} --to notes.html")
    else:
        suggest(say("The room goes on. Back to the desk:"), f"workshop desk {found.run}")
