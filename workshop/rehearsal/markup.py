"""A page's HTML as a tree, read by the standard library: as much of a browser as a made-up person needs."""

from collections.abc import Iterator
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source"})


class Element:
    """One element: its attributes, and the elements and texts in it."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Element | None" = None) -> None:
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.inside: list[Element | str] = []

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    def has(self, kind: str) -> bool:
        """Whether it has the class `kind`."""
        return kind in self["class"].split()

    def all(self, *tags: str) -> Iterator["Element"]:
        """The elements in it with one of these tags (none named: every one), in their order."""
        for part in self.inside:
            if isinstance(part, Element):
                if not tags or part.tag in tags:
                    yield part
                yield from part.all(*tags)

    @property
    def text(self) -> str:
        """All that is written in it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.inside).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self._here = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Element(tag, {name: value or "" for name, value in attrs}, self._here)
        self._here.inside.append(found)
        if tag not in _VOID:
            self._here = found

    def handle_endtag(self, tag: str) -> None:
        here: Element | None = self._here
        while here is not None and here.tag != tag:
            here = here.parent
        if here is not None and here.parent is not None:
            self._here = here.parent

    def handle_data(self, data: str) -> None:
        self._here.inside.append(data)


def tree(html: str) -> Element:
    """The page's tree."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root
