"""How a command ends: its exit code, and on stderr one plain line first where something went wrong."""

import os
import traceback
from collections.abc import Callable

import click

from workshop.errors import EXIT_DONE, EXIT_ERROR, WorkshopError
from workshop.language import say

DEBUG = "WORKSHOP_DEBUG"
"""Set to 1, a fault of our own is told with its traceback; never with the values that stood in it."""


def exit_code(command: Callable[[], object]) -> int:
    """Carries out `command`; the code that the process is to end with."""
    try:
        code = command()
    except click.ClickException as error:
        _tell(_usage(error) if isinstance(error, click.UsageError) else error.format_message())
        return error.exit_code
    except WorkshopError as error:
        _tell(str(error))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return EXIT_ERROR
    except Exception as error:
        _tell(_fault(error))
        return EXIT_ERROR
    return code if isinstance(code, int) else EXIT_DONE


def _tell(text: str) -> None:
    click.echo(text, err=True)


def _usage(error: click.UsageError) -> str:
    """What is wrong comes first; click alone would begin with how it should be."""
    if error.ctx is None:
        return error.format_message()
    more = say("More: {command} --help", command=error.ctx.command_path)
    return f"{error.format_message()}\n{error.ctx.get_usage()}\n{more}"


def _fault(error: Exception) -> str:
    """One line without the error's own words: people's answers might stand in them."""
    from workshop.tui.fault import describe

    kind = describe(error).partition("\n")[0]
    line = say("Workshop stopped by a fault of its own: {kind}. Please report it.", kind=kind)
    if os.environ.get(DEBUG) != "1":
        return line
    return f"{line}\n{''.join(traceback.format_exception(error))}".rstrip()
