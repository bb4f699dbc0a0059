"""The texts on the board: what is pointed at, marked and found, and how they are drawn."""

import pytest

from tests.core.hostile import HOSTILE
from tests.tui.desk.scenes import EN, LOOKS, NB, SIZES
from tests.tui.draw.reading import lines
from tests.tui.draw.test_hostile import CONTROL
from workshop.core.moderation import Group, Hide, Item, Merge
from workshop.core.phrases import phrase
from workshop.room.board import Board, Sheaf, Tab
from workshop.tui.desk.boardpage import BoardView, board_frame
from workshop.tui.desk.finding import folded
from workshop.tui.desk.likeness import Likeness
from workshop.tui.desk.listing import Listing
from workshop.tui.desk.texts import Key, Texts
from workshop.tui.draw import Look

A, B, C = Item("a", "Når?", approved=True), Item("b", "Hvor?"), Item("c", "Hvem?")
LONG = Item("long", " ".join(f"ord{n}" for n in range(150)))
TABS = (Tab(1, "Hva lurer dere på?", 2), Tab(0, phrase("Waiting"), 2), Tab(4, phrase("Parking lot")))


def board(*items: Item, parked: tuple[Item, ...] = (), themes: tuple[str, ...] = ()) -> Board:
    asked = Sheaf(1, "Hva lurer dere på?", items, themes, by_approval=True)
    return Board(TABS, 1, (asked, Sheaf(4, phrase("Parking lot"), parked, by_approval=True)))


def texts(*items: Item, parked: tuple[Item, ...] = (), themes: tuple[str, ...] = ()) -> Texts:
    made = Texts()
    made.fill(board(*items, parked=parked, themes=themes), 0)
    return made


def drawn(
    given: Texts, size: tuple[int, int] = (80, 24), look: Look = NB, listing: Listing | None = None
) -> str:
    view = BoardView(given, listing or Listing(look), look, 0.0)
    return "\n".join(lines(board_frame(view, *size)))


def pointed(given: Texts) -> str | None:
    return given.pointed.item.id if given.pointed else None


def test_the_first_that_waits_is_pointed_at() -> None:
    assert pointed(texts(A, B, C)) == "b"
    assert pointed(texts(A)) == "a"
    assert pointed(texts()) is None


def test_the_pointer_stays_on_its_text_when_others_come_and_goes_with_it() -> None:
    given = texts(B, C)
    given.fill(board(A, B, C), 0)
    assert pointed(given) == "b"
    given.fill(board(A, C), 0)
    assert pointed(given) is None, "no key may approve what has come to stand there"
    given.move(1)
    assert pointed(given) == "c"


def test_the_pointer_goes_through_all_steps_and_stays_at_the_ends() -> None:
    given = texts(B, C, parked=(Item("d", "Lønn"),))
    seen = []
    for by in (-1, 1, 1, 1, -1):
        given.move(by)
        seen.append(pointed(given))
    assert seen == ["b", "c", "d", "d", "c"]


def test_a_decision_counts_until_the_hub_says_how_it_went() -> None:
    given = texts(B, C)
    given.make(1, Hide(("b",)))
    assert [row.item.hidden for row in given.rows] == [True, False]
    given.fill(board(B, C), 0)
    assert given.rows[0].item.hidden, "asked before it was sent"
    given.fill(board(B, C), 1)
    assert not given.rows[0].item.hidden, "it was refused"


def test_after_a_decision_the_next_text_is_pointed_at_and_undone_the_same_again() -> None:
    given = texts(B, C, Item("d", "Hva?"), themes=("Tid",))
    given.make(1, Group(("b",), "Tid"), move_on=True)
    assert pointed(given) == "c"
    given.make(1, Merge(("b", "c")), move_on=True)
    assert (pointed(given), [row.item.id for row in given.rows]) == ("d", ["b", "d"])
    given.take_back()
    assert (pointed(given), given.rows[0].item.times) == ("c", 1)
    given.remember()
    given.take_back()
    assert given.rows[0].item.theme == "Tid", "what was undone was no decision"
    given.take_back()
    assert (pointed(given), given.rows[0].item.theme) == ("b", "")
    given.take_back()
    assert pointed(given) == "b"


def test_one_that_was_made_one_with_another_is_not_marked_any_more() -> None:
    given = texts(B, C)
    given.mark_all()
    given.fill(board(B), 0)
    assert given.marked == {Key(1, "b")}
    given.mark_all()
    assert given.marked == set()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", "abcde"),
        ("NÅR", "a"),
        ("nar", ""),
        ("cafe", "d"),
        ("café LUNSJ", "d"),
        ("tid", "e"),
        ("?", "abc"),
    ],
)
def test_texts_are_found_by_parts_of_words_whatever_case_and_accents(typed: str, found: str) -> None:
    given = texts(A, B, C, Item("d", "Lunsj på Café"), Item("e", "Vakter", theme="Tid"), themes=("Tid",))
    given.look_for(typed)
    assert "".join(row.item.id for row in given.rows) == found


def test_letters_of_the_alphabet_are_no_accents() -> None:
    assert folded("ÆØÅ éÉüÜ ÅNGSTRÖM") == "æøå eeuu ångstrom"


