"""What sections say of the time of day: those with a locked start stand in the order of the clock."""

from collections.abc import Sequence

from workshop.core.clock import hours_and_minutes
from workshop.core.session import Section
from workshop.language import say
from workshop.sessionfile.problems import Collector
from workshop.sessionfile.tree import Mapping, Node


def check_times(nodes: Sequence[Node], sections: Sequence[Section | None], problems: Collector) -> None:
    """Notes every section that is to start no later than one before it. `nodes` are the sections' own."""
    latest = -1
    for node, section in zip(nodes, sections, strict=True):
        if section is None or section.at is None or not isinstance(node, Mapping):
            continue
        if section.at > latest:
            latest = section.at
        elif value := node.value("at"):
            early, before = hours_and_minutes(section.at), hours_and_minutes(latest)
            message = "“at” is {early}, but a section before this one starts at {before}"
            problems.add(
                value.spot,
                say(message, early=early, before=before),
                expected=say("a time later than {before}", before=before),
            )
