"""The command: measures every part and writes the README, or measures one part and says what it found."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import answers, burst, drawing, frame, keys, machine, memory
from benchmarks.effort import Effort
from benchmarks.report import Chapter, Part, readme, table

README = Path(__file__).with_name("README.md")
PARTS: Mapping[str, Part] = {
    "answers": answers.measure,
    "burst": burst.measure,
    "frame": frame.measure,
    "keys": keys.measure,
    "memory": memory.measure,
    "drawing": drawing.measure,
}


def main(words: Sequence[str] | None = None) -> int:
    """Exit code 0 where every aim is reached, else 1."""
    asked = _parser().parse_args(words)
    effort = replace(Effort(), runs=asked.runs)
    before = machine.load()
    chapters = [_measured(name, effort) for name in asked.only or PARTS]
    if not asked.only:
        README.write_text(readme(chapters, machine.facts(before), effort), encoding="utf-8")
        print(f"Written: {README}")
    return 0 if all(chapter.met for chapter in chapters) else 1


def _measured(name: str, effort: Effort) -> Chapter:
    print(f"{name} … ", end="", flush=True)
    chapter = PARTS[name](effort)
    print(f"\n{table(chapter.figures)}\n", flush=True)
    return chapter


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, metavar="NAME", help=", ".join(PARTS))
    parser.add_argument("--runs", type=int, default=Effort.runs, help="how often each is measured")
    return parser


if __name__ == "__main__":
    sys.exit(main())
