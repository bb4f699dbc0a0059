"""A good session file damaged at random: whatever comes of it, it is a session or problems, never a crash."""

import random
import re
from pathlib import Path

import pytest

from workshop.sessionfile.build import load_bytes
from workshop.sessionfile.problems import SessionProblems

ORIGINAL = (Path(__file__).parents[2] / "sessions" / "ivareta-hjelperne.yaml").read_bytes()
SPLINTERS = [
    *(bytes([code]) for code in b"\t\n\r :?-,[]{}#&*!|>'\"%@`\\\0\x1b\x85\xff~=<0"),
    *(b": ", b"\n---\n", b"\n...\n", b"<<: ", b"? ", b"\n\t", b"{{", b"null", b'"\\U9999999f"', b"%YAML 9"),
    *(text.encode() for text in ("\ufeff", "\u2028", "\u00a0", "\u202e", "😀", "!!python/object:os.system ")),
]


HEAD, *SECTIONS = re.split(rb"(?m)^(?=  - title:)", ORIGINAL)


def damaged(chance: random.Random) -> bytes:
    """One of the session's sections with one to three wounds: splinters put in, pieces cut out or doubled."""
    data = HEAD + chance.choice(SECTIONS)
    for _ in range(chance.randint(1, 3)):
        at, length = chance.randrange(len(data)), chance.randrange(12)
        middle = chance.choice((b"", chance.choice(SPLINTERS), data[at : at + length] * 2))
        data = data[:at] + middle + data[at + length :]
    return data


@pytest.mark.parametrize("seed", range(300))
def test_a_damaged_file_is_a_session_or_problems(seed: int) -> None:
    data = damaged(random.Random(seed))
    try:
        found = load_bytes(data, "damaged.yaml")
    except SessionProblems as error:
        shown = [problem.render() for problem in error.problems]
    else:
        shown = [found.title]
    assert all(shown)
    assert shown
