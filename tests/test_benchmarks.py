"""The benchmarks see to their end in the smallest room there is; how quick anything is, is not looked at."""

from benchmarks.__main__ import PARTS
from benchmarks.effort import Effort
from benchmarks.machine import facts
from benchmarks.report import Aim, Chapter, Figure, readme

TINY = Effort(
    runs=1, phones=6, connections=(3,), answers=2, presses=2, each_second=50, written=7, sizes=((80, 24),)
)


def test_every_part_measures_something_and_leaves_it_in_the_readme() -> None:
    chapters = [part(TINY) for part in PARTS.values()]
    told = readme(chapters, facts(load_before=0.0), TINY)
    for chapter in chapters:
        assert f"## {chapter.title}" in told
        for figure in chapter.figures:
            assert figure.median > 0, figure
            assert f"| {figure.name} |" in told


def test_the_readme_says_what_falls_short_and_why() -> None:
    slow = Chapter("Slow", "How.", (Figure("pace", (0.3, 0.5, 0.1), Aim("≥", 0.4)),), "Because.")
    quick = Chapter("Quick", "How.", (Figure("wait", (49.0,), Aim("<", 50.0), "ms"),), "Because not.")
    told = readme([slow, quick], ["a machine"], TINY)
    assert "| pace | ≥ 0.40 | 0.30 | 0.10 … 0.50 | **no** |" in told
    assert "| wait | < 50.0 ms | 49.0 ms | 49.0 … 49.0 ms | yes |" in told
    assert "**Where it falls short.**\nBecause." in told
    assert "Because not." not in told


def test_an_aim_that_is_just_missed_is_missed() -> None:
    assert not Aim("<", 50.0).met_by(50.0)
    assert Aim("≤", 1.6).met_by(1.6)
    assert not Aim("≥", 0.4).met_by(0.399)
