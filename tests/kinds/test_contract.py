"""The contract of DESIGN section 4, held by every registered kind, plug-ins too.

A kind is tried as its own docstring shows it: the example there is what authors copy.
"""

import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
import yaml
from pydantic import ValidationError

from tests.core.hostile import HOSTILE
from tests.core.test_text import CONTROL
from tests.kinds.room import ASKED, answers, filled, gathered, names
from workshop.core.blocks import Blocks
from workshop.core.fields import Fields, Refused
from workshop.core.phrases import Phrase, told
from workshop.kinds import manual
from workshop.kinds.explained import explanations
from workshop.kinds.kind import COMMON_KEYS, Kind
from workshop.kinds.registry import keys, kinds
from workshop.language import language

NOTES_COLUMNS = {"section", "step", "kind", "id", "prompt", "round", "answered"}


def example(kind: type[Kind]) -> dict[str, Any]:
    """The step in `kind`'s docstring, every scalar as its source text, as the loader gives it."""
    (step,) = yaml.load(manual.example(kind), yaml.BaseLoader)
    assert isinstance(step, dict)
    return step


def step(kind: type[Kind]) -> Kind:
    return kind.model_validate(example(kind))


every = pytest.mark.parametrize("kind", kinds().values(), ids=kinds())
asking = pytest.mark.parametrize(
    "kind", [kind for kind in kinds().values() if kind.asks], ids=[k.name for k in kinds().values() if k.asks]
)


