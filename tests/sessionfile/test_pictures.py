"""Pictures beside a session file: what goes with it into a run, and what is refused at its place."""

from pathlib import Path
from typing import ClassVar

import pytest

from workshop.core.blocks import Blocks, Heading, Image
from workshop.core.gathered import Asked
from workshop.kinds.kind import Kind
from workshop.kinds.slide import Slide
from workshop.kinds.values import Line, Prose
from workshop.sessionfile.build import load, load_bytes, load_copy
from workshop.sessionfile.pictures import LARGEST, pictures
from workshop.sessionfile.problems import SessionProblems

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 8
WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L"


class Postcard(Kind):
    """A plug-in's kind, with a picture in a key of its own."""

    name: ClassVar[str] = "postcard"

    postcard: Prose
    """The greeting."""
    photo: Line
    """The picture."""

    def ask(self, asked: Asked) -> Blocks:
        return (Heading(self.postcard), Image(self.photo, "A view"))


KINDS: dict[str, type[Kind]] = {"slide": Slide, "postcard": Postcard}


def written(folder: Path, *steps: str) -> Path:
    path = folder / "mine.yaml"
    lines = "".join(f"      - {step}\n" for step in steps)
    path.write_text(f"title: T\nsections:\n  - title: S\n    steps:\n{lines}", encoding="utf-8")
    return path


def image(file: str) -> str:
    return f"{{image: '{file}', alt: A view}}"


def refusal(path: Path) -> str:
    with pytest.raises(SessionProblems) as caught:
        load(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.png", PNG), ("a.JPG", b"\xff\xd8\xff\xe0more of it"), ("a.gif", b"GIF89amore"), ("a.webp", WEBP)],
)
def test_a_picture_of_each_format_will_do(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert pictures(load(written(tmp_path, image(name)))) == (name,)


def test_its_pictures_are_named_once_each_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "views").mkdir()
    for name in ("b.png", "views/a.png"):
        (tmp_path / name).write_bytes(PNG)
    steps = (image("b.png"), "slide: Look", image("views\\a.png"), image("./b.png"))
    assert pictures(load(written(tmp_path, *steps))) == ("b.png", "views/a.png")


def test_a_session_without_pictures_has_none(tmp_path: Path) -> None:
    assert pictures(load(written(tmp_path, "slide: Look"))) == ()


def test_a_picture_that_every_phone_would_wait_for_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large.png").open("wb") as file:
        file.write(PNG)
        file.truncate(LARGEST)
    path = written(tmp_path, image("large.png"))
    assert load(path)
    with (tmp_path / "large.png").open("ab") as file:
        file.write(b"\x00")
    assert "is larger than 5 MB" in refusal(path)
    assert f"{path}:5:17:" in refusal(path)


@pytest.mark.parametrize("head", [b"", b"\x89PN", b"RIFF\x1a\x00\x00\x00WAVE", b"<svg>", b"PK\x03\x04"])
def test_what_only_ends_like_a_picture_is_refused(tmp_path: Path, head: bytes) -> None:
    (tmp_path / "a.png").write_bytes(head)
    assert "is no png, jpg, gif or webp" in refusal(written(tmp_path, image("a.png")))


def test_a_folder_and_a_file_on_the_way_are_no_pictures(tmp_path: Path) -> None:
    (tmp_path / "views.png").mkdir()
    (tmp_path / "file").touch()
    said = refusal(written(tmp_path, image("views.png"), image("file/a.png")))
    assert "the picture “views.png” cannot be read" in said
    assert "there is no picture “file/a.png”" in said


def test_a_plug_ins_picture_is_looked_for_too_and_missed_at_its_own_key(tmp_path: Path) -> None:
    path = written(tmp_path, "{postcard: Hi, photo: sea.png}")
    with pytest.raises(SessionProblems) as caught:
        load_bytes(path.read_bytes(), "mine.yaml", folder=tmp_path, kinds=KINDS)
    (problem,) = caught.value.problems
    assert problem.spot is not None
    assert (problem.spot.line, problem.spot.column, problem.spot.width) == (5, 31, len("sea.png"))
    (tmp_path / "sea.png").write_bytes(PNG)
    found = load_bytes(path.read_bytes(), "mine.yaml", folder=tmp_path, kinds=KINDS)
    assert pictures(found) == ("sea.png",)


@pytest.mark.parametrize("file", ["../sea.png", "/sea.png", "a/../../sea.png", "C:/sea.png", "..\\\\sea.png"])
def test_a_plug_in_takes_no_picture_from_elsewhere(tmp_path: Path, file: str) -> None:
    (tmp_path / "sea.png").write_bytes(PNG)
    (tmp_path / "inner").mkdir()
    path = written(tmp_path / "inner", f'{{postcard: Hi, photo: "{file}"}}')
    with pytest.raises(SessionProblems, match="is not in the session's folder"):
        load_bytes(path.read_bytes(), "mine.yaml", folder=path.parent, kinds=KINDS)


def test_a_runs_own_copy_is_loaded_whatever_became_of_its_pictures(tmp_path: Path) -> None:
    assert pictures(load_copy(written(tmp_path, image("gone.png")))) == ("gone.png",)
