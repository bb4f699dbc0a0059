"""`workshop doctor`: whether a workshop can be held here, before anybody comes."""

import json
import shutil
from collections.abc import Iterator, Sequence
from textwrap import wrap

import click
import msgspec

from workshop.cli import options
from workshop.cli.finding import Finding, Verdict, word
from workshop.errors import EXIT_ERROR, HubError, RunError
from workshop.language import computer, say
from workshop.room.ways import Way

WIDEST = 110
"""Columns that are used at most."""
UNDER = " " * 4
_COLOURS = {Verdict.OK: "green", Verdict.LOOK: "yellow", Verdict.STOP: "red"}
_MARKS = {Verdict.OK: "✓", Verdict.LOOK: "!", Verdict.STOP: "✗"}


@click.command(
    "doctor",
    help=options.help_text(
        "Check the room before people come.\n\n"
        "Address, port, firewall, terminal, letters, disk. Exit 1 where something would stop a workshop.",
        "workshop doctor",
    ),
)
@click.option("--json", "as_json", is_flag=True, help=say("Print one JSON object."))
@click.option("--choose", metavar="ADDRESS", help=say("Use this address, or this network card, from now on."))
@click.option("--forget", is_flag=True, help=say("Find the likeliest address again."))
@click.pass_context
def doctor_command(ctx: click.Context, as_json: bool, choose: str | None, forget: bool) -> None:
    """Looks at everything and says what it found."""
    from workshop.hub.address import ways

    if choose is not None and forget:
        raise click.UsageError(say("Either --choose or --forget, not both."))
    if choose is not None:
        _choose(choose, ways())
    if forget:
        _forget()
    if choose is None and not forget:
        found = ways()
        findings = list(_findings(found))
        click.echo(_as_json(findings, found) if as_json else "\n".join(_report(findings)))
        if _stopped(findings):
            ctx.exit(EXIT_ERROR)


def _choose(wanted: str, found: Sequence[Way]) -> None:
    """Raises RunError where this computer has no such address, or it is no use to phones at all."""
    from workshop.room import preferences

    usable = [way for way in found if way.net != "loopback"]
    way = next((way for way in usable if wanted in (way.address, way.card)), None)
    if way is None:
        there = ", ".join(way.address for way in usable) or say("none that phones could use")
        message = "This computer has no address “{address}” for phones. It has: {there}"
        raise RunError(say(message, address=wanted, there=there))
    preferences.remember(way)
    click.echo(say("From now on runs use {address}.", address=way.address))
    click.echo(way.why.said(computer()))


def _forget() -> None:
    from workshop.room import preferences

    preferences.forget()
    click.echo(say("From now on runs use the likeliest address."))


def _findings(found: Sequence[Way]) -> Iterator[Finding]:
    from workshop.cli import checkup, screen
    from workshop.hub import sockets

    yield checkup.addresses(found)
    port = sockets.DEFAULT_PORT
    try:
        finding, port = checkup.port()
        yield finding
    except HubError as error:
        yield Finding("port", say("Port"), Verdict.STOP, str(error))
    yield checkup.wall(port)
    yield screen.terminal()
    yield screen.letters()
    yield checkup.disk()
    yield checkup.versions()


def _stopped(findings: Sequence[Finding]) -> bool:
    return any(finding.verdict is Verdict.STOP for finding in findings)


def _as_json(findings: Sequence[Finding], found: Sequence[Way]) -> str:
    language = computer()
    addresses = [
        {**msgspec.structs.asdict(way), "why": way.why.said(language), "used": way is found[0]}
        for way in found
    ]
    told = [finding._asdict() for finding in findings]
    report = {"ok": not _stopped(findings), "addresses": addresses, "findings": told}
    return json.dumps(report, ensure_ascii=False, indent=1)


def _report(findings: Sequence[Finding]) -> Iterator[str]:
    about = max(len(finding.about) for finding in findings)
    verdicts = max(len(word(verdict)) for verdict in Verdict)
    for finding in findings:
        yield from _lines(finding, about, verdicts)
    yield ""
    yield _conclusion(findings)


def _lines(finding: Finding, about: int, verdicts: int) -> Iterator[str]:
    """The finding in columns; what is said more stands under it, commands unbroken."""
    columns = min(shutil.get_terminal_size().columns, WIDEST)
    verdict = f"{_MARKS[finding.verdict]} {word(finding.verdict):<{verdicts}}"
    indent = verdicts + about + 6
    first, *rest = wrap(finding.text, max(20, columns - indent))
    yield f"{click.style(verdict, fg=_COLOURS[finding.verdict])}  {finding.about:<{about}}  {first}"
    yield from (" " * indent + line for line in rest)
    for line in finding.more:
        fits = len(line) + len(UNDER) <= columns
        yield from (UNDER + part for part in ([line] if fits else wrap(line, columns - len(UNDER))))
    yield from (UNDER + line for line in finding.commands)


def _conclusion(findings: Sequence[Finding]) -> str:
    if _stopped(findings):
        return say("No workshop can be held here yet.")
    if any(finding.verdict is Verdict.LOOK for finding in findings):
        return say("A workshop can be held here. Look at what is marked before people come.")
    return say("A workshop can be held here.")
