"""Slips: a session's questions as forms on paper, each to be cut off and handed out by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.core import blocks
from workshop.core.blocks import Blocks
from workshop.core.fields import AnyField, Fields, Pick, Pledge, Rate, Spot, Text
from workshop.core.gathered import Asked
from workshop.core.phrases import Words
from workshop.core.session import Session, Step
from workshop.kinds.parking import PARKING, TITLE
from workshop.paper import labels

_EMPTY_LINES = 6
"""Lines for what is to be chosen from, where that is not known before the room has answered."""
_EMPTY_SPOTS = 4


@dataclass(frozen=True)
class Slip:
    """One form. `number` is the step's, None for the parking lot; `copied`: its list stands on the screen.

    `kept` is for the person alone and not handed in; `approved` is shown as written.
    """

    prompt: Words
    fields: Fields
    number: int | None = None
    section: str = ""
    under: Blocks = ()
    copied: bool = False
    kept: bool = False
    approved: bool = False

    @property
    def care(self) -> Words:
        """What to take care of, so that nobody knows whose it is."""
        if self.kept:
            return labels.KEEP
        written = any(
            isinstance(field, Text) or (isinstance(field, Pick) and field.other) for field in self.fields
        )
        return labels.NO_HAND if written else labels.NO_NAME

    @property
    def ringed(self) -> bool:
        """Whether it has levels, of which one is chosen."""
        return any(isinstance(field, Rate | Spot) for field in self.fields)


def _written(field: AnyField) -> bool:
    return isinstance(field, Text) or (isinstance(field, Pick) and bool(field.other))


def slips(session: Session) -> tuple[Slip, ...]:
    """A slip a question, in the session's order, and one for the parking lot."""
    asked = [
        slip
        for number, (section, step) in enumerate(session, 1)
        if step.asks
        for slip in _of_step(step, number, session.sections[section].title)
    ]
    return (*asked, Slip(TITLE, PARKING.form(Asked(), ()), approved=True))


def _of_step(step: Step, number: int, section: str) -> Iterator[Slip]:
    """A pledge is a slip of its own: it is the only one that stays with who wrote it."""
    given = _asked(step)
    form = step.form(given, ())
    under = tuple(block for block in step.ask(given) if isinstance(block, blocks.Text))
    kept = tuple(field for field in form if isinstance(field, Pledge))
    handed_in = tuple(field for field in form if not isinstance(field, Pledge))
    if kept:
        yield Slip(step.main, kept, number, section, under, kept=True)
    if handed_in:
        yield Slip(
            step.main,
            handed_in,
            number,
            section,
            under,
            copied=step.source is not None,
            approved=step.exempt,
        )


def _asked(step: Step) -> Asked:
    """What the step asks; empty lines where it works on what the room answers to an earlier one."""
    if step.source is None:
        return Asked()
    given = Asked(options=("",) * _EMPTY_LINES)
    spots = any(isinstance(field, Spot) for field in step.form(given, ()))
    return Asked(options=("",) * _EMPTY_SPOTS) if spots else given
