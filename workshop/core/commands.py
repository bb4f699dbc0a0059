"""What a facilitator's command turns into: events, or a refusal that says why. Pure like core/run.py."""

from collections.abc import Callable

from workshop.core import events as e
from workshop.core import timing
from workshop.core.capture import Capture, cleaned
from workshop.core.moment import OVER, Command, Events, Moment
from workshop.core.phrases import phrase
from workshop.core.place import Place
from workshop.core.plan import following, preceding
from workshop.core.round import Round
from workshop.errors import Refusal


def decide(moment: Moment, command: Command) -> Events:
    """The events that `command` makes now. Raises Refusal; then nothing is to be changed."""
    verb = _VERBS.get(command.verb)
    if verb is None:
        raise Refusal(phrase("There is no command called “{verb}”.", verb=command.verb))
    # What the room decided about texts, and what was noted, goes into notes that are still to be made.
    if moment.run.state == "ended" and command.verb != "undo":
        raise Refusal(OVER)
    return verb(moment, command)


def note(moment: Moment, capture: Capture) -> Events:
    """The event that notes something down at the step on the stage, in the lobby at the first.

    Raises Refusal where there is nothing to note, and after the end.
    """
    if moment.run.state == "ended":
        raise Refusal(OVER)
    kept = cleaned(capture)
    if not kept.text:
        raise Refusal(phrase("Nothing was written, so nothing was noted."))
    return [e.Noted(moment.now, moment.run.step or 0, kept.sort, kept.text, kept.who, kept.when)]


def spotlight(moment: Moment, place: Place, id: str) -> Events:
    """The event that puts a text in the spotlight, or takes the spotlight from it where it stands there.

    An empty id takes it from whatever stands there. Whether the stage may show the text is the room's to say.
    """
    if moment.run.state == "ended":
        raise Refusal(OVER)
    lit = moment.run.spotlight
    here = "" if lit is None or (lit.step, lit.round) != place else lit.id
    wanted = "" if id == here else id
    return [] if wanted == (lit.id if lit else "") else [e.Spotlit(moment.now, *place, wanted)]


def raise_hands(moment: Moment, place: Place, people: int) -> Events:
    """The event that counts the answers of `people` without a phone to a round. Raises Refusal."""
    round = moment.run.round_of(place.step)
    if moment.run.state == "ended":
        raise Refusal(OVER)
    if round is None or round.number != place.round or not round.open:
        raise Refusal(phrase("This round is closed."))
    return [e.Raised(moment.now, *place, people)]


def seal(moment: Moment, place: Place) -> Events:
    """The event that makes a close final."""
    return [e.Sealed(moment.now, place.step, place.round)]


def _next(moment: Moment, _: Command) -> Events:
    run = moment.run
    if run.step is None:
        return _arrive(moment, 0)
    beat = run.beat + 1
    if beat < moment.planned.beats:
        return _beat(moment, run.step, beat)
    return _arrive(moment, _following(moment))


def _following(moment: Moment) -> int:
    step = following(moment.plan, moment.step)
    if step is None:
        raise Refusal(phrase("That was the last step. `end` ends the workshop."))
    return step


def _arrive(moment: Moment, step: int) -> Events:
    had = moment.run.had.get(step, 0)
    return _beat(moment, step, max(had - 1, 0))


def _beat(moment: Moment, step: int, beat: int) -> Events:
    moved: Events = [e.Moved(moment.now, step, beat)]
    if not moment.plan[step].asks:
        return moved + timing.start_at(moment, step, beat)
    if beat < moment.run.had.get(step, 0):
        return moved
    if beat == 0:
        return moved + _first_round(moment, step) + timing.start_at(moment, step, 0)
    return _finish(moment, step) + moved


def _first_round(moment: Moment, step: int) -> Events:
    if moment.run.round_of(step) is not None:
        return []
    return [e.Opened(moment.now, step, 1, moment.plan[step].live)]


def _finish(moment: Moment, step: int) -> Events:
    """Closed and revealed in one press; a live one is closed only: whoever hid it meant it."""
    round = moment.run.round_of(step)
    if round is None:
        return []
    closing = _closing(moment, step, round) if round.open else []
    shown = round.revealed or round.live
    return closing + ([] if shown else [e.Revealed(moment.now, step, round.number)])


def _closing(moment: Moment, step: int, round: Round) -> Events:
    return [e.Closed(moment.now, step, round.number, moment.joined)]


