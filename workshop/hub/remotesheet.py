"""What the remote's page says: the values of its template. Counts only, never what somebody wrote."""

from collections.abc import Mapping
from typing import Any

from workshop.core.blocks import Heading, Image, Quote, Text
from workshop.core.events import Closed, Moderated, Noted, Raised, Shortened, Spotlit
from workshop.core.gathered import Asked
from workshop.core.phrases import Phrase, Words, phrase, phrases
from workshop.core.prose import paragraphs
from workshop.core.undoing import Undoable
from workshop.hub import sheets
from workshop.hub.presses import Presses
from workshop.language import Language
from workshop.room.desk import Desk
from workshop.room.room import Room
from workshop.room.snapshot import Snapshot

UNDOES: Mapping[type[Undoable], Phrase] = {
    Closed: phrase("Undo closing"),
    Noted: phrase("Undo the last note"),
    Moderated: phrase("Undo the last choice of texts"),
    Spotlit: phrase("Undo the spotlight"),
    Raised: phrase("Undo the raised hands"),
    Shortened: phrase("Undo the change of plan"),
}
"""What the button says, by what was done last."""


def values(room: Room, presses: Presses, language: Language, *, ending: bool, notice: str) -> dict[str, Any]:
    """The values of the page; `ending`: it is to ask whether to end, which it does on the last beat only."""
    shot, desk, state = room.snapshot(), room.desk(), room.phone()
    live = shot.state == "live"
    return {
        "state": state,
        "shot": shot,
        "ending": ending and shot.last and live,
        "notice": notice,
        "where": shot.section_title if live and shot.section_title else shot.title,
        "clock": sheets.clock(state, language) if live else "",
        "place": _place(shot, desk) if live else (),
        "now_on": _now(room, shot, desk),
        "counts": _counts(shot),
        "following": desk.following if shot.state != "ended" else None,
        "press": desk.next_press,
        "undo": _undo(room),
        "unfinished": desk.unfinished,
        "notes": Text(paragraphs(desk.notes)),
        "value": presses.value,
    }


def _place(shot: Snapshot, desk: Desk) -> tuple[Words, ...]:
    line = desk.steps[(shot.step or 1) - 1]
    step = phrase("step {step} of {steps}", step=shot.step or 1, steps=shot.steps)
    return (step, line.kind_said, *_drift(desk, shot.now))


def _now(room: Room, shot: Snapshot, desk: Desk) -> Words:
    """What the stage asks or says. From the session, not from the stage, where people's words may stand."""
    if shot.state == "ended":
        return phrase("The workshop has ended.")
    if shot.step is None:
        return shot.title
    for block in room.session.steps[shot.step - 1].ask(Asked()):
        match block:
            case Heading(text=text) | Quote(text=text):
                return text
            case Image():
                return block.caption or block.alt
    return desk.steps[shot.step - 1].text


def _counts(shot: Snapshot) -> tuple[Phrase, ...]:
    """How many have answered and what of it can be seen."""
    if shot.state == "lobby":
        return (phrases("{n} has joined", "{n} have joined", shot.joined),)
    if shot.state != "live" or not shot.asks:
        return ()
    if shot.round is None:
        return (phrase("not opened yet"),)
    there = max(shot.joined, shot.answered)
    needed = phrases("{n} more needed", "{n} more needed", shot.needed)
    return (
        phrase("{n} of {joined} have answered", n=shot.answered, joined=there),
        phrase("open") if shot.open else phrase("closed"),
        _seen(shot),
        *((needed,) if shot.needed else ()),
    )


def _seen(shot: Snapshot) -> Phrase:
    if shot.showing:
        return phrase("shown on the stage")
    return phrase("waits to be shown") if shot.withheld else phrase("hidden on the stage")


def _undo(room: Room) -> Phrase | None:
    """What would be undone; None where there is nothing."""
    return next((UNDOES[type(event)] for event in room.state.undoable[-1:]), None)


def _drift(desk: Desk, now: float) -> tuple[Phrase, ...]:
    """How far the workshop is behind its plan, or ahead of it; nothing where there is none."""
    drift = desk.agenda.drift(now)
    if drift is None:
        return ()
    behind = round(drift / 60)
    if behind > 0:
        return (phrases("{n} min behind", "{n} min behind", behind),)
    return (phrases("{n} min ahead", "{n} min ahead", -behind),) if behind else (phrase("on time"),)
