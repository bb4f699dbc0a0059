"""`workshop rehearse`: a session played to its end with made-up people, and what to look at then."""

import secrets
import shutil
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from workshop.cli import options
from workshop.cli.launching import Launch, nothing_left_of, reviver, session_argument
from workshop.cli.live import suggest
from workshop.errors import EXIT_ERROR, WorkshopError
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder

if TYPE_CHECKING:
    from workshop.core.session import Session
    from workshop.rehearsal.play import Play
    from workshop.rehearsal.report import Report
    from workshop.tui.look import Theme

MOST = 500
"""People; more than that one thread cannot play at any speed."""
LOOKED_AT = 3.0
"""Seconds for which the stage says thank you before it gives way to the report."""
LOCAL = ("--host", "127.0.0.1", "--port", "0")
"""Without a stage nobody comes in from outside."""


@click.command(
    "rehearse",
    help=options.help_text(
        "Rehearse a session with made-up people.\n\n"
        "It plays itself on the stage in this terminal, and everybody answers on a phone of their own. "
        "Then it tells what to look at: times that do not add up, texts that do not fit on the stage, "
        "questions that nobody can answer. Nothing is kept of it unless you say so. "
        "Exit 1 where something has to be mended.",
        "workshop rehearse my-session.yaml --people 30 --speed 20",
    ),
)
@click.argument("session", metavar="SESSION")
@click.option("--people", type=click.IntRange(1, MOST), default=30, show_default=True, help=say("How many."))
@click.option(
    "--speed",
    type=click.FloatRange(1, options.FASTEST),
    default=20.0,
    show_default=True,
    help=say("How many seconds of the session pass in one."),
)
@click.option("--by-hand", is_flag=True, help=say("You lead; only the people are made up."))
@click.option("--no-stage", is_flag=True, help=say("Play without a terminal, and print the report alone."))
@click.option("--seed", metavar="TEXT", help=say("The same people and answers as last time."))
@click.option("--keep", is_flag=True, help=say("Keep the rehearsal, marked as one."))
@click.option(
    "--notes",
    "target",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=say("Write the rehearsal's notes, marked as such."),
)
@click.option("--json", "as_json", is_flag=True, help=say("Print the report as JSON."))
@options.port
@options.host
@options.theme
@options.plain
@click.pass_context
def rehearse_command(
    ctx: click.Context,
    session: str,
    people: int,
    speed: float,
    by_hand: bool,
    no_stage: bool,
    seed: str | None,
    keep: bool,
    target: Path | None,
    as_json: bool,
    port: int | None,
    host: str | None,
    theme: "Theme",
    plain: bool,
) -> None:
    """Plays the session and reports; exit 1 where something has to be mended."""
    if by_hand and no_stage:
        raise click.UsageError(say("Whoever leads by hand needs the stage: leave --no-stage out."))
    _check(target, stage=not no_stage)
    network = LOCAL if no_stage else _network(port, host)
    staging = None if no_stage else _Staging(theme, plain)
    cast = _Cast(people, speed, seed or secrets.token_hex(4), by_hand)
    with _rehearsal(session, network, speed, keep=keep) as run:
        if by_hand:
            suggest(say("Your desk, in another terminal:"), f"workshop desk {run.folder.run}")
        report = _played(run, cast, staging)
        _write_notes(report, target)
    if by_hand:
        click.echo(err=as_json)
    _tell(report.report, as_json)
    if keep:
        _tell_kept(run, err=as_json)
    if report.report.grave:
        ctx.exit(EXIT_ERROR)


class _Cast(NamedTuple):
    people: int
    speed: float
    seed: str
    by_hand: bool


class _Staging(NamedTuple):
    theme: "Theme"
    plain: bool


class _Played(NamedTuple):
    play: "Play"
    report: "Report"


class _Rehearsed(NamedTuple):
    """The rehearsal's files while its hub lives, and what starts that again where it was killed."""

    folder: RunFolder
    session: "Session"
    revive: Callable[[], None]


def _check(target: Path | None, *, stage: bool) -> None:
    if target is not None:
        from workshop.notes.write import check_target

        check_target(target)
    if stage:
        from workshop.tui.terminal import check_terminal, prepare

        check_terminal()
        prepare()


def _network(port: int | None, host: str | None) -> tuple[str, ...]:
    given = (("--port", port), ("--host", host))
    return tuple(str(word) for name, value in given if value is not None for word in (name, value))


