"""Made-up desks in every state: that of the picture, and what may stand on one besides."""

from typing import Any

import msgspec

from tests.tui.draw.scenes import clock, lobby, slide
from tests.tui.examples import NOON, snapshot
from workshop.core.blocks import Heading
from workshop.core.phrases import Words, phrase, phrases
from workshop.language import language
from workshop.room.agenda import Agenda, SectionTime, Spare
from workshop.room.desk import Desk, Queue, StepLine
from workshop.room.snapshot import Snapshot
from workshop.tui.desk.view import View
from workshop.tui.draw import Look
from workshop.tui.palette import DARK
from workshop.tui.type import Mode

SIZES = ((60, 20), (80, 24), (100, 30), (120, 36), (160, 45), (240, 70))
NB = Look(DARK, Mode.TRUECOLOR, language("nb"))
EN = Look(DARK, Mode.TRUECOLOR, language("en"))
LOOKS = (NB, EN, Look(DARK, Mode.HALF, language("nb"), plain=True))

NOTES = """
Gi rommet tid. Ikke fyll stillheten.

Si høyt: *Ingen* kan se hvem som har skrevet hva, heller ikke jeg.

- Blir noen ferdige tidlig: be dem lese gjennom det de har skrevet.
- Ikke kommenter svarene når de kommer opp.
"""
TITLES = (
    "Velkommen og innsjekk",
    "Herre i eget hus",
    "Den rosa elefanten",
    "Hvilke kriterier gjelder?",
    "En ny og mer moderne tid",
    "Du taper mye som leder om du kommer ut på minussiden",
    "Temaene samlet",
    "Samlet profesjonell kompetanse",
    "Profesjonelle pauser",
    "Kommunikasjon",
    "Trening av relasjonelle ferdigheter",
    "Utsjekk",
    "Lykke til",
)
PLANNED = (10, 8, 12, 7, 6, 8, 4, 7, 10, 6, 8, 5, 1)
TOOK = (11, 11)


def section(number: int) -> SectionTime:
    """A section of the picture's plan."""
    over = TOOK[number] * 60.0 if number < len(TOOK) else None
    return SectionTime(TITLES[number], PLANNED[number] * 60.0, over)


AGENDA = Agenda(
    tuple(map(section, range(len(TITLES)))),
    current=2,
    since=NOON - 9 * 60,
    optional=(Spare(17, 6, 240.0),),
    pause=Spare(30, 8, 600.0),
)
"""Four minutes behind, nine minutes into the third section; a step and the pause could give time."""


def _took(section: SectionTime, seconds: float | None) -> SectionTime:
    return msgspec.structs.replace(section, over=seconds)


ON_TIME = Agenda(
    tuple(_took(section, section.planned if n < 2 else None) for n, section in enumerate(AGENDA.sections)),
    current=2,
    since=NOON - 9 * 60,
)


def locked(minutes: float, *, left: float = 3) -> Agenda:
    """On the fourth section, which has so much left; the sixth is not to start before in so many minutes."""
    took = (600.0, 480.0, 720.0)
    sections = [_took(s, took[n] if n < len(took) else None) for n, s in enumerate(AGENDA.sections)]
    sections[0] = msgspec.structs.replace(sections[0], starts=NOON - 34 * 60)
    sections[5] = msgspec.structs.replace(sections[5], starts=NOON + minutes * 60)
    since = NOON - 60 * (PLANNED[3] - left)
    return msgspec.structs.replace(
        AGENDA, sections=tuple(sections), current=3, since=since, lock=5, base=NOON - 34 * 60
    )


def step(number: int, text: str = "Hva koster det å la elefanten stå?", **said: Any) -> StepLine:
    """A step in the list."""
    values: dict[str, Any] = {
        "kind": "open",
        "kind_said": phrase("open question"),
        "section_title": TITLES[2],
    }
    return StepLine(step=number, text=text, **{**values, **said})


FOLLOWING = step(12, kind="reflect", kind_said=phrase("reflection"), minutes=4.0, cue=phrase("In pairs"))


def desk(**said: Any) -> Desk:
    """The picture's desk."""
    values: dict[str, Any] = {
        "notes": NOTES,
        "next_press": phrases(
            "Close the round and show {n} answer", "Close the round and show {n} answers", 17
        ),
        "following": FOLLOWING,
        "unfinished": (),
        "steps": tuple(step(number + 1, "Sirkulære modeller") for number in range(41)),
        "agenda": AGENDA,
        "queue": Queue(waiting=2, parked=1),
    }
    return Desk(**{**values, **said})


