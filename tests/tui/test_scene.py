"""The scene: the newest snapshot, the page, the quiet line, and when the picture changes by itself."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec
import pytest
from rich.segment import Segment

from tests.tui import examples
from workshop.core.blocks import Card, Cards, Heading
from workshop.core.phrases import phrase
from workshop.language import language
from workshop.room.snapshot import ClockNow, Snapshot
from workshop.tui.app import JUST_AFTER
from workshop.tui.contact import Heard
from workshop.tui.draw import Frame, Look
from workshop.tui.hints import ALONE_SECONDS, EACH_SECONDS, HINTS
from workshop.tui.palette import LIGHT
from workshop.tui.scene import FLICKER, MESSAGE_SECONDS, MOVED_SECONDS, Scene, lobby_of
from workshop.tui.turning import LONGEST, LOOKING_UP, seconds_to_read
from workshop.tui.type import Mode

LOOK = Look(LIGHT, Mode.TRUECOLOR, language("en"))
LOOPBACK = "HTTP://127.0.0.1:8080/K7QX"
REFUSAL = phrase("This round is closed already.")


class Stage:
    """A scene with a clock that the test moves on."""

    def __init__(self, **runfile: object) -> None:
        self.at = 100.0
        self.scene = Scene(examples.run(language="en", **runfile), LOOK, steady=lambda: self.at)

    def hear(self, snapshot: Snapshot, *, fresh: bool = False) -> None:
        self.scene.hear(Heard(snapshot, self.at, fresh))

    def shows(self, columns: int = 80, rows: int = 24) -> str:
        return text_of(self.scene.frame(columns, rows).rows)


def text_of(rows: Sequence[Sequence[Segment]]) -> str:
    return "\n".join("".join(segment.text for segment in row) for row in rows)


def many_cards(**said: object) -> Snapshot:
    cards = Cards(tuple(Card(f"An answer that takes some room, number {n}") for n in range(60)))
    blocks = (Heading("Which?", quiet=True), cards)
    return examples.snapshot(blocks=blocks, showing=True, revealed=True, open=False, **said)


def test_the_first_picture_needs_no_hub() -> None:
    stage = Stage()
    assert "192.168.1.23:8080/K7QX" in stage.shows()
    assert "Lost" not in stage.shows()


def test_the_lobby_announces_when_the_first_section_starts() -> None:
    assert "Starts at 13:00" in Stage(starts="13:00").shows()
    assert "Starts at" not in Stage().shows()


def test_the_lobby_of_the_run_file_says_what_the_hubs_own_says() -> None:
    lobby = lobby_of(examples.run())
    assert (lobby.state, lobby.joined, lobby.join_url) == ("lobby", 0, examples.URL)


def test_the_first_picture_names_the_wifi_too() -> None:
    assert "Wi-Fi: Gjest" in Stage(wifi="Gjest").shows()


def test_an_older_snapshot_that_comes_late_changes_nothing() -> None:
    stage = Stage()
    stage.hear(examples.snapshot(version=7, answered=9))
    stage.hear(examples.snapshot(version=6, answered=8))
    assert stage.scene.snapshot.answered == 9


def test_a_new_hub_counts_its_versions_from_the_start() -> None:
    stage = Stage()
    stage.hear(examples.snapshot(version=7, answered=9))
    stage.hear(examples.snapshot(version=1, answered=10), fresh=True)
    assert stage.scene.snapshot.answered == 10


def test_lost_contact_is_said_over_the_last_picture_and_goes_when_it_is_back() -> None:
    stage = Stage()
    stage.hear(examples.snapshot(), fresh=True)
    stage.scene.lose()
    assert "Lost contact. Trying again." in stage.shows()
    assert "K7QX" in stage.shows()
    stage.hear(examples.snapshot(), fresh=True)
    assert "Lost contact" not in stage.shows()


def test_a_hub_that_stops_after_the_end_is_not_missed() -> None:
    stage = Stage()
    stage.hear(examples.snapshot(state="ended", open=False), fresh=True)
    stage.scene.lose()
    assert "Lost contact" not in stage.shows()


def test_a_refusal_is_said_for_some_seconds() -> None:
    stage = Stage()
    stage.hear(examples.snapshot(), fresh=True)
    stage.scene.say(REFUSAL)
    assert "closed already" in stage.shows()
    assert stage.scene.until_change() <= MESSAGE_SECONDS
    stage.at += MESSAGE_SECONDS
    assert "closed already" not in stage.shows()


def test_while_a_close_can_be_undone_the_key_is_named() -> None:
    stage = Stage()
    closed = examples.snapshot(open=False, undo_until=examples.NOON + 10)
    stage.hear(closed, fresh=True)
    assert "u undoes" in stage.shows()
    assert stage.scene.until_change() <= 10
    stage.at += 10
    assert "u undoes" not in stage.shows()


def test_an_end_cannot_be_undone_and_no_key_is_named() -> None:
    stage = Stage()
    ended = examples.snapshot(state="ended", open=False, undo_until=examples.NOON + 10)
    stage.hear(ended, fresh=True)
    assert "u undoes" not in stage.shows()


def test_a_lobby_without_phones_says_after_a_minute_what_may_be_wrong_one_by_one() -> None:
    stage = Stage()
    said = [hint.said(LOOK.language) for hint in HINTS]
    assert not any(hint in stage.shows() for hint in said)
    stage.at += ALONE_SECONDS - 1
    assert stage.scene.until_change() <= 1.0
    stage.at += 1
    for hint in (*said, said[0]):
        assert [other for other in said if other in stage.shows()] == [hint]
        stage.at += EACH_SECONDS
        assert stage.scene.until_change() <= EACH_SECONDS


def test_this_computer_itself_is_no_phone_and_the_first_real_one_ends_the_hints() -> None:
    stage = Stage()
    stage.at += ALONE_SECONDS
    lobby = msgspec.structs.replace(lobby_of(stage.scene.runfile), joined=1, version=1)
    stage.hear(lobby)
    assert "No phone yet?" in stage.shows()
    assert "first phone" not in stage.shows()
    stage.hear(msgspec.structs.replace(lobby, reached=True, version=2))
    assert "No phone yet?" not in stage.shows()
    assert "✓ The first phone is in: the room can join" in stage.shows()


def test_without_a_network_the_lobby_says_so_at_once() -> None:
    assert "No phone can reach this computer yet" in Stage(reachable=False, join_url=LOOPBACK).shows()


def test_a_new_address_is_drawn_from_the_snapshot_and_pointed_out_for_a_minute() -> None:
    stage = Stage()
    moved = examples.snapshot(join_url="HTTP://10.0.0.5:8080/K7QX")
    stage.hear(moved, fresh=True)
    assert "10.0.0.5:8080/K7QX" in stage.shows(120, 36)
    assert "scan the code again" in stage.shows()
    stage.hear(msgspec.structs.replace(moved, reachable=False, version=2))
    assert "No network just now." in stage.shows()
    stage.hear(msgspec.structs.replace(moved, version=3))
    stage.at += MOVED_SECONDS - 1
    assert "scan the code again" in stage.shows()
    assert stage.scene.until_change() <= 1
    stage.at += 1
    assert "scan the code again" not in stage.shows()


def test_a_network_that_is_gone_is_said_until_it_is_back() -> None:
    stage = Stage()
    stage.hear(examples.snapshot(reachable=False), fresh=True)
    stage.at += 1000
    assert "No network just now." in stage.shows()
    stage.hear(examples.snapshot(version=2))
    assert "No network just now." not in stage.shows()


def test_a_room_that_stays_on_its_computer_is_no_network_that_is_gone() -> None:
    stage = Stage(join_url=LOOPBACK)
    stage.hear(examples.snapshot(reachable=False, join_url=LOOPBACK), fresh=True)
    assert "No phone" not in stage.shows()


def test_a_taken_port_is_told_and_then_forgotten() -> None:
    stage = Stage(wanted_port=8080)
    assert "Port 8080 was taken" in stage.shows()
    stage.at += MESSAGE_SECONDS
    assert "Port 8080" not in stage.shows()


@pytest.mark.parametrize(("columns", "said"), [(140, False), (141, True)])
def test_a_very_wide_terminal_is_told_that_it_cannot_be_read_from_the_back(columns: int, said: bool) -> None:
    assert ("Larger letters" in Stage().shows(columns, 44)) is said


def test_pages_turn_as_far_as_there_are_any() -> None:
    stage = Stage()
    stage.hear(many_cards(), fresh=True)
    first = stage.shows()
    stage.scene.turn(-1)
    assert stage.shows() == first
    stage.scene.turn(1)
    assert stage.shows() != first
    for _ in range(50):
        stage.scene.turn(1)
        last = stage.shows()
    stage.scene.turn(1)
    assert stage.shows() == last


def test_another_step_begins_on_its_first_page_and_more_answers_keep_the_page() -> None:
    stage = Stage()
    stage.hear(many_cards(version=1), fresh=True)
    stage.shows()
    stage.scene.turn(1)
    stage.hear(many_cards(version=2, answered=30))
    assert stage.scene.page == 1
    stage.hear(many_cards(version=3, step=12))
    assert stage.scene.page == 0


def turning(stage: Stage) -> Stage:
    """The stage with five pages that turn by themselves."""
    stage.hear(many_cards(version=1), fresh=True)
    stage.shows()
    stage.scene.turn_alone()
    assert "Page 1 of 5 · turning by itself" in stage.shows()
    return stage


def waited(stage: Stage, seconds: float) -> str:
    """What it shows after having been woken as often as it asked for."""
    end = stage.at + seconds
    while (wait := stage.scene.until_change()) < end - stage.at:
        stage.at += wait + JUST_AFTER
        stage.shows()
    stage.at = end
    return stage.shows()


def test_pages_turn_by_themselves_where_asked_and_go_round() -> None:
    stage = turning(Stage())
    assert "Page 1 of 5" in waited(stage, LOOKING_UP)
    shown = [waited(stage, 4.0).partition("Page ")[2][:1] for _ in range(40)]
    turns = dict.fromkeys("".join(two) for two in pairwise(shown))
    assert [two for two in turns if len(set(two)) == 2] == ["12", "23", "34", "45", "51"]


def test_more_answers_give_a_page_no_more_time() -> None:
    stage = turning(Stage())
    for version in range(2, 44):
        stage.hear(many_cards(version=version, answered=version))
        stage.shows()
        stage.at += 1.0
    assert "Page 1 of 5" not in stage.shows()


@pytest.mark.parametrize(
    "what",
    [
        lambda stage: stage.scene.turn(1),
        lambda stage: stage.scene.turn_alone(),
        lambda stage: stage.hear(many_cards(version=2, round=2)),
        lambda stage: (stage.hear(many_cards(version=2, blanked=True)), stage.hear(many_cards(version=3))),
    ],
    ids=["an arrow", "the same key", "another round", "bare paper"],
)
def test_pages_turn_no_longer_by_themselves_after(what: Callable[[Stage], object]) -> None:
    stage = turning(Stage())
    what(stage)
    first = stage.shows()
    assert "turning" not in first
    assert waited(stage, 120.0).partition("Page ")[2] == first.partition("Page ")[2] != ""


def test_where_there_is_one_page_nothing_turns() -> None:
    stage = Stage()
    stage.hear(examples.snapshot(), fresh=True)
    stage.shows()
    stage.scene.turn_alone()
    assert "There is no other page." in stage.shows()
    assert "turning" not in stage.shows()


def test_the_more_is_written_on_a_page_the_longer_it_stands() -> None:
    def seconds(letters: int) -> float:
        return seconds_to_read(Frame([[Segment("a" * letters)]]))

    assert seconds(0) == LOOKING_UP
    assert LOOKING_UP < seconds(100) < seconds(400) < seconds(2_000) == LONGEST


def test_the_code_alone_leaves_the_page_where_it_was() -> None:
    stage = Stage()
    stage.hear(many_cards(), fresh=True)
    stage.shows()
    stage.scene.turn(1)
    stage.shows()
    stage.scene.frame(80, 24, code_only=True)
    assert stage.scene.page == 1


def test_a_running_clock_is_drawn_anew_within_a_second() -> None:
    stage = Stage()
    timer = ClockNow(total=180, left=120, running=True, ends=examples.NOON + 120)
    stage.hear(examples.snapshot(timer=timer), fresh=True)
    assert "2:00" in stage.shows()
    stage.at += stage.scene.until_change() + 0.01
    assert "1:59" in stage.shows()


def test_the_bell_is_due_when_the_clock_runs_out() -> None:
    stage = Stage()
    timer = ClockNow(total=180, left=1, running=True, ends=examples.NOON + 1)
    stage.hear(examples.snapshot(timer=timer), fresh=True)
    assert not stage.scene.bell()
    stage.at += 1
    assert stage.scene.bell()
    assert not stage.scene.bell()


def test_a_bell_that_was_silenced_is_not_heard_later_either() -> None:
    stage = Stage()
    timer = ClockNow(total=180, left=1, running=True, ends=examples.NOON + 1)
    stage.hear(examples.snapshot(timer=timer, muted=True), fresh=True)
    assert not stage.scene.bell()
    stage.at += 1
    assert not stage.scene.bell()
    stage.hear(examples.snapshot(timer=timer, muted=False, version=2))
    assert not stage.scene.bell()


def test_a_rehearsals_clock_is_drawn_a_few_times_a_second_however_fast_it_goes() -> None:
    stage = Stage()
    timer = ClockNow(total=60, left=30, running=True, ends=examples.NOON + 30)
    stage.hear(examples.snapshot(timer=timer, undo_until=None, speed=600.0))
    assert stage.scene.until_change() == FLICKER


@pytest.mark.parametrize("state", ["lobby", "live", "ended"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
def test_a_rehearsal_is_called_one_in_the_status_row_whatever_is_on_the_stage(
    state: str, size: tuple[int, int]
) -> None:
    stage = Stage()
    stage.hear(examples.snapshot(state=state, rehearsal=True))
    assert "Rehearsal" in "".join(stage.shows(*size).splitlines()[:2])
    stage.hear(examples.snapshot(state=state, version=examples.snapshot().version + 1))
    assert "Rehearsal" not in stage.shows(*size)


def test_a_rehearsal_is_one_before_the_hub_has_said_anything() -> None:
    assert "Rehearsal" in Stage(rehearsal=True).shows()
