"""The errors that a user can meet, and the exit codes they end a command with.

    WorkshopError                 exit 1; its text is one plain line (or several problems)
    ├── Refusal                   the run cannot do that now; nothing was changed
    ├── SessionProblems           a session file that cannot be used (sessionfile/problems.py)
    ├── RunError                  no such run, run already held, run's files unusable
    │   └── StoreError            the store could not read or make durable
    ├── HubError                  the hub could not start, or does not answer
    ├── NotesError                the notes could not be written
    └── PaperError                the poster and the paper forms could not be written

Exit codes: 0 done, 1 an error named on stderr, 2 the command line itself was wrong (click's).
"""

from workshop.language import Spoken, computer

EXIT_DONE = 0
EXIT_ERROR = 1
EXIT_USAGE = 2


class WorkshopError(Exception):
    """An error with a text for the person at the keyboard: what, where, and what to do."""

    exit_code = EXIT_ERROR


class Refusal(WorkshopError):
    """A command that the run cannot carry out where it is; nothing was changed.

    `reason` is a phrase: the stage says it in the room's language, a command in the computer's.
    """

    def __init__(self, reason: Spoken) -> None:
        self.reason = reason
        super().__init__(reason.said(computer()))


class RunError(WorkshopError):
    """A run that is not there, is held by another hub, or has files that cannot be used."""


class StoreError(RunError):
    """The store could not read what is there, or could not make something durable."""


class HubError(WorkshopError):
    """The hub did not start, or does not answer."""


class NotesError(WorkshopError):
    """The notes could not be made or written."""


class PaperError(WorkshopError):
    """The poster and the paper forms could not be written."""
