"""The themes of a round in the order of their making, so that each keeps its place in the list."""

from collections.abc import Iterable, Mapping

from workshop.core.moderation import AnyDecision, Group, Item, decide

Themes = tuple[str, ...]


def themes(written: Mapping[str, str], decisions: Iterable[AnyDecision]) -> Themes:
    """Every theme that `decisions` made of texts by id, those that hold nothing any more too."""
    items = {id: Item(id, text) for id, text in written.items()}
    found: Themes = ()
    for decision in decisions:
        found = after(found, items, decision)
        decide(items, decision)
    return found


def after(themes: Themes, items: Mapping[str, Item], decision: AnyDecision) -> Themes:
    """The themes after a decision about `items`. One that takes all of another stands where that stood."""
    if not isinstance(decision, Group) or not decision.theme or decision.theme in themes:
        return themes
    ids = set(decision.ids)
    left = {item.theme for item in items.values() if item.id not in ids}
    taken = {item.theme for item in items.values() if item.id in ids} - left
    emptied = [theme for theme in themes if theme in taken]
    if not emptied:
        return (*themes, decision.theme)
    return tuple(decision.theme if theme == emptied[0] else theme for theme in themes)
