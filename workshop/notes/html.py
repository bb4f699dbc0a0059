"""Notes as one web page that stands by itself: no script, nothing fetched, made to be printed too."""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment

from workshop.core.blocks import AnyBlock, Bars, Block, Levels, Measures, percent
from workshop.notes import labels
from workshop.notes.report import Report
from workshop.notes.shades import css, ink_on, shades
from workshop.notes.spoken import spoken
from workshop.room.template import environment

_PAGE = Path(__file__).parent / "page"


def render(report: Report) -> bytes:
    """`report` as HTML. Its policy forbids everything but its own stylesheet, by that one's hash."""
    style = _stylesheet(report)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = (
        _environment()
        .get_template("notes.html")
        .render(
            report=report,
            style=style,
            digest=digest,
            labels=labels,
            percent=percent,
            along=along,
            say=report.wording.say,
            wording=report.wording,
            table=lambda block: spoken((block.table(),), report.wording.language)[0],
        )
    )
    return page.encode()


@cache
def _environment() -> Environment:
    found = environment(_PAGE)
    found.filters["stretches"] = stretches
    return found


def stretches(items: Any, by: str) -> list[tuple[Any, list[Any]]]:
    """Neighbouring `items` that are alike in `by`, in their order."""
    return [(key, list(alike)) for key, alike in groupby(items, key=lambda item: getattr(item, by))]


def along(value: float, most: float) -> int:
    """`value` on a scale from 0 to `most`, in whole per cent."""
    return round(100 * min(1.0, max(0.0, value / most))) if most > 0 else 0


def _stylesheet(report: Report) -> str:
    # Lengths and shades are classes: the policy allows no style attributes.
    blocks = list(_blocks(report))
    lengths = sorted({length for block in blocks for length in _lengths(block)})
    scales = sorted({len(block.names) for block in blocks if isinstance(block, Levels)})
    rules = [f".g{length}{{flex-grow:{length}}}" for length in lengths]
    return "\n".join([(_PAGE / "notes.css").read_text(encoding="utf-8"), *rules, *_shade_rules(scales)])


def _blocks(report: Report) -> Iterator[AnyBlock]:
    for section in report.reached:
        for step in section.told:
            yield from step.blocks
            for round in step.rounds:
                yield from round.blocks


def _lengths(block: Block) -> Iterator[int]:
    if isinstance(block, Bars):
        for bar in block.bars:
            yield from (bar.n, block.of - bar.n)
    elif isinstance(block, Measures):
        for measure in block.rows:
            yield from (along(measure.value, block.most), 100 - along(measure.value, block.most))
    elif isinstance(block, Levels):
        for row in block.rows:
            yield from (*row.counts, *row.before)


def _shade_rules(scales: list[int]) -> Iterator[str]:
    for levels in scales:
        for level, shade in enumerate(shades(levels), 1):
            yield f".l{levels}-{level}{{background:{css(shade)};color:{css(ink_on(shade))}}}"
