"""The desk drawn: every state on every screen, as large as the terminal and nothing on top of anything."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace as replace_in

from tests.core.hostile import HOSTILE
from tests.tui.desk.scenes import AGENDA, EN, LOOKS, NB, ON_TIME, SIZES, VIEWS, desk, hostile, view
from tests.tui.draw.reading import lines, style_at, text, widths
from tests.tui.draw.scenes import clock
from tests.tui.draw.test_geometry import ink
from tests.tui.draw.test_hostile import CONTROL, SENT
from tests.tui.examples import NOON, snapshot
from workshop.core.blocks import Heading
from workshop.core.clock import of_day
from workshop.room.agenda import Agenda, SectionTime, Spare
from workshop.tui.desk.page import desk_frame
from workshop.tui.desk.shortcuts import BOARD, CATCHING_UP, DESK_KEYS, HANDS, REMOTE
from workshop.tui.desk.view import View
from workshop.tui.draw import Frame, Look, canvas
from workshop.tui.draw.picture import Strip
from workshop.tui.keys import KEYS
from workshop.tui.palette import DARK

every_view = pytest.mark.parametrize("name", VIEWS)
WIDE = (120, 36)


def shown(given: View, size: tuple[int, int] = WIDE) -> str:
    return text(desk_frame(given, size))


def row_of(frame: Frame, words: str) -> int:
    return next(number for number, line in enumerate(lines(frame)) if words in line)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[list[Strip]]:
    """The strips of every row that was drawn, before the upper ones hide the lower."""
    found: list[list[Strip]] = []
    settle = canvas.settle

    def noted(strips: Any) -> list[Strip]:
        found.append(list(strips))
        return settle(strips)

    monkeypatch.setattr(canvas, "settle", noted)
    return found


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.language.tag} {look.plain}")
@pytest.mark.parametrize("size", SIZES, ids=str)
@every_view
def test_a_desk_is_as_large_as_the_terminal_and_nothing_stands_on_anything(
    name: str, size: tuple[int, int], look: Look, seen: list[list[Strip]]
) -> None:
    frame = desk_frame(replace(VIEWS[name], look=look), size)
    assert len(frame.rows) == size[1]
    assert widths(frame) == {size[0]}
    for strips in seen:
        for (_, end), (start, _) in pairwise(ink(strips)):
            assert end <= start, lines(frame)
        assert all(strip.column >= 0 and strip.column + strip.width <= size[0] for strip in strips)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), WIDE], ids=str)
def test_whatever_the_titles_and_notes_are_the_desk_keeps_its_shape(size: tuple[int, int]) -> None:
    for words in SENT:
        frame = desk_frame(hostile(words), size)
        assert len(frame.rows) == size[1]
        assert widths(frame) == {size[0]}
        assert not any(CONTROL.search(line) for line in lines(frame)), words


def test_there_are_hostile_words_to_show() -> None:
    assert len(SENT) >= len(HOSTILE) - 2


def test_the_picture_says_what_the_looks_ask_for() -> None:
    said = shown(VIEWS["the picture"])
    for words in (
        "SKRIVEBORD bare på denne skjermen",
        f"4 min bak planen {of_day(NOON)}",
        "3/13 Den rosa elefanten · steg 11 av 41 · åpent spørsmål",
        "Skriv det ned. Ingen ser hvem du er.",
        "SVAR 17 av 22 åpent · skjult på scenen",
        "TID 2:18 igjen av 5:00",
        "Lukk runden og vis 17 svar u angrer i 10 s",
        "DERETTER Refleksjon, 4 min, to og to",
        "«Hva koster det å la elefanten stå?»",
        "1 Velkommen og innsjekk 10 11",
        "3 Den rosa elefanten 12 9 …",
        f"SLUTT {of_day(NOON + 65 * 60)} planlagt {of_day(NOON + 61 * 60)}",
        "2 venter på godkjenning",
        "1 på parkeringsplassen",
        "22 er med",
        "192.168.1.23:8080/K7QX",
    ):
        assert words in said, said


def test_it_speaks_the_language_of_the_room() -> None:
    said = shown(replace(VIEWS["the picture"], look=EN))
    for words in ("DESK on this screen only", "4 min behind", "Close the round and show 17 answers", "THEN"):
        assert words in said
    assert "SVAR" not in said


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
def test_the_whole_plan_stands_there_from_80_columns_and_24_rows_on(size: tuple[int, int]) -> None:
    said = lines(desk_frame(view(desk=desk(agenda=ON_TIME)), size))
    numbers = [line.rpartition("│")[2].split()[:1] for line in said]
    assert [str(n) for n in range(1, 14)] == [n[0] for n in numbers if n and n[0].isdecimal()][:13]


def test_of_a_plan_that_is_too_long_the_part_round_the_current_section_stands_there() -> None:
    many = Agenda(tuple(SectionTime(f"Del {n + 1}.", 60.0, None) for n in range(60)), current=40, since=NOON)
    said = shown(view(desk=desk(agenda=many)), (80, 24))
    assert "Del 41." in said
    assert "Del 42." in said
    assert "SLUTT" in said
    assert "ROM" in said


def test_the_current_section_stands_on_a_card_and_what_took_too_long_is_marked() -> None:
    frame = desk_frame(VIEWS["the picture"], WIDE)
    here = row_of(frame, "3  Den rosa elefanten ")
    at = lines(frame)[here].rindex("Den rosa")
    grounds = [style_at(frame, row, at).bgcolor for row in (here, here + 1)]
    assert [ground.name for ground in grounds if ground] == [DARK.card.lower(), DARK.paper.lower()]
    late = style_at(frame, row_of(frame, "Velkommen og innsjekk"), 117).color
    assert late is not None
    assert late.name == DARK.late.lower()


@pytest.mark.parametrize(
    ("minutes", "said"), [(-3.4, "3 min foran planen"), (-0.4, "i rute"), (0.4, "i rute"), (0.6, "1 min bak")]
)
def test_the_drift_is_said_in_whole_minutes_and_the_times_agree_with_it(minutes: float, said: str) -> None:
    took = Agenda((SectionTime("a", 600.0, 600.0 + minutes * 60), SectionTime("b", 600.0, None)), 1, NOON)
    given = view(desk=desk(agenda=took))
    assert said in shown(given)
    whole = round(minutes)
    planned = took.ends(NOON) - minutes * 60
    assert f"SLUTT {of_day(planned + whole * 60)} planlagt {of_day(planned)}" in shown(given)


def test_the_plans_time_runs_on_without_the_hub() -> None:
    later = replace(VIEWS["the picture"], now=NOON + 5 * 60)
    assert "3 Den rosa elefanten 12 14 …" in shown(later)
    assert "6 min bak planen" in shown(later)


def test_while_it_is_behind_three_keys_catch_up() -> None:
    said = shown(VIEWS["the picture"])
    for words in (
        "Hent inn 4 minutter",
        "1 Fordel på de 10 delene som er igjen",
        "2 Hopp over «Sirkulære modeller» (valgfri)",
        "3 Ta 4 min av pausen",
    ):
        assert words in said
    assert "Catch up 4 minutes" in shown(replace(VIEWS["the picture"], look=EN))
    assert "HENT INN 1 fordel 2 hopp over 3 av pausen" in shown(VIEWS["the picture"], (60, 20))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), WIDE], ids=str)
def test_in_time_and_ahead_nothing_is_offered(size: tuple[int, int]) -> None:
    for agenda in (ON_TIME, replace_in(AGENDA, current=5)):
        assert not {"Hent inn", "HENT INN"} & set(lines(desk_frame(view(desk=desk(agenda=agenda)), size)))
        assert "inn 4 min" not in shown(view(desk=desk(agenda=agenda)), size)


def test_what_does_not_catch_up_all_says_how_much() -> None:
    little = replace_in(AGENDA, optional=(Spare(17, 6, 120.0),), pause=Spare(30, 8, 420.0))
    said = shown(view(desk=desk(agenda=little)))
    assert "modeller» (valgfri): 2 min" in said
    assert "3 Ta 2 min av pausen" in said


def test_several_optional_steps_are_named_or_counted_where_that_has_no_room() -> None:
    spares = tuple(Spare(17 + n, 6, 60.0) for n in range(3))
    given = view(desk=desk(agenda=replace_in(AGENDA, optional=spares)))
    assert "modeller», «Sirkulære modeller» (valgfrie): 3 min" in shown(given, (240, 70))
    assert "2 Hopp over 3" in shown(given, (80, 24))


def test_on_a_small_screen_the_clocks_words_are_short_before_they_are_cut() -> None:
    given = view(snapshot(timer=clock(-2426)), desk=desk(agenda=replace_in(ON_TIME, since=NOON - 3600)))
    assert "TID +40:26 over delen +48:00" in shown(given, (80, 24))
    assert "TID +40:26 over tiden på 5:00 delen +48:00" in shown(given)


def test_a_locked_start_is_in_the_plan_and_it_is_said_how_long_the_room_will_wait() -> None:
    said = shown(VIEWS["a locked start waits"])
    assert f"{of_day(NOON + 21 * 60)} 8" in said
    assert f"LUFT 12 min før kl. {of_day(NOON + 21 * 60)}" in said
    assert "i rute" in said


def test_a_locked_start_that_will_not_be_kept_is_marked_and_may_be_caught_up_with() -> None:
    frame, time = desk_frame(VIEWS["behind a locked start"], WIDE), of_day(NOON + 4 * 60)
    row = row_of(frame, f"{time}  8")
    style = style_at(frame, row, lines(frame)[row].rindex(time))
    assert (style.color and style.color.name) == DARK.late.lower()
    assert f"1 Ta det på delen før kl. {time}" in text(frame)
    assert "LUFT" not in text(frame)


def test_the_lobby_says_when_it_ends_if_it_starts_in_time() -> None:
    said = shown(VIEWS["lobby before a locked start"])
    assert f"SLUTT {of_day(NOON + 117 * 60)} ved start {of_day(NOON + 25 * 60)}" in said


@pytest.mark.parametrize(("minutes", "there"), [(-3, False), (-2, True), (0, True), (13, False)])
def test_for_the_last_quarter_of_an_hour_closing_asks_for_its_time(minutes: int, there: bool) -> None:
    given = replace(VIEWS["the end is near"], now=NOON + minutes * 60)
    assert (f"{13 - minutes} min igjen: sett av tid til avslutningen" in shown(given)) is there
    last = replace_in(ON_TIME, current=12, since=NOON - 60)
    assert "avslutningen" not in shown(view(desk=desk(agenda=last)))


def test_the_sections_clock_stands_beside_the_steps() -> None:
    assert "TID 2:18 igjen av 5:00 delen 3:00" in shown(VIEWS["the picture"])
    assert "TID ingen klokke nå delen 3:00" in shown(VIEWS["a slide"], (80, 24))
    assert "delen +1:00" in shown(VIEWS["the end is near"])


def test_a_silent_bell_is_said_in_the_first_row() -> None:
    assert "lyd av 4 min bak planen" in shown(VIEWS["bell off"])
    assert "lyd av" not in shown(VIEWS["the picture"])


def test_while_a_close_can_be_undone_the_seconds_are_counted_down() -> None:
    given = VIEWS["shown, and can be undone"]
    assert "u angrer: 8 s" in shown(given)
    assert "u angrer: 1 s" in shown(replace(given, now=NOON + 7))
    assert "u angrer" not in shown(replace(given, now=NOON + 7.2))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"answered": 17, "needed": 0}, "17 av 22 åpent · skjult på scenen"),
        ({"answered": 2, "needed": 3}, "2 av 22 åpent · skjult på scenen · 3 til må svare"),
        ({"answered": 2, "needed": 3, "revealed": True, "withheld": True}, "åpent · venter på å bli vist"),
        ({"answered": 9, "needed": 0, "showing": True}, "9 av 22 åpent · vist på scenen"),
        ({"answered": 9, "needed": 0, "open": False}, "9 av 22 lukket · skjult på scenen"),
        ({"answered": 9, "needed": 0, "open": False, "showing": True}, "9 av 22 lukket · vist på scenen"),
        ({"round": None, "open": False}, "SVAR ikke åpnet ennå"),
    ],
)
def test_the_answers_are_counted_and_it_is_said_who_sees_them(said: dict[str, Any], words: str) -> None:
    assert words in shown(view(snapshot(**said)))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("overtime", "+0:42 over tiden på 5:00"),
        ("a clock that stands", "(1:00) står, av 5:00"),
        ("lobby", "SLUTT " + of_day(NOON + 130 * 60) + " ved start nå"),
        ("lobby", "NOTATER til første steg"),
        ("lobby that has waited for a minute", "ingen telefon ennå: w hjelper"),
        ("lobby with the first phone", "✓ den første telefonen er inne"),
        ("lobby that no phone reaches", "Ingen telefon når denne maskinen ennå"),
        ("lost", "SKRIVEBORD Mistet kontakten. Prøver igjen."),
        ("ended", "workshop notes 20251229-K7QX --to notes.html"),
    ],
)
def test_a_state_is_said_in_words(name: str, words: str) -> None:
    assert words in shown(VIEWS[name])


@pytest.mark.parametrize(("name", "absent"), [("a slide", "SVAR"), ("no plan", "SLUTT")])
def test_what_there_is_nothing_of_takes_no_room_on_a_small_screen(name: str, absent: str) -> None:
    assert absent not in shown(VIEWS[name], (80, 24))


def test_on_a_larger_one_it_keeps_its_place_and_the_next_press_does_not_move() -> None:
    names = ("the picture", "a slide", "not opened", "shown, and can be undone", "overtime")
    assert len({row_of(desk_frame(VIEWS[name], WIDE), "→  ") for name in names}) == 1
    assert "SVAR dette steget spør ikke om noe" in shown(VIEWS["a slide"])
    assert "TID ingen klokke nå" in shown(VIEWS["a slide"])


def test_after_the_end_there_is_no_next_press() -> None:
    frame = desk_frame(VIEWS["ended"], WIDE)
    assert not any("→" in line for line in lines(frame)[:-2])


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_word_of_long_notes_stands_on_one_of_their_pages(size: tuple[int, int]) -> None:
    words = [f"ord{number}" for number in range(400)]
    given = view(desk=desk(notes="\n\n".join(" ".join(words[n : n + 25]) for n in range(0, 400, 25))))
    first = desk_frame(given, size)
    pages = [desk_frame(given, size, page) for page in range(first.pages)]
    found = [word for page in pages for word in text(page).split() if word.startswith("ord")]
    assert found == words
    assert first.pages > 1
    assert f"Side 1 av {first.pages}" in text(first)


def test_notes_are_bold_and_what_is_stressed_has_the_accent() -> None:
    frame = desk_frame(VIEWS["the picture"], WIDE)
    row = row_of(frame, "Ingen kan se")
    at = lines(frame)[row].index("Ingen")
    strong, plain = style_at(frame, row, at), style_at(frame, row, at + len("Ingen "))
    assert strong.bold
    assert plain.bold
    assert [strong.color.name, plain.color.name] == [DARK.accent.lower(), DARK.ink.lower()]  # type: ignore[union-attr]


def test_a_line_parts_what_happens_from_the_plan() -> None:
    frame = desk_frame(VIEWS["the picture"], WIDE)
    assert {line[70] for line in lines(frame)[2:32]} == {"│"}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_help_is_named_in_the_last_row_whatever_else_has_room(size: tuple[int, int]) -> None:
    frame = desk_frame(VIEWS["the picture"], size)
    (row,) = [line for line in lines(frame) if "? hjelp" in line]
    assert "→ neste" in row


def test_the_desk_has_the_stages_keys_but_its_own_in_place_of_the_peek() -> None:
    names = [key.names for key in DESK_KEYS]
    stages = [key.names for key in KEYS if key.action not in ("peek", "turn_alone")]
    own = [BOARD.names, HANDS.names, REMOTE.names, *(key.names for key in CATCHING_UP)]
    assert [name for name in names if name not in own] == stages
    assert len(set(names)) == len(stages) + len(own)


def test_a_question_of_several_lines_is_cut_with_a_sign_that_it_goes_on() -> None:
    given = view(snapshot(blocks=(Heading("Hva mener du egentlig? " * 30),)))
    assert "…" in shown(given)
    assert "NOTATER" in shown(given, (60, 20))


def test_another_moment_of_the_same_agenda_gives_another_picture_and_the_same_does_not() -> None:
    given = view(desk=desk(agenda=AGENDA))
    assert lines(desk_frame(given, WIDE)) == lines(desk_frame(given, WIDE))
    assert lines(desk_frame(given, WIDE)) != lines(desk_frame(replace(given, now=NOON + 60), WIDE))


def test_colours_are_left_out_where_the_terminal_is_plain() -> None:
    plain = Look(DARK, NB.mode, NB.language, plain=True)
    frame = desk_frame(replace(VIEWS["the picture"], look=plain), WIDE)
    styles = {segment.style for row in frame.rows for segment in row}
    assert all(style is None or (style.color, style.bgcolor) == (None, None) for style in styles)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_desk_of_a_rehearsal_says_that_it_is_one(size: tuple[int, int]) -> None:
    rehearsed = replace(VIEWS[next(iter(VIEWS))], hint="")
    rehearsed = replace(rehearsed, snapshot=msgspec.structs.replace(rehearsed.snapshot, rehearsal=True))
    word = rehearsed.look.text("Rehearsal")
    assert word in lines(desk_frame(rehearsed, size))[0]


@pytest.mark.parametrize("late", [60, 89, 90, 119, 120, 150, 269])
def test_there_are_offers_as_soon_as_the_head_says_two_minutes(late: int) -> None:
    given = view(now=NOON + 3 * 60 + late, desk=desk(agenda=ON_TIME))
    said = shown(given)
    assert f"{given.behind} min bak planen" in said
    assert ("Hent inn" in said) == ((given.behind or 0) >= 2) == (late >= 90)
