"""Which run a command means when it is named, and when it is not."""

from workshop.errors import RunError
from workshop.language import say
from workshop.room import folder
from workshop.room.folder import RunFolder


def newest(run: str | None) -> RunFolder:
    """The run called `run`, else the newest one. Raises RunError where there is none."""
    if run is not None:
        return folder.find(run)
    runs = folder.all_runs()
    if not runs:
        raise RunError(say("There is no run yet. `workshop run SESSION` begins one."))
    return runs[0]


def unfinished(run: str | None) -> RunFolder:
    """The run called `run`, else the newest one that has not ended. Raises RunError where there is none."""
    if run is not None:
        return folder.find(run)
    for candidate in folder.all_runs():
        if not candidate.ended():
            return candidate
    raise RunError(say("There is no unfinished run. `workshop run SESSION` begins one."))


def live(run: str | None) -> RunFolder:
    """The same, where a hub holds it. Raises RunError where none does."""
    found = unfinished(run)
    if not found.alive():
        message = "The run {run} has no hub just now. `workshop resume {run}` picks it up."
        raise RunError(say(message, run=found.run))
    return found
