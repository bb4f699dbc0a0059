"""`workshop run`, `resume` and `stage`: a session on the projector."""

import gc
from typing import TYPE_CHECKING

import click

from workshop.cli import options
from workshop.cli.choosing import refuse_ended, unfinished
from workshop.cli.launching import Launch, nothing_left_of, reviver, session_argument
from workshop.errors import HubError
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder

if TYPE_CHECKING:
    from workshop.tui.look import Theme


@click.command(
    "run",
    help=options.help_text(
        "Hold a session: the stage in this terminal, the hub behind it.\n\n"
        "SESSION is a file, or the name of one that ships.",
        "workshop run ivareta-hjelperne",
    ),
)
@click.argument("session", metavar="SESSION")
@options.port
@options.host
@options.code
@options.theme
@options.plain
def run_command(
    session: str, port: int | None, host: str | None, code: str | None, theme: "Theme", plain: bool
) -> None:
    """Begins a run and opens its stage."""
    hold(session, port=port, host=host, code=code, theme=theme, plain=plain)


@click.command(
    "resume",
    help=options.help_text(
        "Pick up an unfinished run where it was: step, clock and answers.", "workshop resume"
    ),
)
@options.run_argument
@options.port
@options.host
@options.theme
@options.plain
def resume_command(run: str | None, port: int | None, host: str | None, theme: "Theme", plain: bool) -> None:
    """Starts the run's hub again unless it lives, and opens the stage."""
    pick_up(unfinished(run), port=port, host=host, theme=theme, plain=plain)


@click.command(
    "stage",
    help=options.help_text("Open the projector screen of a live run in another terminal.", "workshop stage"),
)
@options.run_argument
@options.theme
@options.plain
def stage_command(run: str | None, theme: "Theme", plain: bool) -> None:
    """Opens a stage on a run that is under way, whose hub may have been killed."""
    pick_up(unfinished(run), theme=theme, plain=plain)


def hold(
    session: str,
    *,
    port: int | None = None,
    host: str | None = None,
    code: str | None = None,
    theme: "Theme" = "light",
    plain: bool = False,
) -> None:
    """A new run with its stage. Nothing is left behind where the hub cannot start.

    The folder is made here and not by the hub, whose log in it says why it would not start.
    """
    from workshop.tui.terminal import check_terminal

    check_terminal()
    run = folder.create(folder.new_code() if code is None else folder.valid_code(code))
    with nothing_left_of(run):
        _launch(run, [session_argument(session), "--folder", run.run, *_network(port, host)])
    show(run, theme=theme, plain=plain)


def pick_up(
    run: RunFolder,
    *,
    port: int | None = None,
    host: str | None = None,
    theme: "Theme" = "light",
    plain: bool = False,
) -> None:
    """The stage of a run, its hub started first where none lives."""
    from workshop.tui.terminal import check_terminal

    check_terminal()
    wake(run, *_network(port, host))
    show(run, theme=theme, plain=plain)


def wake(run: RunFolder, *network: str) -> None:
    """Starts the hub of a run that has none. Raises RunError where the run has ended."""
    refuse_ended(run)
    if run.alive():
        return
    try:
        _launch(run, ["--resume", run.run, *network])
    except HubError:
        if not run.alive():  # another screen may have been quicker
            raise


def show(run: RunFolder, *, theme: "Theme", plain: bool) -> None:
    """The stage, until it is left; then what can be done next."""
    _prepare_stage()
    from workshop.tui.app import Outcome, run_stage

    run.remember_theme(theme)
    if run_stage(run.path, theme=theme, plain=plain, revive=reviver(run)) is Outcome.ENDED:
        suggest(say("The workshop has ended. Its notes:"), f"workshop notes {run.run} --to notes.html")
    elif run.alive():
        suggest(say("The room is still open. Back to the stage:"), f"workshop resume {run.run}")
    else:
        suggest(say("The room has no hub just now. To go on:"), f"workshop resume {run.run}")


def suggest(text: str, command: str) -> None:
    """The command on a line of its own, so that a narrow terminal breaks nothing that is to be copied."""
    click.echo(f"{text}\n  {command}")


def _launch(run: RunFolder, arguments: list[str]) -> None:
    launch = Launch(run, arguments)
    try:
        _prepare_stage()
        launch.wait()
    except BaseException:
        launch.give_up()
        raise


def _prepare_stage() -> None:
    """Imports the stage while the hub starts in its own process."""
    from workshop.tui.terminal import prepare

    prepare()
    gc.disable()  # until the first picture: nothing that is made on the way there can go again
    import workshop.tui.app  # noqa: F401


def _network(port: int | None, host: str | None) -> list[str]:
    return [
        *(["--port", str(port)] if port is not None else []),
        *(["--host", host] if host is not None else []),
    ]
