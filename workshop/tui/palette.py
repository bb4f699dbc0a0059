"""The colours of stage and desk by the role that each plays, in a light and a dark theme (LOOKS.md)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours as "#RRGGBB". Ink, quiet, accent, late and over stand on paper and card; line, track are decor.

    `levels` are the five shades of a scale from lowest to highest, and `figures` the ink of a number on each.
    """

    name: str
    paper: str
    card: str
    line: str
    track: str
    ink: str
    quiet: str
    accent: str
    late: str
    over: str
    levels: tuple[str, str, str, str, str]
    figures: tuple[str, str, str, str, str]

    @property
    def opposite(self) -> "Palette":
        """The other theme: the desk's, so that nobody projects the wrong window."""
        return DARK if self.name == "light" else LIGHT


LIGHT = Palette(
    name="light",
    paper="#FBFAF6",
    card="#F0EDE4",
    line="#C6C1B4",
    track="#E2DED2",
    ink="#16191D",
    quiet="#4A5058",
    accent="#005F73",
    late="#9A4D00",
    over="#A31621",
    levels=("#D3E6EA", "#9CC6D0", "#5C9FAE", "#24778A", "#004656"),
    figures=("#16191D", "#16191D", "#16191D", "#FFFFFF", "#FFFFFF"),
)
DARK = Palette(
    name="dark",
    paper="#12161C",
    card="#1E252E",
    line="#46505C",
    track="#2A323C",
    ink="#F7F5F0",
    quiet="#CDD2D8",
    accent="#7FD1E0",
    late="#FFB454",
    over="#FFADA6",
    levels=("#24424B", "#2F6675", "#4691A4", "#7FC0CF", "#C9EEF5"),
    figures=("#F7F5F0", "#F7F5F0", "#12161C", "#12161C", "#12161C"),
)
PALETTES = {palette.name: palette for palette in (LIGHT, DARK)}
