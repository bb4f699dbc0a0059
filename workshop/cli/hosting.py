"""`workshop host`: the hub itself, without a stage. `run` and `resume` start it in the background."""

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from workshop.cli import options
from workshop.cli.choosing import refuse_ended
from workshop.cli.launching import nothing_left_of
from workshop.cli.tying import tied_to_stdin
from workshop.core.session import Session
from workshop.errors import RunError
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder
from workshop.room.runfile import RunFile, replace_private

Tell = Callable[[RunFile], None]
TOLD = ("run", "code", "join_url", "control_url", "token")
"""The keys of the first line that `host --json` prints."""


@click.command(
    "host",
    help=options.help_text(
        "Host a session without a stage.\n\nThe hub runs alone until it is ended or stopped.",
        "workshop host retrospective --json --host 127.0.0.1 --port 0",
    ),
)
@click.argument("session", required=False, metavar="[SESSION]")
@click.option("--resume", "resume", metavar="RUN", help=say("Pick up a run instead of beginning one."))
@click.option(
    "--json", "as_json", is_flag=True, help=say("Print one JSON object first: run, code, addresses, token.")
)
@click.option("--folder", "begun", metavar="RUN", hidden=True)
@click.option("--rehearsal", is_flag=True, hidden=True)
@click.option("--tied", is_flag=True, hidden=True)
@options.speed
@options.host
@options.port
@options.code
def host_command(
    session: str | None,
    resume: str | None,
    as_json: bool,
    begun: str | None,
    rehearsal: bool,
    tied: bool,
    speed: float,
    host: str | None,
    port: int | None,
    code: str | None,
) -> None:
    """Hosts a session, or picks a run up."""
    gc.disable()  # until it serves: nothing that is made on the way there can go again
    if (session is None) == (resume is None):
        raise click.UsageError(say("Name a SESSION, or a run with --resume RUN."))
    wanted = _Wanted(host, port, _tell_as_json if as_json else _tell, speed, rehearsal, tied)
    if resume is not None:
        _host_again(folder.find(resume), wanted)
    else:
        _host_anew(session or "", begun, code, wanted)


class _Wanted(NamedTuple):
    """What was asked for beside the session; None where nothing was."""

    host: str | None
    port: int | None
    tell: Tell
    speed: float
    rehearsal: bool
    tied: bool

    def serve(self, run: RunFolder, session: Session, *, resume: bool) -> None:
        # Imported last: whatever is wrong with the session is said before the web library is loaded.
        from workshop.hub.server import HubSpec, serve

        spec = HubSpec(run, session, self.host, self.port, resume=resume, announce=self.tell)
        with tied_to_stdin(run) if self.tied else nullcontext():
            serve(replace(spec, rehearsal=self.rehearsal, speed=self.speed))


def _host_again(run: RunFolder, wanted: _Wanted) -> None:
    """With the session as it was when the run began."""
    from workshop.sessionfile.build import load_copy

    refuse_ended(run)
    wanted.serve(run, load_copy(run.session), resume=True)


def _host_anew(session: str, begun: str | None, code: str | None, wanted: _Wanted) -> None:
    """Nothing is made where the session has problems, and nothing stays where its hub cannot begin."""
    chosen = folder.new_code() if code is None else folder.valid_code(code)
    written = _read(session)
    # `workshop run` has made the folder for the hub's log, and looks after it.
    run = folder.create(chosen, rehearsal=wanted.rehearsal) if begun is None else folder.begun(begun)
    with nothing_left_of(run) if begun is None else nullcontext():
        _keep_copy(written, run)
        wanted.serve(run, written.session, resume=False)


class _Written(NamedTuple):
    """A session file: the folder it lies in, its bytes, and the session that they make."""

    folder: Path
    data: bytes
    session: Session


def _read(session: str) -> _Written:
    """Read once, so that nobody can change it between the check and the copy."""
    from workshop.sessionfile.build import load_bytes
    from workshop.sessionfile.shelf import find
    from workshop.sessionfile.source import read

    source = find(session)
    data = read(source)
    return _Written(source.parent, data, load_bytes(data, str(source), folder=source.parent))


def _keep_copy(written: _Written, run: RunFolder) -> None:
    from workshop.sessionfile.pictures import pictures

    try:
        replace_private(run.session, written.data)
        for file in pictures(written.session):
            run.keep_picture(file, (written.folder / file).read_bytes())
    except OSError as error:
        message = "The session could not be copied to {folder}: {error}"
        raise RunError(say(message, folder=run.path, error=error)) from error


def _tell_as_json(file: RunFile) -> None:
    click.echo(json.dumps({key: getattr(file, key) for key in TOLD}))
    for warning in _warnings(file):
        click.echo(warning, err=True)


def _tell(file: RunFile) -> None:
    click.echo(f"{file.code}  http://{file.address}")
    if file.starts:
        click.echo(say("Starts at {time}", time=file.starts))
    for warning in _warnings(file):
        click.echo(warning)
    click.echo(say("Ctrl+C stops the hub; `workshop resume {run}` picks the run up again.", run=file.run))


def _warnings(file: RunFile) -> Iterator[str]:
    if not file.reachable:
        yield say("No phone can reach this computer yet")
    if file.wanted_port is not None:
        yield say("Port {port} was taken, so the address has another.", port=file.wanted_port)