@contextmanager
def _rehearsal(session: str, network: tuple[str, ...], speed: float, *, keep: bool) -> Iterator[_Rehearsed]:
    """A hub that lives as long as the block, and whose run goes with it unless it is to be kept."""
    from workshop.sessionfile.build import load
    from workshop.sessionfile.shelf import find

    written = load(find(session))  # what is wrong with it is said before anything is made
    folder.erase_left_behind()
    run = folder.create(folder.new_code(), rehearsal=True)
    hubs: list[Launch] = []

    def launch(*arguments: str) -> Launch:
        hubs.append(Launch(run, arguments, tied=True))
        return hubs[-1]

    revive = reviver(run, lambda: launch("--resume", run.run))
    try:
        if keep:
            run.keep()
        with nothing_left_of(run):
            given = (session_argument(session), "--folder", run.run, "--rehearsal", "--speed", str(speed))
            launch(*given, *network).wait()
        yield _Rehearsed(run, written, revive)
    finally:
        for hub in hubs:
            hub.let_go()
        if not keep and run.path.exists():
            run.erase()


def _played(run: _Rehearsed, cast: _Cast, staging: _Staging | None) -> _Played:
    from workshop.rehearsal.people import people
    from workshop.rehearsal.play import Play
    from workshop.rehearsal.report import report

    play = Play(
        run.folder.path,
        run.session,
        people(cast.people, cast.seed),
        seed=cast.seed,
        by_hand=cast.by_hand,
        revive=run.revive if staging is None else lambda: None,
    )
    if staging is None:
        play.run()
    else:
        _on_stage(run, play, staging, leaves=not cast.by_hand)
    found = report(
        run.session, play, run.folder.pictures, people=cast.people, speed=cast.speed, seed=cast.seed
    )
    return _Played(play, found)


def _on_stage(run: _Rehearsed, play: "Play", staging: _Staging, *, leaves: bool) -> None:
    """The stage in this terminal while the play goes on beside it; when that `leaves` is over, so is this."""
    from workshop.tui.app import run_stage

    beside = _Beside(play, leaves=leaves)
    try:
        run_stage(
            run.folder.path,
            theme=staging.theme,
            plain=staging.plain,
            revive=run.revive,
            opened=beside.begin,
        )
    finally:
        beside.finish()


class _Beside:
    """A play in a thread of its own, beside a stage that it leaves in the end where it `leaves`."""

    def __init__(self, play: "Play", *, leaves: bool) -> None:
        self._play, self._leaves = play, leaves
        self._left = threading.Event()
        self._thread: threading.Thread | None = None
        self._broken: Exception | None = None

    def begin(self, leave: Callable[[], None]) -> None:
        """Begins to play. `leave` leaves the stage."""
        self._thread = threading.Thread(target=self._perform, args=(leave,), daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Ends the play, the stage being left. Raises what it fell over."""
        self._left.set()
        self._play.stop()
        if self._thread is not None:
            self._thread.join()
        if self._broken is not None:
            raise self._broken

    def _perform(self, leave: Callable[[], None]) -> None:
        try:
            self._play.run()
        except Exception as error:
            self._broken = error
        over = self._broken or (self._leaves and self._play.ended)
        if over and not self._left.wait(LOOKED_AT):
            leave()


def _write_notes(played: _Played, target: Path | None) -> None:
    if target is None:
        return
    from workshop.notes.write import write

    if played.play.record is None:
        raise WorkshopError(say("The rehearsal came to no record, so there are no notes of it."))
    write(played.play.record, target)


def _tell(report: "Report", as_json: bool) -> None:
    from workshop.rehearsal.report import as_json as encoded
    from workshop.rehearsal.report import lines

    if as_json:
        click.echo(encoded(report).decode())
    else:
        for line in lines(report):
            click.echo(_wrapped(line))


def _wrapped(line: str) -> str:
    """Broken between words where it is read in a terminal; whole where a program may read it."""
    if not sys.stdout.isatty():
        return line
    width = shutil.get_terminal_size().columns - 1
    return "\n".join(textwrap.wrap(line, width, subsequent_indent="    ", break_long_words=False)) or line


def _tell_kept(run: _Rehearsed, *, err: bool) -> None:
    name = run.folder.run
    click.echo(say("The rehearsal is kept. Its notes, and how it goes:"), err=err)
    click.echo(f"  workshop notes {name} --to notes.html\n  workshop erase {name}", err=err)
