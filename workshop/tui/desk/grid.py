"""The desk's grid: what the facilitator does at the left, the plan at the right, keys in the last row."""

from dataclasses import dataclass

_NARROWEST = 76  # columns below which the plan has no column of its own
_ROOMY = (110, 32)
_PLANS = ((140, 56), (110, 45), (_NARROWEST, 29))  # cells of the plan's column, from so many columns on


@dataclass(frozen=True)
class DeskGrid:
    """Where things stand on `width` cells by `height` rows.

    `top` is the first row under the head, `bottom` the row of the rule above the keys. `left` cells are for
    what happens now; words start `indent` cells after their label. `plan` cells are for the plan, from the
    column `plan_at` on; 0 where there is no room for it.
    """

    width: int
    height: int
    margin: int
    top: int
    bottom: int
    left: int
    indent: int
    plan: int
    roomy: bool

    @property
    def inner(self) -> int:
        """Cells between the margins."""
        return self.width - 2 * self.margin

    @property
    def rows(self) -> int:
        """Rows between head and keys."""
        return self.bottom - self.top

    @property
    def plan_at(self) -> int:
        """The first column of the plan."""
        return self.width - self.margin - self.plan


def desk_grid(width: int, height: int) -> DeskGrid:
    """The grid of a terminal."""
    roomy = width >= _ROOMY[0] and height >= _ROOMY[1]
    margin = 2 if roomy else 1
    plan = next((cells for least, cells in _PLANS if width >= least), 0)
    beside = plan + 4 + int(roomy) if plan else 0
    return DeskGrid(
        width=width,
        height=height,
        margin=margin,
        top=3 if roomy else 2,
        bottom=height - (3 if roomy else 2),
        left=max(1, width - 2 * margin - beside),
        indent=10 if roomy else 9,
        plan=plan,
        roomy=roomy,
    )
