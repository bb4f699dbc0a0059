"""`workshop host`: the hub itself, without a stage. `run` and `resume` start it in the background."""

import shutil
from pathlib import Path

import click

from workshop.cli import options
from workshop.errors import RunError
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder


@click.command(
    "host",
    help=options.help_text(
        "Host a session without a stage: the hub alone, until it is ended or stopped.",
        "workshop host retrospective --json --host 127.0.0.1 --port 0",
    ),
)
@click.argument("session", required=False, metavar="[SESSION]")
@click.option("--resume", "resume", metavar="RUN", help=say("Pick up a run instead of beginning one."))
@click.option(
    "--json", "as_json", is_flag=True, help=say("Print one JSON object first: run, code, addresses, token.")
)
@click.option("--folder", "begun", metavar="RUN", hidden=True)
@options.host
@options.port
@options.code
def host_command(
    session: str | None,
    resume: str | None,
    as_json: bool,
    begun: str | None,
    host: str | None,
    port: int | None,
    code: str | None,
) -> None:
    """Hosts a session, or picks a run up."""
    from workshop.hub.server import HubSpec, serve
    from workshop.sessionfile.build import load

    if (session is None) == (resume is None):
        raise click.UsageError(say("Name a SESSION, or a run with --resume RUN."))
    if resume is not None:
        run = folder.find(resume)
        spec = HubSpec(run, load(run.session), host=host, port=port, resume=True, announce=as_json)
    else:
        run, source = _begin(session or "", begun, code)
        spec = HubSpec(run, load(source), host=host, port=port, resume=False, announce=as_json)
    serve(spec)


def _begin(session: str, begun: str | None, code: str | None) -> tuple[RunFolder, Path]:
    """A folder with the run's own copy of the session; nothing is made where that has problems."""
    from workshop.sessionfile.build import load
    from workshop.sessionfile.shelf import find

    source = find(session)
    load(source)
    run = (
        RunFolder(folder.home() / "runs" / begun)
        if begun
        else folder.create(folder.valid_code(code or folder.new_code()))
    )
    try:
        shutil.copyfile(source, run.session)
    except OSError as error:
        raise RunError(
            say("The session could not be copied to {folder}: {error}", folder=run.path, error=error)
        ) from error
    return run, run.session
