"""`groups`: stages with their clocks, and which of them it is now."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.kinds.results import only, said
from workshop.core.blocks import Cue, Heading, Options
from workshop.core.gathered import Asked
from workshop.kinds.groups import Groups

STAGES = [
    {"title": "Les", "minutes": "2.5", "group": "1"},
    {"title": "Prat sammen", "minutes": "5:30", "group": "3"},
    {"title": "Oppsummer"},
]
OWN = Groups.model_validate({"groups": "Hva nå?", "stages": STAGES})


def groups(preset: str, minutes: str | None = None) -> Groups:
    return Groups.model_validate({"groups": "Hva nå?", "preset": preset, "minutes": minutes})


def lines(step: Groups, beat: int | None) -> list[str]:
    return [said(item) for item in only(step.ask(Asked(beat=beat)), Options).items]


def cues(step: Groups) -> list[list[str]]:
    """How the room works, beat by beat."""
    beats = (step.ask(Asked(beat=beat)) for beat in range(len(step.stages())))
    return [[said(block.text) for block in blocks if isinstance(block, Cue)] for blocks in beats]


@pytest.mark.parametrize(
    ("preset", "seconds"),
    [
        ("1-2-4-all", (60, 120, 240, 300)),
        ("pairs", (60, 240, 300)),
        ("practice", (120, 60, 120, 120, 60, 120)),
    ],
)
def test_a_preset_has_a_beat_for_each_stage_with_its_minutes(preset: str, seconds: tuple[int, ...]) -> None:
    assert groups(preset).stages() == seconds


def test_minutes_are_for_all_of_a_preset_and_each_stage_keeps_its_share() -> None:
    assert groups("1-2-4-all", "24").stages() == (120, 240, 480, 600)
    uneven = groups("practice", "7").stages()
    assert sum(filter(None, uneven)) == 7 * 60
    assert uneven == (84, 42, 84, 84, 42, 84)


def test_however_short_every_stage_has_a_second() -> None:
    assert all(seconds and seconds >= 1 for seconds in groups("1-2-4-all", "0:02").stages())


def test_the_rooms_way_of_working_goes_with_the_stage() -> None:
    assert cues(groups("1-2-4-all")) == [
        ["Stille, hver for seg"],
        ["To og to"],
        ["Fire og fire"],
        ["I plenum"],
    ]
    assert cues(OWN) == [["Stille, hver for seg"], ["I grupper på 3"], []]


def test_the_question_stands_above_every_stage_and_the_present_one_is_marked_in_words() -> None:
    step = groups("pairs")
    assert only(step.ask(Asked(beat=1)), Heading).text == "Hva nå?"
    assert lines(step, 1) == [
        "Tenk, og skriv det ned (1:00)",
        "Nå: Fortell hverandre (4:00)",
        "Hør fra noen av parene (5:00)",
    ]


def test_in_practice_the_roles_are_switched_half_way() -> None:
    assert lines(groups("practice"), 3) == [
        "Første forsøk (2:00)",
        "Én ting å gjøre mer av (1:00)",
        "En gang til, med den ene tingen (2:00)",
        "Nå: Bytt roller: Første forsøk (2:00)",
        "Bytt roller: Én ting å gjøre mer av (1:00)",
        "Bytt roller: En gang til, med den ene tingen (2:00)",
    ]


def test_stages_of_ones_own_may_go_without_a_clock() -> None:
    assert OWN.stages() == (150, 330, None)
    assert lines(OWN, 2) == ["Les (2:30)", "Prat sammen (5:30)", "Nå: Oppsummer"]


def test_away_from_the_stage_no_stage_is_the_present_one() -> None:
    assert lines(OWN, None) == ["Les (2:30)", "Prat sammen (5:30)", "Oppsummer"]
    assert not any(isinstance(block, Cue) for block in OWN.ask(Asked()))


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"preset": "1-2-4"},
        {"preset": "pairs", "stages": STAGES},
        {"stages": []},
        {"stages": [{"minutes": "2"}]},
        {"stages": STAGES, "minutes": "10"},
        {"stages": [{"title": "Les", "group": "mange"}]},
        {"stages": [{"title": "Les", "group": "0"}]},
        {"stages": [{"title": "Les", "group": "51"}]},
    ],
)
def test_there_is_one_plan_and_it_is_clear(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Groups.model_validate({"groups": "Hva nå?", **keys})


@pytest.mark.parametrize("size", ["all", "Alle"])
def test_a_group_can_be_the_whole_room(size: str) -> None:
    step = Groups.model_validate({"groups": "Hva nå?", "stages": [{"title": "Del", "group": size}]})
    assert cues(step) == [["I plenum"]]
