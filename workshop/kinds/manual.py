"""What the docstrings of a kind say of it: a line, an example, and what each of its keys is for."""

import inspect
import typing
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from workshop.kinds.explained import explanations
from workshop.kinds.kind import AskingKind, Kind


class Entry(NamedTuple):
    """A key of a kind: what it is for, whether a step needs it, what holds without it, keys of its own."""

    key: str
    text: str
    needed: bool
    default: str
    keys: "tuple[Entry, ...]" = ()


def summary(kind: type[Kind]) -> str:
    """What it is, in a line."""
    return " ".join(_before_and_from_example(kind)[0])


def example(kind: type[Kind]) -> str:
    """A step of it as YAML; empty where its docstring has none."""
    return "\n".join(_before_and_from_example(kind)[1])


def own_keys(kind: type[Kind]) -> tuple[Entry, ...]:
    """The keys that it has beside those of every kind, the main text's first; or has in its own way."""
    common = {entry.text for entry in common_keys(kind)}
    entries = [entry for entry in _entries(kind) if entry.text not in common]
    return tuple(sorted(entries, key=lambda entry: entry.key != kind.name))


def common_keys(kind: type[Kind]) -> tuple[Entry, ...]:
    """The keys that it has in common with every kind, or with every one that asks."""
    return tuple(_entries(AskingKind if kind.asks else Kind))


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model in an annotation, however deep in lists and choices; None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_in, typing.get_args(annotation))), None)


def _before_and_from_example(kind: type[Kind]) -> tuple[list[str], list[str]]:
    lines = inspect.cleandoc(kind.__doc__ or "").splitlines()
    first = next((number for number, line in enumerate(lines) if line.startswith("- ")), len(lines))
    return [line for line in lines[:first] if line], lines[first:]


def _entries(model: type[BaseModel]) -> Iterator[Entry]:
    explained = explanations(model)
    for name, field in model.model_fields.items():
        inner = model_in(field.annotation)
        keys = tuple(_entries(inner)) if inner else ()
        yield Entry(field.alias or name, explained.get(name, ""), field.is_required(), _default(field), keys)


def _default(field: FieldInfo) -> str:
    """What holds where nothing is written, as it would be; empty where that is nothing or no."""
    if field.is_required() or not field.default:
        return ""
    return "true" if field.default is True else str(field.default)
