"""What a kind is given to draw."""

from typing import Any

import msgspec

from workshop.core.gathered import Asked, Gathered
from workshop.core.moderation import Approve, Done, Group, Hide
from workshop.core.phrases import told
from workshop.language import language


def gathered(answered: int, *, abstained: int = 0, joined: int = 0, floor: int = 5) -> Gathered:
    return Gathered(Asked(), (), answered, abstained, joined, floor)


def test_needed_counts_down_to_the_floor_and_no_further() -> None:
    assert [gathered(n).needed for n in (0, 4, 5, 9)] == [5, 1, 0, 0]


def test_turnout_never_has_more_answers_than_people() -> None:
    assert told(gathered(17, joined=22).turnout(), language("en")) == "17 of 22 have answered"
    assert told(gathered(7, joined=3).turnout(), language("en")) == "7 of 7 have answered"


def test_nobody_who_skipped_is_not_mentioned() -> None:
    assert gathered(5).skipped() == ()
    (skipped,) = gathered(5, abstained=2).skipped()
    assert told(skipped, language("nb")) == "2 hoppet over"


def test_what_stands_beside_it_is_the_last_one_that_may_be_shown() -> None:
    now = msgspec.structs.replace(
        gathered(5), earlier=(gathered(6), gathered(7), gathered(4), gathered(0, floor=0))
    )
    assert now.before == gathered(7)
    assert gathered(5).before is None


def test_decisions_made_later_are_not_missed() -> None:
    before = of("a", "b")
    assert {item.hidden for item in before.items("text")} == {False}
    after = msgspec.structs.replace(
        before, decisions=(Hide(tuple(item.id for item in before.items("text"))),)
    )
    assert {item.hidden for item in after.items("text")} == {True}


def of(*texts: str, key: bytes = b"k", **more: Any) -> Gathered:
    return Gathered(Asked(), tuple({"text": text} for text in texts), len(texts), key=key, **more)


def test_cards_stand_in_an_order_that_depends_on_the_texts_and_the_runs_key_alone() -> None:
    texts = [f"svar {n}" for n in range(30)]
    shown = [card.text for card in of(*texts).cards("text")]
    assert shown == [card.text for card in of(*texts[::-1]).cards("text")]
    assert shown != texts
    assert shown != [card.text for card in of(*texts, key=b"another").cards("text")]
    assert sorted(shown) == sorted(texts)


def test_equal_texts_are_all_kept_and_can_be_told_apart() -> None:
    items = of("ro", "ro", "tid").items("text")
    assert sorted(item.text for item in items) == ["ro", "ro", "tid"]
    assert len({item.id for item in items}) == 3


def test_hidden_texts_are_no_cards_but_are_counted() -> None:
    first, second = of("ro", "tid").items("text")
    gathered = of("ro", "tid", decisions=(Hide((first.id,)),))
    assert [card.text for card in gathered.cards("text")] == [second.text]
    (hidden,) = gathered.hidden("text")
    assert told(hidden, language("en")) == "1 hidden by the facilitator"


def test_by_approval_only_approved_texts_are_cards() -> None:
    first, _ = of("ro", "tid").items("text")
    assert of("ro", "tid", by_approval=True).cards("text") == ()
    approved = of("ro", "tid", by_approval=True, decisions=(Approve((first.id,)),))
    assert [card.text for card in approved.cards("text")] == [first.text]


def test_what_waits_for_approval_is_counted_but_not_what_was_approved_or_hidden() -> None:
    first, second, _ = of("ro", "tid", "folk").items("text")
    texts = of("ro", "tid", "folk", by_approval=True, decisions=(Approve((first.id,)), Hide((second.id,))))
    (waiting,) = texts.waiting("text")
    assert told(waiting, language("nb")) == "1 venter på godkjenning"
    assert of("ro").waiting("text") == ()


def test_what_was_dealt_with_is_marked() -> None:
    (item,) = of("ro").items("text")
    (card,) = of("ro", decisions=(Done((item.id,)),)).cards("text")
    assert card.done


def test_cards_of_one_theme_stand_together_the_largest_theme_first() -> None:
    a, b, c, d = of("a", "b", "c", "d").items("text")
    decisions = (Group((a.id,), "Tid"), Group((c.id, d.id), "Ro"))
    themes = [card.theme for card in of("a", "b", "c", "d", decisions=decisions).cards("text")]
    assert themes == ["Ro", "Ro", "Tid", ""]
    assert b.theme == ""
