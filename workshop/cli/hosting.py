"""`workshop host`: the hub itself, without a stage. `run` and `resume` start it in the background."""

import click

from workshop.cli import options
from workshop.core.session import Session
from workshop.errors import RunError
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder
from workshop.room.runfile import replace_private


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

    if (session is None) == (resume is None):
        raise click.UsageError(say("Name a SESSION, or a run with --resume RUN."))
    run, loaded = _again(resume) if resume is not None else _begin(session or "", begun, code)
    serve(HubSpec(run, loaded, host=host, port=port, resume=resume is not None, announce=as_json))


def _again(resume: str) -> tuple[RunFolder, Session]:
    """The run, and the session as it was when it began."""
    from workshop.sessionfile.build import load

    run = folder.find(resume)
    return run, load(run.session)


def _begin(session: str, begun: str | None, code: str | None) -> tuple[RunFolder, Session]:
    """A folder with the run's own copy of the session; nothing is made where that has problems."""
    from workshop.sessionfile.build import load_bytes
    from workshop.sessionfile.shelf import find
    from workshop.sessionfile.source import read

    source = find(session)
    data = read(source)
    loaded = load_bytes(data, str(source))
    run = _folder(begun, code)
    try:
        replace_private(run.session, data)
    except OSError as error:
        message = "The session could not be copied to {folder}: {error}"
        raise RunError(say(message, folder=run.path, error=error)) from error
    return run, loaded


def _folder(begun: str | None, code: str | None) -> RunFolder:
    if begun is not None:  # `workshop run` has made it, for the log
        return RunFolder(folder.home() / "runs" / begun)
    return folder.create(folder.valid_code(code or folder.new_code()))
