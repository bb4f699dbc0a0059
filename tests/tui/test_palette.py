import pytest

from workshop.tui.palette import DARK, LIGHT, PALETTES, Palette


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
@pytest.mark.parametrize(
    ("role", "least"), [("ink", 16.5), ("quiet", 7.5), ("accent", 6.9), ("late", 5.8), ("over", 7.4)]
)
def test_every_role_reads_on_paper(palette: Palette, role: str, least: float) -> None:
    assert contrast(getattr(palette, role), palette.paper) >= least


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_the_figure_on_every_level_reads(palette: Palette) -> None:
    for level, figure in zip(palette.levels, palette.figures, strict=True):
        assert contrast(level, figure) >= 5.0


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_levels_go_one_way_from_paper(palette: Palette) -> None:
    shades = [luminance(level) for level in palette.levels]
    assert shades == sorted(shades, reverse=palette is LIGHT)


def test_the_desk_takes_the_opposite_of_the_stage() -> None:
    assert LIGHT.opposite is DARK
    assert DARK.opposite is LIGHT
