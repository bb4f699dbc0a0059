"""The report: what readers are told of time, people, gaps and of what was left out."""

from datetime import timedelta, timezone

import msgspec
import pytest

from tests.notes import held
from tests.notes.held import OSLO, Writer, kind, shown, texts, withheld, workshop
from workshop.core.blocks import Heading, Note
from workshop.notes.report import Report, StepReport, report
from workshop.room.record import Record, RoundRecord


def told(record: Record) -> Report:
    return report(record, OSLO)


def one_step(*rounds: RoundRecord, tag: str = "en") -> StepReport:
    """The report of a step that asks, with these rounds."""
    w = Writer()
    section = w.section("Part", 5, (0, 5), steps=[w.step(kind("open", "What helped?"), *rounds)])
    return told(workshop(tag, "Title", [section], ended=5)).sections[0].steps[0]


def test_the_facts_say_when_how_many_and_that_answers_are_anonymous() -> None:
    assert told(held.norwegian()).facts == (
        "Tirsdag 24. november 2026, kl. 13:00–14:36 · 22 deltok · alle svar er anonyme"
    )
    assert told(held.english()).facts == (
        "Tuesday, 24 November 2026, from 13:00 · 22 took part · all answers are anonymous"
    )


def test_times_are_told_in_the_zone_that_was_asked_for() -> None:
    tokyo = report(held.english(), timezone(timedelta(hours=9)))
    assert "from 21:00" in tokyo.facts
    assert tokyo.started == "2026-11-24T21:00:00+09:00"


def test_a_workshop_past_midnight_has_both_dates() -> None:
    late = told(workshop("en", "Late", [], ended=11 * 60 + 30))
    assert late.facts.startswith("Tuesday, 24 November 2026, 13:00–Wednesday, 25 November 2026 00:30")


def test_a_run_that_is_not_over_says_so() -> None:
    assert told(held.english()).state == "Not ended yet. This is how it stood at 13:13."
    assert told(held.norwegian()).state == ""


def test_a_run_that_never_began_says_so_and_nothing_of_time() -> None:
    record = msgspec.structs.replace(held.norwegian(), started=None, ended=None, state="lobby", joined=3)
    found = told(record)
    assert (found.state, found.facts) == ("Ikke begynt ennå.", "alle svar er anonyme")


def test_planned_and_actual_time_stand_side_by_side() -> None:
    rows = [(section.box, section.took) for section in told(held.norwegian()).sections]
    assert rows == [
        ("10 min", "11 min"),
        ("12 min", "18 min"),
        ("7,5 min", "7 min"),
        ("–", "16 min"),
        ("10 min", "12 min"),
        ("20 min", "–"),
    ]


def test_a_section_that_was_visited_twice_has_both_times() -> None:
    assert told(held.norwegian()).sections[1].time == "13:11–13:26 og 13:40–13:42"


@pytest.mark.parametrize(
    ("spans", "time"),
    [
        ([(0, 5)], "13:00–13:05"),
        ([(0, 0.4)], "13:00"),
        ([(0, 5), (6, 6.3), (8, 9)], "13:00–13:05 and 13:08–13:09"),
        ([(0, 0.1), (0.5, 0.6)], "13:00"),
    ],
)
def test_passing_through_a_section_is_not_a_time_of_its_own(
    spans: list[tuple[float, float]], time: str
) -> None:
    section = Writer().section("Part", None, *spans, steps=[])
    assert told(workshop("en", "Title", [section], ended=9)).sections[0].time == time


def test_every_round_says_how_many_answered() -> None:
    lines = [round.line for s in told(held.norwegian()).sections for step in s.steps for round in step.rounds]
    assert lines == [
        "3 av 22 svarte. 4 hoppet over. Utelatt fordi færre enn 5 svarte.",
        "17 av 22 svarte, 18 svar. I tilfeldig rekkefølge. 2 hoppet over.",
        "6 av 22 svarte, 6 svar. I tilfeldig rekkefølge.",
        "20 av 22 svarte. Prosent av dem som svarte.",
        "19 av 22 svarte. Median, svaret i midten. 1 hoppet over.",
        "14 av 22 svarte. Utelatt fordi svarene ble holdt skjult.",
        "Ingen svarte.",
    ]


def test_a_round_is_numbered_only_where_there_are_several() -> None:
    step = one_step(shown(kind("open", "What helped?"), texts("tea"), 5), withheld("open", 2, round=2))
    assert [round.label for round in step.rounds] == ["Round 1", "Round 2"]
    assert one_step(withheld("open", 2)).rounds[0].label == ""


def test_what_is_withheld_is_not_told_even_if_the_record_should_hold_it() -> None:
    leak = shown(kind("open", "What helped?"), texts("secret"), 3)
    for why in ("floor", "never shown", "open"):
        step = one_step(msgspec.structs.replace(leak, withheld=why))
        (round,) = step.rounds
        assert (round.blocks, round.data, round.rows) == ((), (), [])
        assert "secret" not in repr(step)


def test_results_stand_without_the_question_and_the_note_that_the_line_says() -> None:
    (round,) = one_step(shown(kind("open", "What helped?"), texts("tea"), 5)).rounds
    assert not any(isinstance(block, Heading | Note) for block in round.blocks)
    assert any(isinstance(block, Heading) for block in round.data)


def test_a_step_that_was_passed_without_being_opened_says_so() -> None:
    assert one_step().line == "This was not opened."


def test_a_slide_that_only_repeats_its_section_is_left_out() -> None:
    elephant = told(held.norwegian()).sections[1]
    assert [step.kind for step in elephant.steps] == ["slide", "open"]
    assert [step.kind for step in elephant.told] == ["open"]


def test_what_was_not_reached_is_a_short_list() -> None:
    assert [(missed.section, missed.steps) for missed in told(held.norwegian()).missed] == [
        ("Profesjonelle pauser", "Takk for i dag og I morgen"),
        ("Trening av relasjonelle ferdigheter", ""),
    ]
    assert [section.title for section in told(held.norwegian()).reached][-1] == "Profesjonelle pauser"


def test_the_closing_line_counts_what_is_left_out_and_says_what_is_never_stored() -> None:
    assert told(held.norwegian()).closing == (
        "Én runde er utelatt fordi færre enn 5 svarte. "
        "Én påstand er utelatt fordi færre enn 5 svarte på den. "
        "Én runde er utelatt fordi svarene ble holdt skjult. "
        "Ingen navn, telefoner eller tidspunkter for svar er lagret."
    )


def test_the_closing_line_counts_in_the_plural_and_leaves_out_what_nobody_answered() -> None:
    w = Writer()
    step = w.step(
        kind("open", "What helped?"),
        withheld("floor", 2),
        withheld("floor", 4, round=2),
        withheld("floor", 0, round=3),
        withheld("never shown", 0, round=4),
        withheld("open", 0, round=5),
    )
    record = workshop("en", "Title", [w.section("Part", 5, (0, 5), steps=[step])], ended=None)
    assert told(record).closing == (
        "2 rounds are left out because fewer than 5 answered. "
        "One round is left out because it is still open. "
        "No names, phones or times of answers are stored."
    )


def test_nothing_left_out_leaves_only_what_is_never_stored() -> None:
    assert (
        told(workshop("en", "Title", [], ended=5)).closing
        == "No names, phones or times of answers are stored."
    )