def spoken(value: Any) -> Iterator[str]:
    """Every text in Blocks or Fields, phrases told in bokmål."""
    if isinstance(value, Phrase):
        yield told(value, language("nb"))
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spoken(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spoken(getattr(value, name))


def draws(blocks: Blocks) -> None:
    """Blocks that a surface can draw: plain data, a table each, nothing that moves a cursor."""
    assert blocks
    assert msgspec.json.decode(msgspec.json.encode(blocks), type=Blocks) == blocks
    for block in blocks:
        assert not CONTROL & set("".join(spoken(block)))
        assert not CONTROL & set("".join(spoken(block.table())))


@every
def test_its_example_is_a_step(kind: type[Kind]) -> None:
    found = example(kind)
    assert found.keys() - COMMON_KEYS <= set(keys(kind))
    assert str(getattr(step(kind), kind.name)).split() == found[kind.name].split()
    assert step(kind).main


@every
def test_a_key_that_it_does_not_have_is_refused(kind: type[Kind]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate({**example(kind), "colour": "red"})


@every
def test_it_is_nothing_without_its_main_text(kind: type[Kind]) -> None:
    for missing in ({}, {kind.name: ""}, {kind.name: "\u200b \n"}):
        with pytest.raises(ValidationError):
            kind.model_validate({**{k: v for k, v in example(kind).items() if k != kind.name}, **missing})


@every
def test_every_key_says_what_it_is_for(kind: type[Kind]) -> None:
    assert explanations(kind).keys() >= kind.model_fields.keys()
    assert manual.summary(kind)


@every
def test_what_it_asks_draws(kind: type[Kind]) -> None:
    draws(step(kind).ask(ASKED))


@every
def test_the_empty_room_draws(kind: type[Kind]) -> None:
    draws(step(kind).show(gathered()))
    draws(step(kind).show(gathered(abstained=7)))
    assert step(kind).rows(gathered(abstained=7)) == []


@every
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_room_draws(kind: type[Kind], text: str) -> None:
    room = gathered(answers(step(kind), text, 6), 6)
    draws(step(kind).show(room))
    rows = step(kind).rows(room)
    assert not CONTROL & set("".join(spoken([list(row.values()) for row in rows])))


@every
def test_one_raised_hand_draws_however_little_it_answered(kind: type[Kind]) -> None:
    answer = answers(step(kind), "hånd", 1)
    for given in {1, len(answer)} if answer else ():
        raised = msgspec.structs.replace(gathered(answer[:given], 1), by_hand=1)
        draws(step(kind).show(raised))
        assert len(step(kind).rows(raised)) <= given


@every
def test_a_hostile_author_draws(kind: type[Kind]) -> None:
    for text in HOSTILE:
        try:
            hostile = kind.model_validate({**example(kind), kind.name: text})
        except ValidationError:
            continue
        draws(hostile.ask(ASKED))
        draws(hostile.show(gathered(answers(hostile, "svar", 6), 6)))


@every
def test_it_shows_the_same_in_whatever_order_people_answered(kind: type[Kind]) -> None:
    contributions = answers(step(kind), "første", 5) + answers(step(kind), "andre", 4)
    there, back = gathered(contributions, 9), gathered(contributions[::-1], 9)
    assert step(kind).show(there) == step(kind).show(back)
    assert step(kind).rows(there) == step(kind).rows(back)


@every
def test_it_asks_exactly_if_it_says_so(kind: type[Kind]) -> None:
    assert bool(step(kind).form(ASKED, ())) == kind.asks


@asking
def test_its_fields_are_the_same_after_json_and_have_names_of_their_own(kind: type[Kind]) -> None:
    fields = step(kind).form(ASKED, ())
    assert msgspec.json.decode(msgspec.json.encode(fields), type=Fields) == fields
    assert len({field.name for field in fields}) == len(fields)


@asking
def test_an_empty_form_is_an_abstention(kind: type[Kind]) -> None:
    fields = step(kind).form(ASKED, ())
    for empty in ({}, {name: [""] for name in names(fields)}, {name: ["", " "] for name in {"unknown"}}):
        assert step(kind).accept(empty, ASKED, ()) == ()


@asking
@pytest.mark.parametrize(
    "sent", [["\x00"], ["999"], ["-1"], ["x"] * 100, ["a" * 50_000], ["other"], [""] * 500]
)
def test_a_refusal_names_a_real_field(kind: type[Kind], sent: list[str]) -> None:
    fields = step(kind).form(ASKED, ())
    for name in names(fields):
        read = step(kind).accept({name: sent}, ASKED, ())
        if isinstance(read, Refused):
            assert read.field in names(fields)
            assert told(read.reason, language("nb")) != read.reason.message


@asking
def test_it_refuses_what_its_form_never_offered(kind: type[Kind]) -> None:
    reads = [
        step(kind).accept({name: sent}, ASKED, ())
        for name in names(step(kind).form(ASKED, ()))
        for sent in (["x"] * 100, ["a" * 50_000])
    ]
    assert any(isinstance(read, Refused) for read in reads)


@asking
def test_what_a_phone_has_sent_stands_in_its_form_again(kind: type[Kind]) -> None:
    mine = answers(step(kind), "mitt svar", 1)
    assert mine
    again = step(kind).form(ASKED, mine)
    assert again != step(kind).form(ASKED, ())
    assert {field.name for field in again} == {field.name for field in step(kind).form(ASKED, ())}


@asking
def test_a_contribution_is_plain_json(kind: type[Kind]) -> None:
    sent = answers(step(kind), "tekst", 3)
    assert tuple(json.loads(json.dumps(sent))) == sent


@asking
def test_every_contribution_stands_once_in_the_rows(kind: type[Kind]) -> None:
    sent = answers(step(kind), "tekst", 7)
    rows = step(kind).rows(gathered(sent, 7))
    assert len(rows) == len(sent)
    assert json.loads(json.dumps(rows)) == rows
    assert not NOTES_COLUMNS & {key for row in rows for key in row}


@asking
def test_its_results_always_say_how_many_answered(kind: type[Kind]) -> None:
    said = " ".join(spoken(step(kind).show(gathered(answers(step(kind), "tekst", 7), 7))))
    assert "7 av 22" in said


@asking
def test_whoever_skipped_is_counted(kind: type[Kind]) -> None:
    room = gathered(answers(step(kind), "tekst", 7), 7, abstained=3)
    assert "3 hoppet over" in " ".join(spoken(step(kind).show(room)))


@asking
def test_held_unless_said_otherwise(kind: type[Kind]) -> None:
    assert not step(kind).live
    assert kind.model_validate({**example(kind), "reveal": "live"}).live
    with pytest.raises(ValidationError):
        kind.model_validate({**example(kind), "reveal": "sometimes"})


def test_a_form_can_be_filled_for_every_field() -> None:
    fields = tuple(field for kind in kinds().values() for field in step(kind).form(ASKED, ()))
    assert names(fields) <= filled(fields, "tekst").keys()
