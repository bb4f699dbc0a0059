"""The sanitiser: what is left of a stranger's text before anything of ours stores or shows it.

Runs at ingest and again at every surface, so that a text that came in by another door is harmless too.
"""

import re
import unicodedata

import regex

MAX_GRAPHEMES = 1_000
MAX_LINES = 20
LONG_GRAPHEMES = 20_000
LONG_LINES = 500
MAX_MARKS = 4
MAX_POINTS = 12
"""Code points of one user-perceived character; no emoji has more than 10."""
REPLACEMENT = "\ufffd"

# C0 but \n and \t, DEL and C1; surrogates; noncharacters; bidi controls and marks; tag characters;
# line/paragraph separators become \n first; interlinear and object replacement leave no trace either.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\ud800-\udfff"
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    "\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "\U000e0000-\U000e007f]"
)
# What most people write; nothing of it is touched, so that a wall of 600 texts need not be gone through five
# times. No soft hyphen, and nothing from the first combining mark on.
_EVERYDAY = re.compile("[\n -~\u00a1-\u00ac\u00ae-\u02ff]*")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_MARKS = regex.compile(rf"(\p{{M}}{{{MAX_MARKS}}})\p{{M}}+")
_FIRST_JOINING = "\u0300"
_GRAPHEME = regex.compile(r"\X")
# Fillers and the empty Braille cell are letters and symbols to Unicode, and nothing to a reader.
_VISIBLE = regex.compile(r"(?V1)[[\p{L}\p{N}\p{P}\p{S}]--[\u115f\u1160\u2800\u3164\uffa0]]")


def clean(text: str, *, graphemes: int = MAX_GRAPHEMES, lines: int = MAX_LINES) -> str:
    """`text` in NFC without anything that could move a cursor, turn a line round or flood a screen.

    At most `lines` lines and `graphemes` user-perceived characters; each line stripped, no empty lines at the
    ends, at most one empty line in a row. Idempotent.
    """
    return _first_graphemes(_tidy_lines(_harmless(text, graphemes), lines), graphemes)


def clean_long(text: str) -> str:
    """`clean` for what a session's author wrote, which may be longer by far than what others may send."""
    return clean(text, graphemes=LONG_GRAPHEMES, lines=LONG_LINES)


def clean_line(text: str, *, graphemes: int = MAX_GRAPHEMES) -> str:
    """`clean` for what must stand on one line: breaks become spaces, several spaces one."""
    return _first_graphemes(" ".join(_harmless(text, graphemes).split()), graphemes)


def length(text: str) -> int:
    """The number of user-perceived characters in `text`."""
    return sum(1 for _ in _GRAPHEME.finditer(text))


def _harmless(text: str, graphemes: int) -> str:
    text = text[: graphemes * 40]
    if _EVERYDAY.fullmatch(text):
        return text
    text = _BREAKS.sub("\n", text)
    text = _SPACES.sub(" ", _FORBIDDEN.sub("", text))
    text = _MARKS.sub(r"\1", unicodedata.normalize("NFC", text))
    if not text or max(text) < _FIRST_JOINING:
        return text
    return _GRAPHEME.sub(_bounded, text)


def _bounded(grapheme: "regex.Match[str]") -> str:
    # Joiners and jamo make one "character" of any length, that no line can break and a limit counts as one.
    return grapheme[0] if len(grapheme[0]) <= MAX_POINTS else REPLACEMENT


def _tidy_lines(text: str, most: int) -> str:
    tidy: list[str] = []
    for line in (part.strip() for part in text.split("\n")):
        if line or (tidy and tidy[-1]):
            tidy.append(line)
    return "\n".join(tidy[:most]).strip()


def _first_graphemes(text: str, most: int) -> str:
    if len(text) > most:
        text = text[: _end(text, most)].rstrip()
    return text if _VISIBLE.search(text) else ""


def _end(text: str, most: int) -> int:
    """Where the first `most` user-perceived characters end."""
    for count, match in enumerate(_GRAPHEME.finditer(text)):
        if count == most:
            return match.start()
    return len(text)
