"""The seed's session held to its end with seven phones: every answer that was shown is in the notes, once."""

import json
from collections import Counter

from tests.cli.program import JSON, Hub, Program
from tests.whole.phones import Phone, phones

PEOPLE = 7


def test_the_seeds_session_is_held_to_its_end_and_its_notes_hold_what_the_room_said(program: Program) -> None:
    with program.host("ivareta-hjelperne") as hub:
        room = list(phones(hub.said["join_url"], PEOPLE))
        texts, asked = hold(hub, room)
        assert program("do", "next").code == 1
        assert program("do", "end").code == 0
        for phone in room:
            assert "Takk for i dag" in phone.look().text
        told = {suffix: notes(program, suffix) for suffix in (".json", ".csv", ".md", ".html")}
    assert len(texts) > PEOPLE * 8
    for suffix in (".csv", ".md", ".html"):
        assert Counter({text: told[suffix].count(text) for text in texts}) == Counter(texts), suffix
    rounds = rounds_in(json.loads(told[".json"]))
    assert sorted(rounds) == sorted(asked)
    for step, round in rounds.items():
        assert (round["round"], round["answered"], round["withheld"]) == (1, PEOPLE, None), step
        assert round["blocks"]
        assert len(round["rows"]) >= PEOPLE
    rows = [row for round in rounds.values() for row in round["rows"]]
    assert Counter(row[key] for row in rows for key in ("text", "word") if row.get(key)) == Counter(texts)


def hold(hub: Hub, room: list[Phone]) -> tuple[list[str], list[int]]:
    """Goes through the session by → alone, everybody answering: what they wrote, and the steps that asked."""
    texts: list[str] = []
    asked: list[int] = []
    while not (now := hub.do("next"))["last"]:
        if now["open"]:
            asked.append(now["step"])
            texts += answer(room, now)
            assert hub.status()["answered"] == PEOPLE
        elif now["round"]:
            assert now["showing"], now["step"]
            assert all("Runden er lukket" in phone.look().text for phone in room[:1])
    return texts, asked


def answer(room: list[Phone], now: JSON) -> list[str]:
    """Everybody fills in all there is; what they wrote."""
    written = []
    for number, phone in enumerate(room):
        form = phone.look().forms[0]
        boxes = sum(
            control.kind in ("text", "textarea") for control in form.controls if "other" not in control.name
        )
        texts = [f"tanke {now['step']}.{number}.{box}x" for box in range(boxes)]
        page = phone.send(form.action, form.filled(texts, pick=number))
        assert "Takk, svaret er kommet fram" in page.text, page.text
        written += texts
    return written


def notes(program: Program, suffix: str) -> str:
    assert program("notes", "--to", f"notes{suffix}").code == 0
    return (program.here / f"notes{suffix}").read_text(encoding="utf-8-sig")


def rounds_in(notes: JSON) -> dict[int, JSON]:
    """The only round of every step that asked."""
    steps = [step for section in notes["sections"] for step in section["steps"]]
    assert all(len(step["rounds"]) < 2 for step in steps)
    return {step["step"]: step["rounds"][0] for step in steps if step["rounds"]}
