"""The texts of the queue: what is pointed at, and how they are drawn."""

import pytest

from tests.core.hostile import HOSTILE
from tests.tui.desk.scenes import EN, LOOKS, NB, SIZES
from tests.tui.draw.reading import lines
from tests.tui.draw.test_hostile import CONTROL
from workshop.core.moderation import Item
from workshop.core.phrases import phrase
from workshop.tui.desk.listing import MEASURE, Window, draw_list
from workshop.tui.desk.texts import Group, Texts
from workshop.tui.draw import Frame, Look
from workshop.tui.draw.canvas import Canvas
from workshop.tui.draw.picture import Picture

A, B, C = Item("a", "Når?", approved=True), Item("b", "Hvor?"), Item("c", "Hvem?")
LONG = Item("long", " ".join(f"ord{n}" for n in range(150)))


def texts(*items: Item, parked: tuple[Item, ...] = ()) -> Texts:
    made = Texts()
    made.fill((Group(1, "Hva lurer dere på?", items), Group(4, phrase("Parking lot"), parked)))
    return made


def rows(picture: Picture, width: int = 80, look: Look = NB) -> list[str]:
    canvas = Canvas(width, picture.height, look.paper)
    canvas.draw(picture)
    return lines(Frame(canvas.rows()))


def seen(given: Texts, window: Window, width: int = 80) -> str:
    listing = draw_list(given, NB, width)
    if given.at is not None:
        window.show(listing.spans[given.at])
    return "\n".join(rows(window.cut(listing.picture)))


def pointed(given: Texts) -> str | None:
    return given.pointed.item.id if given.pointed else None


def test_the_first_that_waits_is_pointed_at() -> None:
    assert pointed(texts(A, B, C)) == "b"
    assert pointed(texts(A)) == "a"
    assert pointed(texts()) is None


def test_the_mark_stays_on_its_text_when_others_come_and_goes_with_it() -> None:
    given = texts(B, C)
    given.fill((Group(1, "", (A, B, C)),))
    assert pointed(given) == "b"
    given.fill((Group(1, "", (A, C)),))
    assert pointed(given) is None, "no key may approve what has come to stand there"
    given.move(1)
    assert pointed(given) == "c"


def test_the_mark_goes_through_all_groups_and_stays_at_the_ends() -> None:
    given = texts(B, C, parked=(Item("d", "Lønn"),))
    seen = []
    for by in (-1, 1, 1, 1, -1):
        given.move(by)
        seen.append(pointed(given))
    assert seen == ["b", "c", "d", "d", "c"]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (Item("x", "Tekst"), "venter"),
        (Item("x", "Tekst", approved=True), "godkjent"),
        (Item("x", "Tekst", hidden=True, approved=True), "skjult"),
        (Item("x", "Tekst", approved=True, done=True), "godkjent · besvart"),
        (Item("x", "Tekst", times=3), "venter · ×3"),
    ],
)
def test_how_a_text_stands_is_said_in_words(item: Item, said: str) -> None:
    row = rows(draw_list(texts(item), NB, 80).picture)[1]
    assert row.split("Tekst")[1].strip() == said


def test_a_step_without_texts_says_so() -> None:
    drawn = [row.strip() for row in rows(draw_list(texts(B), EN, 80).picture)]
    assert drawn[drawn.index("Parking lot") + 1] == "nothing yet"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_word_of_a_text_stands_there_whatever_the_width(size: tuple[int, int]) -> None:
    drawn = " ".join(rows(draw_list(texts(LONG), NB, size[0]).picture, size[0]))
    assert [word for word in drawn.split() if word.startswith("ord")] == LONG.text.split()


def test_a_text_higher_than_the_screen_is_turned_to_its_end_and_back() -> None:
    given, window, found = texts(LONG, C), Window(), ""
    window.height = 8
    for _ in range(30):
        found += seen(given, window)
        if pointed(given) == "c":
            break
        if not window.turn(1, draw_list(given, NB, 80).spans[0]):
            given.move(1)
    assert all(word in found for word in LONG.text.split())
    assert "Hvem?" in found
    given.move(-1)
    for _ in range(30):
        found = seen(given, window)
        window.turn(-1, draw_list(given, NB, 80).spans[0])
    assert found.startswith("Hva lurer dere på?")


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.language.tag} {look.plain}")
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_whatever_a_stranger_writes_stays_in_its_cells_and_moves_no_cursor(
    size: tuple[int, int], look: Look
) -> None:
    for number, text in enumerate(HOSTILE):
        given = texts(Item(f"{number}", text), B, parked=(Item("p", text, hidden=True),))
        picture = draw_list(given, look, size[0]).picture
        assert picture.width <= min(size[0], MEASURE)
        for strip in picture.strips:
            assert strip.column + strip.width <= size[0]
        for row in rows(picture, size[0], look):
            assert not CONTROL.search(row), text
