"""The kinds that there are: the built-in ones, listed, and those of installed plug-ins."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from workshop.errors import WorkshopError
from workshop.kinds.choice import Choice
from workshop.kinds.columns import ColumnsStep
from workshop.kinds.commit import Commit
from workshop.kinds.dots import Dots
from workshop.kinds.fist import Fist
from workshop.kinds.groups import Groups
from workshop.kinds.image import ImageStep
from workshop.kinds.kind import COMMON_KEYS, Kind
from workshop.kinds.matrix import Matrix
from workshop.kinds.mood import Mood
from workshop.kinds.open import Open
from workshop.kinds.overview import Overview
from workshop.kinds.pause import Pause
from workshop.kinds.points import Points
from workshop.kinds.questions import Questions
from workshop.kinds.quote import QuoteStep
from workshop.kinds.rank import Rank
from workshop.kinds.reflect import Reflect
from workshop.kinds.scale import Scale
from workshop.kinds.slide import Slide
from workshop.kinds.words import Words
from workshop.language import say

GROUP = "workshop.kinds"
BUILT_IN: tuple[type[Kind], ...] = (
    Slide,
    QuoteStep,
    ColumnsStep,
    Overview,
    ImageStep,
    Reflect,
    Pause,
    Groups,
    Open,
    Words,
    Choice,
    Scale,
    Fist,
    Rank,
    Points,
    Dots,
    Matrix,
    Questions,
    Mood,
    Commit,
)


@cache
def kinds() -> Mapping[str, type[Kind]]:
    """Every kind by its name, built-in ones first. Raises WorkshopError where a plug-in's cannot be used."""
    return registered((*BUILT_IN, *(_load(point) for point in sorted(entry_points(group=GROUP)))))


def registered(found: Iterable[type[Kind]]) -> Mapping[str, type[Kind]]:
    """`found` by name. Raises WorkshopError where a name or a key would stand twice in a step."""
    by_name: dict[str, type[Kind]] = {}
    for kind in found:
        if kind.name in by_name or kind.name in COMMON_KEYS:
            raise WorkshopError(say("There are two kinds of step called “{name}”.", name=kind.name))
        by_name[kind.name] = kind
    for kind in by_name.values():
        _check_keys(kind, by_name.keys())
    return by_name


def keys(kind: type[Kind]) -> tuple[str, ...]:
    """The YAML keys of `kind`, its main one too."""
    return tuple(field.alias or name for name, field in kind.model_fields.items())


def _check_keys(kind: type[Kind], names: Iterable[str]) -> None:
    if kind.name not in keys(kind):
        raise WorkshopError(say("The kind “{name}” has no field for its main text.", name=kind.name))
    for key in set(keys(kind)) & set(names) - {kind.name}:
        raise WorkshopError(
            say(
                "The kind “{name}” cannot have a key “{key}”: a kind is called that.", name=kind.name, key=key
            )
        )


def _load(point: EntryPoint) -> type[Kind]:
    try:
        loaded = point.load()
    except Exception as error:
        raise WorkshopError(
            say("The kind “{name}” could not be loaded: {error}", name=point.name, error=error)
        ) from error
    if not (isinstance(loaded, type) and issubclass(loaded, Kind)):
        raise WorkshopError(say("The plug-in “{name}” is not a kind of step.", name=point.name))
    return loaded
