"""`image`: a picture with words for those who do not see it."""

from pathlib import PureWindowsPath
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from workshop.core import blocks
from workshop.core.blocks import Blocks
from workshop.core.gathered import Asked
from workshop.kinds.kind import Kind
from workshop.kinds.values import Line

FORMATS = ("png", "jpg", "jpeg", "gif", "webp")


def _beside(file: str) -> str:
    """`file` with slashes. Raises PydanticCustomError where it does not travel with the session."""
    # Windows' rules are the stricter ones: a path that they call relative is so everywhere.
    path = PureWindowsPath(file)
    if path.anchor or ":" in file or ".." in path.parts:
        raise PydanticCustomError(
            "beside", "a file in the session's folder or below it, like pictures/room.png"
        )
    if path.suffix[1:].lower() not in FORMATS:
        raise PydanticCustomError("format", "a picture: png, jpg, jpeg, gif or webp")
    return path.as_posix()


class ImageStep(Kind):
    """A picture from the session's folder, with words for those who do not see it.

    - image: pictures/elephant.png
      alt: A pink elephant in a meeting room. Everybody looks the other way.
      caption: The pink elephant
    """

    name: ClassVar[str] = "image"

    image: Annotated[Line, AfterValidator(_beside)]
    """The picture's file (png, jpg, jpeg, gif or webp), seen from the session file."""
    alt: Line
    """What there is to see, for those who do not see it."""
    caption: Line | None = None
    """A line under the picture."""

    @property
    def main(self) -> str:
        """What lists call it: its words, for the name of a file says nothing to a reader."""
        return self.title or self.caption or self.alt

    def ask(self, asked: Asked) -> Blocks:
        """The picture."""
        return (blocks.Image(self.image, self.alt, self.caption or ""),)
