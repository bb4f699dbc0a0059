"""The least that a Textual application can be: what a stage is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static

WORDS = "nothing but these words"


class Plain(App[None]):
    """Shows one line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static(WORDS)


if __name__ == "__main__":
    Plain().run()
