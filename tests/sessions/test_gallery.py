"""The gallery: a tour of the product that shows every kind and says what it is good for."""

from collections import Counter
from pathlib import Path

from workshop.core.blocks import Tree
from workshop.core.gathered import Asked
from workshop.kinds.registry import BUILT_IN
from workshop.sessionfile.build import load
from workshop.sessionfile.pictures import pictures

SESSIONS = Path(__file__).parents[2] / "sessions"
GALLERY = load(SESSIONS / "gallery.yaml")
NAMES = [kind.name for kind in BUILT_IN]


def test_every_kind_is_used_once_and_the_mood_at_both_ends() -> None:
    assert Counter(step.name for step in GALLERY.steps) == Counter([*NAMES, "mood"])
    asking = [step.name for step in GALLERY.steps if step.asks]
    assert (asking[0], asking[-1]) == ("mood", "mood")


def test_the_notes_say_what_each_kind_is_good_for() -> None:
    said = {step.name for step in GALLERY.steps if (step.notes or "").startswith("Good for: ")}
    assert said == set(NAMES)


def test_the_overview_names_every_kind_once() -> None:
    (overview,) = [step for step in GALLERY.steps if step.name == "overview"]
    (tree,) = [block for block in overview.ask(Asked()) if isinstance(block, Tree)]
    assert sorted(name for theme in tree.themes for name in theme.items) == sorted(NAMES)


def test_later_steps_build_on_what_the_room_wrote() -> None:
    kinds = {step.id: step.name for step in GALLERY.steps}
    chains = [(kinds[step.source], step.name) for step in GALLERY.steps if step.source]
    assert chains == [("open", "dots"), ("words", "rank")]


def test_its_pictures_ship_small_and_no_others_do() -> None:
    used = {SESSIONS / file for path in SESSIONS.glob("*.yaml") for file in pictures(load(path))}
    assert used == {path for path in SESSIONS.rglob("*") if path.is_file() and path.suffix != ".yaml"}
    assert all(path.stat().st_size < 20_000 for path in used)
