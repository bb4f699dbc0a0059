"""What a syntax error in YAML means to somebody who wrote a text: where it really is, and the remedy."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from workshop.language import say
from workshop.sessionfile.problems import Collector, Spot, clip

LONGEST_EXAMPLE = 60
_KEY = re.compile(r"\s*(?:- +)*[^\s:\[{\"'#-][^:]*:(?=\s)")
_LEAD = re.compile(r"\s*(?:- +)*(?:[^\s:\[{\"'#-][^:]*:(?:\s+|$))?")


@dataclass(frozen=True, slots=True)
class _Fault:
    """PyYAML's error: its words, where it gave up, that line, and where what it was reading began."""

    problem: str
    context: str
    spot: Spot
    line: str
    began: Spot

    @property
    def before(self) -> str:
        return self.line[: self.spot.column - 1]


def explain(error: Exception, problems: Collector) -> None:
    """Notes in `problems` what PyYAML's `error` means, at the spot where it can be mended."""
    fault = _fault(error, problems)
    for words, note in _MEANINGS:
        if re.search(words, f"{fault.context} | {fault.problem}"):
            note(fault, problems)
            return
    _note_unreadable(fault, problems)


def put_in_quotes(line: str, column: int) -> str:
    """The advice to quote the text at `column` (from 1) of `line`, with the result where that is certain."""
    text = line[column - 1 :].strip()
    if column != _text_column(line) or len(text) > LONGEST_EXAMPLE or "\\" in text or " #" in text:
        return say("put the whole text in quotes")
    return say("put the whole text in quotes: {quoted}", quoted=_quoted(text))


def _fault(error: Exception, problems: Collector) -> _Fault:
    if not isinstance(error, yaml.MarkedYAMLError):  # Python refuses what `\\U` asks for, and knows no place
        spot = problems.find(r"\\U(?!000|0010)") or Spot(1, 1)
        return _Fault("unknown escape character", "", Spot(spot.line, spot.column + 1), "", spot)
    spot = _spot(error.problem_mark) or Spot(1, 1)
    began = _spot(error.context_mark) or spot
    return _Fault(error.problem or "", error.context or "", spot, problems.line(spot.line), began)


def _spot(mark: yaml.Mark | None) -> Spot | None:
    return Spot(mark.line + 1, mark.column + 1) if mark else None


def _quoted(text: str) -> str:
    return f'"{text}"' if '"' not in text else "'" + text.replace("'", "''") + "'"


def _text_column(line: str) -> int:
    """Where (from 1) the text of a line `- key: text` begins."""
    lead = _LEAD.match(line)
    return (lead.end() if lead else 0) + 1


def _note_tab(fault: _Fault, problems: Collector) -> None:
    problems.add(
        fault.spot,
        say("a tab; YAML wants spaces"),
        suggestion=say("replace it with spaces (two for each level), and let the editor insert spaces"),
    )


def _note_first_character(fault: _Fault, problems: Collector) -> None:
    sign = fault.line[fault.spot.column - 1 : fault.spot.column]
    _note_sign(fault.spot, sign, fault.line, problems)


def _note_text_that_looks_like_yaml(fault: _Fault, problems: Collector) -> None:
    line = problems.line(fault.began.line)
    _note_sign(fault.began, line[fault.began.column - 1 : fault.began.column], line, problems)


def _note_sign(spot: Spot, sign: str, line: str, problems: Collector) -> None:
    problems.add(
        spot,
        say("a text without quotes cannot begin with “{sign}”", sign=clip(sign)),
        suggestion=put_in_quotes(line, spot.column),
    )


def _note_colon(fault: _Fault, problems: Collector) -> None:
    if _KEY.match(fault.before):
        problems.add(
            fault.spot,
            say("a colon in a text without quotes"),
            suggestion=put_in_quotes(fault.line, _text_column(fault.line)),
        )
    else:
        _note_indentation(fault, problems)


def _note_no_key(fault: _Fault, problems: Collector) -> None:
    problems.add(fault.spot, say("there is no key before this colon"), expected=say("“key: text”"))


