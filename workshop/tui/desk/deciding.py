"""What a key on the board decides: a decision for each step whose texts it is about.

Every function gives them with the 1-based number of their step. Raises Refusal where the key makes no sense.
"""

from collections.abc import Callable, Iterable

from workshop.core.moderation import AnyDecision, Approve, Done, Group, Hide, Item, Merge, Rename, Show
from workshop.core.phrases import phrase
from workshop.core.text import clean_line
from workshop.errors import Refusal

from .finding import folded
from .texts import Row, Texts

BREAK = "↵"
"""Stands for the end of a line where a text is written on one line."""
Decisions = list[tuple[int, AnyDecision]]


def into(texts: Texts, number: int) -> Decisions:
    """Into a theme by its number; 0 takes texts out of theirs."""
    made: Decisions = []
    for step, rows in _by_step(texts.targets):
        themes = _themes(texts, step)
        if number > len(themes):
            raise Refusal(phrase("There is no theme {number} yet: t makes one.", number=number))
        theme = themes[number - 1] if number else ""
        if ids := _ids(row for row in rows if row.item.theme != theme):
            made.append((step, Group(ids, theme)))
    return made


def into_named(texts: Texts, rows: Iterable[Row], name: str) -> Decisions:
    """Into the theme of that name, which may be there already; nothing where there is no name."""
    line = clean_line(name)
    if not line:
        return []
    named = {step: _known(_themes(texts, step), line) for step, _ in _by_step(rows)}
    return [(step, Group(_ids(of_step), named[step])) for step, of_step in _by_step(rows)]


def theme_renamed(texts: Texts, row: Row, name: str) -> Decisions:
    """Another name for the theme of a text: all that is in it goes along."""
    line, theme = clean_line(name), row.item.theme
    every = [item for sheaf in texts.sheaves if sheaf.step == row.step for item in sheaf.texts]
    ids = tuple(item.id for item in every if item.theme == theme)
    return [(row.step, Group(ids, line))] if line and line != theme and ids else []


def merged(texts: Texts) -> Decisions:
    """The marked texts made one, fewer than two with the one pointed at, whose words they get."""
    rows, here = list(texts.targets), texts.pointed
    if here is not None and (here in rows or len(rows) < 2):
        rows = [here, *(row for row in rows if row != here)]
    if len(rows) < 2:
        raise Refusal(phrase("Mark the texts that say the same first: Space."))
    if len({row.step for row in rows}) > 1:
        raise Refusal(phrase("Only answers to the same question can be merged."))
    return [(rows[0].step, Merge(_ids(rows)))]


def said_alike(row: Row, like: Item) -> Decisions:
    """The text goes into the one that says the same."""
    return [(row.step, Merge((like.id, row.item.id)))]


def reworded(row: Row, words: str) -> Decisions:
    """Other words for a text; none are no words."""
    text = "\n".join(part.strip() for part in words.split(BREAK)).strip()
    return [(row.step, Rename((row.item.id,), text))] if text and text != row.item.text else []


def on_one_line(text: str) -> str:
    """The text as it is reworded."""
    return text.replace("\n", f" {BREAK} ")


def hidden(texts: Texts) -> Decisions:
    """Nobody sees them any more; those that nobody sees, everybody again."""
    shown = [row for row in texts.targets if not row.item.hidden]
    return _all(shown or texts.targets, Hide if shown else Show)


def approved(texts: Texts) -> Decisions:
    """They may be shown, hidden ones too."""
    steps = {sheaf.step for sheaf in texts.sheaves if sheaf.by_approval}
    rows = [row for row in texts.targets if row.step in steps]
    if texts.targets and not rows:
        raise Refusal(phrase("These answers need no approval."))
    return _all((row for row in rows if row.item.hidden or not row.item.approved), Approve)


def finished(texts: Texts) -> Decisions:
    """They have been answered."""
    return _all((row for row in texts.targets if not row.item.done), Done)


def _all(rows: Iterable[Row], decide: Callable[[tuple[str, ...]], AnyDecision]) -> Decisions:
    return [(step, decide(_ids(of_step))) for step, of_step in _by_step(rows)]


def _by_step(rows: Iterable[Row]) -> list[tuple[int, list[Row]]]:
    steps: dict[int, list[Row]] = {}
    for row in rows:
        steps.setdefault(row.step, []).append(row)
    return list(steps.items())


def _ids(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(row.item.id for row in rows)


def _themes(texts: Texts, step: int) -> tuple[str, ...]:
    return next((sheaf.themes for sheaf in texts.sheaves if sheaf.step == step), ())


def _known(themes: Iterable[str], name: str) -> str:
    """The theme that is called so but for case and accents, else a new one."""
    return next((theme for theme in themes if folded(theme) == folded(name)), name)
