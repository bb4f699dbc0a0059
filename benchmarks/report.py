"""What was measured: figures with their aims, told as a line in the terminal and as rows of the README."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import ge, le, lt
from statistics import median
from typing import NamedTuple

from benchmarks.effort import Effort


class Aim(NamedTuple):
    """What a figure ought to be."""

    sense: str
    """≥, ≤ or <."""
    bound: float

    def met_by(self, value: float) -> bool:
        """Whether `value` is good enough."""
        return _SENSES[self.sense](value, self.bound)


_SENSES: Mapping[str, Callable[[float, float], bool]] = {"≥": ge, "≤": le, "<": lt}


@dataclass(frozen=True)
class Figure:
    """One thing measured, once a run. `unit` is empty for a ratio; without an `aim` it explains another."""

    name: str
    values: Sequence[float]
    aim: Aim | None = None
    unit: str = ""

    @property
    def median(self) -> float:
        """The run in the middle."""
        return median(self.values)

    @property
    def met(self) -> bool:
        """Whether the aim is reached, or there is none."""
        return self.aim is None or self.aim.met_by(self.median)

    @property
    def cells(self) -> tuple[str, ...]:
        """Name, aim, median, spread, verdict."""
        aimed = f"{self.aim.sense} {_said(self.aim.bound, self.unit)}" if self.aim else ""
        spread = f"{_said(min(self.values), '')} … {_said(max(self.values), self.unit)}"
        verdict = ("yes" if self.met else "**no**") if self.aim else ""
        return self.name, aimed, _said(self.median, self.unit), spread, verdict


@dataclass(frozen=True)
class Chapter:
    """What one part of the benchmarks found out. `how` says what was done, `short` why an aim is missed."""

    title: str
    how: str
    figures: tuple[Figure, ...]
    short: str = ""

    @property
    def met(self) -> bool:
        """Whether every aim is reached."""
        return all(figure.met for figure in self.figures)


Part = Callable[[Effort], Chapter]
HEAD = ("What", "Aim", "Median", "Spread", "Reached")


def table(figures: Iterable[Figure]) -> str:
    """Figures as a table in Markdown."""
    rows = [HEAD, ("---", "---:", "---:", "---:", "---"), *(figure.cells for figure in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def readme(chapters: Sequence[Chapter], machine: Sequence[str], effort: Effort) -> str:
    """The whole README."""
    aimed = [figure for chapter in chapters for figure in chapter.figures if figure.aim]
    facts = "\n".join(f"- {fact}" for fact in machine)
    return "\n\n".join(
        (_OPENING.format(runs=effort.runs), table(aimed), _MACHINE, facts, *map(_chapter, chapters), "")
    )


def _chapter(chapter: Chapter) -> str:
    short = () if chapter.met else (f"**Where it falls short.**\n{chapter.short}",)
    return "\n\n".join((f"## {chapter.title}", chapter.how, table(chapter.figures), *short))


def _said(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f}{' ' if unit else ''}{unit}"


_OPENING = """\
# How quick Workshop is

Written by `python -m benchmarks`; do not edit. Each figure is a ratio of two things that were measured
one after the other on the same machine, so that it says something about Workshop and not about the
machine. It was measured {runs} times: the median, and from the lowest to the highest. `--only NAME`
measures one part and writes nothing. All traffic stays on 127.0.0.1, and nothing that was started
stays behind."""
_MACHINE = "Measured on:"