def _note_indentation(fault: _Fault, problems: Collector) -> None:
    first = len(fault.line) - len(fault.line.lstrip()) + 1
    if found := re.match("\\s*?(\u00a0+)", fault.line):
        spot = Spot(fault.spot.line, found.start(1) + 1, len(found[1]))
        problems.add(spot, say("no-break spaces"), expected=say("ordinary spaces"))
        return
    problems.add(
        Spot(fault.spot.line, first),
        say("this line does not begin under the lines it belongs with"),
        expected=say("the keys of one step, one section or the session exactly under each other"),
        suggestion=say(
            "indent with spaces, two for each level; a text over several lines needs quotes or “|”"
        ),
    )


def _note_after_the_end(fault: _Fault, problems: Collector) -> None:
    last = fault.before.rstrip()[-1:]
    if last in ("'", '"'):
        message = say("the text goes on after its closing quote")
    elif last in ("]", "}"):
        message = say("the text goes on after “{sign}”", sign=last)
    else:
        _note_indentation(fault, problems)
        return
    problems.add(fault.spot, message, suggestion=put_in_quotes(fault.line, _text_column(fault.line)))


def _note_flow(fault: _Fault, problems: Collector) -> None:
    sign = fault.line[fault.spot.column - 1 : fault.spot.column]
    if not sign or fault.spot.line != fault.began.line:
        opening = problems.line(fault.began.line)[fault.began.column - 1 : fault.began.column]
        problems.add(
            fault.began,
            say("“{sign}” is never closed", sign=opening),
            suggestion=say(
                "close it, or put the text in quotes if it only begins with “{sign}”", sign=opening
            ),
        )
        return
    problems.add(
        fault.spot,
        say("“{sign}” in a text without quotes, between brackets", sign=clip(sign)),
        suggestion=say("quote it: {quoted}", quoted=_quoted(_text_between_brackets(fault))),
    )


def _text_between_brackets(fault: _Fault) -> str:
    """The text that holds the sign PyYAML gave up on, as far as the next comma or bracket."""
    before = re.split(r"[{\[]|,\s|:\s", fault.before)[-1]
    sign, after = fault.line[len(fault.before)], fault.line[fault.spot.column :]
    return (before + sign + re.split(r"[,\]}]", after)[0]).strip()


def _note_open_quote(fault: _Fault, problems: Collector) -> None:
    problems.add(
        fault.began,
        say("this quote is never closed"),
        suggestion=say("close it with the same sign, or put the text in the other kind of quotes"),
    )


def _note_missing_colon(fault: _Fault, problems: Collector) -> None:
    line = problems.line(fault.began.line)
    glued = re.match(r"\s*(?:- +)*([\w-]+):\S", line)
    advice = say("write a space after the colon") if glued else say("write a colon after the key")
    problems.add(
        fault.began, say("this line is no key with a text"), expected=say("“key: text”"), suggestion=advice
    )


def _note_backslash(fault: _Fault, problems: Collector) -> None:
    column = max(1, fault.spot.column - 1)
    problems.add(
        Spot(fault.spot.line, column, 2),
        say("“\\” has a meaning of its own between double quotes"),
        suggestion=say("write it twice, or use single quotes"),
    )


def _note_unreadable(fault: _Fault, problems: Collector) -> None:
    problems.add(
        fault.spot,
        say("this cannot be read as YAML"),
        suggestion=say("indent with spaces, and put texts with special characters in quotes"),
    )


_Note = Callable[[_Fault, Collector], None]
_MEANINGS: tuple[tuple[str, _Note], ...] = (
    (r"found character '\\t'", _note_tab),
    (r"found character .* cannot start any token", _note_first_character),
    (
        r"scanning an? (alias|anchor|tag|block scalar|directive)|parsing an? (tag|node)",
        _note_text_that_looks_like_yaml,
    ),
    (r"(sequence entries|mapping keys) are not allowed here", _note_first_character),
    (r"mapping values are not allowed here", _note_colon),
    (r"while parsing a flow", _note_flow),
    (r"scanning a quoted scalar", _note_open_quote),
    (r"could not find expected ':'", _note_missing_colon),
    (r"unknown escape character|escape sequence", _note_backslash),
    (r"expected the node content", _note_first_character),
    (r"expected <block end>, but found ':'", _note_no_key),
    (r"expected <block end>, but found '<block|found '\?'|<document start>.*<block", _note_indentation),
    (r"expected (<block end>|'<document start>'), but found", _note_after_the_end),
)
