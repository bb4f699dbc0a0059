"""Shades: the colours of a scale's levels, as many as it has, and the ink of a figure on each."""

from functools import lru_cache
from typing import NamedTuple

from workshop.tui.palette import Palette


class Shade(NamedTuple):
    """A level's colour and the colour of a figure on it, both "#RRGGBB"."""

    colour: str
    figure: str


@lru_cache(maxsize=32)
def shades(levels: int, palette: Palette) -> tuple[Shade, ...]:
    """`levels` shades from the palette's lowest to its highest, those between blended from its five."""
    return tuple(_shade(4 * level / max(1, levels - 1), palette) for level in range(levels))


def _shade(place: float, palette: Palette) -> Shade:
    below = min(int(place), 3)
    colour = _blend(palette.levels[below], palette.levels[below + 1], place - below)
    if place == int(place):
        return Shade(colour, palette.figures[int(place)])
    # Between two of the palette's shades its inks can be too weak; one of these two never is.
    return Shade(colour, max(("#000000", "#FFFFFF"), key=lambda figure: contrast(figure, colour)))


def _blend(near: str, far: str, share: float) -> str:
    pairs = zip(bytes.fromhex(near[1:]), bytes.fromhex(far[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG reckons it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in bytes.fromhex(colour[1:])]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
