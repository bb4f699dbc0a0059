"""The parking lot: always on, shown by approval, and no kind of a session file."""

import msgspec
import pytest

from tests.core.hostile import HOSTILE
from tests.core.test_text import CONTROL
from tests.kinds.results import note, only, said
from tests.kinds.room import ASKED, answers, gathered
from tests.kinds.test_contract import draws, spoken
from workshop.core.blocks import Cards, Empty, Heading
from workshop.core.fields import Refused, Text
from workshop.core.gathered import Asked, Gathered
from workshop.core.moderation import AnyDecision, Approve, Done, identified
from workshop.core.place import JSON
from workshop.kinds.parking import PARKING
from workshop.kinds.registry import kinds

LIGHT, LUNCH = "Lyset i gangen", "Lunsj"
IDS = {text: id for id, text in identified((LIGHT, LUNCH), b"").items()}


def room(*decisions: AnyDecision, abstained: int = 0) -> Gathered:
    found = gathered(tuple({"parked": text} for text in IDS), 2, abstained=abstained, floor=0)
    return msgspec.structs.replace(found, decisions=decisions, by_approval=True)


def test_it_stands_in_no_session_file() -> None:
    assert PARKING.name not in kinds()


def test_it_is_called_so_in_the_language_of_the_room() -> None:
    assert said(only(PARKING.ask(ASKED), Heading).text) == "Parkeringsplassen"


def test_it_shows_what_was_approved_at_once_and_without_a_floor() -> None:
    assert (PARKING.asks, PARKING.live, PARKING.exempt) == (True, True, True)
    shown = PARKING.show(room(Approve((IDS[LUNCH],)), Done((IDS[LUNCH],)), abstained=1))
    assert [(card.text, card.done) for card in only(shown, Cards).cards] == [(LUNCH, True)]
    assert note(shown) == ["2 av 22 har svart", "1 venter på godkjenning", "1 hoppet over"]
    assert PARKING.rows(room(Approve((IDS[LUNCH],)))) == [{"text": LUNCH}]


def test_what_nobody_approved_is_not_shown() -> None:
    assert said(only(PARKING.show(room()), Empty).text) == "Ingenting er godkjent ennå"
    assert PARKING.rows(room()) == []


def test_several_things_can_be_parked_and_are_found_again() -> None:
    sent = PARKING.accept({"parked": [LIGHT, LUNCH, ""]}, ASKED, ())
    assert sent == ({"parked": LIGHT}, {"parked": LUNCH})
    (field,) = PARKING.form(ASKED, sent)
    assert isinstance(field, Text)
    assert field.value == (LIGHT, LUNCH)
    assert isinstance(PARKING.accept({"parked": ["x"] * 9}, ASKED, ()), Refused)


def test_whoever_parked_something_is_told_that_it_waits() -> None:
    mine: tuple[JSON, ...] = ({"parked": LIGHT}, {"parked": LUNCH})
    asked = Asked(listed=PARKING.listed(room(Approve((IDS[LIGHT],)))))
    assert PARKING.waiting(asked, mine) == (LUNCH,)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_lot_draws(text: str) -> None:
    full = gathered(answers(PARKING, text, 6), 6)
    draws(PARKING.show(full))
    assert not CONTROL & set("".join(spoken([list(row.values()) for row in PARKING.rows(full)])))


def test_an_empty_lot_draws() -> None:
    draws(PARKING.show(gathered()))
    assert PARKING.rows(gathered(abstained=2)) == []
