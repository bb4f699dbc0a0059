"""What the room decides about texts."""

from workshop.core.moderation import (
    AnyDecision,
    Approve,
    Done,
    Group,
    Hide,
    Item,
    Merge,
    Rename,
    Show,
    decided,
    identified,
)

KEY = b"the run's own"
TEXTS = ("ro", "tid", "tid", "ledelse")


def ids(text: str) -> tuple[str, ...]:
    return tuple(id for id, found in identified(TEXTS, KEY).items() if found == text)


def after(*decisions: AnyDecision) -> dict[str, Item]:
    return {item.id: item for item in decided(identified(TEXTS, KEY), decisions)}


def test_an_id_tells_neither_text_nor_order_and_differs_from_run_to_run() -> None:
    assert identified(TEXTS, KEY) == identified(TEXTS[::-1], KEY)
    assert not identified(TEXTS, KEY).keys() & identified(TEXTS, b"another").keys()


def test_an_id_lives_as_long_as_its_text() -> None:
    assert "ro" not in identified(("tid",), KEY).values()
    assert set(identified(("tid", "tid"), KEY)) == set(ids("tid"))


def test_merged_texts_are_one_card_with_the_first_ones_words() -> None:
    first, second = ids("tid")
    merged = after(Merge((*ids("ledelse"), first, second)))
    assert merged[ids("ledelse")[0]].times == 3
    assert first not in merged
    assert len(merged) == 2


def test_a_merged_text_knows_all_the_others_in_it() -> None:
    (ro,), (first, second) = ids("ro"), ids("tid")
    item = after(Merge((first, second)), Merge((ro, first, first)))[ro]
    assert (item.times, set(item.merged)) == (3, {first, second})


def test_what_is_hidden_can_be_shown_again_and_is_never_gone() -> None:
    (ro,) = ids("ro")
    assert after(Hide((ro,)))[ro].hidden
    assert not after(Hide((ro,)), Show((ro,)))[ro].hidden
    assert len(after(Hide((ro,)))) == len(TEXTS)


def test_renaming_grouping_approving_and_dealing_with() -> None:
    (ro,) = ids("ro")
    item = after(Rename((ro,), "Ro og fred"), Group((ro,), "Ro"), Approve((ro,)), Done((ro,)))[ro]
    assert (item.text, item.theme, item.approved, item.done) == ("Ro og fred", "Ro", True, True)


def test_a_decision_on_a_text_that_is_gone_changes_nothing() -> None:
    assert after(Hide(("0000000000000000",)), Merge(("1111111111111111",))) == after()


def test_taking_the_last_decision_back_gives_what_was_before_it() -> None:
    first, second = ids("tid")
    kept: tuple[AnyDecision, ...] = (Hide(ids("ro")), Merge((first, second)))
    assert after(*kept) == {
        item.id: item for item in decided(identified(TEXTS, KEY), [*kept, Show(ids("ro"))][:-1])
    }
