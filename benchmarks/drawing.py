"""A step with a whole hall's answers drawn on the stage, against a slide: every kind that collects any."""

import gc
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import msgspec

from benchmarks.caches import forget
from benchmarks.effort import Effort, Size
from benchmarks.hall import Hall, halls
from benchmarks.report import Aim, Chapter, Figure
from workshop.core.gathered import Asked, Gathered
from workshop.kinds.slide import Slide
from workshop.language import language
from workshop.room import snapshot as snapshots
from workshop.room.snapshot import Snapshot
from workshop.tui.draw import Look, stage
from workshop.tui.palette import LIGHT
from workshop.tui.type import Mode

AIM = Aim("<", 50.0)
LOOK = Look(LIGHT, Mode.TRUECOLOR, language("nb"))
NOON = 1_767_006_000.0
HOW = """\
{written} people answer a step as its own example writes it, everybody something else. *Redrawn*: their
answers stand on the stage and one more comes; the kind shows the results, these go through JSON as
between hub and stage, and the stage draws them. *First picture*: the same with every cache of the
drawing empty. The longest of {sizes}; computing time, which a busy machine does not
stretch. Against it a slide is redrawn with other words."""
SHORT = """\
Texts are measured, and only those of the page in view drawn; what is left is the kind's own counting and, for
`words`, the search for room for a hundred of them."""


class Drawn(NamedTuple):
    """Milliseconds that a step took, the longest of all terminals."""

    first: float
    again: float


Run = Mapping[str, Drawn]
"""The kinds by name, and `slide`."""


def measure(effort: Effort) -> Chapter:
    """Every kind once in each run."""
    full, fuller = halls(effort.written), halls(effort.written + 1)
    pairs = {name: (full[name], fuller[name]) for name in full}
    pairs["slide"] = _slide("Den rosa elefanten"), _slide("Den grå elefanten")
    with _as_on_the_stage():
        runs = [
            {name: _drawn(*pair, effort.sizes) for name, pair in pairs.items()} for _ in range(effort.runs)
        ]
    sizes = ", ".join(f"{columns} × {rows}" for columns, rows in effort.sizes)
    return Chapter(
        "Drawing", HOW.format(written=effort.written, sizes=sizes), _figures(runs, list(full)), SHORT
    )


def _slide(words: str) -> Hall:
    return Hall(Slide(slide=words), Gathered(Asked(), (), 0))


@contextmanager
def _as_on_the_stage() -> Iterator[None]:
    """What is there stays out of the way of full collections."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _drawn(before: Hall, after: Hall, sizes: tuple[Size, ...]) -> Drawn:
    first, again = [], []
    for size in sizes:
        forget()
        first.append(_draw(before, size))
        again.append(_draw(after, size))
    return Drawn(max(first), max(again))


def _draw(hall: Hall, size: Size) -> float:
    """Milliseconds that it takes."""
    anew = msgspec.structs.replace(hall.gathered)  # which has worked nothing out yet
    start = time.thread_time()
    shown = snapshots.decode(snapshots.encode(_snapshot(Hall(hall.step, anew))))
    stage(shown, size, LOOK, now=NOON)
    return (time.thread_time() - start) * 1e3


def _snapshot(hall: Hall) -> Snapshot:
    asks = hall.step.asks
    return Snapshot(
        run="2025-12-29-k7qx",
        code="K7QX",
        title="Hvordan ivareta de som er satt til å hjelpe?",
        language="nb",
        state="live",
        section=1,
        section_title="Den rosa elefanten",
        step=1,
        steps=3,
        kind=hall.step.name,
        id=None,
        round=1 if asks else None,
        open=False,
        revealed=asks,
        blanked=False,
        joined=hall.gathered.joined,
        answered=hall.gathered.answered,
        needed=0,
        timer=None,
        blocks=hall.step.show(hall.gathered),
        now=NOON,
        sections=1,
        asks=asks,
        showing=asks,
        join_url="HTTP://192.168.1.23:8080/K7QX",
    )


def _figures(runs: Sequence[Run], names: Sequence[str]) -> tuple[Figure, ...]:
    slowest = [max(run[name].again for name in names) for run in runs]
    slides = [run["slide"].again for run in runs]
    return (
        Figure("the slowest kind, redrawn", slowest, AIM, "ms"),
        Figure("the slowest kind ÷ a slide", [slow / one for slow, one in zip(slowest, slides, strict=True)]),
        Figure("a slide, redrawn", slides, unit="ms"),
        Figure("the slowest kind, first picture", [max(r[n].first for n in names) for r in runs], unit="ms"),
        *(Figure(f"`{name}`, redrawn", [run[name].again for run in runs], unit="ms") for name in names),
    )
