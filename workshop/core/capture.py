"""What the facilitator notes down on the way: decisions, actions, remarks, all in own words."""

from typing import Literal, get_args

import msgspec

from workshop.core.text import clean, clean_line

Sort = Literal["decision", "action", "remark"]
SORTS: tuple[Sort, ...] = get_args(Sort)
NAME_GRAPHEMES = 200
"""User-perceived characters of `who` and `when`."""


class Capture(msgspec.Struct, frozen=True):
    """A note: `text` is what was decided, is to be done or was noticed; `who` and `when` are an action's."""

    sort: Sort = "decision"
    text: str = ""
    who: str = ""
    when: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not (self.text or self.who or self.when)


class Captured(Capture, frozen=True, kw_only=True):
    """A note that was made: `at` is when, in seconds since the epoch, `step` where, 0-based."""

    at: float
    step: int


def cleaned(capture: Capture) -> Capture:
    """`capture` sanitised like anybody's text; a decision and a remark are nobody's to do."""
    acts = capture.sort == "action"
    return Capture(
        capture.sort,
        clean(capture.text),
        clean_line(capture.who, graphemes=NAME_GRAPHEMES) if acts else "",
        clean_line(capture.when, graphemes=NAME_GRAPHEMES) if acts else "",
    )
