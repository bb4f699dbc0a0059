"""The little markup of a slide's text."""

import pytest

from workshop.core.blocks import Paragraph, Run
from workshop.core.prose import paragraphs


def plain(text: str) -> list[tuple[bool, str]]:
    """Whether each paragraph is a bullet, and its text."""
    return [(paragraph.bullet, paragraph.plain) for paragraph in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("ett", [(False, "ett")]),
        ("ett\nto\n\ntre", [(False, "ett to"), (False, "tre")]),
        ("- ett\n- to", [(True, "ett"), (True, "to")]),
        ("• ett\n* to", [(True, "ett"), (True, "to")]),
        (
            "Først:\n- ett\n  videre\n- to\n\nSist",
            [(False, "Først:"), (True, "ett videre"), (True, "to"), (False, "Sist")],
        ),
        ("-ett", [(False, "-ett")]),
        ("2 - 1", [(False, "2 - 1")]),
    ],
)
def test_blank_lines_make_paragraphs_and_dashes_bullets(text: str, found: list[tuple[bool, str]]) -> None:
    assert plain(text) == found


def test_stars_make_a_stretch_strong() -> None:
    (paragraph,) = paragraphs("Noe *alle vet*, og *ingen* sier.")
    assert paragraph == Paragraph(
        (Run("Noe "), Run("alle vet", strong=True), Run(", og "), Run("ingen", strong=True), Run(" sier."))
    )


@pytest.mark.parametrize("text", ["2*3*4", "a * b * c", "en * stjerne", "**", "* *"])
def test_stars_that_are_not_around_words_stay(text: str) -> None:
    assert all(not run.strong for paragraph in paragraphs(text) for run in paragraph.runs)