def view(shot: Snapshot | None = None, look: Look = NB, **said: Any) -> View:
    """The picture's view."""
    asking = snapshot(answered=17, needed=0, timer=clock(138, 300))
    values: dict[str, Any] = {"desk": desk(), "now": NOON, "address": "192.168.1.23:8080/K7QX"}
    return View(shot or asking, look=look, **{**values, **said})


def hostile(text: str) -> View:
    """`text` wherever somebody else's words may stand."""
    words: Words = text
    lines = tuple(step(n + 1, text, section_title=text, kind_said=words, cue=words) for n in range(41))
    agenda = Agenda((SectionTime(text, 60.0, None),) * 30, current=12, since=NOON)
    told = desk(notes=f"{text}\n\n- {text} *{text}*", following=lines[3], steps=lines, agenda=agenda)
    shot = snapshot(title=text, section_title=text, blocks=(Heading(text),), timer=clock(3))
    return view(shot, desk=told, hint=text, address=text)


_LOBBY = desk(
    agenda=Agenda(tuple(SectionTime(title, 600.0, None) for title in TITLES)),
    next_press=phrase("Begin"),
    queue=Queue(),
)
_OVER = Agenda(AGENDA.sections, ended=NOON)
_LONG = desk(
    notes=NOTES * 12,
    next_press=phrase("Go on; the results stay hidden"),
    following=step(12, "Hva mener du egentlig om alt dette som skjer? " * 20, minutes=2.5),
)

_FRESH = tuple(_took(section, None) for section in AGENDA.sections)
_LOCKED = Agenda((msgspec.structs.replace(_FRESH[0], starts=NOON + 25 * 60), *_FRESH[1:]), lock=0)
_LATE = Agenda(
    tuple(_took(section, section.planned if n < 9 else None) for n, section in enumerate(AGENDA.sections)),
    current=9,
    since=NOON - 7 * 60,
)
VIEWS: dict[str, View] = {
    "the picture": view(),
    "nothing has come yet": view(lobby(), desk=None),
    "lobby": view(lobby(joined=0), desk=_LOBBY),
    "lobby that has waited for a minute": view(lobby(joined=0), desk=_LOBBY, alone=True),
    "lobby with the first phone": view(lobby(joined=1, reached=True), desk=_LOBBY),
    "lobby that no phone reaches": view(
        lobby(joined=0), desk=_LOBBY, cut_off=phrase("No phone can reach this computer yet")
    ),
    "a slide": view(slide(Heading("Den rosa elefanten"))),
    "not opened": view(snapshot(round=None, open=False)),
    "below the floor": view(snapshot(answered=2, needed=3, revealed=True, withheld=True)),
    "shown, and can be undone": view(
        snapshot(answered=17, open=False, showing=True, needed=0, undo_until=NOON + 7.2)
    ),
    "overtime": view(snapshot(answered=3, needed=2, timer=clock(-42))),
    "a clock that stands": view(snapshot(timer=clock(60, running=False))),
    "ahead of the plan": view(now=NOON, desk=desk(agenda=Agenda(AGENDA.sections, current=5, since=NOON))),
    "long": view(snapshot(blocks=(Heading("Hva mener du egentlig? " * 30),), answered=0), desk=_LONG),
    "lost": view(hint="Mistet kontakten. Prøver igjen."),
    "ended": view(slide(state="ended"), desk=desk(agenda=_OVER, following=None)),
    "nothing that could give time": view(
        desk=desk(agenda=msgspec.structs.replace(AGENDA, optional=(), pause=None))
    ),
    "behind a locked start": view(desk=desk(agenda=locked(4))),
    "a locked start waits": view(desk=desk(agenda=locked(21))),
    "lobby before a locked start": view(
        lobby(), desk=desk(agenda=_LOCKED, next_press=phrase("Begin"), queue=Queue())
    ),
    "the end is near": view(desk=desk(agenda=_LATE), now=NOON),
    "bell off": view(snapshot(muted=True, timer=None)),
    "no plan": view(desk=desk(agenda=Agenda((SectionTime("En", None, 60.0),) * 3, current=1, since=NOON))),
}
