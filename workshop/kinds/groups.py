"""`groups`: work in groups, stage by stage, each with its own clock."""

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from workshop.core.blocks import Blocks, Cue, Heading, Options
from workshop.core.gathered import Asked
from workshop.kinds.kind import Kind
from workshop.kinds.stages import ALL, PRESETS, Stage, Stages, stretched
from workshop.kinds.values import Duration, Line, Prose

LARGEST = 50


def _size(value: Any) -> int:
    """People in a group, or `all`. Raises PydanticCustomError."""
    text = str(value).strip().lower()
    if text in ("all", "alle"):
        return ALL
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and 1 <= int(text) <= LARGEST):
        raise PydanticCustomError("size", "how many people in a group, like 2 or 4, or all")
    return int(text)


Size = Annotated[
    int,
    BeforeValidator(_size),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 1, "maximum": LARGEST}, {"enum": ["all", "alle"]}]}
    ),
]


class StageModel(BaseModel):
    """One stage."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Line
    """What to do in it."""
    minutes: Duration | None = None
    """How long it lasts: 5 and 2.5 are minutes, 5:30 is minutes and seconds."""
    group: Size | None = None
    """How many work together: 1, 2, 4 … or all."""


class Groups(Kind):
    """Work in groups, stage by stage with a clock for each. Nothing is collected.

    - groups: What can we stop doing?
      preset: 1-2-4-all
    """

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["preset"]}, {"required": ["stages"]}]}
    )

    name: ClassVar[str] = "groups"

    groups: Prose
    """The question, or what to practise; it stands above every stage."""
    preset: Literal["1-2-4-all", "pairs", "practice"] | None = None
    """Ready-made stages: 1-2-4-all (12 minutes), pairs (10) or practice in pairs (10)."""
    stages_: Annotated[tuple[StageModel, ...], Field(min_length=1, max_length=12)] | None = Field(
        default=None, alias="stages"
    )
    """Stages of one's own instead, each with a title, minutes and group."""
    minutes: Duration | None = None
    """With a preset: how long all of it takes; each stage keeps its share."""

    @model_validator(mode="after")
    def _one_plan(self) -> Self:
        if (self.preset is None) == (self.stages_ is None):
            raise PydanticCustomError("preset", "either preset or stages, not both")
        if self.stages_ is not None and self.minutes is not None:
            raise PydanticCustomError("minutes", "minutes for each of its stages, not for all of them")
        return self

    def stages(self) -> tuple[int | None, ...]:
        """A beat for each stage, with its seconds."""
        return tuple(stage.seconds for stage in self._plan())

    def ask(self, asked: Asked) -> Blocks:
        """The question, how the room works now, and all stages with the present one marked."""
        plan = self._plan()
        cues = [stage.together for beat, stage in enumerate(plan) if beat == asked.beat]
        lines = tuple(stage.line(now=beat == asked.beat) for beat, stage in enumerate(plan))
        now = asked.beat if cues else None
        return (Heading(self.groups), *(Cue(words) for words in cues if words), Options(lines, now=now))

    def _plan(self) -> Stages:
        if self.preset is None:
            return tuple(Stage(stage.title, stage.minutes, stage.group) for stage in self.stages_ or ())
        plan = PRESETS[self.preset]
        return plan if self.minutes is None else stretched(plan, self.minutes)
