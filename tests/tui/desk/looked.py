"""Desk and board as they look in a real workshop: every state once, with texts of the session that ships."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec

from tests.tui.desk.scenes import AGENDA, NB, ON_TIME, PLANNED, TITLES, VIEWS, desk, locked, view
from tests.tui.draw.scenes import clock
from tests.tui.examples import NOON
from tests.tui.looked import ASKING, ELEPHANTS, THEMES, at, elephants, real, step_of
from workshop.core.blocks import Cue
from workshop.core.gathered import Asked
from workshop.core.moderation import Item
from workshop.core.phrases import phrase, phrases
from workshop.kinds.spoken import spoken
from workshop.room.agenda import Agenda, SectionTime
from workshop.room.board import Board, Sheaf, Tab
from workshop.room.desk import Queue, StepLine
from workshop.room.snapshot import Snapshot
from workshop.tui.desk.boardpage import BoardView
from workshop.tui.desk.listing import Listing
from workshop.tui.desk.texts import Texts
from workshop.tui.desk.view import View

NUMBER = ASKING["open"]
ALIKE = ("Så slitne vi er", "Hvor slitne alle er")
_NEAR = {name: view for name, view in VIEWS.items() if name.startswith("lobby")}
_TOOK = (11, 11, 14, 7, 8, 8, 4, 6, 10, 6, 8, 6, 1)
_ENDED = tuple(
    SectionTime(title, minutes * 60.0, took * 60.0)
    for title, minutes, took in zip(TITLES, PLANNED, _TOOK, strict=True)
)


def on(shot: Snapshot, agenda: Agenda = AGENDA, *, seen: dict[str, Any] | None = None, **said: Any) -> View:
    """The desk beside the stage `shot`: the step's own notes, and the step that comes then."""
    here = shot.step or 1
    values: dict[str, Any] = {
        "agenda": agenda,
        "notes": step_of(real(), here).notes or "",
        "following": line(here + 1),
        "steps": tuple(line(number + 1) for number in range(shot.steps)),
        **said,
    }
    if shot.open:
        one, many = "Close the round and show {n} answer", "Close the round and show {n} answers"
        values = {"next_press": phrases(one, many, shot.answered), **values}
    return view(shot, desk=desk(**values), **(seen or {}))


def line(number: int) -> StepLine:
    """The step `number` of the real session in a list."""
    section, step = [*real()][number - 1]
    cue = next((block.text for block in step.ask(Asked()) if isinstance(block, Cue)), "")
    minutes = step.minutes / 60 if step.minutes else None
    title = real().sections[section].title
    called = step.title or step.main
    return StepLine(number, title, step.name, called, minutes, spoken(step.name), "" if step.asks else cue)


def desks() -> Iterator[tuple[str, View]]:
    """Every state of the desk."""
    question = at(real(), NUMBER, timer=clock(138, 180))
    result, onward = elephants(timer=None), phrase("On to the next step")
    calm: dict[str, Any] = {"agenda": ON_TIME, "queue": Queue()}
    for name, lobby in _NEAR.items():
        yield name, _in_lobby(lobby)
    yield "a slide", on(at(real(), 11), **calm, next_press=onward)
    unopened = at(real(), NUMBER, round=None, open=False)
    yield "not opened", on(unopened, **calm, next_press=phrase("Open the question"))
    yield "on time", on(question, **calm)
    yield "below the floor", on(at(real(), NUMBER, answered=2, needed=3, timer=clock(161, 180)), **calm)
    yield "behind, and what waits", on(question)
    yield "behind, nothing gives time", on(question, msgspec.structs.replace(AGENDA, optional=(), pause=None))
    yield "behind a locked start", on(question, locked(4), queue=Queue())
    yield "a locked start waits", on(question, locked(21), queue=Queue())
    closing = VIEWS["the end is near"].desk
    assert closing is not None
    yield "the end is near", on(at(real(), 46, timer=clock(80, 120)), closing.agenda, queue=Queue())
    yield "overtime", on(at(real(), NUMBER, timer=clock(-42, 180)), **calm)
    yield "a clock that stands", on(at(real(), NUMBER, timer=clock(60, 180, running=False)), **calm)
    undone = msgspec.structs.replace(result, undo_until=NOON + 7.2)
    yield "shown, and can be undone", on(undone, **calm, next_press=onward)
    yield "spotlight", on(elephants(spotlight=True), **calm, next_press=onward)
    yield "phone remote on", on(question, **calm, remote=True)
    yield "bell off", on(at(real(), NUMBER, muted=True, timer=clock(138, 180)), **calm)
    yield "rehearsal", on(at(real(), NUMBER, rehearsal=True, timer=clock(138, 180)), **calm)
    yield "lost contact", on(question, **calm, seen={"hint": NB.text("Lost contact. Trying again.")})
    over = at(real(), 55, state="ended", kind=None, section=None, step=None)
    yield "ended", on(over, Agenda(_ENDED, ended=NOON), queue=Queue(), following=None)


def _in_lobby(lobby: View) -> View:
    agenda = lobby.desk.agenda if lobby.desk else Agenda()
    told = on(lobby.snapshot, agenda, next_press=phrase("Begin"), queue=Queue(), following=line(1))
    return replace(told, alone=lobby.alone, cut_off=lobby.cut_off)


def boards() -> Iterator[tuple[str, BoardView]]:
    """Every state of the board."""
    yield "no text yet", board(())
    yield "held", board((), withheld=phrase("Nothing is shown until {floor} have answered.", floor=5))
    yield "one text", board(ELEPHANTS[:1])
    plain = board((*ELEPHANTS, *ALIKE))
    yield "30 texts", board([*ELEPHANTS, *(f"{text} hos oss" for text in ELEPHANTS), *ALIKE])
    like = next(row.item for row in plain.texts.rows if row.item.text == ALIKE[0])
    yield "a likeness", replace(plain, like=like)
    many = board([f"{text} ({turn})" for turn in range(22) for text in ELEPHANTS][:300], themed=True)
    yield "300 texts in themes", many
    marked = board(ELEPHANTS, themed=True)
    for _ in range(3):
        marked.texts.mark()
    yield "marked", marked
    narrow = board(ELEPHANTS, themed=True)
    narrow.texts.look_for("vi")
    yield "narrowed", narrow
    loose = board(ELEPHANTS, themed=True)
    loose.texts.look_at_loose(on=True)
    yield "in no theme", loose


def board(texts: Any, *, themed: bool = False, **said: Any) -> BoardView:
    """The board with those texts, every fourth of them in no theme, and one hidden."""
    themes = (*THEMES, "") if themed else ("",)
    items = tuple(
        Item(f"{n}", text, 1, themes[n % len(themes)], hidden=n == 9) for n, text in enumerate(texts)
    )
    title = line(NUMBER).text
    tabs = (Tab(10, line(10).text), Tab(NUMBER, title), Tab(0, phrase("Waiting"), 2))
    sheaf = Sheaf(NUMBER, title, items, THEMES if themed else (), **said)
    found = Texts()
    found.fill(Board(tabs, NUMBER, (sheaf,)), 0)
    return BoardView(found, Listing(NB), NB, NOON)
