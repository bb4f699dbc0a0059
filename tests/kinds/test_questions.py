"""`questions`: approval, support counted by hand, and what their authors are told."""

from typing import Any

import msgspec
import pytest

from tests.kinds.results import note, only, said
from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Card, Cards, Empty
from workshop.core.fields import Form, Pick, Refused, Text
from workshop.core.gathered import Asked, Gathered, Listed
from workshop.core.moderation import AnyDecision, Approve, Done, Hide, Merge, Rename, identified
from workshop.core.place import JSON
from workshop.kinds.questions import Questions

STEP = Questions.model_validate({"questions": "Hva lurer dere på?"})
FREE = Questions.model_validate({"questions": "Hva lurer dere på?", "moderated": "false"})
WHY, WHEN, WHO = "Hvorfor?", "Når?", "Hvem?"
LISTED = Asked(listed=(Listed("a1", WHY), Listed("b2", WHEN)))


def ids(*texts: str) -> tuple[str, ...]:
    """The ids of texts of which no two are the same, in their order."""
    found = {text: id for id, text in identified(texts, b"").items()}
    return tuple(found[text] for text in texts)


ID_WHY, ID_WHEN, ID_WHO = ids(WHY, WHEN, WHO)


def room(*decisions: AnyDecision, support: dict[str, int] | None = None, **more: Any) -> Gathered:
    """Three questions from three of seven people, and who stands behind which."""
    asked: tuple[JSON, ...] = tuple({"question": text} for text in (WHY, WHEN, WHO))
    behind: tuple[JSON, ...] = tuple(
        {"support": id} for id, people in (support or {}).items() for _ in range(people)
    )
    found = gathered(asked + behind, 7, floor=0, **more)
    return msgspec.structs.replace(found, decisions=decisions, by_approval=True)


def cards(gathered: Gathered, step: Questions = STEP) -> list[tuple[str, int | None, bool]]:
    """Text, support and mark of each card."""
    return [(card.text, card.support, card.done) for card in only(step.show(gathered), Cards).cards]


def test_nothing_is_shown_without_approval_and_what_waits_is_counted() -> None:
    shown = STEP.show(room(abstained=2))
    assert said(only(shown, Empty).text) == "Ingenting er godkjent ennå"
    assert note(shown) == ["7 av 22 har svart", "3 venter på godkjenning", "2 hoppet over"]
    assert STEP.rows(room()) == []


def test_approved_questions_stand_by_support() -> None:
    gathered = room(Approve((ID_WHY, ID_WHEN)), support={ID_WHEN: 4, ID_WHY: 2})
    assert cards(gathered) == [(WHEN, 4, False), (WHY, 2, False)]
    assert note(STEP.show(gathered)) == ["2 spørsmål", "7 av 22 har svart", "1 venter på godkjenning"]


def test_answered_questions_are_marked_and_stand_last() -> None:
    gathered = room(
        Approve((ID_WHY, ID_WHEN, ID_WHO)), Done((ID_WHEN,)), support={ID_WHEN: 6, ID_WHY: 1, ID_WHO: 3}
    )
    assert cards(gathered) == [(WHO, 3, False), (WHY, 1, False), (WHEN, 6, True)]


def test_a_question_without_support_has_none() -> None:
    assert cards(room(Approve((ID_WHO,)))) == [(WHO, 0, False)]


def test_a_hidden_question_is_gone_and_counted() -> None:
    gathered = room(Approve((ID_WHY, ID_WHEN)), Hide((ID_WHEN,)), support={ID_WHEN: 4})
    assert cards(gathered) == [(WHY, 0, False)]
    assert "1 skjult av møtelederen" in note(STEP.show(gathered))


def test_merged_questions_have_the_support_that_is_certain() -> None:
    gathered = room(Approve((ID_WHY, ID_WHEN)), Merge((ID_WHY, ID_WHEN)), support={ID_WHY: 2, ID_WHEN: 5})
    (card,) = only(STEP.show(gathered), Cards).cards
    assert card == Card(WHY, times=2, support=5)


