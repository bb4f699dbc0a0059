"""From a tree to a session: sections and steps made by their kinds, all that is wrong with them noted."""

from pathlib import Path

from workshop.core.session import Section, Session
from workshop.kinds.kind import Kind
from workshop.kinds.registry import kinds as registered_kinds
from workshop.language import say
from workshop.sessionfile.outline import SectionOutline, SessionOutline
from workshop.sessionfile.pictures import check_pictures
from workshop.sessionfile.problems import Collector, Spot
from workshop.sessionfile.references import check_references
from workshop.sessionfile.source import decode, read
from workshop.sessionfile.steps import Kinds, name_of_kind
from workshop.sessionfile.times import check_times
from workshop.sessionfile.tree import Mapping, Node, Sequence, parse
from workshop.sessionfile.validation import Subject, validate


def load(path: Path) -> Session:
    """The session in the file at `path`. Raises `SessionProblems` with all that is wrong with it."""
    return load_bytes(read(path), str(path), folder=path.parent)


def load_copy(path: Path) -> Session:
    """The session in a run's own copy at `path`, whose pictures lie elsewhere and were checked when it began.

    Raises `SessionProblems`.
    """
    return load_bytes(read(path), str(path))


def load_bytes(data: bytes, name: str, *, folder: Path | None = None, kinds: Kinds | None = None) -> Session:
    """The session in `data`, the text of a session file; `name` is what problems call it.

    `folder` is where its pictures lie (None: they are not looked for); `kinds` are the kinds of step that
    there are (those of the registry unless given). Raises `SessionProblems` with all that is wrong with it.
    """
    text = decode(data, name)
    problems = Collector(name, text)
    builder = _Builder(problems, registered_kinds() if kinds is None else kinds, folder)
    session = builder.session(parse(text, problems))
    if session is None or problems:
        raise problems.error()
    return session


class _Builder:
    """Builds what can be built and notes the rest, so that one mistake hides no other."""

    def __init__(self, problems: Collector, kinds: Kinds, folder: Path | None) -> None:
        self._problems = problems
        self._kinds = kinds
        self._folder = folder
        self._steps: list[tuple[Mapping, type[Kind]]] = []

    def session(self, root: Node | None) -> Session | None:
        """The session at `root`; None when its own keys are wrong. Its steps may have problems of theirs."""
        if not isinstance(root, Mapping):
            self._note_no_session(root)
            return None
        outline = validate(SessionOutline, root, Subject(say("a session"), root.spot), self._problems)
        nodes = _items(root.value("sections"))
        sections = [self._section(node) for node in nodes]
        check_times(nodes, sections, self._problems)
        check_references(self._steps, self._problems)
        if outline is None:
            return None
        found = tuple(section for section in sections if section)
        wifi = outline.wifi.wifi if outline.wifi else None
        return Session(outline.title, outline.language, outline.privacy.reveal_from, found, wifi)

    def _section(self, node: Node) -> Section | None:
        if not isinstance(node, Mapping):
            self._problems.add(node.spot, say("this is no section"), expected=say("“title: text”"))
            return None
        outline = validate(SectionOutline, node, Subject(say("a section"), node.spot), self._problems)
        steps = [self._step(step) for step in _items(node.value("steps"))]
        if outline is None:
            return None
        found = tuple(step for step in steps if step)
        return Section(outline.title, outline.minutes, found, outline.at)

    def _step(self, node: Node) -> Kind | None:
        key = name_of_kind(node, self._kinds, self._problems)
        if key is None or not isinstance(node, Mapping):
            return None
        kind = self._kinds[key.text]
        self._steps.append((node, kind))
        subject = Subject(say("the kind “{kind}”", kind=kind.name), key.spot)
        step = validate(kind, node, subject, self._problems)
        if step is not None and self._folder is not None:
            check_pictures(step, node, self._folder, self._problems)
        return step

    def _note_no_session(self, root: Node | None) -> None:
        message = say("the file is empty") if root is None else say("this is no session")
        expected = say("the keys “title” and “sections”, as in “title: A good talk”")
        self._problems.add(root.spot if root else Spot(1, 1), message, expected=expected)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()
