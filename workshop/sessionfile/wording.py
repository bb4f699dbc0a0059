"""What pydantic finds, said as one would say it to the author: never in the library's own words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from pydantic_core import core_schema

from workshop.core.text import clean_line
from workshop.language import AVAILABLE, computer, say
from workshop.sessionfile.problems import Collector, Spot, clip, did_you_mean, either, nearest
from workshop.sessionfile.syntax import put_in_quotes
from workshop.sessionfile.tree import Mapping, Node, Scalar, Sequence

_LIBRARYS_OWN = frozenset(get_args(core_schema.ErrorType))
_ID = r"^[\w-]{1,64}$"  # of kinds/values.py
_MINUTES = re.compile(r"-?\s*(\d{1,3}:[0-5]\d|\d{1,4}(?:[.,]\d+)?)\s*(?:m|min|minutt\w*|minute\w*)?\.?", re.I)
_CLOCK = re.compile(r"(?:kl\.?|at)?\s*(\d{1,2})[.:]?\s*([0-5]\d)?(?::00)?\s*(?:([ap])\.?m\.?)?", re.I)
_NORWEGIAN = dict.fromkeys(("norsk", "bokmål", "nynorsk", "norwegian", "no", "nn"), "nb")
_CALLED = {**_NORWEGIAN, "english": "en", "engelsk": "en"}
_SINGLE = ("string_type", "int_type", "float_type", "bool_type", "literal_error")
_OF_OURS = ("duration", "truth", "time_of_day")
_OF_SHAPE = frozenset({*_SINGLE, *_OF_OURS, "tuple_type", "list_type", "model_type", "dict_type"})


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of pydantic's: its type, values and text, the key it is about, and what stands there."""

    type: str
    context: dict[str, Any]
    text: str
    key: str
    node: Node
    in_list: bool = False

    @property
    def written(self) -> str:
        """The value as it was written; empty for lists and mappings."""
        return self.node.text if isinstance(self.node, Scalar) else ""


def put(fault: Fault, spot: Spot, problems: Collector) -> None:
    """Notes `fault` at `spot`: what is wrong, what was expected, and the nearest thing that would do."""
    problems.add(
        _twin(fault) or spot,
        _message(fault),
        expected=_expected(fault),
        suggestion=_suggestion(fault, problems.line(spot.line)),
    )


def _message(fault: Fault) -> str:
    if fault.type in _MESSAGES:
        return _MESSAGES[fault.type](fault)
    if not isinstance(fault.node, Scalar):
        return _message_about_shape(fault)
    if not fault.written.strip():
        return say("there is nothing in “{key}”", key=fault.key)
    if fault.in_list:
        return say("“{key}” cannot hold “{value}”", key=fault.key, value=clip(fault.written))
    return say("“{key}” cannot be “{value}”", key=fault.key, value=clip(fault.written))


def _message_about_shape(fault: Fault) -> str:
    if fault.type not in _OF_SHAPE:
        return say("“{key}” does not fit", key=fault.key)
    if isinstance(fault.node, Sequence):
        return say("“{key}” cannot be a list", key=fault.key)
    return say("“{key}” cannot have keys of its own", key=fault.key)


def _too_few(fault: Fault) -> str:
    if not fault.context["actual_length"]:
        return say("“{key}” is empty", key=fault.key)
    return say("“{key}” holds too few", key=fault.key)


_MESSAGES: dict[str, Callable[[Fault], str]] = {
    "twice": lambda fault: say("“{option}” stands there twice", option=clip(str(fault.context["option"]))),
    "too_short": _too_few,
    "too_long": lambda fault: say("“{key}” holds too many", key=fault.key),
    "secret": lambda fault: say("“{key}” does not fit", key=fault.key),  # what it is need not be said again
}


def _expected(fault: Fault) -> str:
    if fault.type in _EXPECTED:
        return _EXPECTED[fault.type](fault.context)
    return "" if fault.type in _LIBRARYS_OWN else _in_our_language(fault.text, fault.context)


def _whole_number(_: dict[str, Any]) -> str:
    return say("a whole number")


def _number(_: dict[str, Any]) -> str:
    return say("a number")


def _text(_: dict[str, Any]) -> str:
    return say("a text")


def _list(_: dict[str, Any]) -> str:
    return say("a list")


def _keys(_: dict[str, Any]) -> str:
    return say("keys of its own, like “title: text”")


def _like_an_id(context: dict[str, Any]) -> str:
    return say("letters, digits, “-” and “_”, without spaces") if context["pattern"] == _ID else ""


def _choices(context: dict[str, Any]) -> list[str]:
    return re.findall(r"'([^']*)'", str(context["expected"]))


