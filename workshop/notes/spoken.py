"""Blocks as the notes take them: every phrase said in the room's language, every text cleaned once more."""

from collections.abc import Mapping
from typing import Any

import msgspec

from workshop.core.blocks import Blocks, Run
from workshop.core.phrases import Phrase, told
from workshop.core.text import LONG_GRAPHEMES, clean_line, clean_long
from workshop.language import Language


def line(text: str) -> str:
    """`text` on one line, without anything that could harm a reader's program."""
    return clean_line(text, graphemes=LONG_GRAPHEMES)


def prose(text: str) -> str:
    """`text` on its own lines, cleaned; what participants wrote was cut when it came in."""
    return clean_long(text)


def spoken(blocks: Blocks, language: Language) -> Blocks:
    """`blocks` with text where there were phrases."""
    return tuple(_said(block, language) for block in blocks)


def plain(value: Any, language: Language) -> Any:
    """A row's value, cleaned; numbers and nothing as they are."""
    if isinstance(value, Mapping):
        return {str(key): plain(item, language) for key, item in value.items()}
    return _said(value, language)


def _said(value: Any, language: Language) -> Any:
    if isinstance(value, Phrase):
        return prose(told(value, language))
    if isinstance(value, str):
        return prose(value)
    if isinstance(value, tuple | list):
        return type(value)(_said(item, language) for item in value)
    if isinstance(value, Run):
        return _run(value)
    if isinstance(value, msgspec.Struct):
        fields = {name: _said(getattr(value, name), language) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    return value


def _run(run: Run) -> Run:
    # The spaces at its edges set it apart from the next one.
    before, after = (" " if edge.isspace() else "" for edge in (run.text[:1], run.text[-1:]))
    return msgspec.structs.replace(run, text=f"{before}{prose(run.text)}{after}")
