"""The little markup that a slide's text may have: blank lines, `- ` bullets, `*emphasis*`."""

import re

from workshop.core.blocks import Paragraph, Run

_STRONG = re.compile(r"(?<!\w)\*(?!\s)([^*\n]+?)(?<!\s)\*(?!\w)")
_BULLET = re.compile(r"^\s*[-•*]\s+")


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """`text` as paragraphs; lines of one paragraph are joined, each bullet is its own."""
    found: list[Paragraph] = []
    for chunk in re.split(r"\n\s*\n", text.strip()):
        found.extend(_chunk(chunk))
    return tuple(found)


def _chunk(chunk: str) -> list[Paragraph]:
    pieces: list[tuple[bool, str]] = []
    for line in chunk.splitlines():
        if bullet := _BULLET.match(line):
            pieces.append((True, line[bullet.end() :].strip()))
        elif pieces:
            pieces[-1] = (pieces[-1][0], f"{pieces[-1][1]} {line.strip()}")
        else:
            pieces.append((False, line.strip()))
    return [Paragraph(_runs(text), bullet) for bullet, text in pieces if text]


def _runs(text: str) -> tuple[Run, ...]:
    # split() with one group alternates: plain, strong, plain, …
    parts = _STRONG.split(text)
    return tuple(Run(part, strong=index % 2 == 1) for index, part in enumerate(parts) if part)
