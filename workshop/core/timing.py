"""The clocks' commands: what starting, stopping, giving time and saving it turn into."""

from workshop.core import events as e
from workshop.core.moment import Command, Events, Moment
from workshop.core.phrases import phrase
from workshop.core.plan import shown_timer
from workshop.core.run import Timer
from workshop.errors import Refusal

LONGEST_SECONDS = 86_400


def start_at(moment: Moment, step: int, stage: int) -> Events:
    """The clock of a beat that is arrived at, unless it has had one."""
    return [] if (step, stage) in moment.run.timers else fresh(moment, step, stage)


def fresh(moment: Moment, step: int, stage: int) -> Events:
    """A beat's clock from its beginning; none where it keeps no time."""
    seconds = moment.plan[step].planned_seconds(stage)
    return [] if seconds is None else [e.Timed(moment.now, step, stage, seconds, seconds, True)]


def start(moment: Moment, _: Command) -> Events:
    """It runs."""
    timer = _timer(moment)
    return [] if timer.running else [_timed(moment, timer.total, timer.left, True)]


def pause(moment: Moment, _: Command) -> Events:
    """It stands."""
    timer = _timer(moment)
    return [_timed(moment, timer.total, timer.left_at(moment.now), False)] if timer.running else []


def add(moment: Moment, command: Command) -> Events:
    """So many seconds more, or fewer. Raises Refusal."""
    seconds = command.number or 0
    timer = shown_timer(moment.run, moment.plan) if moment.step >= 0 else None
    total, left = (timer.total, timer.left_at(moment.now)) if timer else (0.0, 0.0)
    if not seconds or total + seconds <= 0:
        raise Refusal(phrase("That would leave no time at all: the clock was not changed."))
    if total + seconds > LONGEST_SECONDS:  # no time of day could be said of its end
        raise Refusal(phrase("A clock runs for a day at most: it was not changed."))
    return [_timed(moment, total + seconds, left + seconds, timer.running if timer else True)]


def _timed(moment: Moment, total: float, left: float, running: bool) -> e.Timed:
    return e.Timed(moment.now, moment.step, moment.run.stage, total, left, running)


def _timer(moment: Moment) -> Timer:
    timer = shown_timer(moment.run, moment.plan) if moment.step >= 0 else None
    if timer is None:
        raise Refusal(phrase("This step keeps no time. `+` gives it a minute."))
    return timer


def shorten(moment: Moment, command: Command) -> Events:
    """Time is saved in the way that the command names. Raises Refusal."""
    offers = [offer for offer in moment.offers() if offer.way == command.verb]
    if not offers and moment.step >= 0:
        raise Refusal(phrase("There is no time to catch up with that way now; nothing was changed."))
    return [*offers]
