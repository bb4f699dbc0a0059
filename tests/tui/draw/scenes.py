"""Snapshots of every state that a stage can be in, with the real session's longest texts."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from tests.kinds.room import answers, gathered
from tests.tui.draw import results
from tests.tui.examples import NOON, snapshot
from workshop.core.blocks import (
    Bar,
    Bars,
    Card,
    Cards,
    Columns,
    Countdown,
    Cue,
    Empty,
    Heading,
    LevelRow,
    Levels,
    Note,
    Options,
    Paragraph,
    Part,
    Quote,
    Run,
    Spotlight,
    Table,
    Text,
    Theme,
    Tree,
)
from workshop.core.gathered import Asked
from workshop.core.phrases import phrase, phrases
from workshop.kinds.kind import Kind
from workshop.language import language
from workshop.room.snapshot import ClockNow, Snapshot
from workshop.sessionfile.build import load
from workshop.sessionfile.shelf import shipped
from workshop.tui.draw import Look
from workshop.tui.palette import DARK, LIGHT
from workshop.tui.type import Mode

SIZES = ((60, 20), (80, 24), (97, 31), (120, 36), (160, 45), (200, 50), (240, 70))
LIGHT_NB = Look(LIGHT, Mode.TRUECOLOR, language("nb"))
PLAIN_NB = Look(LIGHT, Mode.TRUECOLOR, language("nb"), plain=True)
LOOKS = (
    LIGHT_NB,
    Look(DARK, Mode.QUADRANTS, language("en")),
    Look(LIGHT, Mode.HALF, language("nb")),
    PLAIN_NB,
)

QUESTION = "Skriv det ned. Ingen ser hvem du er."
CARRIED = ("Møter som kunne vært en e-post", "At ingen sier hva de mener", "Pausene", "Vakter")
"""What a step takes over from an earlier one."""
ANSWER = "Vi snakker om hverandre, ikke med hverandre, og det vet alle, men ingen tør å si det høyt"


def clock(left: float, total: float = 300.0, *, running: bool = True) -> ClockNow:
    """A clock with so many seconds left at NOON."""
    return ClockNow(total, left, running, NOON + left if running else None)


def lobby(**said: Any) -> Snapshot:
    """The lobby."""
    nowhere = {"section": None, "section_title": None, "step": None, "kind": None, "round": None}
    return snapshot(**{**nowhere, "state": "lobby", "open": False, "blocks": (), "asks": False, **said})


def slide(*blocks: Any, **said: Any) -> Snapshot:
    """A step that asks nothing."""
    quiet = {"kind": "slide", "round": None, "open": False, "asks": False}
    return snapshot(**{**quiet, "blocks": blocks, **said})


def asking(*blocks: Any, **said: Any) -> Snapshot:
    """An open question."""
    return snapshot(**{"blocks": blocks or (Heading(QUESTION),), "answered": 17, "needed": 0, **said})


def shown(*blocks: Any, **said: Any) -> Snapshot:
    """Results after the round was closed."""
    heading = Heading(QUESTION, quiet=True)
    done = {"open": False, "revealed": True, "showing": True, "answered": 17, "needed": 0}
    return snapshot(**{**done, "blocks": (heading, *blocks), **said})


def cards(number: int, text: str = ANSWER) -> Cards:
    """So many cards, every one different."""
    return Cards(tuple(Card(f"{index}: {text}") for index in range(number)))


def lit(text: str, times: int = 1) -> Snapshot:
    """One answer in the spotlight."""
    said = Note((phrases("The only answer", "One of {n} answers", 14),))
    return msgspec.structs.replace(shown(), blocks=(Spotlight(text, times), said), spotlight=True)


LEVELS = Levels(
    (
        LevelRow("Jeg får vite hva som skjer", (3, 6, 5, 4, 1), 3.0),
        LevelRow("Jeg blir hørt", (1, 3, 6, 6, 3), 3.5),
        LevelRow("Jeg blir sett", withheld=phrase("fewer than {floor} answered this one", floor=5)),
    ),
    ("helt uenig", "", "", "", "helt enig"),
)
BARS = Bars((Bar("Best mulig for flest mulig", 9), Bar(phrase("Something else"), 2, own=True)), 11)
NOTE = Note((phrase("{n} of {joined} have answered", n=17, joined=22), phrase("in random order")))
PARTS = tuple(
    Part(title, "Omfatter den enkeltes verdigrunnlag og menneskesyn. " * 3)
    for title in ("Teoretisk kunnskap", "Personlig kompetanse", "Yrkesspesifikke ferdigheter")
)
TREE = Tree(
    (
        Theme("Du taper mye som leder om du kommer ut på minussiden", ("Å bli sett", "Trøste og bære")),
        Theme("Den rosa elefanten"),
    )
)

STATES: dict[str, Snapshot] = {
    "lobby": lobby(),
    "lobby with a Wi-Fi": lobby(joined=0, wifi="Rådhuset gjest"),
    "lobby with all there is": lobby(joined=1, reached=True, wifi="Nettet med det aller lengste nav"),
    "lobby with the first phone": lobby(joined=1, reached=True),
    "lobby that no phone reaches": lobby(join_url="HTTP://127.0.0.1:8080/K7QX", joined=0),
    "open": asking(timer=clock(138)),
    "open, with options": asking(
        Heading("Hvilke kriterier gjelder hos dere?"),
        Options(("Best mulig for flest mulig", "Det varierer fra sak til sak"), phrase("Choose one")),
        timer=clock(40),
    ),
    "below the floor": asking(revealed=True, withheld=True, answered=2, needed=3),
    "live": asking(Heading(QUESTION, quiet=True), BARS, NOTE, live=True, revealed=True, showing=True),
    "not yet open": asking(round=None, open=False, answered=0),
    "closed, not shown": asking(open=False),
    "closed below the floor": asking(open=False, revealed=True, withheld=True, answered=2, needed=3),
    "cards": shown(cards(40), NOTE),
    "few cards": shown(cards(3), NOTE, timer=clock(60)),
    "cards by theme": shown(Cards(tuple(Card(ANSWER, 2, theme) for theme in ("Tid", "Tid", "Tillit")))),
    "spotlight": lit("Vi snakker om hverandre, ikke med"),
    "spotlight, long": lit(" ".join([ANSWER] * 8), 3),
    "bars": shown(BARS, cards(2), NOTE),
    "levels": shown(LEVELS, NOTE),
    "no answers": shown(Empty(phrase("No answers yet")), Note(())),
    "table": shown(Table((("Hva", "Hvem"), ("Ring", "Kari")), (phrase("Option"), phrase("People")))),
    "slide": slide(Heading("Den rosa elefanten")),
    "slide with text": slide(
        Heading("Velkommen"),
        Text(
            (
                Paragraph((Run("Noe "), Run("alle", strong=True), Run(" vet.")), bullet=True),
                Paragraph((Run("Gå."),)),
            )
        ),
    ),
    "quote": slide(Quote("Å gjøre ingenting er også god medisin", "Hippokrates", "omtrent")),
    "columns": slide(Heading("Samlet profesjonell kompetanse"), Columns(PARTS, "Greta Marie Skau, 2005")),
    "overview": slide(Heading("Temaene samlet"), TREE),
    "reflection": slide(
        Heading("Hva vet alle hos dere, som ingen sier?"),
        Cue(phrase("Quietly, on your own")),
        timer=clock(161, 180),
    ),
    "reflection without a clock": slide(Heading("Hva nå?"), Cue(phrase("In pairs"))),
    "pause": slide(Heading("Profesjonell pause"), Countdown(back=True), timer=clock(522, 900)),
    "long question": asking(Heading("Hva mener du egentlig om alt dette som skjer? " * 40)),
    "long slide": slide(Heading("En overskrift som aldri tar slutt. " * 60)),
    "no lead": slide(Text((Paragraph((Run("Bare tekst."),)),))),
    "blank": asking(blanked=True),
    "ended": slide(state="ended", kind=None),
    **{name: shown(*blocks, NOTE) for name, blocks in results.scenes()},
}


@cache
def session_scenes() -> tuple[Snapshot, ...]:
    """Every step of every session that ships: asked, and shown where it asks."""
    return tuple(scene for path in shipped() for scene in _scenes(load(path)))


def _scenes(session: Any) -> Iterator[Snapshot]:
    for number, step in session:
        place = {
            "section_title": session.sections[number].title,
            "section": number + 1,
            "sections": len(session.sections),
        }
        timer = clock(60, step.minutes) if step.minutes else None
        if not step.asks:
            yield slide(*step.ask(Asked()), **place, timer=timer)
        else:
            yield asking(*step.ask(Asked()), **place, timer=timer)
            yield _results(step, place)


def _results(step: Kind, place: dict[str, Any]) -> Snapshot:
    asked = Asked(options=CARRIED) if step.source else Asked()
    results = step.show(gathered(answers(step, ANSWER, 12, asked=asked), 12, asked=asked))
    return snapshot(blocks=results, open=False, revealed=True, showing=True, answered=12, needed=0, **place)
