"""What a kind is given to draw."""

from workshop.core.gathered import Asked, Gathered, shuffled
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


def test_the_order_depends_on_the_texts_alone() -> None:
    texts = [f"svar {n}" for n in range(30)]
    assert shuffled(texts, "a") == shuffled(texts[::-1], "a")
    assert sorted(shuffled(texts, "a")) == sorted(texts)


def test_another_question_gives_another_order() -> None:
    texts = [f"svar {n}" for n in range(30)]
    assert shuffled(texts, "a") != shuffled(texts, "b")
    assert shuffled(texts, "a") != texts


def test_equal_texts_are_all_kept() -> None:
    assert shuffled(["ro", "ro", "tid"], "x").count("ro") == 2