def _back(moment: Moment, _: Command) -> Events:
    step, beat = moment.step, moment.run.beat
    if beat > 0:
        return [e.Moved(moment.now, step, beat - 1)]
    before = preceding(moment.plan, step)
    if before is None:
        raise Refusal(phrase("This is the first step; there is nothing before it."))
    return _look_at(moment, before)


def _skip(moment: Moment, _: Command) -> Events:
    return _look_at(moment, 0 if moment.run.step is None else _following(moment))


def _goto(moment: Moment, command: Command) -> Events:
    count = len(moment.plan)
    if command.number is None or not 1 <= command.number <= count:
        raise Refusal(
            phrase(
                "There is no step {step}: this session has steps 1 to {count}.",
                step=command.number or 0,
                count=count,
            )
        )
    return _look_at(moment, command.number - 1)


def _look_at(moment: Moment, step: int) -> Events:
    # A question that was not opened waits for the next press; anything else is had by being looked at.
    first = -1 if moment.plan[step].asks else 0
    return [e.Moved(moment.now, step, max(moment.run.had.get(step, 0) - 1, first))]


def _open(moment: Moment, _: Command) -> Events:
    planned, step, round = moment.asking, moment.step, moment.run.round
    if round is not None and round.open:
        return []
    sealing = seal(moment, Place(step, round.number)) if round is not None and round.undoable else []
    number = round.number + 1 if round else 1
    opened = e.Opened(moment.now, step, number, planned.live)
    clock = timing.fresh(moment, step, 0)
    return [*sealing, opened, e.Moved(moment.now, step, 0), *clock]


def _close(moment: Moment, _: Command) -> Events:
    round = moment.round
    if not round.open:
        raise Refusal(phrase("This round is closed already."))
    last = round.live or round.revealed
    moved: Events = [e.Moved(moment.now, moment.step, 1)] if last else []
    return _closing(moment, moment.step, round) + moved


def _reveal(moment: Moment, _: Command) -> Events:
    round = moment.round
    shown: Events = [] if round.revealed else [e.Revealed(moment.now, moment.step, round.number)]
    moved: Events = [] if round.open or moment.run.beat == 1 else [e.Moved(moment.now, moment.step, 1)]
    return shown + moved


def _hide(moment: Moment, _: Command) -> Events:
    round = moment.round
    return [e.Hidden(moment.now, moment.step, round.number)] if round.revealed else []


def _undo(moment: Moment, _: Command) -> Events:
    match moment.run.undoable[-1:]:
        case (e.Closed(step=step, round=number),):
            revealed = moment.run.rounds[step][-1].revealed_before_close
            return [e.Reopened(moment.now, step, number, revealed), e.Moved(moment.now, step, 0)]
        case (e.Moderated(step=step, round=number, ids=ids),):
            return [e.Moderated(moment.now, step, number, e.TAKEN_BACK, ids)]
        case (e.Raised(step=step, round=number, people=people),):
            return [e.Lowered(moment.now, step, number, people)]
        case (e.Noted(),):
            return [e.Unnoted(moment.now)]
        case (e.Spotlit(),):
            return [e.Unlit(moment.now)]
        case (e.Shortened(),):
            return [e.Unshortened(moment.now)]
    raise Refusal(phrase("There is nothing to undo: a close can be undone for 10 seconds."))


def _blank(moment: Moment, _: Command) -> Events:
    return [e.Blanked(moment.now, not moment.run.blanked)]


def _mute(moment: Moment, _: Command) -> Events:
    return [e.Muted(moment.now, not moment.run.muted)]


def _end(moment: Moment, _: Command) -> Events:
    closing: Events = []
    for step, number in moment.run.open_places():
        closing.append(e.Closed(moment.now, step, number, moment.joined))
        closing.append(e.Sealed(moment.now, step, number))
    for place in moment.run.unsealed():
        closing.extend(seal(moment, place))
    return [*closing, e.Ended(moment.now, moment.joined)]


_VERBS: dict[str, Callable[[Moment, Command], Events]] = {
    "next": _next,
    "back": _back,
    "skip": _skip,
    "goto": _goto,
    "open": _open,
    "close": _close,
    "reveal": _reveal,
    "hide": _hide,
    "undo": _undo,
    "start": timing.start,
    "pause": timing.pause,
    "add": timing.add,
    "blank": _blank,
    "mute": _mute,
    "spread": timing.shorten,
    "drop": timing.shorten,
    "borrow": timing.shorten,
    "end": _end,
}
VERBS = tuple(_VERBS)
