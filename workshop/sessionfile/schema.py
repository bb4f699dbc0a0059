"""The JSON Schema of a session file, made from the same models that check it: for editors and other programs.

A step is "if the kind's key is there, then its model": a bare `oneOf` would make editors say nothing useful.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from workshop.kinds.explained import explanations
from workshop.kinds.kind import Kind
from workshop.kinds.manual import summary
from workshop.kinds.registry import kinds as registered_kinds
from workshop.sessionfile.outline import SectionOutline, SessionOutline

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ANY_TEXT = ["string", "number", "boolean"]  # the loader takes `2024` and `true` as they were written


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a session file with the kinds that are installed."""
    kinds = registered_kinds()
    names, definitions = _definitions([SessionOutline, SectionOutline, *kinds.values()])
    session = definitions.pop(names[SessionOutline])
    session["properties"]["sections"]["items"] = _reference(names[SectionOutline])
    definitions[names[SectionOutline]]["properties"]["steps"]["items"] = _reference("step")
    definitions["step"] = _step(kinds, names)
    return {"$schema": DIALECT, **session, "title": "Workshop session", "$defs": definitions}


def _definitions(models: list[type[BaseModel]]) -> tuple[dict[type[BaseModel], str], dict[str, Any]]:
    """The name of every model's definition, and the definitions."""
    inputs = [(model, "validation") for model in models]
    references, found = models_json_schema(inputs, schema_generator=_Plain)  # type: ignore[arg-type]
    names = {model: str(references[model, "validation"]["$ref"]).rpartition("/")[2] for model in models}
    return names, {name: _loosened(definition) for name, definition in found["$defs"].items()}


def _step(kinds: Mapping[str, type[Kind]], names: Mapping[type[BaseModel], str]) -> dict[str, Any]:
    return {
        "description": "One thing on the stage: exactly one key is the name of a kind.",
        "type": "object",
        "properties": {name: {"description": summary(kind)} for name, kind in kinds.items()},
        "oneOf": [{"required": [name]} for name in kinds],
        "allOf": [
            {"if": {"required": [name]}, "then": _reference(names[kind])} for name, kind in kinds.items()
        ],
    }


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _loosened(part: Any) -> Any:
    """`part` where a text of the author's may also be what YAML takes for a number or a truth."""
    if isinstance(part, list):
        return [_loosened(item) for item in part]
    if not isinstance(part, dict):
        return part
    free = part.get("type") == "string" and not part.keys() & {"enum", "const", "pattern"}
    return {key: _loosened(value) for key, value in part.items()} | ({"type": _ANY_TEXT} if free else {})


class _Plain(GenerateJsonSchema):
    """With what the models' docstrings say of their fields, and without the titles that pydantic derives from
    the names of fields and models: they say nothing new.
    """

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        plain = {key: value for key, value in super().model_schema(schema).items() if key != "title"}
        model: type[BaseModel] = schema["cls"]
        for name, text in explanations(model).items():
            if name in model.model_fields:
                plain["properties"][model.model_fields[name].alias or name].setdefault("description", text)
        return plain
