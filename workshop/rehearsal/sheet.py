"""The form on a phone's page, read back into Fields: what somebody without JavaScript is asked."""

from typing import NamedTuple

from workshop.core.fields import OTHER, AnyField, Ends, Fields, Order, Pick, Pledge, Rate, Share, Spot, Text
from workshop.rehearsal.markup import Element, tree


class Sheet(NamedTuple):
    """Where the form is sent to, and what it asks, with what is in it already."""

    action: str
    fields: Fields


def sheet_of(html: str) -> Sheet | None:
    """The answer form of a page; None where it has none."""
    form = next((form for form in tree(html).all("form") if form["id"] == "answer"), None)
    if form is None:
        return None
    read = (_field(part) for part in form.all("fieldset", "div") if part.has("field"))
    return Sheet(form["action"], tuple(field for field in read if field is not None))


def _field(part: Element) -> AnyField | None:
    if "data-order" in part.attributes:
        return _order(part)
    if "data-share" in part.attributes:
        return _share(part)
    if any(inner.has("axis") for inner in part.all("fieldset")):
        return _spot(part)
    boxes = [box for box in part.all("input", "textarea") if box["name"]]
    if part.tag == "fieldset":
        return _choice(part, boxes)
    if boxes and boxes[0]["type"] == "checkbox":
        return Pledge(boxes[0]["name"], _label(part))
    return _text(part, boxes) if boxes else None


def _order(part: Element) -> Order:
    options = tuple(label.text for label in part.all("label"))
    name = next(part.all("select"))["name"].rpartition("-")[0]
    return Order(name, _label(part), options=options, top=int(part["data-order"]))


def _share(part: Element) -> Share:
    boxes, options = list(part.all("input")), tuple(label.text for label in part.all("label"))
    total = int(part["data-share"])
    most = 1 if boxes[0]["type"] == "checkbox" else int(boxes[0]["max"])
    return Share(boxes[0]["name"].rpartition("-")[0], _label(part), options=options, total=total, most=most)


def _spot(part: Element) -> Spot:
    axis = next(part.all("fieldset"))
    boxes = list(axis.all("input"))
    levels, end = sum(bool(box["value"]) for box in boxes), Ends("", "")
    return Spot(boxes[0]["name"].rpartition("-")[0], _label(part), x=end, y=end, levels=levels)


def _choice(part: Element, boxes: list[Element]) -> AnyField:
    """Levels are named by their numbers, options are not."""
    own = next((box for box in boxes if box["type"] == "text"), None)
    ticks = [box for box in boxes if box["type"] != "text" and not (own and box["value"] == OTHER)]
    said = {label["for"]: label.text for label in part.all("label")}
    options = tuple(said.get(box["id"], "") for box in ticks)
    name, values = next(box["name"] for box in boxes), tuple(box["value"] for box in ticks)
    if ticks and all(option.split(" ")[0] == value for option, value in zip(options, values, strict=True)):
        return Rate(name, _label(part), levels=int(values[-1]), lowest=int(values[0]))
    many = bool(ticks) and ticks[0]["type"] == "checkbox"
    return Pick(name, _label(part), options=options, many=many, other="…" if own else "", keys=values)


def _text(part: Element, boxes: list[Element]) -> Text:
    value = tuple(box.text if box.tag == "textarea" else box["value"] for box in boxes)
    lines = 4 if boxes[0].tag == "textarea" else 1
    return Text(
        boxes[0]["name"], _label(part), lines=lines, boxes=len(boxes), value=tuple(filter(None, value))
    )


def _label(part: Element) -> str:
    return next((label.text for label in part.all("legend", "label")), "")
