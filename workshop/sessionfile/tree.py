"""A session file as a tree of nodes that know their spot: YAML's structure, no more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from workshop.language import say
from workshop.sessionfile.problems import Collector, Spot, clip
from workshop.sessionfile.syntax import explain, put_in_quotes

DEEPEST = 20
# What no author needs and a terminal or YAML trips over: controls, and line ends that editors hide.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_NOTHING = ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as its source text: `no`, `010` and `true` stay as they were written."""

    text: str
    spot: Spot
    quoted: bool = False

    @property
    def missing(self) -> bool:
        """Whether nothing was written here: an empty value, `~` or `null` without quotes."""
        return not self.quoted and self.text in _NOTHING


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes; `spot` is where it starts."""

    items: "tuple[Node, ...]"
    spot: Spot


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their nodes in the file's order, each key once; `spot` is where it starts."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    spot: Spot

    def entry(self, name: str) -> "tuple[Scalar, Node] | None":
        """The key called `name` and what stands after it."""
        return next((entry for entry in self.entries if entry[0].text == name), None)

    def value(self, name: str) -> "Node | None":
        """What stands at the key `name`; None when the key or a value for it is missing."""
        entry = self.entry(name)
        return None if entry is None or is_missing(entry[1]) else entry[1]


Node = Scalar | Sequence | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"]


def parse(text: str, problems: Collector) -> Node | None:
    """The one document in `text`; None when there is none.

    Notes what is wrong in `problems`, and raises `SessionProblems` where reading on would only mislead:
    forbidden characters, a syntax error, nesting too deep, a second document.
    """
    _refuse_characters(text, problems)
    try:
        return _Composer(yaml.parse(text, Loader=yaml.SafeLoader), problems).document()
    except (yaml.MarkedYAMLError, ValueError, OverflowError) as error:
        syntax = Collector(problems.file, text)
        explain(error, syntax)
        raise syntax.error() from None


def is_missing(node: Node) -> bool:
    """Whether `node` stands for nothing written."""
    return isinstance(node, Scalar) and node.missing


def plain(node: Node) -> Plain:
    """`node` as text, lists and dicts; keys with nothing after them are left out."""
    if isinstance(node, Scalar):
        return "" if node.missing else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries if not is_missing(value)}


def _refuse_characters(text: str, problems: Collector) -> None:
    for number, line in enumerate(re.split("\r\n|\r|\n", text), start=1):
        if found := _FORBIDDEN.search(line):
            problems.add(
                Spot(number, found.start() + 1),
                say("an invisible character that no text needs (U+{code:04X})", code=ord(found[0])),
                suggestion=say("delete it; it often comes along with text copied from elsewhere"),
            )
    problems.raise_if_any()


class _Composer:
    """Turns PyYAML's events into nodes, noting what YAML allows and we do not."""

    def __init__(self, events: Iterator[yaml.Event], problems: Collector) -> None:
        self._events = events
        self._problems = problems

    def document(self) -> Node | None:
        next(self._events)  # the stream's start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        root = self._node(next(self._events), depth=1)
        next(self._events)  # the document's end
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._refuse_second_document(after)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        spot = _spot(event)
        if depth > DEEPEST:
            self._problems.add(spot, say("this is nested more than {most} levels deep", most=DEEPEST))
            self._problems.raise_if_any()
        self._refuse_sign(event, spot)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), spot)
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(tuple(self._entries(depth)), spot)
        return self._scalar(event, spot)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if self._is_usable(key, seen) and isinstance(key, Scalar):
                seen[key.text] = key
                yield key, value

    def _is_usable(self, key: Node, seen: dict[str, Scalar]) -> bool:
        if not isinstance(key, Scalar) or key.missing:
            self._problems.add(
                key.spot, say("there is no key before this colon"), expected=say("“key: text”")
            )
            return False
        if before := seen.get(key.text):
            self._problems.add(
                key.spot,
                say("the key “{key}” is here twice", key=clip(key.text)),
                suggestion=say("the first one is on line {line}; delete one of them", line=before.spot.line),
            )
        return before is None

    def _scalar(self, event: yaml.Event, spot: Spot) -> Scalar:
        if isinstance(event, yaml.AliasEvent):
            return Scalar(f"*{event.anchor}", spot, quoted=True)
        assert isinstance(event, yaml.ScalarEvent)
        if found := _FORBIDDEN.search(event.value):
            message = say("this text holds a control character (U+{code:04X})", code=ord(found[0]))
            self._problems.add(spot, message, suggestion=say("delete the \\ and what follows it"))
        elif event.style is None:
            self._refuse_hash(event)
        return Scalar(event.value, spot, quoted=event.style is not None)

    def _refuse_sign(self, event: yaml.Event, spot: Spot) -> None:
        if sign := _sign(event):
            self._problems.add(
                spot,
                say("a text without quotes cannot begin with “{sign}”", sign=sign),
                suggestion=put_in_quotes(self._problems.line(spot.line), spot.column),
            )

    def _refuse_hash(self, event: yaml.Event) -> None:
        """A text that goes on with ` #word` would lose the rest in silence; a comment has a space there."""
        end = event.end_mark
        assert end is not None
        rest = self._problems.line(end.line + 1)[end.column :]
        if found := re.match(r"\s+(?=#[^\s#])", rest):
            self._problems.add(
                Spot(end.line + 1, end.column + found.end() + 1),
                say("“#” after a space begins a comment: the rest of the line would be lost"),
                suggestion=say("put the whole text in quotes; a real comment has a space after “#”"),
            )

    def _refuse_second_document(self, event: yaml.Event) -> None:
        self._problems.add(
            _spot(event),
            say("a second document starts here; a session file holds one session"),
            suggestion=say("delete the line “---”, or move what follows to a file of its own"),
        )
        self._problems.raise_if_any()


def _sign(event: yaml.Event) -> str | None:
    """The sign of an alias, anchor or tag that this node has."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if getattr(event, "anchor", None) is not None:
        return "&"
    return "!" if getattr(event, "tag", None) is not None else None


def _spot(event: yaml.Event) -> Spot:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None  # only events made by hand have no marks
    width = end.column - start.column if end.line == start.line else 1
    return Spot(start.line + 1, start.column + 1, max(1, width))
