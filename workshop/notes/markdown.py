"""Notes as Markdown (CommonMark and tables) that reads well as plain text too."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from workshop.core.blocks import (
    AnyBlock,
    Block,
    Card,
    Cards,
    Columns,
    Cue,
    Empty,
    Flag,
    Image,
    Note,
    Options,
    Paragraph,
    Quote,
    Table,
    Text,
    Tree,
)
from workshop.notes import labels
from workshop.notes.escape import inline, lines
from workshop.notes.report import Report, SectionReport, StepReport
from workshop.notes.spoken import spoken
from workshop.notes.wording import Wording

Chunks = Iterator[str]
"""Pieces of Markdown that an empty line sets apart."""


def render(report: Report) -> bytes:
    """`report` as Markdown, ending in a line break."""
    return ("\n\n".join(chunk for chunk in _report(report) if chunk) + "\n").encode()


def _report(report: Report) -> Chunks:
    yield f"# {inline(report.title)}"
    yield inline(report.facts)
    yield _quiet(report.state)
    yield from _outcome(report)
    if report.started:
        yield from _times(report)
    for section in report.reached:
        yield from _section(section, report.wording)
    yield from _missed(report)
    yield "---"
    yield inline(report.closing)


def _outcome(report: Report) -> Chunks:
    say, found = report.wording.say, report.outcome
    if found.decisions:
        yield f"## {say(labels.DECISIONS)}"
        yield "\n".join(f"- {lines(note.text, '  ')} ({note.clock})" for note in found.decisions)
    if found.actions:
        yield f"## {say(labels.ACTIONS)}"
        rows = [(note.text, note.who or say(labels.OWNERLESS), note.when) for note in found.actions]
        yield _grid((say(labels.WHAT), say(labels.WHO), say(labels.DUE)), rows)


def _times(report: Report) -> Chunks:
    say = report.wording.say
    yield f"## {say(labels.TIME)}"
    head = (say(labels.SECTION), say(labels.PLANNED), say(labels.ACTUAL))
    rows = [(section.title, section.box, section.took) for section in report.sections]
    yield _grid(head, rows, ("---", "---:", "---:"))


def _section(section: SectionReport, wording: Wording) -> Chunks:
    yield f"## {inline(section.title)}"
    yield inline(section.time)
    for step in section.told:
        yield from _step(step, wording)


def _step(step: StepReport, wording: Wording) -> Chunks:
    if step.heading:
        yield f"### {inline(step.heading)}"
    yield _quiet(step.line)
    for block in step.blocks:
        yield from draw(block, wording)
    for round in step.rounds:
        if round.label:
            yield f"#### {inline(round.label)}"
        yield _quiet(round.line)
        for block in round.blocks:
            yield from draw(block, wording)
    for remark in step.remarks:
        yield f"**{wording.say(labels.remark(remark.clock))}:** {lines(remark.text)}"


def _missed(report: Report) -> Chunks:
    if not report.missed:
        return
    yield f"## {report.wording.say(labels.MISSED)}"
    named = (
        f"{missed.section}: {missed.steps}" if missed.steps else missed.section for missed in report.missed
    )
    yield "\n".join(f"- {inline(missed)}" for missed in named)


def draw(block: AnyBlock, wording: Wording) -> Chunks:
    """`block`, its phrases told already, as Markdown; a Block without a drawing of its own as its table."""
    drawing = _DRAWINGS.get(type(block))
    yield from drawing(block, wording) if drawing else _table(block, wording)


def _text(block: Text, _: Wording) -> Chunks:
    for bullet, paragraphs in groupby(block.paragraphs, key=lambda paragraph: paragraph.bullet):
        if bullet:
            yield "\n".join(f"- {_runs(paragraph)}" for paragraph in paragraphs)
        else:
            yield from (_runs(paragraph) for paragraph in paragraphs)


def _runs(paragraph: Paragraph) -> str:
    return "".join(f"**{inline(run.text)}**" if run.strong else inline(run.text) for run in paragraph.runs)


def _quote(block: Quote, wording: Wording) -> Chunks:
    words = wording.say(labels.quoted(block.text))
    source = ", ".join(filter(None, (block.by, block.context)))
    yield "> " + lines(words, "> ") + (f"\n>\n> {inline(source)}" if source else "")


def _cards(block: Cards, wording: Wording) -> Chunks:
    for theme, cards in groupby(block.cards, key=lambda card: card.theme):
        if theme or any(card.theme for card in block.cards):
            yield f"**{inline(theme or wording.say(labels.REST))}**"
        yield "\n".join(_card(card, wording) for card in cards)


def _card(card: Card, wording: Wording) -> str:
    times = f" ×{card.times}" if card.times > 1 else ""
    standing = " · ".join(map(wording.say, card.standing))
    return f"- {lines(card.text, '  ')}{times}" + (f" ({inline(standing)})" if standing else "")


def _columns(block: Columns, _: Wording) -> Chunks:
    yield "\n".join(
        f"- **{inline(part.title)}**" + (f"\\\n  {lines(part.text, '  ')}" if part.text else "")
        for part in block.parts
    )
    yield inline(block.by)


def _tree(block: Tree, _: Wording) -> Chunks:
    yield "\n".join(
        "\n".join([f"- **{inline(theme.title)}**", *(f"  - {inline(item)}" for item in theme.items)])
        for theme in block.themes
    )


def _options(block: Options, _: Wording) -> Chunks:
    yield _quiet(str(block.hint))
    yield "\n".join(f"- {inline(str(item))}" for item in block.items)


def _image(block: Image, wording: Wording) -> Chunks:
    if block.caption:
        yield f"**{inline(block.caption)}**"
    yield _quiet(wording.say(labels.picture(block.alt)))


def _table(block: Block, wording: Wording) -> Chunks:
    (table,) = spoken((block.table(),), wording.language)
    assert isinstance(table, Table)
    rows = [tuple(map(str, row)) for row in table.rows]
    if rows:
        yield _grid(tuple(map(str, table.head)), rows)


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]], rule: Sequence[str] = ()) -> str:
    """A table; every row is filled up to the widest, for a head must be there even if it is empty."""
    width = max(len(head), *(len(row) for row in rows))
    rules = [*rule, *["---"] * (width - len(rule))]
    return "\n".join([_cells(head, width), f"| {' | '.join(rules)} |", *(_cells(row, width) for row in rows)])


def _cells(row: Sequence[str], width: int) -> str:
    return f"| {' | '.join([*map(inline, row), *[''] * (width - len(row))])} |"


def _quiet(text: str) -> str:
    return f"*{inline(text)}*" if text else ""


_DRAWINGS: Mapping[type[Block], Callable[[Any, Wording], Chunks]] = {
    Text: _text,
    Quote: _quote,
    Cards: _cards,
    Columns: _columns,
    Tree: _tree,
    Options: _options,
    Image: _image,
    Cue: lambda block, _: iter([_quiet(block.text)]),
    Empty: lambda block, _: iter([_quiet(block.text)]),
    Flag: lambda block, _: iter([f"**{inline(block.text)}**"]),
    Note: lambda block, wording: iter([_quiet(wording.sentences(block.parts))]),
}
