"""The stage as it looks in a real workshop: every state once, with texts of the session that ships."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tests.kinds.room import gathered
from tests.tui.draw.scenes import LIGHT_NB, clock, lobby
from tests.tui.examples import NOON, run, snapshot
from workshop.core.fields import Refused
from workshop.core.gathered import Asked
from workshop.core.moderation import Group, Merge
from workshop.core.place import JSON
from workshop.core.session import Session
from workshop.kinds.kind import Kind
from workshop.rehearsal.answering import Answerer
from workshop.rehearsal.people import people
from workshop.room.snapshot import Snapshot
from workshop.sessionfile.build import load, load_bytes
from workshop.sessionfile.shelf import shipped
from workshop.tui.contact import Heard
from workshop.tui.draw import Frame
from workshop.tui.scene import Scene

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
    "Det ble aldri ryddet opp etter konflikten i fjor, og nå later alle som den ikke fant sted",
    "Hvem som egentlig bestemmer",
)
THEMES = ("Tid", "Mot", "Ledelse")
OTHERS = """
title: De andre måtene å spørre på
language: nb
sections:
  - title: De andre
    steps:
      - mood: Hvordan har du det akkurat nå?
      - fist: Vi prøver faste pauser i tre uker.
        rule: Vi prøver når ingen er under 3.
      - rank: Hva betyr mest for deg på jobben?
        options: [Å bli sett, Tid til å gjøre det ordentlig, En leder som lytter, Gode kollegaer]
        top: 3
      - points: Hvordan bør en time sammen brukes?
        options: [Dele nytt, Tenke høyt, Avgjøre noe, Bare være sammen]
        total: 60
      - dots: Hva skal vi gjøre noe med?
        options: [Møter som kunne vært en e-post, At ingen sier hva de mener, Pausene, Vaktlistene]
        each: 3
      - matrix: Hvor skal vi begynne?
        items: [Kortere møter, Saksliste på forhånd, En dag uten møter, Faste pauser]
        x: {low: lite arbeid, high: mye arbeid}
        y: {low: liten nytte, high: stor nytte}
      - questions: Hva lurer du på?
