"""What the stage says in each state, in both languages."""

import pytest

from tests.tui.draw.reading import lines, text
from tests.tui.draw.scenes import (
    LIGHT_NB,
    PLAIN_NB,
    QUESTION,
    STATES,
    TREE,
    asking,
    clock,
    lobby,
    shown,
    slide,
)
from workshop.core.blocks import Card, Cards, Heading, Quote
from workshop.language import language
from workshop.room.snapshot import Snapshot
from workshop.tui.draw import Look, stage
from workshop.tui.palette import LIGHT
from workshop.tui.type import Mode

PLAIN_EN = Look(LIGHT, Mode.TRUECOLOR, language("en"), plain=True)


def seen(snapshot: Snapshot, look: Look = PLAIN_NB, size: tuple[int, int] = (80, 24), **said: str) -> str:
    """The stage's text."""
    return text(stage(snapshot, size, look, now=snapshot.now, **said))  # type: ignore[arg-type]


def test_the_lobby_says_what_this_is_how_to_join_and_who_has() -> None:
    frame = seen(lobby(joined=22), size=(120, 36), starts="13:00")
    for words in (
        "Velkommen",
        "Hvordan ivareta de som er satt til å hjelpe?",
        "Skann koden, eller skriv adressen i nettleseren på telefonen",
        "22 er med",
        "Start kl. 13:00",
        "Anonymt. Ingen navn.",
    ):
        assert words in frame


def test_the_lobby_speaks_english() -> None:
    frame = seen(lobby(joined=1, title="Retro"), PLAIN_EN, starts="13:00")
    for words in ("Welcome", "Scan the code", "1 has joined", "Starts at 13:00", "Anonymous. No names."):
        assert words in frame


def test_a_start_that_nobody_set_is_not_announced() -> None:
    assert "Start kl." not in seen(lobby())


@pytest.mark.parametrize("host", ["127.0.0.1", "LOCALHOST", "[::1]"])
def test_the_lobby_says_plainly_when_no_phone_can_reach_it(host: str) -> None:
    frame = seen(lobby(join_url=f"HTTP://{host}:8080/K7QX"))
    assert "Ingen telefon når denne maskinen ennå" in frame
    assert "Skann koden" not in frame


def test_what_the_app_has_to_say_stands_in_the_lobby_once() -> None:
    hint = "Ingen telefon når denne maskinen ennå"
    assert seen(lobby(join_url="HTTP://127.0.0.1:8080/K7QX"), hint=hint).count(hint) == 1
    assert "Ingen telefon ennå?" in seen(lobby(), hint="Ingen telefon ennå? Samme wifi?")


def test_what_the_app_has_to_say_takes_the_titles_place_later_on() -> None:
    assert "3/13 Den rosa elefanten" in seen(asking())
    assert "3/13 u angrer" in seen(asking(), hint="u angrer")


def test_an_open_question_says_how_many_have_answered_and_that_nothing_is_shown() -> None:
    frame = seen(asking(answered=17))
    assert "17 av 22 har svart" in frame
    assert "Svarene er skjult til de vises samlet." in frame


def test_there_are_never_fewer_people_than_answers() -> None:
    assert "25 av 25 har svart" in seen(asking(answered=25, joined=22))


def test_below_the_floor_it_says_how_many_it_takes() -> None:
    frame = seen(STATES["below the floor"])
    assert "2 av minst 5 har svart" in frame
    assert "Ingenting vises før 5 har svart." in frame
    assert "██████ ██████ ░░░░░░ ░░░░░░ ░░░░░░" in frame


def test_an_open_question_says_from_the_first_answer_how_many_it_takes() -> None:
    frame = seen(asking(answered=2, needed=3, revealed=False))
    assert "2 av minst 5 har svart" in frame
    assert "Ingenting vises før 5 har svart." in frame


def test_a_round_that_closed_below_the_floor_promises_nothing_more() -> None:
    frame = seen(asking(answered=2, needed=3, open=False, revealed=True))
    assert "Runden er lukket. For få svarte til at noe kan vises." in frame
    assert "Ingenting vises før" not in frame


def test_a_question_that_is_not_open_says_so_and_has_no_code() -> None:
    frame = seen(STATES["not yet open"])
    assert "Spørsmålet er ikke åpnet ennå." in frame
    assert "8080" not in frame


