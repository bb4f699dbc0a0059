"""The shades of the levels of a scale, light to dark, with an ink that is read on each."""

Colour = tuple[int, int, int]

LEAST_CONTRAST = 4.5

# LOOKS.md, palette "levels 1–5": neighbours stay apart in grey and in all three colour-blindnesses.
_FIVE: tuple[Colour, ...] = (
    (0xD3, 0xE6, 0xEA),
    (0x9C, 0xC6, 0xD0),
    (0x5C, 0x9F, 0xAE),
    (0x24, 0x77, 0x8A),
    (0x00, 0x46, 0x56),
)
_INKS: tuple[Colour, ...] = ((0x16, 0x19, 0x1D), (0xFF, 0xFF, 0xFF))


def shades(levels: int) -> list[Colour]:
    """`levels` shades (2 or more), evenly along the five but for those on which no ink would be read."""
    return [_legible(position * (len(_FIVE) - 1) / (levels - 1)) for position in range(levels)]


def ink_on(shade: Colour) -> Colour:
    """The ink that stands out more on `shade`."""
    return max(_INKS, key=lambda ink: contrast(ink, shade))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours by WCAG 2, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def css(colour: Colour) -> str:
    """`#d3e6ea`."""
    return "#" + "".join(f"{part:02x}" for part in colour)


def _legible(position: float) -> Colour:
    shade = _between(position)
    while contrast(ink_on(shade), shade) < LEAST_CONTRAST:
        position += 0.02
        shade = _between(position)
    return shade


def _between(position: float) -> Colour:
    index = min(int(position), len(_FIVE) - 2)
    red, green, blue = (
        round(low + (high - low) * (position - index))
        for low, high in zip(_FIVE[index], _FIVE[index + 1], strict=True)
    )
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
