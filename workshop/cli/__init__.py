"""The commands: one function a command, the only place that sees every room of the house."""

from workshop.cli.program import main

__all__ = ["main"]
