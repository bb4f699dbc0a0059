"""The sizes that big type comes in, and how high each stands, in half rows of a terminal's cell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """One size of type; every length is in half rows.

    `x` is the height of an x, `cap` of an H and a figure, `ascender` of an l, `top` of an Å with its ring;
    `below` is the depth of a p. A line takes `pitch`, of which `below` lies under its baseline; the rest
    above is room enough for any accent. `tight` is the closest that two lines may stand.
    """

    name: str
    x: int
    cap: int
    ascender: int
    top: int
    below: int
    pitch: int
    tight: int

    @property
    def above(self) -> int:
        """From the top of a line to its baseline."""
        return self.pitch - self.below

    def __str__(self) -> str:
        return self.name


S = Size("S", x=4, cap=5, ascender=6, top=7, below=2, pitch=9, tight=8)
SIZE_4 = Size("4", x=4, cap=5, ascender=6, top=7, below=2, pitch=9, tight=9)
SIZE_5 = Size("5", x=5, cap=7, ascender=7, top=9, below=2, pitch=12, tight=12)
SIZE_6 = Size("6", x=6, cap=8, ascender=8, top=10, below=3, pitch=14, tight=14)
SIZE_7 = Size("7", x=7, cap=9, ascender=10, top=12, below=3, pitch=16, tight=16)
SIZE_8 = Size("8", x=8, cap=10, ascender=11, top=14, below=4, pitch=19, tight=19)
SIZE_10 = Size("10", x=10, cap=13, ascender=14, top=17, below=4, pitch=23, tight=23)

SIZES = (SIZE_10, SIZE_8, SIZE_7, SIZE_6, SIZE_5, SIZE_4, S)


def sizes(largest: str, smallest: str = "S") -> tuple[Size, ...]:
    """The sizes from `largest` down to `smallest`, as LOOKS.md writes them: `sizes("7", "S")`.

    Raises ValueError for a name that is no size.
    """
    names = [size.name for size in SIZES]
    return SIZES[names.index(largest) : names.index(smallest) + 1]
