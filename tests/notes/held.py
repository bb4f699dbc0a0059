"""Two workshops that were held, as records: a Norwegian one that ended and an English one that is not over.

Made with the real kinds, so that what the notes draw is what a kind shows.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from workshop.core.capture import Sort
from workshop.core.gathered import Asked, Gathered
from workshop.core.place import JSON
from workshop.kinds.kind import Kind
from workshop.kinds.registry import kinds
from workshop.room.record import CapturedRecord, Record, RoundRecord, SectionRecord, StepRecord, Withheld

OSLO = timezone(timedelta(hours=1))
START = datetime(2026, 11, 24, 13, 0, tzinfo=OSLO).timestamp()
FLOOR = 5
JOINED = 22


def kind(name: str, main: str, **keys: Any) -> Kind:
    """A step as a session file would make it."""
    return kinds()[name].model_validate({name: main, **keys})


def texts(*texts: str) -> tuple[JSON, ...]:
    """What people wrote to an `open` step."""
    return tuple({"text": text} for text in texts)


def ticks(*counts: int, other: Sequence[str] = ()) -> tuple[JSON, ...]:
    """How many chose each option, and what others wrote."""
    picked: tuple[JSON, ...] = tuple(
        {"pick": index} for index, count in enumerate(counts) for _ in range(count)
    )
    written: tuple[JSON, ...] = tuple({"pick-other": text} for text in other)
    return picked + written


def ratings(*rows: Sequence[int]) -> tuple[JSON, ...]:
    """How many chose each level, row by row."""
    return tuple(
        {f"row{row}": level}
        for row, counts in enumerate(rows, 1)
        for level, count in enumerate(counts, 1)
        for _ in range(count)
    )


def shown(
    step: Kind, contributions: tuple[JSON, ...], answered: int, *, skipped: int = 0, round: int = 1
) -> RoundRecord:
    """A round that the room saw."""
    gathered = Gathered(Asked(round), contributions, answered, skipped, JOINED, FLOOR)
    return RoundRecord(round, answered, skipped, JOINED, None, step.show(gathered), step.rows(gathered))


def withheld(why: Withheld, answered: int, *, skipped: int = 0, round: int = 1) -> RoundRecord:
    """A round that nobody may read."""
    return RoundRecord(round, answered, skipped, JOINED, why, (), [])


class Writer:
    """Numbers the steps of a record through all its sections."""

    def __init__(self) -> None:
        self._step = 0

    def step(self, step: Kind, *rounds: RoundRecord, visited: bool = True) -> StepRecord:
        """The next step."""
        self._step += 1
        return StepRecord(
            self._step,
            step.name,
            step.id,
            step.main,
            step.title,
            step.asks,
            visited,
            step.ask(Asked()),
            rounds,
        )

    def section(
        self, title: str, planned: float | None, *spans: tuple[float, float], steps: Sequence[StepRecord]
    ) -> SectionRecord:
        """A section whose times are minutes since the start."""
        moments = tuple((START + 60 * start, START + 60 * end) for start, end in spans)
        return SectionRecord(
            title,
            None if planned is None else int(60 * planned),
            sum(end - start for start, end in moments) if moments else None,
            moments,
            tuple(steps),
        )


def note(
    sort: Sort, text: str, minute: float, step: int, section: str, *, who: str = "", when: str = ""
) -> CapturedRecord:
    """What the facilitator noted down so many minutes after the start."""
    return CapturedRecord(sort, text, who, when, at=START + 60 * minute, step=step, section_title=section)


def workshop(
    tag: str,
    title: str,
    sections: Sequence[SectionRecord],
    *,
    ended: float | None,
    now: float = 96,
    captured: Sequence[CapturedRecord] = (),
) -> Record:
    """The record of a run that began at 13:00 in Oslo; `ended` and `now` in minutes after that."""
    return Record(
        run="2026-11-24-k7qx",
        title=title,
        language=tag,
        floor=FLOOR,
        state="live" if ended is None else "ended",
        started=START,
        ended=None if ended is None else START + 60 * ended,
        now=START + 60 * now,
        joined=JOINED,
        sections=tuple(sections),
        captured=tuple(captured),
    )


def norwegian() -> Record:
    """Ended; every kind, a second round, rounds below the floor, one never shown, a thin statement, notes."""
    w = Writer()
    sections = [_welcome(w), _elephant(w), _criteria(w), _losing(w), _pauses(w), _training(w)]
    return workshop("nb", "Hvordan ivareta de som er satt til å hjelpe?", sections, ended=96, captured=NOTED)


def _welcome(w: Writer) -> SectionRecord:
    rules = (
        "- Alt er frivillig. Det er *alltid* lov å hoppe over.\n- Dere svarer på telefonen, uten navn.\n\n"
        "Vi er ferdige klokka halv tre."
    )
    steps = [
        w.step(kind("slide", "Velkommen", text=rules)),
        w.step(kind("reflect", "Tenk på en god relasjon på jobben. Hva bærer den?", how="pairs")),
        w.step(kind("open", "Hva har noen gjort som hjalp deg?"), withheld("floor", 3, skipped=4)),
    ]
    return w.section("Velkommen og innsjekk", 10, (0, 11), steps=steps)


def _elephant(w: Writer) -> SectionRecord:
    write = kind("open", "Skriv det ned. Ingen ser hvem du er.", id="elefanter", many="true", max="3")
    first = shown(write, texts(*ELEPHANTS), 17, skipped=2)
    second = shown(write, texts(*ELEPHANTS[:6]), 6, round=2)
    steps = [w.step(kind("slide", "Den rosa elefanten")), w.step(write, first, second)]
    return w.section("Den rosa elefanten", 12, (11, 26), (40, 42.5), steps=steps)


def _criteria(w: Writer) -> SectionRecord:
    options = ["Best mulig for flest mulig", "Best mulig for den enkelte", "Det varierer fra sak til sak"]
    which = kind("choice", "Hvilke kriterier gjelder hos dere?", options=options, other="true")
    answers = ticks(9, 2, 7, other=["Den som roper høyest", "Vet ikke"])
    steps = [w.step(which, shown(which, answers, 20))]
    return w.section("Hvilke kriterier gjelder?", 7.5, (26, 33), steps=steps)


def _losing(w: Writer) -> SectionRecord:
    statements = [
        "Jeg blir sett",
        "Jeg blir hørt",
        "Jeg får vite hva som skjer",
        "Jeg vet hvem jeg kan spørre",
    ]
    fits = kind(
        "scale",
        "Hvor godt stemmer dette for deg?",
        statements=statements,
        low="helt uenig",
        high="helt enig",
    )
    rated = ratings((0, 2, 4, 8, 5), (1, 3, 6, 6, 3), (3, 6, 0, 8, 1), (1, 2))
    parts = [
        {"title": "Teoretisk kunnskap", "text": "Innebærer generelle kunnskaper."},
        {"title": "Yrkesspesifikke ferdigheter", "text": "Innebærer praktiske ferdigheter."},
        {"title": "Personlig kompetanse", "text": "Omfatter den enkeltes verdigrunnlag."},
    ]
    columns = kind("columns", "Samlet profesjonell kompetanse", parts=parts, by="Greta Marie Skau, 2005")
    steps = [w.step(fits, shown(fits, rated, 19, skipped=1)), w.step(columns)]
    title = "Du taper mye som leder om du kommer ut på minussiden"
    return w.section(title, None, (33, 40), (42.5, 51), steps=steps)


def _pauses(w: Writer) -> SectionRecord:
    said = {"by": "Hippokrates", "context": "rundt 400 f.Kr."}
    themes = [
        {"title": "Den rosa elefanten"},
        {"title": "En ny skole", "items": ["En skole i endring", "Bredere jobbing med barn"]},
    ]
    steps = [
        w.step(kind("quote", "Å gjøre ingenting er også god medisin", **said)),
        w.step(kind("pause", "Profesjonell pause", minutes="10")),
        w.step(kind("open", "Hva tar du med deg?"), withheld("never shown", 14)),
        w.step(kind("open", "Hva savnet du?"), withheld("floor", 0)),
        w.step(kind("overview", "Temaene samlet", themes=themes)),
        w.step(kind("slide", "Takk for i dag"), visited=False),
        w.step(kind("reflect", "Hva gjør du i morgen tidlig?", title="I morgen"), visited=False),
    ]
    return w.section("Profesjonelle pauser", 10, (70, 82), steps=steps)


def _training(w: Writer) -> SectionRecord:
    steps = [w.step(kind("reflect", "Øv to og to."), visited=False)]
    return w.section("Trening av relasjonelle ferdigheter", 20, steps=steps)


NOTED = (
    note("remark", "Det ble helt stille, lenge.\nSå lo noen.", 20, 5, "Den rosa elefanten"),
    note(
        "decision",
        "Vi bytter ut fredagsmøtet med en pause som ligger fast i timeplanen.",
        79,
        11,
        "Profesjonelle pauser",
    ),
    note(
        "action",
        "Introdusere vikarer på første møte",
        79.5,
        11,
        "Profesjonelle pauser",
        who="Inspektør",
        when="1. desember",
    ),
    note(
        "action",
        "Sette av fast tid til kollegaveiledning",
        80,
        11,
        "Profesjonelle pauser",
        when="15. januar",
    ),
)

ELEPHANTS = (
    "Hvor slitne vi er",
    "Noen får alltid det siste ordet",
    "Rektor vet det, men spør ikke",
    "At vi gruer oss til møtene",
    "Vikarene blir aldri introdusert",
    "Sykefraværet handler om ledelsen",
    "Vi snakker om hverandre, ikke med",
    "Ingen tør å si nei",
    "Barna merker det",
    "At én av oss er helt alene",
    "Tidspresset",
    "Vi later som planen virker",
    "Det ble aldri ryddet opp i fjor vår. To sluttet,\nog resten av oss lot som ingenting.",
    "Hvem som egentlig bestemmer",
    "Hvor slitne vi er",
    "Pengene",
    "Møtene etter møtet",
    "At vi er redde for foreldrene",
)


def english() -> Record:
    """Not over: a round is open, one step was passed without being opened, the rest is still to come."""
    w = Writer()
    check_in = w.section(
        "Check-in", 5, (0, 0.4), steps=[w.step(kind("quote", "Retrospectives are not for blame"))]
    )
    mad = kind("open", "What made you mad, sad or glad?", many="true")
    pace = kind("scale", "The pace is right for me", levels="7")
    written = texts("The release", "Lunch | together", "# No tests", "= calm", "Bugs")
    rated = shown(pace, ratings((0, 2, 4, 4, 1, 0, 1)), 12)
    steps = [
        w.step(mad, shown(mad, written, 5)),
        w.step(pace, rated, withheld("open", 2, round=2)),
        w.step(kind("choice", "Keep the stand-up?", options=["Yes", "No"])),
    ]
    sections = [
        check_in,
        w.section("What happened", 15, (0.4, 13), steps=steps),
        w.section("Next", None, steps=[w.step(kind("slide", "Next steps"), visited=False)]),
    ]
    captured = [
        note("action", "=cmd | fix the build", 3, 2, "What happened", who="<b>Ada</b>"),
        note("remark", "# Somebody cried", 9, 3, "What happened"),
    ]
    return workshop("en", "Retrospective", sections, ended=None, now=13, captured=captured)
