"""The registry: no key may stand twice in a step, whoever wrote the kind."""

from typing import ClassVar

import pytest

from workshop.core.blocks import Heading
from workshop.core.gathered import Asked
from workshop.errors import WorkshopError
from workshop.kinds.kind import Kind
from workshop.kinds.registry import BUILT_IN, keys, kinds, registered
from workshop.kinds.slide import Slide


class Poem(Kind):
    """A poem, as a plug-in would write it."""

    name: ClassVar[str] = "poem"

    poem: str
    """The poem."""


class Impostor(Kind):
    """Takes a built-in kind's name."""

    name: ClassVar[str] = "slide"

    slide: str
    """Not a slide."""


class Common(Kind):
    """Is called what every step may have as a key."""

    name: ClassVar[str] = "notes"


class Greedy(Kind):
    """Has a key that is a kind's name."""

    name: ClassVar[str] = "greedy"

    greedy: str
    """Main text."""
    slide: str
    """Would stand for two things."""


class Nameless(Kind):
    """Has no field for its main text."""

    name: ClassVar[str] = "nameless"


def test_the_built_in_kinds_are_registered_in_their_order() -> None:
    assert list(kinds())[: len(BUILT_IN)] == [kind.name for kind in BUILT_IN]


def test_a_new_kind_is_one_class() -> None:
    found = registered((*BUILT_IN, Poem))
    poem = found["poem"].model_validate({"poem": "Det er den draumen"})
    assert poem.ask(Asked()) == (Heading("Det er den draumen"),)
    assert "poem" in keys(Poem)


@pytest.mark.parametrize("kind", [Impostor, Common, Greedy, Nameless])
def test_a_kind_that_would_make_a_key_ambiguous_is_refused(kind: type[Kind]) -> None:
    with pytest.raises(WorkshopError):
        registered((Slide, kind))