def test_a_closed_round_says_so_and_that_its_answers_are_hidden() -> None:
    frame = seen(STATES["closed, not shown"])
    assert "Runden er lukket. Svarene er skjult til de vises samlet." in frame
    assert "8080" not in frame
    short = seen(STATES["closed below the floor"])
    assert "Runden er lukket. For få svarte til at noe kan vises." in short


def test_a_question_shown_again_after_its_results_hides_nothing() -> None:
    again = asking(open=False, revealed=True, withheld=True)
    assert "Runden er lukket." in seen(again)
    assert "skjult" not in seen(again)


def test_results_have_no_code_and_no_count_but_a_note() -> None:
    frame = seen(STATES["few cards"])
    assert "17 av 22 har svart · i tilfeldig rekkefølge" in frame
    assert "8080" not in frame


def test_results_of_a_live_round_keep_the_code() -> None:
    frame = seen(STATES["live"], size=(120, 36))
    assert "192.168.1.23:8080/K7QX" in frame
    assert "Best mulig for flest mulig" in frame


def test_pages_are_numbered_where_there_are_several() -> None:
    many, few = seen(STATES["cards"]), seen(STATES["few cards"])
    assert "Side 1 av" in many
    assert "Side" not in few


@pytest.mark.parametrize(("tag", "said"), [("nb", "«Å være»"), ("en", "“Å være”")])
def test_a_quotation_stands_in_the_marks_of_the_rooms_language(tag: str, said: str) -> None:
    look = Look(LIGHT, Mode.TRUECOLOR, language(tag), plain=True)
    assert said in seen(slide(Quote("Å være", "Hamlet")), look)


def test_the_last_screen_thanks_and_says_what_becomes_of_the_answers() -> None:
    frame = seen(STATES["ended"])
    assert "Takk for i dag" in frame
    assert "Rommet er stengt. Notatene har svarene, men ingen navn." in frame
    assert "er med" not in frame


def test_a_silent_bell_is_said_quietly_beside_who_is_there() -> None:
    assert "lyd av 22 er med" in seen(asking(muted=True))
    assert "lyd av" in seen(lobby(muted=True))
    assert "lyd av" not in seen(asking())


def test_the_rule_is_progress_through_the_sections() -> None:
    row = lines(stage(slide(Heading("Hei"), section=3, sections=12), (80, 24), LIGHT_NB, now=0))[1]
    assert row.count("━") == 19
    assert lines(stage(STATES["lobby"], (80, 24), LIGHT_NB, now=0))[1].count("━") == 0
    assert lines(stage(STATES["ended"], (80, 24), LIGHT_NB, now=0))[1].count("━") == 76


def test_a_title_too_long_for_the_status_row_ends_in_dots() -> None:
    long = slide(Heading("Hei"), section_title="Du taper mye som leder om du kommer ut på minussiden")
    assert lines(stage(long, (60, 20), LIGHT_NB, now=0))[0].startswith(
        "  3/13  Du taper mye som leder om du k…"
    )


def test_a_tree_does_not_repeat_the_title_above_it() -> None:
    once = slide(Heading("Temaene samlet"), TREE, section_title="Temaene samlet")
    assert seen(once).count("Temaene samlet") == 1
    assert seen(slide(Heading("Temaene"), TREE, section_title="Temaene samlet")).count("Temaene") == 2


def test_equal_answers_that_were_merged_say_how_many() -> None:
    frame = seen(STATES["cards by theme"])
    assert frame.count("×2") == 3
    assert frame.index("Tid") < frame.index("Tillit")
    (cards,) = (block for block in STATES["few cards"].blocks if isinstance(block, Cards))
    assert "×" not in seen(shown(cards))


def test_what_has_no_theme_says_so_and_a_theme_that_goes_on_overleaf_says_its_name_again() -> None:
    texts = tuple(Card(f"Svar {number}", theme="Tid" if number < 20 else "") for number in range(24))
    wall = shown(Cards(texts))
    frames = [stage(wall, (80, 24), PLAIN_NB, now=wall.now, page=page) for page in range(9)]
    pages = [text(frame) for frame in frames[: frames[0].pages]]
    assert len(pages) > 1
    assert [page.count("Tid") for page in pages if "Svar 1" in page] == [1] * len(pages)
    assert sum(page.count("Uten tema") for page in pages) == 1
    assert "Uten tema" not in seen(shown(Cards(texts[20:])))


def test_the_question_is_the_first_thing_under_the_rule() -> None:
    rows = lines(stage(asking(timer=clock(60)), (60, 20), LIGHT_NB, now=0))
    assert " ".join(" ".join(row[2:26] for row in rows[2:4]).split()) == QUESTION
