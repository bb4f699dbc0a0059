"""`workshop kinds`: the kinds of step that there are, told by their own docstrings."""

from collections.abc import Iterable, Mapping
from textwrap import indent
from typing import TYPE_CHECKING

import click

from workshop.cli import options
from workshop.errors import WorkshopError
from workshop.language import say

if TYPE_CHECKING:
    from workshop.kinds.kind import Kind
    from workshop.kinds.manual import Entry

    Kinds = Mapping[str, type[Kind]]

MARGIN = "    "


@click.command(
    "kinds",
    help=options.help_text(
        "List the kinds of step, each with an example.\n\nWith a NAME: that kind alone, with all its keys.",
        "workshop kinds dots",
    ),
)
@click.argument("name", required=False, metavar="[NAME]")
@click.pass_context
def kinds_command(ctx: click.Context, name: str | None) -> None:
    """Lists all kinds, those of plug-ins too, or shows one."""
    from workshop.kinds.registry import kinds

    page = ctx.make_formatter()
    if name is None:
        _list(kinds(), page)
    else:
        _show(_named(name, kinds()), page)
    click.echo(page.getvalue().strip("\n"))


def _named(name: str, kinds: "Kinds") -> "type[Kind]":
    """Raises WorkshopError with the nearest name where there is no such kind."""
    from workshop.sessionfile.problems import clip, did_you_mean

    if name in kinds:
        return kinds[name]
    advice = did_you_mean(name, kinds) or say("there are {kinds}", kinds=", ".join(kinds))
    raise WorkshopError(
        say("There is no kind of step called “{kind}”: {advice}", kind=clip(name), advice=advice)
    )


def _list(kinds: "Kinds", page: click.HelpFormatter) -> None:
    _write_group(say("What the room is shown or does:"), (k for k in kinds.values() if not k.asks), page)
    _write_group(say("What the room answers on its phones:"), (k for k in kinds.values() if k.asks), page)
    page.write_text(say("`workshop kinds NAME` tells every key of one."))


def _write_group(title: str, kinds: "Iterable[type[Kind]]", page: click.HelpFormatter) -> None:
    from workshop.kinds.manual import example, summary

    page.write_text(title)
    for kind in kinds:
        page.write_paragraph()
        page.write_text(f"{_called(kind)}: {summary(kind)}")
        page.write(indent(f"{example(kind)}\n", MARGIN))
    page.write_paragraph()


def _show(kind: "type[Kind]", page: click.HelpFormatter) -> None:
    from workshop.kinds.manual import common_keys, example, own_keys, summary

    page.write_text(f"{_called(kind)}: {summary(kind)}")
    page.write_paragraph()
    page.write(indent(f"{example(kind)}\n", MARGIN))
    own, common = own_keys(kind), common_keys(kind)
    with page.section(say("Its keys")):
        page.write_dl(_lines(own))
    with page.section(say("Keys of every kind that asks") if kind.asks else say("Keys of every kind")):
        page.write_dl(_lines(entry for entry in common if entry.key not in {mine.key for mine in own}))


def _called(kind: "type[Kind]") -> str:
    from workshop.kinds.registry import BUILT_IN

    return kind.name if kind in BUILT_IN else say("{name} (a plug-in's)", name=kind.name)


def _lines(entries: "Iterable[Entry]", margin: str = "") -> list[tuple[str, str]]:
    """A key and what it is for, those inside it under it."""
    lines = []
    for entry in entries:
        lines += [(f"{margin}{entry.key}", _said_of(entry)), *_lines(entry.keys, f"{margin}  ")]
    return lines


def _said_of(entry: "Entry") -> str:
    if entry.needed:
        return f"{entry.text} {say('(needed)')}"
    otherwise = say("(otherwise {value})", value=entry.default)
    return f"{entry.text} {otherwise}" if entry.default else entry.text
