"""Raising hands: whoever leads the room sends in what people without a phone answer, counted apart."""

from collections.abc import Sequence

from workshop.core.commands import raise_hands
from workshop.core.fields import Refused
from workshop.core.hand import Hand
from workshop.core.phrases import phrase
from workshop.core.place import JSON, Place
from workshop.core.session import Step
from workshop.errors import Refusal, StoreError
from workshop.room.course import Course
from workshop.room.results import Results

MOST = 500
"""Answers that can be sent in at a time."""
Sent = tuple[JSON, ...]


class Raising:
    """Sends such answers, while nothing else happens."""

    def __init__(self, course: Course, results: Results) -> None:
        self._course = course
        self._results = results

    async def raise_hands(self, place: Place, step: Step, hands: Sequence[Hand]) -> None:
        """Counts `hands` to an open round. Raises Refusal and StoreError; then it has changed nothing."""
        answers = self._answers(place, step, hands)
        await self._course.alone(lambda: self._send(place, answers))

    def _answers(self, place: Place, step: Step, hands: Sequence[Hand]) -> list[Sent]:
        if not 0 < sum(hand.people for hand in hands) <= MOST or any(hand.people < 0 for hand in hands):
            raise Refusal(phrase("Say how many people: from 1 to {most} at a time.", most=MOST))
        return [sent for hand in hands for sent in [self._answer(place, step, hand)] * hand.people]

    def _answer(self, place: Place, step: Step, hand: Hand) -> Sent:
        accepted = step.accept(hand.form, self._results.asked(place), ())
        if isinstance(accepted, Refused):
            raise Refusal(accepted.reason)
        if not accepted:
            raise Refusal(phrase("Nothing was filled in, so nothing was counted."))
        return accepted

    async def _send(self, place: Place, answers: Sequence[Sent]) -> None:
        await self._course.settle()
        # Counted before they are there: were the hub killed between, too few would be shown and not too many.
        raised = raise_hands(self._course.moment(), place, len(answers))
        round, hands = self._course.find(place), self._course.hands
        first = round.by_hand if round else 0
        self._results.set_apart(place, hands.persons(place, range(first, first + len(answers))))
        await self._course.happen(raised)
        try:
            await hands.send(place, first, answers)
        except StoreError:
            await self._course.take_back(place, len(answers))
            raise
