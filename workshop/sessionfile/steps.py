"""Which kind a step in the file is: the one key that names a kind, or why it cannot be told."""

from collections.abc import Mapping as Dictionary

from workshop.kinds.kind import COMMON_KEYS, Kind
from workshop.language import say
from workshop.sessionfile.problems import Collector, clip, did_you_mean, either, nearest
from workshop.sessionfile.tree import Mapping, Node, Scalar, is_missing

Kinds = Dictionary[str, type[Kind]]


def name_of_kind(node: Node, kinds: Kinds, problems: Collector) -> Scalar | None:
    """The key of `node` that names one of `kinds`; None, and a problem, unless there is exactly one."""
    if not isinstance(node, Mapping):
        _note_no_step(node, kinds, problems)
        return None
    named = [key for key, _ in node.entries if key.text in kinds]
    if len(named) > 1:
        _note_two_kinds(named, problems)
    elif not named:
        _note_no_kind(node, kinds, problems)
    return named[0] if len(named) == 1 else None


def _note_no_step(node: Node, kinds: Kinds, problems: Collector) -> None:
    message = say("there is nothing after this “-”") if is_missing(node) else say("this is no step")
    problems.add(node.spot, message, expected=_an_example(), suggestion=_space_after_colon(node, kinds))


def _space_after_colon(node: Node, kinds: Kinds) -> str | None:
    """The advice for `slide:Text`, which YAML takes for a text with a colon in it."""
    if isinstance(node, Scalar) and ":" in node.text and node.text.partition(":")[0] in kinds:
        return say("write a space after the colon")
    return None


def _note_two_kinds(named: list[Scalar], problems: Collector) -> None:
    first, second = named[0].text, named[1].text
    problems.add(
        named[1].spot,
        say("two kinds in one step: “{first}” and “{second}”", first=first, second=second),
        suggestion=say("begin a new step with “- ” before “{second}”", second=second),
    )


def _note_no_kind(node: Mapping, kinds: Kinds, problems: Collector) -> None:
    unknown = [key for key, _ in node.entries if key.text not in COMMON_KEYS]
    likely = [key for key in unknown if nearest(key.text, kinds)] or unknown
    if not likely:
        problems.add(node.spot, say("this step has no kind"), expected=_an_example())
        return
    near = did_you_mean(likely[0].text, kinds)
    problems.add(
        likely[0].spot,
        say("there is no kind of step called “{kind}”", kind=clip(likely[0].text)),
        expected=say("the name of a kind of step") if near else either([*kinds]),
        suggestion=near,
    )


def _an_example() -> str:
    return say("a kind and a text, like “slide: A good talk”")
