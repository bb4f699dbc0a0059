"""`workshop check` and `workshop schema`: for whoever writes a session."""

import json
from pathlib import Path

import click

from workshop.cli import options
from workshop.errors import EXIT_ERROR
from workshop.language import say, say_plural


@click.command(
    "check",
    help=options.help_text(
        "Check session files: every problem at once, with its place.", "workshop check my-session.yaml"
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help=say("Print the problems as a JSON list."))
@click.pass_context
def check_command(ctx: click.Context, files: tuple[str, ...], as_json: bool) -> None:
    """Checks each file; exit 1 where any has problems."""
    from workshop.sessionfile.build import load
    from workshop.sessionfile.problems import Problem, SessionProblems

    problems: list[Problem] = []
    for file in files:
        try:
            session = load(Path(file))
        except SessionProblems as found:
            problems.extend(found.problems)
            if not as_json:
                click.echo(str(found), err=True)
            continue
        if not as_json:
            steps = len(session.steps)
            fine = say_plural("{file}: fine, {n} step", "{file}: fine, {n} steps", steps, file=file)
            click.echo(fine)
    if as_json:
        listed = [problem.as_json() for problem in problems]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=1))
    if problems:
        ctx.exit(EXIT_ERROR)


@click.command(
    "schema",
    help=options.help_text(
        "Print the JSON Schema of session files.\n\nEditors complete and check by it.",
        "workshop schema > session.schema.json",
    ),
)
def schema_command() -> None:
    """Prints the schema."""
    from workshop.sessionfile.schema import schema

    click.echo(json.dumps(schema(), ensure_ascii=False, indent=1))
