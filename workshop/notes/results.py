"""What the notes say of a round: who answered, what the figures mean, and why something is left out."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from workshop.core.blocks import Blocks, Cards, Cloud, Heading, Levels, Note
from workshop.core.phrases import Phrase, Words, phrase, phrases
from workshop.notes.spoken import plain, spoken
from workshop.notes.wording import Wording
from workshop.room.record import Record, RoundRecord, Withheld


class RoundReport(msgspec.Struct, frozen=True):
    """One round. `label` numbers it where there are several; `line` always says how many people answered."""

    round: int
    answered: int
    withheld: Withheld | None
    label: str
    line: str
    blocks: Blocks
    """The results alone: the question stands above them, their note is in `line`."""
    data: Blocks
    """The results as the room saw them, for readers that are programs."""
    rows: list[dict[str, Any]]


def result(round: RoundRecord, floor: int, wording: Wording, *, numbered: bool) -> RoundReport:
    """`round` in words; whatever is withheld is empty here even if the record should hold it."""
    blocks = () if round.withheld else round.blocks
    said = spoken(blocks, wording.language)
    return RoundReport(
        round=round.round,
        answered=round.answered,
        withheld=round.withheld,
        label=wording.say(phrase("Round {n}", n=round.round)) if numbered else "",
        line=wording.sentences(_parts(round, blocks, floor, wording)),
        blocks=tuple(block for block in said if not isinstance(block, Heading | Note)),
        data=said,
        rows=[] if round.withheld else [plain(row, wording.language) for row in round.rows],
    )


def _parts(round: RoundRecord, blocks: Blocks, floor: int, wording: Wording) -> list[Words]:
    if round.withheld:
        return [*_turnout(round, wording), *_skipped(round), *_why(round, floor)]
    return [*_turnout(round, wording), *_notes(blocks)]


def _turnout(round: RoundRecord, wording: Wording) -> Iterator[Words]:
    if not round.answered:
        yield phrase("Nobody answered")
        return
    people = _people(round)
    texts = [block for block in round.blocks if not isinstance(block, Heading | Note)]
    if not _counted_by_itself(round) and texts and all(isinstance(block, Cards) for block in texts):
        n = sum(card.times for block in texts if isinstance(block, Cards) for card in block.cards)
        answers = phrases("{n} answer", "{n} answers", n)
        yield f"{wording.say(people)}, {wording.say(answers)}"
    else:
        yield people


def _people(round: RoundRecord) -> Phrase:
    if not round.by_hand:
        return phrase("{answered} of {joined} answered", answered=round.answered, joined=round.joined)
    message = "{answered} of {joined} answered, {hands} of them without a phone"
    return phrase(message, answered=round.answered, joined=round.joined, hands=round.by_hand)


def _notes(blocks: Blocks) -> Iterator[Words]:
    """What a kind's own notes say but for the turnout: a phrase that sets people against the `joined`."""
    for block in blocks:
        if isinstance(block, Note):
            yield from (part for part in block.parts if not _is_turnout(part) and part != Cloud.LARGER)


def _counted_by_itself(round: RoundRecord) -> bool:
    """Whether nothing is told, or the kind says first of all how many there are (`2 questions`)."""
    first = [block.parts[0] for block in round.blocks if isinstance(block, Note) and block.parts]
    return bool(round.withheld) or any(not _is_turnout(part) for part in first)


def _is_turnout(part: Words) -> bool:
    return isinstance(part, Phrase) and "joined" in part.values


def _skipped(round: RoundRecord) -> Iterator[Words]:
    if round.abstained:
        yield phrases("{n} skipped", "{n} skipped", round.abstained)


def _why(round: RoundRecord, floor: int) -> Iterator[Words]:
    if not _left_out(round):
        return
    match round.withheld:
        case "floor":
            yield phrase("Left out, because fewer than {floor} answered", floor=floor)
        case "never shown":
            yield phrase("Left out, because its answers were kept hidden")
        case "open":
            yield phrase("Left out, because the round is still open")


def _left_out(round: RoundRecord) -> bool:
    return round.withheld == "open" or bool(round.withheld and round.answered)


def closing(record: Record, wording: Wording) -> str:
    """How much is left out and why, and what is never stored."""
    rounds = [round for section in record.sections for step in section.steps for round in step.rounds]
    left_out = Counter(round.withheld for round in rounds if _left_out(round))
    thin = sum(_thin_rows(round) for round in rounds if not round.withheld)
    parts = [
        *_counted(left_out, thin, record.floor),
        phrase("No names, phones or times of answers are stored"),
    ]
    return wording.sentences(parts)


def _thin_rows(round: RoundRecord) -> int:
    levels = [block for block in round.blocks if isinstance(block, Levels)]
    return sum(1 for block in levels for row in block.rows if row.withheld)


def _counted(left_out: "Counter[Withheld | None]", thin: int, floor: int) -> Iterator[Words]:
    if n := left_out["floor"]:
        yield phrases(
            "One round is left out because fewer than {floor} answered",
            "{n} rounds are left out because fewer than {floor} answered",
            n,
            floor=floor,
        )
    if thin:
        yield phrases(
            "One statement is left out because fewer than {floor} rated it",
            "{n} statements are left out because fewer than {floor} rated them",
            thin,
            floor=floor,
        )
    if n := left_out["never shown"]:
        yield phrases(
            "One round is left out because its answers were kept hidden",
            "{n} rounds are left out because their answers were kept hidden",
            n,
        )
    if n := left_out["open"]:
        yield phrases(
            "One round is left out because it is still open",
            "{n} rounds are left out because they are still open",
            n,
        )