def test_a_row_is_a_question_and_the_support_of_merged_ones_stands_once() -> None:
    gathered = room(
        Approve((ID_WHY, ID_WHEN, ID_WHO)),
        Merge((ID_WHY, ID_WHEN)),
        Done((ID_WHO,)),
        support={ID_WHY: 2, ID_WHEN: 5, ID_WHO: 1},
    )
    assert sorted(STEP.rows(gathered), key=repr) == [
        {"question": WHO, "support": 1, "done": True},
        {"question": WHY, "support": 5, "done": False},
        {"question": WHY, "support": None, "done": False},
    ]


def test_a_person_writes_and_once_something_is_approved_supports() -> None:
    (own,) = STEP.form(ASKED, ())
    assert isinstance(own, Text)
    _, support = STEP.form(LISTED, ({"question": WHO}, {"support": "b2"}, {"support": "gone"}))
    assert isinstance(support, Pick)
    assert (support.options, support.picked, support.many) == ((WHY, WHEN), (1,), True)


def test_support_is_sent_by_id_so_that_a_list_that_has_grown_means_the_same() -> None:
    _, support = STEP.form(LISTED, ())
    assert isinstance(support, Pick)
    form: Form = {"question": [WHO], "support": [support.key(1)]}
    grown = Asked(listed=(Listed("c3", WHO), *LISTED.listed))
    sent = ({"question": WHO}, {"support": "b2"})
    assert STEP.accept(form, LISTED, ()) == STEP.accept(form, grown, ()) == sent


@pytest.mark.parametrize("listed", [LISTED.listed, ()])
def test_what_is_not_on_the_list_cannot_be_supported(listed: tuple[Listed, ...]) -> None:
    read = STEP.accept({"support": ["c3"]}, Asked(listed=listed), ())
    if listed:
        assert isinstance(read, Refused)
        assert read.field == "support"
    else:
        assert read == ()


def test_the_list_for_the_phones_holds_what_was_approved() -> None:
    gathered = room(Approve((ID_WHY, ID_WHEN)), Done((ID_WHY,)), Rename((ID_WHEN,), "Når skjer det?"))
    assert sorted(STEP.listed(gathered), key=lambda listed: listed.text) == [
        Listed(ID_WHY, WHY, done=True, written=(WHY,)),
        Listed(ID_WHEN, "Når skjer det?", written=(WHEN,)),
    ]


@pytest.mark.parametrize(
    ("decisions", "waiting"),
    [
        ((), (WHY, WHEN)),
        ((Approve((ID_WHY,)),), (WHEN,)),
        ((Approve((ID_WHY, ID_WHEN)),), ()),
        # Reworded or merged into another's, it is still mine, and it is shown.
        ((Approve((ID_WHY, ID_WHEN)), Rename((ID_WHEN,), "Når skjer det?")), ()),
        ((Approve((ID_WHO, ID_WHEN)), Merge((ID_WHO, ID_WHY))), ()),
        ((Approve((ID_WHY, ID_WHEN)), Hide((ID_WHEN,))), (WHEN,)),
    ],
)
def test_an_author_is_told_what_waits(decisions: tuple[AnyDecision, ...], waiting: tuple[str, ...]) -> None:
    mine: tuple[JSON, ...] = ({"question": WHY}, {"question": WHEN}, {"support": ID_WHO})
    asked = Asked(listed=STEP.listed(room(*decisions)))
    assert STEP.waiting(asked, mine) == waiting


def test_what_others_can_choose_among_later_are_the_approved_ones() -> None:
    assert STEP.feed(room(Approve((ID_WHO,)))) == (WHO,)
    assert STEP.feeds


def test_without_approval_all_are_shown_as_they_were_written_and_nothing_waits() -> None:
    assert [(step.exempt, step.approves) for step in (STEP, FREE)] == [(True, True), (True, False)]
    assert FREE.waiting(ASKED, ({"question": WHY},)) == ()
    shown = msgspec.structs.replace(room(support={ID_WHY: 1, ID_WHEN: 4}), by_approval=False)
    assert cards(shown, FREE) == [(WHEN, 4, False), (WHY, 1, False), (WHO, 0, False)]
    assert {listed.text for listed in FREE.listed(shown)} == {WHY, WHEN, WHO}
    assert note(FREE.show(shown)) == ["3 spørsmål", "7 av 22 har svart"]


def test_nobody_answered_is_not_nothing_approved() -> None:
    assert said(only(STEP.show(gathered()), Empty).text) == "Ingen svar ennå"
