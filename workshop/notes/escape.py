"""Text as Markdown that says exactly that text: no heading, list, link, table, code or HTML comes of it."""

import re

# Everything that CommonMark, GitHub or pandoc give a meaning inside a line …
_INLINE = re.compile(r"[\\`*_{}\[\]<>|~^$&#]")
# … and what only means something where a line begins, or as the heart of an address.
_START = re.compile(r"^([-+=:])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_ADDRESS = re.compile(r"(?i)\b(?:(?:https?|ftp|mailto)(?=:)|www(?=\.))|(?<=\w)(?=@\w)")


def inline(text: str) -> str:
    """`text` on one line."""
    return " ".join(_line(line) for line in text.split("\n") if line)


def lines(text: str, indent: str = "") -> str:
    """`text` with its line breaks kept, each further line after `indent`."""
    return f"\\\n{indent}".join(_line(line) for line in text.split("\n"))


def _line(text: str) -> str:
    text = _INLINE.sub(r"\\\g<0>", text)
    text = _START.sub(r"\\\1", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    return _ADDRESS.sub(r"\g<0>\\", text)
