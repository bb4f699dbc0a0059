import pytest

from workshop.tui.type.glyphs import INK, face, tidy
from workshop.tui.type.sizes import SIZES, Size

ASKED = (
    "".join(map(chr, range(0x21, 0x7F)))
    + "".join(chr(c) for c in range(0xC0, 0x100))
    + "„“”«»‘’‚–—…·•×→↑↓▲€½"
)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_character_that_is_asked_for_has_a_letter(size: Size) -> None:
    assert [c for c in ASKED if c not in face(size)] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_letters_stay_between_their_line_s_top_and_depth(size: Size) -> None:
    for letter in ASKED:
        glyph = face(size)[letter]
        assert glyph.top <= size.above
        assert glyph.top - len(glyph.rows) >= -size.below


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_flat_letters_stand_on_the_baseline_and_end_on_a_whole_half_row(size: Size) -> None:
    for letter, height in (
        ("x", size.x),
        ("z", size.x),
        ("H", size.cap),
        ("E", size.cap),
        ("l", size.ascender),
    ):
        glyph = face(size)[letter]
        assert (glyph.top, len(glyph.rows)) == (height, height)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_an_i_has_paper_between_its_dot_and_its_stem(size: Size) -> None:
    rows = face(size)["i"].rows
    darkest = [max(row) for row in rows]
    gap = darkest[size.ascender - size.x - 1]
    assert darkest[0] > 12
    assert gap < 4
    assert min(darkest[size.ascender - size.x :]) > 12


def test_the_ring_of_å_is_open_from_size_7_on() -> None:
    def has_hole(size: Size) -> bool:
        ring = face(size)["å"].rows[: face(size)["å"].top - size.x - 1]
        inner = [row.strip(bytes(range(5))) for row in ring]
        return any(min(row, default=INK) < 5 for row in inner)

    assert {str(size) for size in SIZES if has_hole(size)} == {"7", "8", "10"}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_zero_has_nothing_inside(size: Size) -> None:
    rows = face(size)["0"].rows
    middle = rows[len(rows) // 2]
    assert min(middle[len(middle) // 2 - 1 : len(middle) // 2 + 1]) == 0


def test_a_character_that_no_face_has_is_not_in_it() -> None:
    assert "漢" not in face(SIZES[0])
    with pytest.raises(KeyError):
        face(SIZES[0])["漢"]


def test_accents_that_come_apart_are_put_together() -> None:
    assert tidy("a\u030angst") == "ångst"


def test_an_accented_letter_is_kerned_like_its_base() -> None:
    largest = face(SIZES[0])
    assert largest.kerning("Å", "V") == largest.kerning("A", "V") < 0
