"""Pictures of what the room sees, each beside the one that was looked at and found right.

After a change that is meant: `pytest tests/tui/test_pictures.py --snapshot-update`, and look at every one.
"""

import re
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui import examples
from tests.tui.draw.scenes import STATES, asking, clock, slide
from tests.tui.stages import rows_of
from workshop.core.blocks import Cue, Heading
from workshop.core.moderation import Item
from workshop.core.phrases import phrase, phrases
from workshop.core.wifi import Wifi
from workshop.hub.address import Interface, ranked
from workshop.language import language
from workshop.room.board import Board, Sheaf, Tab
from workshop.room.desk import Desk, StepLine, Unfinished
from workshop.room.firewall import openings
from workshop.room.snapshot import Snapshot
from workshop.room.ways import WaysIn
from workshop.tui.app import StageApp
from workshop.tui.client import Client
from workshop.tui.contact import Heard
from workshop.tui.desk.app import DeskApp
from workshop.tui.desk.board import BoardScreen
from workshop.tui.desk.scene import DeskScene
from workshop.tui.draw import Look
from workshop.tui.look import Theme
from workshop.tui.palette import PALETTES
from workshop.tui.picker import Choice, Group, PickerApp
from workshop.tui.scene import Scene
from workshop.tui.screens import ways
from workshop.tui.type import Mode

pytestmark = pytest.mark.usefixtures("in_oslo")

Compare = Callable[..., bool]
CARDS = (
    Interface("docker0", "172.17.0.1"),
    Interface("tun0", "10.8.0.2"),
    Interface("enp0s31f6", "10.0.0.9"),
    Interface("wlp2s0", "192.168.1.23"),
)
SIZES = [(80, 24), (120, 36)]
SHOWN = (
    "lobby",
    "lobby with the first phone",
    "lobby with a Wi-Fi",
    "open",
    "below the floor",
    "bars",
    "levels",
    "cards",
    "spotlight",
    "quote",
    "columns",
    "pause",
    "ended",
)
CUE = Cue(phrase("Quietly, on your own"))
QUESTION = Heading("Hva vet alle hos dere, som ingen sier?")
CLOCKS = {
    "running": clock(161, 180),
    "late": clock(31, 180),
    "over": clock(8, 180),
    "overtime": clock(-42, 180),
    "paused": clock(100, 180, running=False),
}
ASKED = asking(timer=clock(138))
DESK = Desk(
    notes="Gi rommet tid. Ikke fyll stillheten.\n\n"
    "Si høyt: Ingen kan se hvem som har skrevet hva, heller ikke jeg.",
    next_press=phrases("Close the round and show {n} answer", "Close the round and show {n} answers", 17),
    following=StepLine(12, "Den rosa elefanten", "reflect", "Hva koster det å la elefanten stå?", 4),
    unfinished=(
        Unfinished(11, "Skriv det ned. Ingen ser hvem du er.", phrase("still open")),
        Unfinished(14, "Hvilke kriterier gjelder hos dere?", phrase("never shown")),
    ),
    steps=(
        StepLine(1, "Velkommen", "slide", "Velkommen"),
        StepLine(11, "Den rosa elefanten", "open", "Skriv det ned. Ingen ser hvem du er."),
    ),
)


WRITTEN = (
    ("Vi snakker om hverandre, ikke med", "Mot", 1),
    ("Ingen tør å si nei", "Mot", 2),
    ("Tidspresset", "Tid", 4),
    ("Vi har ikke tid til å snakke sammen om det som er vanskelig, så det blir liggende", "Tid", 1),
    ("Rektor vet det, men spør ikke", "", 1),
    ("Hvor slitne vi er", "", 1),
    ("Så slitne vi er!", "", 1),
    ("Barna merker det", "Barna", 1),
    ("Sykefraværet handler om ledelsen", "Ledelse", 1),
)
TEXTS = tuple(Item(f"{n}", text, times, theme) for n, (text, theme, times) in enumerate(WRITTEN))
THEMES = ("Mot", "Tid", "Barna", "Ledelse")
ASKS = "Skriv det ned. Ingen ser hvem du er."
BOARD = Board(
    (Tab(11, ASKS), Tab(12, "Hva lurer dere på?", 2), Tab(0, phrase("Waiting"), 2)),
    11,
    (Sheaf(11, ASKS, (*TEXTS, Item("x", "Huff", hidden=True)), THEMES),),
)


class Quiet(Client):
    """A hub that has a desk, and says nothing else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._over = threading.Event()

    def live(self) -> Iterator[bytes]:
        self._over.wait(30)
        yield from ()

    def close(self) -> None:
        self._over.set()

    def desk(self) -> Desk:
        return DESK

    def board(self, tab: int | None = None) -> Board:
        return BOARD


def without_fonts(svg: str) -> str:
    """The picture without its links to the web: two fonts and a maker's name."""
    return re.sub(r"@font-face\s*{.*?}|<!--.*?-->", "", svg, flags=re.DOTALL)


class Networked(Quiet):
    """One that knows how phones get in, too."""

    def __init__(self, folder: Path, wifi: Wifi | None) -> None:
        super().__init__(folder)
        self._wifi = wifi

    def wifi(self) -> Wifi | None:
        return self._wifi

    def ways_in(self) -> WaysIn:
        return WaysIn("192.168.1.23", ranked(CARDS))


