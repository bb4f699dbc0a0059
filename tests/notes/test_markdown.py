"""Markdown: a reader's program sees exactly what was written, and nothing else comes of it."""

from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.core.hostile import HOSTILE
from tests.core.test_blocks import ALL
from tests.notes import held
from workshop.core.blocks import AnyBlock, Card, Cards, Quote
from workshop.core.text import clean
from workshop.notes import markdown
from workshop.notes.escape import inline, lines
from workshop.notes.report import report
from workshop.notes.spoken import spoken
from workshop.notes.wording import Wording

READER = MarkdownIt("gfm-like")
NB = Wording("nb", held.OSLO)
BREAKS = {"softbreak": "\n", "hardbreak": "\n"}


def flat(text: str) -> list[Token]:
    """Every token of a document, those inside lines too."""
    return [inner for token in READER.parse(text) for inner in (token, *(token.children or ()))]


def words(text: str) -> str:
    """What a reader reads of it."""
    return "".join(
        BREAKS.get(token.type, token.content if token.type == "text" else "") for token in flat(text)
    )


def draw(block: AnyBlock) -> str:
    (said,) = spoken((block,), NB.language)
    return "\n\n".join(markdown.draw(said, NB))


@pytest.mark.parametrize("text", [clean(text) for text in HOSTILE if clean(text)], ids=lambda text: text[:20])
def test_what_was_written_is_read_and_nothing_comes_of_it(text: str) -> None:
    document = f"- {lines(text, '  ')}"
    assert words(document) == text
    kinds = {token.type for token in flat(document)}
    assert kinds <= {
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "inline",
        "text",
        "softbreak",
        "hardbreak",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    }


@pytest.mark.parametrize("text", [clean(text) for text in HOSTILE if clean(text)], ids=lambda text: text[:20])
def test_in_a_heading_and_in_a_table_it_stays_text_on_one_line(text: str) -> None:
    flattened = " ".join(line for line in text.split("\n") if line)
    assert words(f"# {inline(text)}") == flattened
    table = flat(f"| a | b |\n| --- | --- |\n| {inline(text)} | x |")
    assert [token.content for token in table if token.type == "inline"][-1] == "x"
    assert sum(token.type == "td_open" for token in table) == 2
    assert not {token.type for token in table} & {
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "em_open",
    }


@pytest.mark.parametrize("block", ALL, ids=lambda block: type(block).__name__)
def test_every_block_draws(block: AnyBlock) -> None:
    text = draw(block)
    assert "Phrase" not in text
    assert bool(text) != (type(block).__name__ == "Countdown")


def test_line_breaks_inside_a_card_are_kept_and_the_next_card_stands_by_itself() -> None:
    text = draw(Cards((Card("en\nto\n\ntre"), Card("fire", times=3))))
    assert words(text) == "en\nto\n\ntrefire ×3"
    assert sum(token.type == "list_item_open" for token in flat(text)) == 2


def test_cards_of_a_theme_stand_under_it() -> None:
    text = draw(Cards((Card("a", theme="Tid"), Card("b", theme="Tid"), Card("c", theme="Folk"))))
    assert text == "**Tid**\n\n- a\n- b\n\n**Folk**\n\n- c"


def test_a_quotation_has_the_languages_own_marks() -> None:
    assert draw(Quote("Ro\nog fred", by="Ingen")) == "> «Ro\\\n> og fred»\n>\n> Ingen"


def test_headings_go_down_step_by_step() -> None:
    for record in (held.norwegian(), held.english()):
        tokens = READER.parse(markdown.render(report(record, held.OSLO)).decode())
        found = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
        assert found[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(found))