"""
"""Kinds that the real session has no use for."""


NUMBERS = {
    "slide": 40,
    "headline": 11,
    "long headline": 26,
    "words left out": 22,
    "quote": 39,
    "long quote": 21,
    "quote and its source": 44,
    "columns": 36,
    "overview": 30,
}
ASKING = {"open": 13, "choice": 16, "several": 2, "scale": 25, "commit": 51, "words": 53}
OTHER = dict(zip(("mood", "fist", "rank", "points", "dots", "matrix", "questions"), range(1, 8), strict=True))


@dataclass(frozen=True)
class Hearing:
    """What a scene knows besides its snapshot: seconds that it has waited, no contact, pages that turn."""

    waited: float = 0.0
    lost: bool = False
    turning: bool = False


@cache
def real() -> Session:
    """The session of the workshop that all this began with."""
    return load(next(path for path in shipped() if path.stem == "ivareta-hjelperne"))


@cache
def others() -> Session:
    """The kinds that it does not use."""
    return load_bytes(OTHERS.encode(), "others")


@cache
def gallery() -> Session:
    """The session that has a picture."""
    return load(next(path for path in shipped() if path.stem == "gallery"))


def step_of(session: Session, number: int) -> Kind:
    """Its step `number`, counted from 1."""
    step: Kind = [*session][number - 1][1]
    return step


def at(session: Session, number: int, **said: Any) -> Snapshot:
    """The stage at a step, as it comes to it; a question is open, and 17 of 22 have answered."""
    section, step = [*session][number - 1]
    place: dict[str, Any] = {
        "section": section + 1,
        "section_title": session.sections[section].title,
        "sections": len(session.sections),
        "step": number,
        "steps": len([*session]),
        "kind": step.name,
        "blocks": step.ask(Asked()),
        "asks": step.asks,
    }
    state = {"answered": 17, "needed": 0} if step.asks else {"open": False, "round": None}
    return snapshot(**{**place, **state, **said})


def answered(session: Session, number: int, **said: Any) -> Snapshot:
    """The same with the answers of a made-up room shown."""
    step = step_of(session, number)
    results = step.show(gathered(contributions(step), 17))
    shown: dict[str, Any] = {"open": False, "revealed": True, "showing": True, "blocks": results}
    return at(session, number, **{**shown, **said})


def drawn(shot: Snapshot, heard: Hearing, size: tuple[int, int]) -> Frame:
    """The picture of a stage in Norwegian that heard this."""
    now = [0.0]
    look = replace(LIGHT_NB, pictures=shipped()[0].parent)
    scene = Scene(run(starts="13:00", join_url=shot.join_url), look, steady=lambda: now[0])
    now[0] = heard.waited
    scene.hear(Heard(shot, heard.waited, fresh=True))
    if heard.lost:
        scene.lose()
    frame = scene.frame(*size)
    if heard.turning:
        scene.turn_alone()
        frame = scene.frame(*size)
    return frame


def contributions(step: Kind) -> tuple[JSON, ...]:
    """What 17 made-up people answer; what they write on elephants is what a real room would."""
    if step.name == "open":
        return tuple({"text": text} for text in ELEPHANTS)
    answerer, found = Answerer("nb", "looks", step.main), []
    for person in people(17, "looks"):
        form: dict[str, list[str]] = defaultdict(list)
        for name, value in answerer.answer(step.form(Asked(), ()), person):
            form[name].append(value)
        read = step.accept(form, Asked(), ())
        found += [] if isinstance(read, Refused) else [*read]
    return tuple(found)


def elephants(*, themes: bool = False, times: int = 1, **said: Any) -> Snapshot:
    """The elephants as cards, in themes, or as many as there are in a large room."""
    step = step_of(real(), ASKING["open"])
    texts = [f"{text} ({turn})" if turn else text for turn in range(times) for text in ELEPHANTS]
    found = gathered(tuple({"text": text} for text in texts), 17)
    items = {item.text: item.id for item in found.items("text")}
    if themes:
        ids = [items[text] for text in ELEPHANTS]
        groups = (Group(tuple(ids[n::4]), theme) for n, theme in enumerate(THEMES))
        found = found.as_decided((Merge((ids[0], ids[10])), *groups))
    if said.get("spotlight"):
        return answered(
            real(), ASKING["open"], blocks=found.spotlight(("text",), items[ELEPHANTS[12]]), **said
        )
    return answered(real(), ASKING["open"], blocks=step.show(found), **said)


def stages() -> Iterator[tuple[str, Snapshot, Hearing]]:
    """Every state of the stage: its name, what it shows, and what its scene knows besides."""
    nothing = Hearing()
    yield "lobby, nobody yet", lobby(joined=0), nothing
    yield "lobby, after a minute", lobby(joined=0), Hearing(waited=75.0)
    yield "lobby, the first phone", lobby(joined=1, reached=True), nothing
    yield "lobby, people", lobby(reached=True), nothing
    yield "lobby, Wi-Fi", lobby(joined=0, wifi="Rådhuset gjest"), nothing
    yield "lobby, no network", lobby(join_url="HTTP://127.0.0.1:8080/K7QX", joined=0), nothing
    yield "lobby, rehearsal", lobby(joined=0, rehearsal=True), nothing
    for name, number in NUMBERS.items():
        yield name, at(real(), number), nothing
    yield "image", at(gallery(), 4, language="nb"), nothing
    yield "alone", at(real(), 12, timer=clock(101, 120)), nothing
    yield "in pairs", at(real(), 14, timer=clock(23, 180)), nothing
    yield "in fours, not begun", at(real(), 17, timer=clock(180, 180, running=False)), nothing
    yield "pause", at(real(), 42, timer=clock(522, 600)), nothing
    yield "pause, over", at(real(), 42, timer=clock(-35, 600)), nothing
    groups = step_of(real(), 49)
    for beat in range(len(groups.stages())):
        said = groups.ask(Asked(beat=beat))
        yield f"groups {beat + 1}", at(real(), 49, blocks=said, timer=clock(100, 120)), nothing
    yield from _asked(nothing)
    yield from _told(nothing)


def _asked(nothing: Hearing) -> Iterator[tuple[str, Snapshot, Hearing]]:
    opened = {"timer": clock(138, 180)}
    for name, number in ASKING.items():
        yield f"{name}, asked", at(real(), number, **opened), nothing
        yield f"{name}, shown", answered(real(), number), nothing
    for name, number in OTHER.items():
        yield f"{name}, asked", at(others(), number, **opened), nothing
        yield f"{name}, shown", answered(others(), number), nothing
    number = ASKING["open"]
    yield "not open yet", at(real(), number, round=None, open=False, answered=0), nothing
    yield "nobody yet", at(real(), number, answered=0, needed=5, **opened), nothing
    yield "below the floor", at(real(), number, answered=2, needed=3, **opened), nothing
    held = {"revealed": True, "withheld": True}
    yield "held", at(real(), number, answered=2, needed=3, **held, **opened), nothing
    closed = {"open": False, "revealed": True, "withheld": True}
    yield "closed below the floor", at(real(), number, answered=2, needed=3, **closed), nothing
    yield "closed, not shown", at(real(), number, open=False), nothing
    yield "live", answered(real(), ASKING["choice"], open=True, live=True, timer=clock(48, 60)), nothing
    yield "late", at(real(), number, timer=clock(31, 180)), nothing
    yield "over", at(real(), number, timer=clock(8, 180)), nothing
    yield "overtime", at(real(), number, timer=clock(-42, 180)), nothing
    yield "paused", at(real(), number, timer=clock(100, 180, running=False)), nothing
    yield "muted", at(real(), number, muted=True, **opened), nothing
    yield "rehearsal", at(real(), number, rehearsal=True, **opened), nothing
    yield "lost contact", at(real(), number, **opened), Hearing(lost=True)
    yield "no network", at(real(), number, reachable=False, **opened), nothing


def _told(nothing: Hearing) -> Iterator[tuple[str, Snapshot, Hearing]]:
    yield "cards by theme", elephants(themes=True), nothing
    yield "many cards", elephants(times=4), nothing
    yield "many cards, turning", elephants(times=4), Hearing(turning=True)
    yield "just closed", elephants(undo_until=NOON + 9), nothing
    yield "spotlight", elephants(spotlight=True), nothing
    yield "no answers", answered(real(), 13, blocks=step_of(real(), 13).show(gathered()), answered=0), nothing
    yield "blank", at(real(), 13, blanked=True), nothing
    yield "ended", at(real(), 55, state="ended", kind=None, section=None, step=None), nothing
