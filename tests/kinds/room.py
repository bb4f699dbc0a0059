"""People who answer any kind of step, by its form alone."""

from workshop.core.fields import OTHER, Fields, Form, Pick, Rate, Refused, Text
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
                form[field.name] = [str(choice % field.levels + 1)]
    return form


def names(fields: Fields) -> set[str]:
    """Every name that a form of `fields` may have."""
    others = {field.other_name for field in fields if isinstance(field, Pick) and field.other}
    return {field.name for field in fields} | others


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
