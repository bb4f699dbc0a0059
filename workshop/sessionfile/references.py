"""What steps say of each other: every id once, `from:` only an earlier step that collects answers."""

from collections.abc import Sequence

from workshop.kinds.kind import Kind
from workshop.language import say
from workshop.sessionfile.problems import Collector, clip, did_you_mean, either
from workshop.sessionfile.tree import Mapping, Scalar

Steps = Sequence[tuple[Mapping, type[Kind]]]


def check_references(steps: Steps, problems: Collector) -> None:
    """Notes ids that stand twice, and every `from:` that leads nowhere. `steps` are all, in order."""
    defined = [(_scalar(node, "id"), kind) for node, kind in steps]
    _check_ids([scalar for scalar, _ in defined if scalar], problems)
    for number, (node, _) in enumerate(steps):
        if source := _scalar(node, "from"):
            earlier = {scalar.text: kind for scalar, kind in defined[:number] if scalar}
            later = [scalar.text for scalar, _ in defined[number:] if scalar]
            _check_source(source, earlier, later, problems)


def _scalar(node: Mapping, key: str) -> Scalar | None:
    value = node.value(key)
    return value if isinstance(value, Scalar) else None


def _check_ids(ids: list[Scalar], problems: Collector) -> None:
    first: dict[str, Scalar] = {}
    for scalar in ids:
        before = first.setdefault(scalar.text, scalar)
        if before is not scalar:
            problems.add(
                scalar.spot,
                say("two steps have the id “{id}”", id=clip(scalar.text)),
                suggestion=say(
                    "the first one is on line {line}; call one of them otherwise", line=before.spot.line
                ),
            )


def _check_source(
    source: Scalar, earlier: dict[str, type[Kind]], later: list[str], problems: Collector
) -> None:
    collecting = [id_ for id_, kind in earlier.items() if kind.feeds]
    if source.text in collecting:
        return
    if source.text in earlier and earlier[source.text].asks:
        message = say("the step “{id}” collects no texts that could be chosen from", id=clip(source.text))
    elif source.text in earlier:
        message = say("the step “{id}” collects nothing", id=clip(source.text))
    elif source.text in later:
        message = say("the step “{id}” does not come before this one", id=clip(source.text))
    else:
        message = say("there is no step with the id “{id}”", id=clip(source.text))
    problems.add(
        source.spot,
        message,
        expected=_expected(collecting),
        suggestion=did_you_mean(source.text, collecting),
    )


def _expected(collecting: list[str]) -> str:
    if not collecting:
        return say("the id of an earlier step that collects answers; none has one here")
    return say("the id of an earlier step that collects answers: {ids}", ids=either(collecting))
