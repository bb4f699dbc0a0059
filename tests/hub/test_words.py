"""Everything that the phone pages say is there in every language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

import workshop.hub
from workshop.language import AVAILABLE, SOURCE

HUB = Path(workshop.hub.__file__).parent
KEYWORDS = {"_": None, "phrase": None, "text": None, "say": None, "ngettext": (1, 2), "phrases": (1, 2)}
OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true"}


def sentences() -> Iterator[str]:
    for path in sorted([*HUB.rglob("*.py"), *HUB.rglob("*.html")]):
        python = path.suffix == ".py"
        with path.open("rb") as source:
            found = extract(
                "python" if python else "jinja2", source, KEYWORDS, options={} if python else OPTIONS
            )
            for _, message, _, _ in found:
                yield from (message,) if isinstance(message, str) else message[:1]


@pytest.mark.parametrize("tag", [tag for tag in AVAILABLE if tag != SOURCE])
def test_every_sentence_is_translated(tag: str) -> None:
    path = Path(workshop.hub.__file__).parents[1] / "locale" / tag / "LC_MESSAGES" / "workshop.po"
    with path.open("rb") as source:
        catalogue = read_po(source, locale=tag)
    missing = [said for said in dict.fromkeys(sentences()) if said and not catalogue.get(said)]
    assert missing == []
