"""Sessions built from files: what a good file becomes, and checks that reach across steps."""

import re
from typing import ClassVar

import pytest
from pydantic import Field

from workshop.core.session import Session
from workshop.core.wifi import Wifi
from workshop.kinds.choice import Choice
from workshop.kinds.kind import AskingKind, Kind
from workshop.kinds.open import Open
from workshop.kinds.quote import QuoteStep
from workshop.kinds.reflect import Reflect
from workshop.kinds.slide import Slide
from workshop.kinds.values import Id, Prose
from workshop.sessionfile.build import load_bytes
from workshop.sessionfile.problems import Problem, SessionProblems

ELEPHANT = """
title: Hvordan ivareta de som er satt til å hjelpe?
language: nb
privacy: {reveal_from: 4}          # people
sections:
  - title: Den rosa elefanten
    minutes: 12
    steps:
      - slide: Den rosa elefanten
        notes: Gi rommet tid. Ikke fyll stillheten.
      - quote: Å gjøre ingenting er også god medisin
        by: Hippokrates
      - reflect: Hva vet alle hos dere, som ingen sier?
        minutes: 2.5
        how: silent
      - open: Skriv det ned. Ingen ser hvem du er.
        many: true
        id: elefanter
        minutes: 5:30
      - choice: 2024
        options: [no, 010, true]
        notes:
        many: ja
  - title: Slutt
    steps:
      - slide: Takk
"""


class Marks(AskingKind):
    """A kind that can feed on an earlier step."""

    name: ClassVar[str] = "marks"

    marks: Prose
    from_: Id | None = Field(default=None, alias="from")


KINDS: dict[str, type[Kind]] = {kind.name: kind for kind in (Slide, Open, Marks)}


def session(text: str) -> Session:
    return load_bytes(text.encode(), "f.yaml")


def with_steps(*steps: str) -> bytes:
    return "\n".join(["title: T", "sections:", "- title: S", "  steps:", *steps]).encode()


def problems(data: bytes) -> list[Problem]:
    with pytest.raises(SessionProblems) as caught:
        load_bytes(data, "f.yaml", kinds=KINDS)
    return list(caught.value.problems)


def test_a_session_is_what_its_file_says() -> None:
    found = session(ELEPHANT)
    assert (found.title, found.language) == ("Hvordan ivareta de som er satt til å hjelpe?", "nb")
    assert found.reveal_from == 4
    assert [(section.title, section.seconds) for section in found.sections] == [
        ("Den rosa elefanten", 720),
        ("Slutt", None),
    ]
    assert found.steps == (
        Slide(slide="Den rosa elefanten", notes="Gi rommet tid. Ikke fyll stillheten."),
        QuoteStep(quote="Å gjøre ingenting er også god medisin", by="Hippokrates"),
        Reflect(reflect="Hva vet alle hos dere, som ingen sier?", minutes=2.5, how="silent"),
        Open(open="Skriv det ned. Ingen ser hvem du er.", many=True, id="elefanter", minutes=5.5),
        Choice(choice="2024", options=("no", "010", "true"), many=True),
        Slide(slide="Takk"),
    )


def test_durations_are_minutes_in_the_file_and_seconds_in_the_session() -> None:
    seconds = [step.stages()[0] for step in session(ELEPHANT).steps]
    assert seconds == [None, None, 150, 330, None, None]


def test_what_is_not_said_has_its_usual_value() -> None:
    found = load_bytes(with_steps("  - slide: Hei"), "f.yaml")
    assert (found.language, found.reveal_from) == ("en", 5)


def test_a_step_may_feed_on_an_earlier_one_that_collects() -> None:
    data = with_steps("  - {open: A, id: a}", "  - {marks: B, from: a}")
    assert len(load_bytes(data, "f.yaml", kinds=KINDS).steps) == 2


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        (["{open: A, id: ideas}", "{marks: B, from: idaes}"], "there is no step with the id “idaes”"),
        (["{marks: B, from: a}", "{open: A, id: a}"], "the step “a” does not come before this one"),
        (["{marks: B, id: b, from: b}"], "the step “b” does not come before this one"),
        (["{slide: A, id: a}", "{marks: B, from: a}"], "the step “a” collects nothing"),
    ],
)
def test_a_step_that_feeds_on_the_wrong_one_is_told(steps: list[str], message: str) -> None:
    (problem,) = problems(with_steps(*(f"  - {step}" for step in steps)))
    assert problem.message == message