def test_those_in_no_theme_can_be_seen_alone() -> None:
    given = texts(A, Item("d", "Vakter", theme="Tid"), Item("e", "Skjult", hidden=True), themes=("Tid",))
    given.look_at_loose(True)
    assert [row.item.id for row in given.rows] == ["a"]
    given.make(1, Group(("a",), "Tid"), move_on=True)
    assert given.rows == ()


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (Item("x", "Tekst"), "venter"),
        (Item("x", "Tekst", approved=True), "godkjent"),
        (Item("x", "Tekst", hidden=True, approved=True), "skjult"),
        (Item("x", "Tekst", times=3, theme="Tid"), "venter 1"),
        (Item("x", "Tekst", theme="T11"), "venter +"),
    ],
)
def test_how_a_text_stands_is_said_in_words(item: Item, said: str) -> None:
    themes = ("Tid", *(f"T{n}" for n in range(2, 13)))
    row = next(row for row in drawn(texts(item, themes=themes)).split("\n") if "· Tekst" in row)
    assert row.split("Tekst")[1].split("│")[0].split() == said.split()


def test_what_is_done_and_how_many_said_it_stands_under_that() -> None:
    seen = drawn(texts(Item("x", "Tekst", times=3, approved=True, done=True)), (60, 20)).split("\n")
    at = next(n for n, row in enumerate(seen) if "· Tekst" in row)
    assert [row.split()[-1] for row in seen[at : at + 3]] == ["godkjent", "besvart", "×3"]


def test_themes_stand_beside_the_texts_with_their_numbers_and_answers() -> None:
    items = (
        Item("a", "En", theme="Tid", times=3),
        Item("b", "To", theme="Tid", hidden=True),
        Item("c", "Tre"),
    )
    seen = drawn(texts(*items, themes=("Ro", "Tid")))
    column = [row.split("│")[1].split() for row in seen.split("\n") if "│" in row]
    told = [["1", "Ro", "0"], ["2", "Tid", "3"], [], ["uten", "tema", "1"], ["skjult", "1"]]
    assert column[:6] == [["TEMAER"], *told]
    assert "1 Ro 0 · 2 Tid 3" in drawn(texts(*items, themes=("Ro", "Tid")), (60, 20))


def test_eight_themes_have_room_on_the_smallest_screen() -> None:
    names = tuple(f"{n} Tid til hverandre" for n in "abcdefgh")
    seen = drawn(texts(A, B, themes=names), (60, 20))
    assert all(f"{n} {name[:3]}" in seen for n, name in enumerate(names, 1))


def test_a_step_without_texts_says_so_and_one_below_the_floor_why() -> None:
    seen = [row.split("│")[0].strip() for row in drawn(texts(B), look=EN).split("\n")]
    assert seen[seen.index("Parking lot") + 1] == "nothing yet"
    few = phrase("{n} of at least {floor} have answered", n=3, floor=5)
    given = Texts()
    given.fill(Board(TABS, 1, (Sheaf(1, "Hva lurer dere på?", withheld=few),)), 0)
    assert "3 av minst 5 har svart" in drawn(given)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_word_of_a_text_stands_there_whatever_the_width(size: tuple[int, int]) -> None:
    given, listing, found = texts(LONG, C), Listing(NB), ""
    for _ in range(30):
        found += drawn(given, size, listing=listing)
        if pointed(given) == "c":
            break
        if not listing.turn(1):
            given.move(1)
    assert {word for word in found.split() if word.rstrip("0123456789") == "ord"} == set(LONG.text.split())
    assert "Hvem?" in found
    given.move(-1)
    for _ in range(30):
        found = drawn(given, size, listing=listing)
        listing.turn(-1)
    assert "ord0 " in found


@pytest.mark.parametrize("number", range(1, 31))
def test_every_tab_can_be_opened_whatever_their_names_and_number(number: int) -> None:
    tabs = tuple(
        Tab(n, f"{n} Skriv det ned. Ingen ser hvem du er. Og heller ikke hva.", n) for n in range(1, 31)
    )
    given = Texts()
    given.fill(Board(tabs, number, ()), 0)
    for size in SIZES:
        head = drawn(given, size).split("\n")[0]
        assert f"▌{number} Skriv" in head
        assert "‹" in head or "1 Skriv" in head
        assert "›" in head or "30 Skriv" in head


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.language.tag} {look.plain}")
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_whatever_a_stranger_writes_stays_in_its_cells_and_moves_no_cursor(
    size: tuple[int, int], look: Look
) -> None:
    listing = Listing(look)
    for number, text in enumerate(HOSTILE):
        item = Item(f"{number}", text, theme=text[:60])
        given = texts(item, B, parked=(Item("p", text, hidden=True),), themes=(text[:60],))
        given.look_for(text)
        given.look_for("")
        view = BoardView(given, listing, look, 0.0, like=item)
        for row in lines(board_frame(view, *size)):
            assert not CONTROL.search(row), text


def test_texts_that_may_say_the_same_find_each_other() -> None:
    words = (
        "For lite tid.",
        "for lite tid!",
        "For mye tid til møter",
        "Ro",
        "Rom",
        "ro",
        "Noe helt annet enn det",
    )
    items = {str(n): Item(str(n), text) for n, text in enumerate(words)}
    likeness = Likeness()
    likeness.learn(items.values())
    assert likeness.closest(items["0"], items) is None, "nothing was compared yet"
    while likeness.work(0.001):
        pass
    found = {id: likeness.closest(item, items) for id, item in items.items()}
    assert {id: like.id for id, like in found.items() if like} == {"0": "1", "1": "0", "3": "5", "5": "3"}
    assert likeness.closest(items["0"], {"1": Item("1", "for lite tid!", hidden=True)}) is None
    assert likeness.closest(items["0"], {"1": Item("1", "Andre ord")}) is None
