"""A frame as an SVG picture: colours and blocks as exact areas, the rest as text, nothing from the web."""

from collections import defaultdict
from collections.abc import Iterator
from html import escape

from rich.cells import cell_len
from rich.segment import Segment

from workshop.tui.draw import Frame

WIDE, HIGH = 10, 20
"""Of a cell, in the picture's units."""
_QUARTERS = {char: bits for bits, char in enumerate(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█") if bits}
_LINES = {"━": (0, 9, 10, 2), "─": (0, 9, 10, 1), "│": (5, 0, 1, 20), "▔": (0, 0, 10, 2)}
_EIGHTHS = " ▏▎▍▌▋▊▉"
Area = tuple[int, int, int, int]
Areas = defaultdict[str, list[Area]]


def svg(frame: Frame) -> str:
    """The picture of a whole screen."""
    ground, papers = _colours(frame.rows[0][0])[1], Areas(list)
    inks = Areas(list)
    texts: list[str] = []
    for number, row in enumerate(frame.rows):
        _draw(row, number * HIGH, papers, inks, texts)
    width = sum(cell_len(segment.text) for segment in frame.rows[0]) * WIDE
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {len(frame.rows) * HIGH}">'
    font = '<g font-family="DejaVu Sans Mono, monospace" font-size="16.6" xml:space="preserve">'
    papers.pop(ground, None)
    whole = f'<rect width="100%" height="100%" fill="{ground}"/>'
    return "\n".join((head, whole, *_paths(papers), *_paths(inks), font, *texts, "</g>", "</svg>", ""))


def _draw(row: list[Segment], y: int, papers: Areas, inks: Areas, texts: list[str]) -> None:
    x = 0
    for segment in row:
        width = cell_len(segment.text) * WIDE
        ink, paper = _colours(segment)
        papers[paper].append((x, y, width, HIGH))
        words = ""
        for char in segment.text:
            wide = cell_len(char) * WIDE
            found = [*_blocks(char)]
            inks[ink] += [(x + left, y + top, across, down) for left, top, across, down in found]
            words += " " if found else char
            x += wide
        if words.strip():
            bold = segment.style is not None and segment.style.bold is True
            texts.append(_text(words.rstrip(), x - width, y, ink, bold=bold))


def _colours(segment: Segment) -> tuple[str, str]:
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    return style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex


def _blocks(char: str) -> Iterator[Area]:
    if char in _LINES:
        yield _LINES[char]
    if char in _EIGHTHS and char not in " ▌":
        yield 0, 0, round(_EIGHTHS.index(char) * WIDE / 8), HIGH
    bits = _QUARTERS.get(char, 0)
    for bit, (left, top) in enumerate(((0, 0), (5, 0), (0, 10), (5, 10))):
        if bits & 1 << bit:
            yield left, top, 5, 10


def _text(words: str, x: int, y: int, ink: str, *, bold: bool) -> str:
    x += (len(words) - len(words.lstrip())) * WIDE
    words = words.lstrip()
    weight = ' font-weight="bold"' if bold else ""
    long = f'textLength="{cell_len(words) * WIDE}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{x}" y="{y + 15}" {long} fill="{ink}"{weight}>{escape(words)}</text>'


def _paths(areas: Areas) -> Iterator[str]:
    for fill, found in areas.items():
        path = "".join(f"M{x} {y}h{width}v{height}h-{width}z" for x, y, width, height in found)
        yield f'<path shape-rendering="crispEdges" fill="{fill}" d="{path}"/>'
