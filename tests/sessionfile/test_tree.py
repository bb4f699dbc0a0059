"""The tree: values as they were written, places, and what of YAML is refused."""

import pytest

from workshop.sessionfile.problems import Collector, SessionProblems, Spot
from workshop.sessionfile.tree import DEEPEST, Mapping, Node, Scalar, parse, plain


def tree(text: str) -> Node:
    problems = Collector("file", text)
    node = parse(text, problems)
    problems.raise_if_any()
    assert node is not None
    return node


@pytest.mark.parametrize("word", ["no", "010", "2024", "true", "5:00", "1e3", "0x1F", "2024-01-02", ".5"])
def test_a_value_is_its_source_text(word: str) -> None:
    assert plain(tree(f"key: {word}")) == {"key": word}


@pytest.mark.parametrize("nothing", ["", " ~", " null", "  # a comment"])
def test_a_key_with_nothing_after_it_is_left_out(nothing: str) -> None:
    assert plain(tree(f"key:{nothing}\nother: x")) == {"other": "x"}


def test_quotes_make_a_text_of_nothing() -> None:
    assert plain(tree('a: ""\nb: "~"\nc: "null"')) == {"a": "", "b": "~", "c": "null"}


def test_nodes_know_where_they_stand() -> None:
    root = tree("title: Hei\nlist:\n  - en\n  - to: tre\n")
    assert isinstance(root, Mapping)
    entry = root.entry("list")
    assert entry is not None
    assert entry[0].spot == Spot(2, 1)
    assert plain(entry[1]) == ["en", {"to": "tre"}]
    title = root.value("title")
    assert isinstance(title, Scalar)
    assert (title.spot.line, title.spot.column, title.spot.width) == (1, 8, 3)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_with_any_line_end(end: str) -> None:
    root = tree(end.join(["a: 1", "b: 2", "c: 3"]))
    assert isinstance(root, Mapping)
    assert [key.spot.line for key, _ in root.entries] == [1, 2, 3]


def test_twenty_levels_are_read_and_one_more_is_not() -> None:
    assert plain(tree("[" * DEEPEST + "]" * DEEPEST))
    with pytest.raises(SessionProblems, match="20 levels"):
        tree("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


def test_a_megabyte_of_brackets_is_refused_without_being_read() -> None:
    with pytest.raises(SessionProblems, match="20 levels"):
        tree("[" * 1_000_000)


def test_a_syntax_error_is_reported_alone() -> None:
    with pytest.raises(SessionProblems) as caught:
        tree("a: *b\nc: 1\nc: 2\nd: e: f\n")
    assert [problem.spot for problem in caught.value.problems] == [Spot(4, 5)]


@pytest.mark.parametrize("key", ["? [a, b]\n: c", "[a]: b", "{a: b}: c", ": b", "? a\n: b\n? \n: c"])
def test_a_key_that_is_no_word_is_refused(key: str) -> None:
    with pytest.raises(SessionProblems, match="no key before this colon"):
        tree(key)


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\x9b", r"\u2028", r"\ud800", r"\N", r"\uFEFF"])
def test_no_escape_brings_in_a_character_that_may_not_be_written(escape: str) -> None:
    with pytest.raises(SessionProblems, match="control character"):
        tree(f'a: "{escape}"')


@pytest.mark.parametrize("code", [0x00, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0x2029, 0xFEFF, 0xFFFF])
def test_a_forbidden_character_is_named_with_its_place(code: int) -> None:
    with pytest.raises(SessionProblems) as caught:
        tree(f"a: b\nc: d{chr(code)}e")
    assert caught.value.problems[0].spot == Spot(2, 5)
    assert f"U+{code:04X}" in str(caught.value)
    assert chr(code) not in str(caught.value)


def test_an_escape_beyond_unicode_is_found_where_it_stands() -> None:
    with pytest.raises(SessionProblems) as caught:
        tree('a: b\nc: "x\\U99999999"')
    assert caught.value.problems[0].spot == Spot(2, 6)


def test_a_comment_is_no_problem() -> None:
    assert plain(tree("a: b  # comment\n# another\nc: d#e\n")) == {"a": "b", "c": "d#e"}
