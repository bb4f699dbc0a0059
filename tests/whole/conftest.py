"""The same as the commands' tests have: the program with an empty data folder."""

from tests.cli.conftest import hub, program

__all__ = ["hub", "program"]
