"""Space: a field of cells, which of them are taken, and where something else still fits."""


class Space:
    """`width` cells by `height` rows. A row is kept as a number, with a bit for every cell that is taken."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._taken = [0] * height

    def take(self, row: int, column: int, width: int, height: int) -> None:
        """Takes so many cells and rows from there on; what lies outside of the field is nobody's."""
        left, right = max(0, column), min(column + width, self.width)
        cells = ((1 << max(0, right - left)) - 1) << left
        for number in range(max(0, row), min(row + height, self.height)):
            self._taken[number] |= cells

    def is_free(self, row: int, column: int, width: int, height: int) -> bool:
        """Whether all of that lies on the field and nothing of it is taken."""
        if not (0 <= row <= self.height - height and 0 <= column <= self.width - width):
            return False
        cells = ((1 << width) - 1) << column
        return not any(taken & cells for taken in self._taken[row : row + height])

    def closest(
        self, row: float, column: float, width: int, height: int, beside: int = 0, below: int = 0
    ) -> tuple[int, int] | None:
        """Where so much is free that is closest to there, as row and column; None where nothing is.

        `beside` cells at its right and `below` rows under it must be free, too, as far as they are on the
        field. Distances are shares of the field's width and height.
        """
        best: tuple[int, int] | None = None
        least = float("inf")
        for at in sorted(range(self.height - height + 1), key=lambda at: (abs(at - row), at)):
            down = ((at - row) / self.height) ** 2
            if down >= least:
                break
            start = self._nearest(at, round(column), width, height + below, beside)
            if start is not None and (far := down + ((start - column) / self.width) ** 2) < least:
                least, best = far, (at, start)
        return best

    def _nearest(self, row: int, column: int, width: int, height: int, beside: int) -> int | None:
        """The column closest to `column` from which so many cells are free in so many rows."""
        if width > self.width:
            return None
        taken = 0
        for cells in self._taken[row : row + height]:
            taken |= cells
        free = ~taken & ((1 << (self.width + beside)) - 1)
        starts = _starts(free, width + beside) & ((2 << (self.width - width)) - 1)
        at = min(max(0, column), self.width - width)
        left, right = starts & ((2 << at) - 1), starts >> at
        found = [left.bit_length() - 1] if left else []
        if right:
            found.append(at + (right & -right).bit_length() - 1)
        return min(found, key=lambda start: abs(start - column), default=None)


def _starts(free: int, length: int) -> int:
    """The bits of `free` from which `length` bits in a row are set."""
    known = 1
    while known < length:
        step = min(known, length - known)
        free &= free >> step
        known += step
    return free
