"""What every application of ours has: paper all over, and nothing of Textual's that could embarrass."""

import asyncio
import gc
import sys
from pathlib import Path
from typing import TypeVar

from rich.console import RenderableType
from textual import events
from textual.app import App

from workshop.tui.draw import Look
from workshop.tui.fault import stopped, write_down
from workshop.tui.screens.cramped import CrampedScreen, cramped

Result = TypeVar("Result")

CLOSED_SECONDS = 2.0
"""Between two looks at whether the terminal is still there."""


class PaperApp(App[Result], inherit_bindings=False):
    """An application in a look. `folder` is where a fault is written down (None: nowhere).

    No mouse, no selection, no palette of Textual's, no key that quits unasked; and what falls over in it is
    never printed: a traceback with locals would put people's answers on the projector.
    """

    CSS = "Screen { background: $paper; color: $ink; overflow: hidden; layout: vertical; }"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(self, look: Look, folder: Path | None = None) -> None:
        self.look = look
        self._folder = folder
        self._fault: BaseException | None = None
        super().__init__()

    def run_here(self) -> Result | None:
        """Runs in this terminal to its end. Raises WorkshopError where it fell over."""
        try:
            result = self.run(mouse=False)
        except Exception as error:
            self._fault = error
            result = None
        if self._fault is not None:
            raise stopped(self._fault, write_down(self._fault, self._folder))
        return result

    def get_css_variables(self) -> dict[str, str]:
        """Textual's colours, and ours by their role."""
        palette = self.look.palette
        ours = {role: getattr(palette, role) for role in ("paper", "card", "track", "ink")}
        return {**super().get_css_variables(), **ours}

    def on_resize(self, event: events.Resize) -> None:
        """A terminal made too small for anything gets a notice, until it is larger again."""
        if cramped(event.size):
            if not isinstance(self.screen, CrampedScreen):
                self.push_screen(CrampedScreen(self.look))
        elif isinstance(self.screen, CrampedScreen):
            self.pop_screen()

    def on_load(self) -> None:
        """A coroutine that falls over unseen is not printed either."""
        asyncio.get_running_loop().set_exception_handler(self._on_stray)

    def on_ready(self) -> None:
        """From the first picture on, what nobody needs any more is collected again."""
        gc.enable()

    def on_mount(self) -> None:
        """A terminal that is closed without a signal would leave Textual reading its end for ever."""
        if not self.is_headless:
            self.set_interval(CLOSED_SECONDS, self._end_if_closed)

    def _handle_exception(self, error: Exception) -> None:
        """Ends the application by `error`, of which Textual would print every local."""
        self._return_code = 1
        self._fault = self._fault or error
        if self._exception is None:  # where a test's pilot looks
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Ends the application and prints nothing. (Textual's driver calls it when the terminal is gone.)"""
        self._close_messages_no_wait()

    def _end_if_closed(self) -> None:
        if sys.__stdin__ is None or not sys.__stdin__.isatty():
            self.exit()

    def _on_stray(self, _: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        if isinstance(error := context.get("exception"), Exception):
            write_down(error, self._folder)
