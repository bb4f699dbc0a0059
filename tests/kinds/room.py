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
        match field:
            case Text():
                form[field.name] = [text] * field.boxes
            case Pick() if field.other and not field.many:
                form[field.name], form[field.other_name] = [OTHER], [text]
            case Pick():
                form[field.name], form[field.other_name] = [str(choice % len(field.options))], [text]
            case Rate():
                form[field.name] = [str(field.values[choice % len(field.values)])]
            case Order():
                form |= {
                    field.part((choice + place) % len(field.options)): [str(place + 1)]
                    for place in range(field.places)
                }
            case Share():
                given = field.most or field.total
                form |= {part: ["0"] for part in names((field,))}
                form[field.part(choice % len(field.options))] = [str(given)]
            case Spot():
                form |= {part: [str(choice % field.levels + 1)] for part in names((field,))}
            case Pledge():
                form[field.name] = ["1"]
    return form


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


def answers(step: Kind, text: str, people: int) -> tuple[JSON, ...]:
    """What `people` people sent who all wrote `text` and chose each in turn; nothing where it is refused."""
    found: list[JSON] = []
    for person in range(people):
        read = step.accept(filled(step.form(ASKED, ()), text, person), ASKED, ())
        found.extend(() if isinstance(read, Refused) else read)
    return tuple(found)


def gathered(
    contributions: tuple[JSON, ...] = (),
    answered: int = 0,
    *,
    abstained: int = 0,
    joined: int = 22,
    floor: int = 5,
) -> Gathered:
    """A round's content as the room hands it to a kind."""
    return Gathered(ASKED, contributions, answered, abstained, joined, floor)
