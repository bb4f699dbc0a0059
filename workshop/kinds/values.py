"""The types of a kind's keys: what may stand in a session file, read from the text as it was written.

The loader gives every scalar as its source text, so `no`, `010` and `2024` stay words where words are wanted.
"""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from workshop.core.text import clean_line, clean_long

_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_LONGEST = 24 * 3600
_WORDS = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nei": False}


def seconds(value: Any) -> int:
    """`5` and `2.5` are minutes, `5:30` minutes:seconds; as whole seconds. Raises PydanticCustomError."""
    text = str(value).strip()
    if match := _CLOCK.fullmatch(text):
        found = int(match[1]) * 60 + int(match[2])
    elif re.fullmatch(r"\d{1,4}([.,]\d{1,3})?", text):
        found = round(float(text.replace(",", ".")) * 60)
    else:
        raise PydanticCustomError("duration", "minutes, like 5, 2.5 or 5:30")
    if not 0 < found <= _LONGEST:
        raise PydanticCustomError("duration", "minutes, like 5, 2.5 or 5:30")
    return found


def time_of_day(value: Any) -> int:
    """`14:30` as seconds since midnight. Raises PydanticCustomError."""
    match = _TIME.fullmatch(str(value).strip())
    if match is None:
        raise PydanticCustomError("time_of_day", "a time of day, like 9:00 or 14:30")
    return int(match[1]) * 3600 + int(match[2]) * 60


def truth(value: Any) -> bool:
    """`true`/`false`, and what people write for them. Raises PydanticCustomError."""
    if isinstance(value, bool):
        return value
    if (known := _WORDS.get(str(value).strip().lower())) is None:
        raise PydanticCustomError("truth", "true or false")
    return known


def _some(value: str) -> str:
    if not value:
        raise PydanticCustomError("empty", "a text")
    return value


def _text(value: Any) -> Any:
    return clean_long(value) if isinstance(value, str) else value


def _line(value: Any) -> Any:
    return clean_line(value) if isinstance(value, str) else value


def different(value: tuple[str, ...]) -> tuple[str, ...]:
    """`value` where no two are the same but for case. Raises PydanticCustomError."""
    for index, option in enumerate(value):
        if option.casefold() in {earlier.casefold() for earlier in value[:index]}:
            raise PydanticCustomError(
                "twice", "all different: {option} stands there twice", {"option": option}
            )
    return value


Line = Annotated[str, BeforeValidator(_line), AfterValidator(_some)]
"""One line of text, not empty."""

Prose = Annotated[str, BeforeValidator(_text), AfterValidator(_some)]
"""Several lines of text, not empty."""

Id = Annotated[str, Field(pattern=r"^[\w-]{1,64}$")]
"""A step's id: letters, digits, `-` and `_`."""

Duration = Annotated[
    int,
    BeforeValidator(seconds),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "exclusiveMinimum": 0},
                {"type": "string", "pattern": r"^\d{1,3}:[0-5]\d$"},
            ]
        }
    ),
]
"""A time box in seconds, written in minutes."""

TimeOfDay = Annotated[
    int,
    BeforeValidator(time_of_day),
    WithJsonSchema({"type": "string", "pattern": r"^([01]?\d|2[0-3]):[0-5]\d$"}),
]
"""A local time of day in seconds since midnight."""

Truth = Annotated[bool, BeforeValidator(truth), WithJsonSchema({"type": "boolean"})]
"""A yes or no."""

Choices = Annotated[tuple[Line, ...], Field(min_length=2, max_length=60), AfterValidator(different)]
"""What can be chosen: at least 2, all different."""
