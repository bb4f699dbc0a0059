"""The tabs of the board: which steps hold texts that can be decided about, and where one begins."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from workshop.core.phrases import Words, phrase
from workshop.core.place import Place
from workshop.core.run import Run
from workshop.core.session import Step
from workshop.kinds.parking import TITLE
from workshop.room.board import WAITING, Sheaf, Tab


def tabs(run: Run, steps: Sequence[Step], waiting: Callable[[Place], int]) -> tuple[Tab, ...]:
    """A tab a step with texts that was ever opened, one of all that waits, and the parking lot.

    `steps` are those of the session with the parking lot last.
    """

    def tab(step: int) -> Tab:
        return Tab(step + 1, name(steps, step), waiting(newest(run, steps, step)))

    *own, parking = map(tab, held(run, steps))
    waits = Tab(WAITING, phrase("Waiting"), sum(tab.waiting for tab in own))
    return (*own, *([waits] if by_approval(run, steps) else []), parking)


def held(run: Run, steps: Sequence[Step]) -> Iterator[int]:
    """The steps (0-based) that hold texts, the parking lot last."""
    for step, kind in enumerate(steps):
        if kind.texts and (step in run.rounds or step == len(steps) - 1):
            yield step


def by_approval(run: Run, steps: Sequence[Step]) -> list[int]:
    """Those of them that are shown by approval, the parking lot apart."""
    return [step for step in held(run, steps) if steps[step].approves and step in run.rounds]


def newest(run: Run, steps: Sequence[Step], step: int) -> Place:
    """The newest round of a step that holds texts."""
    round = run.round_of(step)
    return Place(step, round.number if round else 1)


def name(steps: Sequence[Step], step: int) -> Words:
    """What a step is called on the board."""
    if step == len(steps) - 1:
        return TITLE
    return steps[step].title or steps[step].main.partition("\n")[0]


def first(run: Run, found: Sequence[Tab]) -> int:
    """The tab to begin with: the step on the stage, else where something waits, else what came last."""
    numbers = [tab.number for tab in found]
    if run.step is not None and run.step + 1 in numbers:
        return run.step + 1
    if (waiting := next((tab.number for tab in found[-2:] if tab.waiting), None)) is not None:
        return waiting
    asked = [visit.step + 1 for visit in run.visits if visit.step + 1 in numbers]
    return asked[-1] if asked else numbers[-1]


def waiting_of(sheaf: Sheaf) -> Sheaf:
    """Only the texts that nobody has decided about yet."""
    return msgspec.structs.replace(sheaf, texts=tuple(item for item in sheaf.texts if item.waits))
