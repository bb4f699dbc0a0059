"""People who answer any kind of step, by its form alone."""

from workshop.core.fields import (
    OTHER,
    AnyField,
    Fields,
    Form,
    Order,
    Pick,
    Pledge,
    Rate,
    Refused,
    Share,
    Spot,
    Text,
)
from workshop.core.gathered import Asked, Gathered
from workshop.core.place import JSON
from workshop.kinds.kind import Kind

ASKED = Asked()


def filled(fields: Fields, text: str, choice: int = 0) -> Form:
    """A form with `text` wherever one may write, and the `choice`-th of whatever there is to choose."""
    form: dict[str, list[str]] = {}
    for field in fields:
        form |= _filled(field, text, choice)
    return form


def _filled(field: AnyField, text: str, choice: int) -> dict[str, list[str]]:
    match field:
        case Text():
            return {field.name: [text] * field.boxes}
        case Pick() if field.other and not field.many:
            return {field.name: [OTHER], field.other_name: [text]}
        case Pick():
            return {field.name: [str(choice % len(field.options))], field.other_name: [text]}
        case Rate():
            return {field.name: [str(field.values[choice % len(field.values)])]}
        case Pledge():
            return {field.name: ["1"]}
        case _:
            return {part: [str(number)] for part, number in _numbers(field, choice).items()}


def _numbers(field: Order | Share | Spot, choice: int) -> dict[str, int]:
    """What stands in the parts of a Field that has several: places, amounts, levels."""
    nothing = dict.fromkeys(names((field,)), 0)
    match field:
        case Order():
            several = len(field.options)
            return nothing | {
                field.part((choice + place) % several): place + 1 for place in range(field.places)
            }
        case Share():
            return nothing | {field.part(choice % len(field.options)): field.most or field.total}
        case Spot():
            return dict.fromkeys(nothing, choice % field.levels + 1)


def names(fields: Fields) -> set[str]:
    """Every name that a form of `fields` may have."""
    return {name for field in fields for name in _names(field)}


def _names(field: AnyField) -> set[str]:
    match field:
        case Pick() if field.other:
            return {field.name, field.other_name}
        case Order() | Share():
            return {field.part(index) for index in range(len(field.options))}
        case Spot():
            return {field.part("x"), field.part("y")}
        case _:
            return {field.name}


def answers(step: Kind, text: str, people: int, *, asked: Asked = ASKED) -> tuple[JSON, ...]:
    """What `people` people sent who all wrote `text` and chose each in turn; nothing where it is refused."""
    found: list[JSON] = []
    for person in range(people):
        read = step.accept(filled(step.form(asked, ()), text, person), asked, ())
        found.extend(() if isinstance(read, Refused) else read)
    return tuple(found)


def gathered(
    contributions: tuple[JSON, ...] = (),
    answered: int = 0,
    *,
    abstained: int = 0,
    joined: int = 22,
    floor: int = 5,
    asked: Asked = ASKED,
) -> Gathered:
    """A round's content as the room hands it to a kind."""
    return Gathered(asked, contributions, answered, abstained, joined, floor)
