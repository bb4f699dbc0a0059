import pytest

from workshop.tui.type import Setting, Size, fit, fit_all, sizes
from workshop.tui.type.sizes import SIZES, S
from workshop.tui.type.words import at_most, missing, set_word

TITLE = "Hvordan ivareta de som er satt til å hjelpe?"


def require(setting: Setting | None) -> Setting:
    assert setting is not None
    return setting


def test_the_seeds_title_takes_the_size_of_the_pictures() -> None:
    beside_qr = require(fit(TITLE, 44, 17, sizes("5", "S")))
    assert (beside_qr.size, len(beside_qr.lines)) == (S, 4)
    question = require(fit("Hva vet alle hos dere, som ingen sier?", 80, 24, sizes("7", "S")))
    assert (str(question.size), question.lines) == ("6", ("Hva vet alle", "hos dere, som", "ingen sier?"))
    wide = require(fit(TITLE, 110, 40, sizes("10", "6")))
    assert (str(wide.size), len(wide.lines)) == ("8", 4)


@pytest.mark.parametrize(("width", "height"), [(44, 17), (44, 40), (76, 10), (112, 10), (186, 5), (186, 40)])
def test_what_fits_fits_and_loses_no_word(width: int, height: int) -> None:
    setting = require(fit(TITLE, width, height))
    assert setting.width <= width
    assert setting.height <= height
    assert " ".join(setting.lines) == TITLE


def test_a_larger_box_never_gives_a_smaller_size() -> None:
    found = [fit(TITLE, width, 40) for width in range(30, 240, 10)]
    heights = [setting.size.pitch if setting else 0 for setting in found]
    assert heights == sorted(heights)


def test_a_text_that_fits_in_no_size_is_refused() -> None:
    assert fit("Menneskerettighetsorganisasjonenes", 40, 40) is None


def test_a_text_with_a_character_without_a_letter_is_refused_whole() -> None:
    assert fit("Hei 漢", 100, 40) is None
    assert missing("Hei 漢!", S) == "漢"


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_no_text_is_no_setting(text: str) -> None:
    assert fit(text, 100, 40) is None


def test_line_ends_are_kept() -> None:
    assert require(fit("En\nto tre", 100, 40, [S])).lines == ("En", "to tre")


def test_the_smallest_size_stands_tighter_before_it_gives_up() -> None:
    loose = require(fit("En\nto\ntre\nfire", 40, 18, [S]))
    tight = require(fit("En\nto\ntre\nfire", 40, 17, [S]))
    assert (loose.pitch, loose.height) == (9, 18)
    assert (tight.pitch, tight.height) == (8, 17)
    assert fit("En\nto\ntre\nfire", 40, 16, [S]) is None


def test_peers_share_the_size_that_all_of_them_fit_in() -> None:
    long = "Best mulig for flest"
    alone = require(fit("Kort", 70, 8))
    peers = fit_all(["Kort", long], 70, 8)
    assert peers is not None
    assert {peer.size for peer in peers} == {require(fit(long, 70, 8)).size} != {alone.size}


def test_peers_in_a_stack_share_its_rows() -> None:
    peers = fit_all(["En", "To", "Tre"], 100, 40, total=30, gap=2)
    assert peers is not None
    assert sum(peer.height for peer in peers) + 2 * 2 <= 30
    assert peers[0].size.pitch < require(fit("En", 100, 40)).size.pitch


def test_peers_in_columns_have_widths_of_their_own() -> None:
    assert fit_all(["Ja", "Menneskeverd"], [10, 60], 10) is not None
    assert fit_all(["Ja", "Menneskeverd"], [60, 10], 10) is None


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_letters_next_to_each_other_never_touch(size: Size) -> None:
    for word in ("rnllilfftty", "AVATAWA", "kjærlighet", "rjfj", "«Åg»", "KLTyPA"):
        dark: dict[int, set[int]] = {}
        for start, glyph in set_word(word, size).letters:
            for down, row in enumerate(glyph.rows):
                here = {start + at for at, level in enumerate(row) if level > 5}
                before = dark.setdefault(down - glyph.top, set())
                assert not here & {at + step for at in before for step in (-1, 0, 1)} or not before, word
                before |= here


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_word_is_never_wider_than_it_may_be_at_most(size: Size) -> None:
    for word in ("AVATAR", "Tyve", "‰‰‰", "fjøs", "Ørret og ål", "illi", "«Nei!» — ja"):
        assert set_word(word, size).width <= at_most(word, size)
