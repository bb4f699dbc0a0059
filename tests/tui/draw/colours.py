"""The colours of a frame's cells, and how many cells in a row have one."""

from rich.cells import cell_len

from workshop.tui.draw import Frame


def ground(frame: Frame, row: int) -> list[str]:
    """The colour behind every cell of a row, as "#rrggbb"."""
    found: list[str] = []
    for segment in frame.rows[row]:
        colour = segment.style.bgcolor if segment.style else None
        found += [colour.get_truecolor().hex if colour else ""] * cell_len(segment.text)
    return found


def inks(frame: Frame, words: str) -> set[str]:
    """The colours in which `words` are written, wherever they stand in one style."""
    segments = (segment for row in frame.rows for segment in row if words in segment.text)
    return {
        segment.style.color.get_truecolor().hex
        for segment in segments
        if segment.style and segment.style.color
    }


def bars(frame: Frame, colour: str) -> list[int]:
    """How many cells of each row lie on `colour`, without the rows that have none."""
    counts = (ground(frame, row).count(colour.lower()) for row in range(len(frame.rows)))
    return [count for count in counts if count]
