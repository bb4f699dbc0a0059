"""`image`: a picture that travels with its session."""

import pytest
from pydantic import ValidationError

from tests.kinds.room import ASKED
from workshop.core.blocks import Image
from workshop.kinds.image import ImageStep


def image(file: str, **more: str) -> ImageStep:
    return ImageStep.model_validate({"image": file, "alt": "En elefant", **more})


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("elefant.png", "elefant.png"),
        ("bilder/Elefant i rommet.JPEG", "bilder/Elefant i rommet.JPEG"),
        ("./bilder//elefant.webp", "bilder/elefant.webp"),
        ("bilder\\elefant.gif", "bilder/elefant.gif"),
    ],
)
def test_a_picture_lies_in_the_sessions_folder_or_below_it(file: str, found: str) -> None:
    assert image(file).image == found


@pytest.mark.parametrize(
    "file",
    [
        "/etc/elefant.png",
        "\\elefant.png",
        "\\\\server\\share\\elefant.png",
        "C:\\elefant.png",
        "C:elefant.png",
        "../elefant.png",
        "bilder/../../elefant.png",
        "bilder\\..\\..\\elefant.png",
        "https://example.org/elefant.png",
        "file:elefant.png",
    ],
)
def test_a_picture_from_elsewhere_is_refused(file: str) -> None:
    with pytest.raises(ValidationError) as refused:
        image(file)
    assert [error["type"] for error in refused.value.errors()] == ["beside"]


@pytest.mark.parametrize(
    "file", ["elefant.svg", "elefant.pdf", "elefant", ".png", "elefant.png.exe", "bilder/"]
)
def test_what_is_no_picture_is_refused(file: str) -> None:
    with pytest.raises(ValidationError) as refused:
        image(file)
    assert [error["type"] for error in refused.value.errors()] == ["format"]


@pytest.mark.parametrize("keys", [{}, {"alt": ""}, {"alt": " \u200b"}])
def test_it_needs_words_for_those_who_do_not_see_it(keys: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        ImageStep.model_validate({"image": "elefant.png", **keys})


def test_it_draws_the_picture_with_its_words() -> None:
    assert image("elefant.png", caption="I rommet").ask(ASKED) == (
        Image("elefant.png", "En elefant", "I rommet"),
    )
    assert image("elefant.png").ask(ASKED) == (Image("elefant.png", "En elefant"),)
