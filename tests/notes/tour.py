"""A workshop that had every built-in kind once, as its docstring shows it, and all that a result can hold."""

from collections.abc import Sequence

import msgspec
import yaml

from tests.kinds.room import answers
from tests.notes.held import FLOOR, JOINED, Writer, workshop
from workshop.core.gathered import Asked, Gathered
from workshop.core.moderation import AnyDecision, Approve, Done, Group, Merge, identified
from workshop.core.place import JSON
from workshop.kinds import manual
from workshop.kinds.kind import Kind
from workshop.kinds.registry import BUILT_IN
from workshop.room.record import Record, RoundRecord, StepRecord

PEOPLE = 7
TEXTS: dict[str, Sequence[str]] = {
    "questions": ("Who decides?", "Who decides, really?", "When do we begin?", "Is there money?"),
    "open": ("Too many | bars", "Too little time", "Too little time", "# Noise", "Stairs", "Cold", "Light"),
    "words": ("trust", "Trust", "calm", "calm", "time", "trust", "rooms"),
    "commit": ("Ask the caretaker\nIda\nFriday", "Move the printer"),
}
SUPPORT = {"Who decides?": 4, "Is there money?": 2, "When do we begin?": 1}
OWN = {"open": "text", "words": "word", "questions": "question", "commit": "action"}


def tour() -> Record:
    """Its record: two rounds where rounds can be compared, themes, merged cards, support and marks."""
    writer = Writer()
    steps = [_step(writer, kind.model_validate(_example(kind))) for kind in BUILT_IN]
    section = writer.section("Every kind of step", 60, (0, 55), steps=steps)
    return workshop("en", "A tour", [section], ended=56)


def _example(kind: type[Kind]) -> dict[str, object]:
    (step,) = yaml.load(manual.example(kind), yaml.BaseLoader)
    assert isinstance(step, dict)
    return step


def _step(writer: Writer, step: Kind) -> StepRecord:
    if not step.asks:
        return writer.step(step)
    first = _gathered(step, 1, PEOPLE)
    if step.name in TEXTS:
        return writer.step(step, _round(step, first, _decided(step, first)))
    second = msgspec.structs.replace(_gathered(step, 2, PEOPLE - 2), earlier=(first,))
    return writer.step(step, _round(step, first), _round(step, second))


def _gathered(step: Kind, number: int, people: int) -> Gathered:
    own = OWN.get(step.name)
    sent: tuple[JSON, ...] = tuple({own: text} for text in TEXTS[step.name]) if own else ()
    if step.name == "questions":
        for id, text in identified(TEXTS[step.name], b"").items():
            behind: tuple[JSON, ...] = tuple({"support": id} for _ in range(SUPPORT.get(text, 0)))
            sent += behind
    sent = sent or answers(step, "My own words", people)
    floor = 0 if step.exempt else FLOOR
    return Gathered(Asked(number), sent, people, 1, JOINED, floor, by_approval=step.exempt)


def _decided(step: Kind, gathered: Gathered) -> tuple[AnyDecision, ...]:
    ids = identified(TEXTS[step.name], b"")
    of = {text: tuple(id for id, one in ids.items() if one == text) for text in ids.values()}
    match step.name:
        case "questions":
            same = of["Who decides?"] + of["Who decides, really?"]
            return Approve(tuple(ids)), Merge(same), Done(of["When do we begin?"])
        case "open":
            return Group(of["# Noise"] + of["Stairs"], "The rooms"), Merge(of["Too little time"])
        case _:
            return (Approve(tuple(ids)),)


def _round(step: Kind, gathered: Gathered, decisions: tuple[AnyDecision, ...] = ()) -> RoundRecord:
    gathered = msgspec.structs.replace(gathered, decisions=decisions)
    shown, rows = step.show(gathered), step.rows(gathered)
    number = gathered.asked.round
    return RoundRecord(number, gathered.answered, gathered.abstained, JOINED, None, shown, rows)