def test_only_ids_that_would_do_are_suggested() -> None:
    (problem,) = problems(
        with_steps("  - {slide: A, id: ideal}", "  - {open: A, id: ideas}", "  - {marks: B, from: idea}")
    )
    assert problem.suggestion == "did you mean “ideas”?"
    assert problem.expected == "the id of an earlier step that collects answers: ideas"


def test_an_id_counts_even_where_its_step_has_another_problem() -> None:
    found = problems(with_steps("  - {open: A, id: a, mny: true}", "  - {marks: B, from: a}"))
    assert [problem.message for problem in found] == ["the kind “open” has no key “mny”"]


def test_a_kind_nobody_could_mean_is_answered_with_those_there_are() -> None:
    (problem,) = problems(with_steps("  - karaoke: A"))
    assert problem.expected == "slide, open or marks"


def test_one_slip_in_a_required_key_is_one_problem() -> None:
    (problem,) = problems(b"titel: T\nsections: [{title: S, steps: [{slide: A}]}]")
    assert problem.suggestion == "did you mean “title”?"


def test_a_fault_in_an_entry_does_not_make_its_list_too_short() -> None:
    with pytest.raises(SessionProblems) as caught:
        load_bytes(with_steps("  - {choice: A, options: [a, [b]]}"), "f.yaml")
    (problem,) = caught.value.problems
    assert problem.message == "“options” cannot be a list"


@pytest.mark.parametrize(
    ("tag", "near"), [("no", "nb"), ("nn", "nb"), ("nb-NO", "nb"), ("Norsk", "nb"), ("en_GB", "en")]
)
def test_a_language_by_another_name_is_recognised(tag: str, near: str) -> None:
    (problem,) = problems(f"language: {tag}\n".encode() + with_steps("  - slide: A"))
    assert problem.suggestion == f"did you mean “{near}”?"


WIFI = "title: T\nwifi: {wifi}\nsections: [{{title: S, steps: [{{slide: A}}]}}]"


def test_a_session_may_name_the_wifi_of_the_room() -> None:
    given = '{name: " Gjest  2", password: 01234567, hidden: ja}'
    wifi = session(WIFI.format(wifi=given)).wifi
    assert wifi == Wifi(" Gjest  2", "WPA", "01234567", hidden=True)
    assert session(WIFI.format(wifi="{name: Åpent, security: nopass}")).wifi == Wifi("Åpent", "nopass")
    assert session(WIFI.format(wifi="")).wifi is None


@pytest.mark.parametrize(
    "given",
    [
        "{name: Gjest}",
        "{name: Gjest, password: kort}",
        "{name: Gjest, security: nopass, password: hemmelig}",
        "{name: Gjest, security: WEP, password: hemmelig}",
        "{name: Gjest, security: WPA2, password: hemmelig}",
        '{name: Gjest, password: "hemme\\nlig"}',
        '{name: "Gj\\nest", password: hemmelig}',
        "{name: Et navn som er lengre enn det som er lov, security: nopass}",
        "{password: hemmelig}",
        "Gjest",
    ],
)
def test_a_wifi_that_no_phone_could_join_is_a_problem(given: str) -> None:
    with pytest.raises(SessionProblems) as caught:
        session(WIFI.format(wifi=given))
    (problem,) = caught.value.problems
    assert problem.spot is not None
    assert problem.spot.line == 2
    assert not re.search("kort|hemm.*lig", problem.message)


def test_a_section_may_start_at_a_time_of_day_and_a_step_may_be_optional() -> None:
    sections = "\n".join(
        f"  - {{title: Del, {key} steps: [{{slide: Hei{optional}}}]}}"
        for key, optional in (("", ""), ("at: '9:05',", ", optional: ja"), ("at: 14:30,", ", optional: no"))
    )
    given = session(f"title: T\nsections:\n{sections}")
    assert [section.at for section in given.sections] == [None, (9 * 60 + 5) * 60, (14 * 60 + 30) * 60]
    assert [step.optional for step in given.steps] == [False, True, False]
