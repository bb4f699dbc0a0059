"""A real terminal: tmux, with a shell in it that lives on when a program of ours has ended."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.cli.program import PATIENCE, Program, eventually

CONFIGURATION = """\
set -g status off
set -g default-terminal tmux-256color
set -s escape-time 0
set -g remain-on-exit on
"""
_ESCAPES = re.compile(r"\x1b\[[0-9;:]*m|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|[\x0e\x0f]")


class Terminal:
    """One tmux of our own, so that nobody else's is ever touched. Close it in the end."""

    def __init__(self, program: Program, size: tuple[int, int] = (80, 24)) -> None:
        self.size = size
        self._folder = Path(tempfile.mkdtemp(prefix="workshop-"))  # a socket's path must be short
        (self._folder / "conf").write_text(CONFIGURATION, encoding="utf-8")
        columns, rows = map(str, size)
        environ = {**program.environment(), "COLORTERM": "truecolor"}
        self._environ = {key: value for key, value in environ.items() if key != "TERM"}
        command = ["-f", str(self._folder / "conf"), "new-session", "-d", "-x", columns, "-y", rows]
        self._tmux(*command, "-c", str(program.here), "sh")

    def type(self, command: str) -> None:
        """A line for the shell."""
        self._tmux("send-keys", "-l", command)
        self.press("Enter")

    def press(self, *keys: str) -> None:
        """Keys by their tmux names."""
        self._tmux("send-keys", *keys)

    def screen(self) -> str:
        """What is on the screen, as text."""
        return _ESCAPES.sub("", self.cells())

    def lines(self) -> list[str]:
        """The same, line by line."""
        return self.screen().splitlines()

    def cells(self) -> str:
        """What is on the screen, colours too, as escape sequences."""
        return self._tmux("capture-pane", "-e", "-N", "-p")

    def until(self, *words: str, seconds: float = PATIENCE) -> str:
        """Waits until all `words` are on the screen, which is then returned."""
        shown = ""

        def there() -> bool:
            nonlocal shown
            shown = self.screen()
            return all(word in shown for word in words)

        try:
            eventually(there, seconds)
        except AssertionError:
            raise AssertionError(f"{words} did not come:\n{shown}") from None
        return shown

    def settled(self, *words: str) -> str:
        """The screen with `words` on it once two looks at it are the same."""
        last = self.until(*words)

        def still() -> bool:
            nonlocal last
            before, last = last, self.screen()
            return before == last

        eventually(still)
        return last

    def record(self) -> Path:
        """From now on every byte that the program writes is kept in this file too."""
        file = self._folder / "written"
        self._tmux("pipe-pane", f"cat > '{file}'")
        return file

    def asks(self, what: str) -> str:
        """A tmux format, like `#{alternate_on}`."""
        return self._tmux("display-message", "-p", what).strip()

    def close(self) -> None:
        """Ends our tmux with all that runs in it."""
        self._tmux("kill-server")
        shutil.rmtree(self._folder, ignore_errors=True)

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-S", str(self._folder / "socket"), *arguments]
        done = subprocess.run(
            command, env=self._environ, capture_output=True, encoding="utf-8", check=True, timeout=PATIENCE
        )
        return done.stdout


@contextmanager
def terminal(program: Program, size: tuple[int, int] = (80, 24)) -> Iterator[Terminal]:
    """A terminal of this size, closed with the block."""
    opened = Terminal(program, size)
    try:
        yield opened
    finally:
        opened.close()


def typed(program: Program, *arguments: str, variables: Mapping[str, str] | None = None) -> str:
    """The line that starts `workshop` in a shell, and says its exit code when it has ended."""
    given = " ".join(f"{key}='{value}'" for key, value in (variables or {}).items())
    words = " ".join(f"'{word}'" for word in program.command(*arguments))
    return f"clear; {given} {words}; echo exit=$?"
