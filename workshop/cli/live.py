"""`workshop run`, `resume` and `stage`: a session on the projector."""

import shutil
from typing import TYPE_CHECKING

import click

from workshop.cli import options
from workshop.cli.choosing import live, unfinished
from workshop.cli.launching import Launch, session_argument
from workshop.errors import WorkshopError
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder

if TYPE_CHECKING:
    from workshop.tui.look import Theme


@click.command(
    "run",
    help=options.help_text(
        "Hold a session: the hub in the background, the stage in this terminal.\n\n"
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
    """Opens a stage on a live run."""
    show(live(run), theme=theme, plain=plain)


def hold(
    session: str,
    *,
    port: int | None = None,
    host: str | None = None,
    code: str | None = None,
    theme: "Theme" = "light",
    plain: bool = False,
) -> None:
    """A new run with its stage. Nothing is left behind where the hub cannot start."""
    from workshop.tui.terminal import check_terminal

    check_terminal()
    chosen = folder.valid_code(code) if code else folder.new_code()
    run = folder.create(chosen)
    launch = Launch(
        run, [session_argument(session), "--folder", run.run, "--code", chosen, *_network(port, host)]
    )
    try:
        _prepare_stage()
        launch.wait()
    except WorkshopError:
        if not run.journal.exists():
            shutil.rmtree(run.path, ignore_errors=True)
        raise
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
    if not run.alive():
        launch = Launch(run, ["--resume", run.run, *_network(port, host)])
        _prepare_stage()
        launch.wait()
    show(run, theme=theme, plain=plain)


def show(run: RunFolder, *, theme: "Theme", plain: bool) -> None:
    """The stage, until it is left; then what can be done next."""
    _prepare_stage()
    from workshop.tui.app import run_stage

    run_stage(run.path, theme=theme, plain=plain)
    if run.ended():
        click.echo(
            say("The workshop has ended. The notes: workshop notes {run} --to notes.html", run=run.run)
        )
    elif run.alive():
        click.echo(say("The room is still open. Back to the stage: workshop resume {run}", run=run.run))


def _prepare_stage() -> None:
    """Imports the stage while the hub starts in its own process."""
    from workshop.tui.terminal import prepare

    prepare()
    import workshop.tui.app  # noqa: F401


def _network(port: int | None, host: str | None) -> list[str]:
    return [
        *(["--port", str(port)] if port is not None else []),
        *(["--host", host] if host is not None else []),
    ]
