"""Problems: their order, their JSON, and the excerpt with its caret."""

import pytest

from workshop.sessionfile.problems import Collector, Problem, SessionProblems, Spot, clip, either, nearest


def rendered(source: str, column: int, width: int = 1) -> list[str]:
    problem = Problem("f.yaml", "wrong", spot=Spot(1, column, width), source=source)
    return problem.render().splitlines()


def test_problems_come_in_the_order_of_the_file_and_each_once() -> None:
    collector = Collector("f.yaml", "a\nb\nc")
    for spot in (Spot(3, 1), Spot(1, 9), Spot(1, 2), Spot(3, 1)):
        collector.add(spot, "wrong")
    with pytest.raises(SessionProblems) as caught:
        collector.raise_if_any()
    assert [problem.spot for problem in caught.value.problems] == [Spot(1, 2), Spot(1, 9), Spot(3, 1)]


def test_nothing_noted_raises_nothing() -> None:
    Collector("f.yaml", "a").raise_if_any()


def test_json_has_the_keys_of_the_contract() -> None:
    problem = Problem("f.yaml", "wrong", "right", "mend it", Spot(3, 4), "   x")
    assert problem.as_json() == {
        "file": "f.yaml",
        "line": 3,
        "column": 4,
        "message": "wrong; expected right",
        "suggestion": "mend it",
    }


def test_a_problem_of_the_file_itself_is_one_line_and_has_no_place_in_json() -> None:
    problem = Problem("f.yaml", "gone", suggestion="look elsewhere")
    assert problem.render() == "f.yaml: gone; look elsewhere"
    assert (problem.as_json()["line"], problem.as_json()["column"]) == (None, None)


@pytest.mark.parametrize(
    ("source", "column", "caret"),
    [("abc", 2, " ^"), ("安全x", 3, "    ^"), ("e\u0301x", 3, " ^"), ("\tx", 2, " ^"), ("x", 5, " ^")],
    ids=["plain", "wide", "combining", "tab", "past the end"],
)
def test_the_caret_stands_under_its_letter(source: str, column: int, caret: str) -> None:
    assert rendered(source, column)[2] == f"     | {caret}"


def test_the_caret_is_as_wide_as_what_it_is_about() -> None:
    assert rendered("a 安全 b", 3, 2)[2] == "     |   ^^^^"


@pytest.mark.parametrize("column", [1, 60, 500, 999, 1000])
def test_a_long_line_is_shown_round_the_caret(column: int) -> None:
    source = "".join(chr(ord("a") + number % 26) for number in range(1000))
    _, line, caret = rendered(source, column)
    assert len(line) < 120
    assert line[caret.index("^")] == source[column - 1]


def test_an_excerpt_holds_nothing_that_a_terminal_obeys() -> None:
    text = "\n".join(rendered("a\x1b[31m\u202eb\x9bc", 2))
    assert text.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("word", "found"), [("minuts", "minutes"), ("MINUTES", "minutes"), ("sldie", "slide"), ("xyz", None)]
)
def test_the_nearest_spelling(word: str, found: str | None) -> None:
    assert nearest(word, ["slide", "minutes", "notes"]) == found


def test_alternatives_read_as_a_sentence() -> None:
    assert either([]) == ""
    assert either(["a"]) == "a"
    assert either(["a", "b", "c"]) == "a, b or c"


def test_a_quoted_text_stays_on_one_short_line() -> None:
    assert clip("a\n  b") == "a b"
    assert clip("x" * 100) == "x" * 39 + "…"


def test_a_norwegian_reads_norwegian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nb")
    assert either(["a", "b"]) == "a eller b"
