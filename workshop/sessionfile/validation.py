"""A mapping checked by its model, and every fault of it noted in plain words at its place in the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from workshop.kinds.manual import model_in
from workshop.language import say
from workshop.sessionfile.problems import Collector, Spot, clip, did_you_mean, either, nearest
from workshop.sessionfile.tree import Mapping, Node, Scalar, Sequence, is_missing, plain
from workshop.sessionfile.wording import Fault, put

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is being checked: its name in a sentence, and where to say that something is missing."""

    name: str
    spot: Spot


def validate(model: type[Model], node: Mapping, subject: Subject, problems: Collector) -> Model | None:
    """`node` as a `model`; None when it cannot be one. Whatever is wrong is noted in `problems`."""
    notes = _Notes(model, node, subject, problems)
    notes.note_unknown_keys_without_a_value()
    try:
        return model.model_validate(plain(node))
    except ValidationError as error:
        notes.note_all(error.errors(include_url=False))
        return None


class _Notes:
    """Takes pydantic's errors about one mapping to their places."""

    def __init__(self, model: type[BaseModel], node: Mapping, subject: Subject, problems: Collector) -> None:
        self._model = model
        self._node = node
        self._subject = subject
        self._problems = problems

    def note_unknown_keys_without_a_value(self) -> None:
        """What has no value counts as not written, so the model never sees it."""
        for loc in _keys_without_a_value(self._node):
            if _model_at(self._model, loc[:-1]) and loc[-1] not in self._keys(loc):
                self._note_unknown_key(loc)

    def note_all(self, errors: list[ErrorDetails]) -> None:
        misspelt = {self._meant(error["loc"]) for error in errors if error["type"] == "extra_forbidden"}
        for error in errors:
            if error["type"] == "extra_forbidden":
                self._note_unknown_key(error["loc"])
            elif error["type"] != "missing":
                self._note_value(error)
            elif error["loc"] not in misspelt:  # one slip, one problem
                self._note_missing_key(error["loc"])

    def _meant(self, loc: Location) -> Location:
        return (*loc[:-1], nearest(str(loc[-1]), self._keys(loc)) or "")

    def _keys(self, loc: Location) -> list[str]:
        """The keys that may stand where `loc` ends."""
        model = _model_at(self._model, loc[:-1])
        if model is None:
            return []
        own_first = sorted(model.model_fields, key=lambda name: name not in model.__annotations__)
        return [model.model_fields[name].alias or name for name in own_first]

    def _subject_of(self, loc: Location) -> Subject:
        """The mapping that the last key of `loc` belongs to."""
        if len(loc) < 2:
            return self._subject
        name = next((str(part) for part in reversed(loc[:-1]) if isinstance(part, str)), "")
        _, node = _find(self._node, loc[:-1])
        return Subject(say("“{key}”", key=name), node.spot)

    def _note_unknown_key(self, loc: Location) -> None:
        key, node = _find(self._node, loc)
        word, keys = str(loc[-1]), self._keys(loc)
        self._problems.add(
            key.spot if key else node.spot,
            say("{subject} has no key “{key}”", subject=self._subject_of(loc).name, key=clip(word)),
            expected=either(keys),
            suggestion=did_you_mean(word, keys) or self._split_by_comma(key, node),
        )

    def _split_by_comma(self, key: Scalar | None, node: Node) -> str | None:
        """The advice for `{open: Hi, you}`, where YAML takes `you` for a key of its own."""
        if key is None or not is_missing(node) or key.quoted:
            return None
        after = self._problems.line(key.spot.line)[key.spot.column - 1 + key.spot.width :]
        return None if after.lstrip().startswith(":") else say("put a text with a comma in it in quotes")

    def _note_missing_key(self, loc: Location) -> None:
        key = str(loc[-1])
        _, parent = _find(self._node, loc[:-1])
        if isinstance(parent, Mapping) and (written := parent.entry(key)):
            self._problems.add(written[0].spot, say("there is nothing after “{key}”", key=key))
            return
        subject = self._subject_of(loc)
        self._problems.add(subject.spot, say("{subject} needs “{key}”", subject=subject.name, key=key))

    def _note_value(self, error: ErrorDetails) -> None:
        context: dict[str, Any] = error.get("ctx", {})
        loc = error["loc"] or self._key_named(error["type"])
        if not loc and error["type"] in self._keys((error["type"],)):
            self._note_missing_key((error["type"],))
            return
        key, node = _find(self._node, loc)
        if error["type"] == "too_short" and _is_long_enough(node, context["min_length"]):
            return
        in_list = bool(loc) and isinstance(loc[-1], int)
        name = key.text if key else self._subject.name
        fault = Fault(error["type"], context, error["msg"], name, node, in_list)
        put(fault, node.spot if loc else self._subject.spot, self._problems)

    def _key_named(self, kind_of_error: str) -> Location:
        """Where a check of the whole mapping is to be shown: at the key its error is named after."""
        return (kind_of_error,) if self._node.entry(kind_of_error) else ()


def _find(node: Node, loc: Location) -> tuple[Scalar | None, Node]:
    """The last key on the way to `loc` and the node there, as far as the file goes."""
    key: Scalar | None = None
    for part in loc:
        if isinstance(node, Mapping) and (found := node.entry(str(part))):
            key, node = found
        elif isinstance(node, Sequence) and isinstance(part, int):
            node = node.items[part]
    return key, node


def _keys_without_a_value(node: Node, loc: Location = ()) -> Iterator[Location]:
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _keys_without_a_value(item, (*loc, index))
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if is_missing(value):
                yield (*loc, key.text)
            yield from _keys_without_a_value(value, (*loc, key.text))


def _is_long_enough(node: Node, least: int) -> bool:
    """Whether a list is too short only because pydantic counts no entry that has a fault of its own."""
    return isinstance(node, Sequence) and len(node.items) >= least


def _model_at(model: type[BaseModel] | None, loc: Location) -> type[BaseModel] | None:
    """The model that checks the mapping at `loc`."""
    for part in loc:
        if model is not None and isinstance(part, str):
            fields = {field.alias or name: field for name, field in model.model_fields.items()}
            model = model_in(fields[part].annotation) if part in fields else None
    return model