_EXPECTED: dict[str, Callable[[dict[str, Any]], str]] = {
    "int_parsing": _whole_number,
    "int_type": _whole_number,
    "int_from_float": _whole_number,
    "int_parsing_size": _whole_number,
    "float_parsing": _number,
    "float_type": _number,
    "finite_number": _number,
    "string_type": _text,
    "tuple_type": _list,
    "list_type": _list,
    "model_type": _keys,
    "model_attributes_type": _keys,
    "dict_type": _keys,
    "literal_error": lambda context: either(_choices(context)),
    "enum": lambda context: either(_choices(context)),
    "greater_than_equal": lambda context: say("at least {n}", n=context["ge"]),
    "greater_than": lambda context: say("more than {n}", n=context["gt"]),
    "less_than_equal": lambda context: say("at most {n}", n=context["le"]),
    "less_than": lambda context: say("less than {n}", n=context["lt"]),
    "too_short": lambda context: say("at least {n}", n=context["min_length"]),
    "too_long": lambda context: say("at most {n}", n=context["max_length"]),
    "string_too_short": lambda context: say("at least {n} characters", n=context["min_length"]),
    "string_too_long": lambda context: say("at most {n} characters", n=context["max_length"]),
    "string_pattern_mismatch": _like_an_id,
    "twice": lambda _: say("all of them different"),
    "language": lambda _: either(AVAILABLE),
    "value_error": lambda context: str(context["error"]),
    "assertion_error": lambda context: str(context["error"]),
}


def _in_our_language(text: str, values: dict[str, Any]) -> str:
    """`text`, which pydantic has filled in already, translated: taking `values` out gives its message id."""
    message = text
    for name, value in values.items():
        message = message.replace(str(value), f"{{{name}}}", 1)
    translated = computer().text(message)
    return text if translated == message else translated.format(**values)


def _suggestion(fault: Fault, line: str) -> str | None:
    return _SUGGESTIONS[fault.type](fault, line) if fault.type in _SUGGESTIONS else None


def _nearest_choice(fault: Fault, _: str) -> str | None:
    return did_you_mean(fault.written, _choices(fault.context))


def _nearest_language(fault: Fault, _: str) -> str | None:
    called = nearest(fault.written.partition("-")[0].partition("_")[0], [*_CALLED, *AVAILABLE])
    return say("did you mean “{near}”?", near=_CALLED.get(called, called)) if called else None


def _minutes_without_a_word(fault: Fault, _: str) -> str | None:
    found = _MINUTES.fullmatch(fault.written.strip())
    return say("did you mean “{near}”?", near=found[1]) if found and found[1].strip("0:.,") else None


def _as_a_time(fault: Fault, _: str) -> str | None:
    """The advice for `14.30`, `1430`, `kl. 14`, `2:30 pm`."""
    found = _CLOCK.fullmatch(fault.written.strip())
    if found is None or int(found[1]) > (12 if found[3] else 23):
        return None
    hour = int(found[1]) % 12 + 12 * (found[3].lower() == "p") if found[3] else int(found[1])
    return say("did you mean “{near}”?", near=f"{hour}:{found[2] or '00'}")


def _as_one_text(fault: Fault, line: str) -> str | None:
    column = fault.node.spot.column
    if line[column - 1 : column] in ("[", "{"):
        return put_in_quotes(line, column)
    return say("write “|” after the colon, and the text on the lines below it")


def _as_list(_: Fault, __: str) -> str:
    return say("write each on a line of its own after “- ”")


def _id_that_fits(fault: Fault, _: str) -> str | None:
    fitting = (
        re.sub(r"[^\w-]+", "-", fault.written).strip("-")[:64] if fault.context["pattern"] == _ID else ""
    )
    return say("did you mean “{near}”?", near=fitting) if fitting else None


_SUGGESTIONS: dict[str, Callable[[Fault, str], str | None]] = {
    "literal_error": _nearest_choice,
    "language": _nearest_language,
    "duration": _minutes_without_a_word,
    "time_of_day": _as_a_time,
    "string_type": _as_one_text,
    "tuple_type": _as_list,
    "string_pattern_mismatch": _id_that_fits,
}


def _twin(fault: Fault) -> Spot | None:
    """Where the second of two equal entries stands."""
    if fault.type != "twice":
        return None
    wanted = str(fault.context["option"]).casefold()
    for entries in _lists_in(fault.node):
        same = [item.spot for item in entries.items if isinstance(item, Scalar) and _folded(item) == wanted]
        if len(same) > 1:
            return same[1]
    return None


def _lists_in(node: Node) -> list[Sequence]:
    nodes = [value for _, value in node.entries] if isinstance(node, Mapping) else [node]
    return [found for found in nodes if isinstance(found, Sequence)]


def _folded(scalar: Scalar) -> str:
    return clean_line(scalar.text).casefold()
