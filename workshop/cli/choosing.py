"""Which run a command means when it is named, and when it is not."""

from collections.abc import Iterator

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
    found = next(all_unfinished(), None)
    if found is None:
        raise RunError(say("There is no unfinished run. `workshop run SESSION` begins one."))
    return found


def all_unfinished() -> Iterator[RunFolder]:
    """Every run that has not ended, the newest first; one that cannot be read stands in nobody's way."""
    for candidate in folder.all_runs():
        try:
            if not candidate.ended():
                yield candidate
        except RunError:
            continue


def live(run: str | None) -> RunFolder:
    """The same, where a hub holds it. Raises RunError where none does."""
    found = unfinished(run)
    if not found.alive():
        message = "The run {run} has no hub just now. `workshop resume {run}` picks it up."
        raise RunError(say(message, run=found.run))
    return found


def refuse_ended(run: RunFolder) -> None:
    """Raises RunError where there is nothing left to pick up."""
    if run.ended():
        message = "The run {run} has ended. Its notes: workshop notes {run} --to notes.html"
        raise RunError(say(message, run=run.run))