class PicturedStage(StageApp):
    """A stage that was shown one snapshot and whose clock stands still."""

    def __init__(
        self, snapshot: Snapshot, folder: Path, theme: Theme = "light", client: Client | None = None
    ) -> None:
        look = Look(PALETTES[theme], Mode.TRUECOLOR, language("nb"))
        scene = Scene(examples.run(starts="13:00"), look, steady=lambda: 0.0)
        scene.hear(Heard(snapshot, 0.0, True))
        super().__init__(client or Quiet(folder), scene)

    def export_screenshot(self, **options: Any) -> str:
        return without_fonts(super().export_screenshot(**options))


class PicturedDesk(DeskApp):
    """A desk whose board has these texts, and whose clock stands still."""

    def __init__(
        self, folder: Path, snapshot: Snapshot = STATES["cards"], client: Client | None = None
    ) -> None:
        look = Look(PALETTES["dark"], Mode.TRUECOLOR, language("nb"))
        scene = DeskScene(examples.run(), look, steady=lambda: 0.0)
        scene.hear(Heard(snapshot, 0.0, True))
        super().__init__(client or Quiet(folder), scene)

    def export_screenshot(self, **options: Any) -> str:
        return without_fonts(super().export_screenshot(**options))


class PicturedPicker(PickerApp):
    """A picker that is drawn without the web."""

    def export_screenshot(self, **options: Any) -> str:
        return without_fonts(super().export_screenshot(**options))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("state", SHOWN)
def test_a_state_of_the_stage(
    snap_compare: Compare, tmp_path: Path, state: str, size: tuple[int, int]
) -> None:
    assert snap_compare(PicturedStage(STATES[state], tmp_path), terminal_size=size)


@pytest.mark.parametrize("state", ["open", "levels"])
def test_the_same_in_the_dark(snap_compare: Compare, tmp_path: Path, state: str) -> None:
    assert snap_compare(PicturedStage(STATES[state], tmp_path, "dark"), terminal_size=(120, 36))


@pytest.mark.parametrize("state", CLOCKS)
def test_a_reflection_and_its_clock(snap_compare: Compare, tmp_path: Path, state: str) -> None:
    shown = slide(QUESTION, CUE, timer=CLOCKS[state])
    assert snap_compare(PicturedStage(shown, tmp_path), terminal_size=(120, 36))


def press(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Presses keys, and waits until the desk has come."""

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)
        desk: Callable[[], object] = lambda: getattr(pilot.app.screen, "desk", DESK)  # noqa: E731
        for _ in range(500):
            await pilot.pause(0.01)
            if desk() is not None:
                return
        raise AssertionError("the desk did not come")

    return before


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("help", ["question_mark"]),
        ("peek", ["p"]),
        ("palette", ["colon"]),
        ("palette, narrowed", ["colon", "s", "k", "r"]),
        ("code", ["q"]),
        ("quit", ["ctrl+q"]),
        ("end", ["right", "right"]),
    ],
)
def test_a_sheet(
    snap_compare: Compare, tmp_path: Path, name: str, keys: list[str], size: tuple[int, int]
) -> None:
    last = asking(timer=clock(138), last=True)
    assert snap_compare(PicturedStage(last, tmp_path), run_before=press(*keys), terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("wifi", [None, Wifi("Rådhuset gjest", password="velkommen2026")], ids=["", "Wi-Fi"])
@pytest.mark.parametrize("page", [0, 1])
def test_the_ways_in(
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    wifi: Wifi | None,
    page: int,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(ways, "here", lambda port: openings(port, "linux")[:2])
    stage = PicturedStage(STATES["lobby"], tmp_path, client=Networked(tmp_path, wifi))

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.press("w")
        for _ in range(500):
            await pilot.pause(0.01)
            if getattr(stage.screen, "_found", None) is not None:
                break
        await pilot.press(*["right"] * page)

    assert snap_compare(stage, run_before=before, terminal_size=size)


@pytest.mark.parametrize("size", [(60, 20), *SIZES], ids=str)
def test_the_board_of_texts(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.press("k")
        for _ in range(500):
            await pilot.pause(0.01)
            if isinstance(screen := pilot.app.screen, BoardScreen) and screen.texts.rows:
                break
        await pilot.press("down", "down", "space", "space", "down")
        while not any("kan si" in row for row in rows_of(pilot.app)):
            await pilot.pause(0.01)

    assert snap_compare(PicturedDesk(tmp_path), run_before=before, terminal_size=size)


def test_the_picker(snap_compare: Compare) -> None:
    choices = (
        Choice(Group.RESUME, "Hvordan ivareta de som er satt til å hjelpe?", "K7QX, begynt 12:52", "run-1"),
        Choice(Group.HERE, "Teamdag", "teamdag.yaml", "teamdag.yaml"),
        Choice(Group.SHIPPED, "Hvordan ivareta de som er satt til å hjelpe?", "ivareta-hjelperne", "ivareta"),
        Choice(Group.SHIPPED, "A retrospective", "retrospective", "retrospective"),
    )
    look = Look(PALETTES["light"], Mode.TRUECOLOR, language("nb"))
    assert snap_compare(PicturedPicker(look, choices), terminal_size=(80, 24))


def test_pictures_ask_for_nothing_from_the_web() -> None:
    pictures = list(Path(__file__).with_name("__snapshots__").rglob("*.svg"))
    assert pictures
    for picture in pictures:
        links = set(re.findall(r"https?://[^\"') ]+", picture.read_text()))
        assert links <= {"http://www.w3.org/2000/svg"}, picture.name
