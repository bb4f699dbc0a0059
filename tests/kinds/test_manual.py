"""What docstrings say of a kind: its line, its example, its keys."""

from typing import ClassVar

from pydantic import BaseModel, Field

from workshop.kinds.kind import AskingKind, Kind
from workshop.kinds.manual import Entry, common_keys, example, model_in, own_keys, summary
from workshop.kinds.questions import Questions


class Verse(BaseModel):
    """One verse."""

    model_config = {"use_attribute_docstrings": True}

    text: str
    """Its words."""


class Song(Kind):
    """A song that the room sings.
    Everybody stands.

    - song: Ja, vi elsker
      verses:
        - text: Ja, vi elsker dette landet
    """

    name: ClassVar[str] = "song"

    key: str = "G"
    """The key that it is sung in."""
    song: str
    """What it is called."""
    verses: tuple[Verse, ...] = ()
    """Its verses."""
    tune_: str | None = Field(default=None, alias="tune")
    """Whose tune it is."""
    minutes: int | None = None
    """How long it is sung."""


class Silent(Kind):
    """A kind whose author shows no example."""

    name: ClassVar[str] = "silent"

    silent: str
    """Nothing."""


def test_a_summary_is_all_that_stands_before_the_example_on_one_line() -> None:
    assert summary(Song) == "A song that the room sings. Everybody stands."
    assert summary(Silent) == "A kind whose author shows no example."


def test_an_example_stands_as_it_was_written() -> None:
    assert example(Song).splitlines() == [
        "- song: Ja, vi elsker",
        "  verses:",
        "    - text: Ja, vi elsker dette landet",
    ]
    assert example(Silent) == ""


def test_own_keys_begin_with_the_main_text_and_go_by_the_name_in_the_file() -> None:
    assert own_keys(Song) == (
        Entry("song", "What it is called.", needed=True, default=""),
        Entry("minutes", "How long it is sung.", needed=False, default=""),
        Entry("key", "The key that it is sung in.", needed=False, default="G"),
        Entry("verses", "Its verses.", False, "", (Entry("text", "Its words.", needed=True, default=""),)),
        Entry("tune", "Whose tune it is.", needed=False, default=""),
    )


def test_what_holds_otherwise_is_told_as_it_would_be_written() -> None:
    assert {entry.key: entry.default for entry in own_keys(Questions)} == {
        "questions": "",
        "moderated": "true",
    }


def test_common_keys_are_those_of_every_kind_or_of_every_one_that_asks() -> None:
    shown = [entry.key for entry in common_keys(Song)]
    assert shown == ["notes", "minutes", "id", "title", "optional"]
    asking = type("Asking", (AskingKind,), {"__module__": __name__, "name": "asking"})
    assert [entry.key for entry in common_keys(asking)] == [*shown, "reveal"]


def test_a_model_is_found_however_deep_it_stands() -> None:
    assert model_in(tuple[Verse, ...] | None) is Verse
    assert model_in(dict[str, list[Verse]]) is Verse
    assert model_in(tuple[str, ...] | None) is None
