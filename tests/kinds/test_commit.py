"""`commit`: pledges that never leave the phone, and actions with who and by when."""

from typing import Any

import msgspec
import pytest

from tests.kinds.results import flags, note, only, said
from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Blocks, Empty, Table
from workshop.core.fields import Form, Pledge, Refused, Text
from workshop.core.gathered import Asked, Gathered
from workshop.core.moderation import AnyDecision, Approve, Hide, Merge, Rename, identified
from workshop.core.place import JSON
from workshop.kinds.commit import Action, Commit

STEP = Commit.model_validate({"commit": "Hva gjør vi?"})
ALONE = Commit.model_validate({"commit": "Hva gjør jeg?", "group": "nei"})
PLEDGE: tuple[JSON, ...] = ({"pledged": True},)
PAUSE, WALK, LUNCH = "Faste pauser\nKari\n1. mars", "Gå en tur\n\nfredag", "Spise sammen"
IDS = {text: id for id, text in identified((PAUSE, WALK, LUNCH), b"").items()}


def room(*decisions: AnyDecision, pledges: int = 0, by_approval: bool = True, **more: Any) -> Gathered:
    """Three groups' actions, and pledges."""
    actions: tuple[JSON, ...] = tuple({"action": text} for text in IDS)
    found = gathered(actions + PLEDGE * pledges, 7, floor=0, **more)
    return msgspec.structs.replace(found, decisions=decisions, by_approval=by_approval)


def table(blocks: Blocks) -> list[tuple[str, ...]]:
    return sorted(tuple(map(said, row)) for row in only(blocks, Table).rows)


def test_an_action_has_what_who_and_by_when_and_one_without_an_owner_is_flagged() -> None:
    shown = STEP.show(room(Approve(tuple(IDS.values()))))
    assert [said(cell) for cell in only(shown, Table).head] == ["Hva", "Hvem", "Innen når"]
    assert table(shown) == [
        ("Faste pauser", "Kari", "1. mars"),
        ("Gå en tur", "Ingen ansvarlig ennå", "fredag"),
        ("Spise sammen", "Ingen ansvarlig ennå", ""),
    ]
    assert flags(shown) == [("2 tiltak mangler ansvarlig", False)]


def test_where_everything_has_an_owner_nothing_is_flagged() -> None:
    shown = STEP.show(room(Approve((IDS[PAUSE],))))
    assert table(shown) == [("Faste pauser", "Kari", "1. mars")]
    assert flags(shown) == []


def test_no_action_is_shown_without_approval() -> None:
    shown = STEP.show(room(pledges=5, abstained=1))
    assert said(only(shown, Empty).text) == "Ingenting er godkjent ennå"
    assert note(shown) == [
        "7 av 22 har svart",
        "5 har gitt seg selv et løfte",
        "3 venter på godkjenning",
        "1 hoppet over",
    ]


def test_a_hidden_action_is_gone_and_counted() -> None:
    shown = STEP.show(room(Approve(tuple(IDS.values())), Hide((IDS[WALK],))))
    assert [row[0] for row in table(shown)] == ["Faste pauser", "Spise sammen"]
    assert "1 skjult av møtelederen" in note(shown)


def test_the_room_can_give_an_action_other_words_or_an_owner() -> None:
    reworded = Rename((IDS[LUNCH],), "Spise sammen\nOle\nhver uke")
    shown = STEP.show(room(Approve((IDS[LUNCH],)), reworded))
    assert table(shown) == [("Spise sammen", "Ole", "hver uke")]


def test_a_row_is_an_action_or_a_pledge_without_a_word() -> None:
    approved = Approve((IDS[PAUSE], IDS[LUNCH]))
    rows = STEP.rows(room(approved, Merge((IDS[PAUSE], IDS[WALK])), pledges=2))
    assert sorted(rows, key=repr) == [
        {"pledged": True},
        {"pledged": True},
        {"what": "Faste pauser", "who": "Kari", "when": "1. mars"},
        {"what": "Faste pauser", "who": "Kari", "when": "1. mars"},
        {"what": "Spise sammen", "who": None, "when": None},
    ]


@pytest.mark.parametrize(
    ("form", "sent"),
    [
        ({}, ()),
        ({"what": [" "], "who": [""], "when": [""]}, ()),
        ({"pledged": ["1"]}, ({"pledged": True},)),
        ({"what": ["Faste pauser"], "who": ["Kari"], "when": ["1. mars"]}, ({"action": PAUSE},)),
        ({"what": ["Gå en tur"], "when": ["fredag"]}, ({"action": WALK},)),
        (
            {"pledged": ["1"], "what": ["Spise\nsammen"], "who": [" "]},
            ({"pledged": True}, {"action": LUNCH}),
        ),
    ],
)
def test_a_form_is_a_pledge_an_action_or_both(form: Form, sent: tuple[JSON, ...]) -> None:
    assert STEP.accept(form, ASKED, ()) == sent


@pytest.mark.parametrize(
    "form", [{"who": ["Kari"]}, {"when": ["fredag"]}, {"pledged": ["1"], "who": ["Kari"]}]
)
def test_an_owner_or_a_date_alone_is_no_action(form: Form) -> None:
    read = STEP.accept(form, ASKED, ())
    assert isinstance(read, Refused)
    assert read.field == "what"


def test_what_stands_in_the_private_box_is_not_read_even_if_it_is_sent() -> None:
    assert STEP.accept({"pledged": ["Jeg skal si unnskyld"]}, ASKED, ()) == ({"pledged": True},)


def test_a_phone_finds_its_action_again() -> None:
    pledge, *boxes = STEP.form(ASKED, ({"pledged": True}, {"action": WALK}))
    assert isinstance(pledge, Pledge)
    assert pledge.done
    assert [box.value for box in boxes if isinstance(box, Text)] == [("Gå en tur",), (), ("fredag",)]


def test_alone_there_is_only_the_private_box_and_the_floor_holds() -> None:
    (pledge,) = ALONE.form(ASKED, ())
    assert isinstance(pledge, Pledge)
    assert (STEP.exempt, ALONE.exempt) == (True, False)
    shown = ALONE.show(gathered(PLEDGE * 6, 6))
    assert said(only(shown, Empty).text) == "Løftene blir på telefonene. Ingen andre ser dem."
    assert note(shown) == ["6 av 22 har svart", "6 har gitt seg selv et løfte"]


def test_nobody_answered_is_neither() -> None:
    for step in (STEP, ALONE):
        assert said(only(step.show(gathered()), Empty).text) == "Ingen svar ennå"


def test_a_group_is_told_whether_its_action_waits() -> None:
    mine: tuple[JSON, ...] = ({"pledged": True}, {"action": WALK})
    assert STEP.waiting(Asked(listed=STEP.listed(room())), mine) == (WALK,)
    assert STEP.waiting(Asked(listed=STEP.listed(room(Approve((IDS[WALK],))))), mine) == ()


@pytest.mark.parametrize(
    "action", [Action("a"), Action("a", "b"), Action("a", "", "c"), Action("a", "b", "c")]
)
def test_an_action_is_the_same_after_it_was_one_text(action: Action) -> None:
    assert Action.of(action.text) == action


def test_lines_after_the_third_say_when() -> None:
    assert Action.of("a\nb\nc\nd") == Action("a", "b", "c d")
