"""Themes keep their places in the list, whatever is moved between them."""

from workshop.core.moderation import AnyDecision, Group, Hide, Merge, decided, identified
from workshop.core.themes import themes

TEXTS = ("ro", "tid", "ledelse", "vakter")
WRITTEN = identified(TEXTS, b"the run's own")
ROM, TID, LED, VAK = sorted(WRITTEN, key=lambda id: TEXTS.index(WRITTEN[id]))


def made(*decisions: AnyDecision) -> tuple[str, ...]:
    return themes(WRITTEN, decisions)


def test_they_stand_in_the_order_of_their_making() -> None:
    assert made() == ()
    assert made(Group((ROM,), "B"), Group((TID,), "A"), Group((LED, ROM), "A")) == ("B", "A")


def test_one_that_takes_all_of_another_stands_in_its_place() -> None:
    begun = Group((ROM, TID), "Å"), Group((LED,), "B")
    assert made(*begun, Group((ROM, TID), "Ro og tid")) == ("Ro og tid", "B")
    assert made(*begun, Group((ROM, TID, VAK), "Alt")) == ("Alt", "B")
    assert made(*begun, Group((ROM,), "Ny")) == ("Å", "B", "Ny")
    assert made(*begun, Group((LED,), "Å")) == ("Å", "B")


def test_neither_taking_texts_out_nor_merging_or_hiding_moves_any() -> None:
    begun = Group((ROM,), "A"), Group((TID,), "B")
    assert made(*begun, Group((ROM,), ""), Hide((TID,)), Merge((LED, TID))) == ("A", "B")


def test_texts_of_no_theme_that_say_the_same_join_the_theme_of_the_others() -> None:
    def theme(*ids: str) -> str:
        items = decided(WRITTEN, (Group((TID,), "Tid"), Group((LED,), "Ledelse"), Merge(ids)))
        return next(item.theme for item in items if item.id == ids[0])

    assert (theme(ROM, TID), theme(TID, LED), theme(ROM, VAK)) == ("Tid", "Tid", "")
