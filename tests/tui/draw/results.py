"""Results of the kinds that have a drawing of their own, few and many."""

import random
from collections.abc import Iterator

from workshop.core.blocks import (
    AnyBlock,
    Bar,
    Bars,
    Card,
    Cards,
    Cloud,
    CloudWord,
    Flag,
    LevelRow,
    Levels,
    Measure,
    Measures,
    Plot,
    PlotPoint,
)
from workshop.core.phrases import phrase

_WORDS = (
    "tillit trygghet tid humor støtte åpenhet nærvær respekt pauser kaffe ro raushet ærlighet latter "
    "kollegaer anerkjennelse fellesskap mestring mening ledelse veiledning søvn natur musikk familie barna"
)
WRITTEN = _WORDS.split()
LONG = "å bli sett av en leder som har god tid nå"
ENDS = (("lite arbeid", "mye arbeid"), ("liten nytte", "stor nytte"))
THINGS = ("Faste pauser", "Kollegaveiledning", "Færre møter", "Tydelig mandat", "Nye vikarer", "Stille rom")


def cloud(answers: int) -> Cloud:
    """What so many people wrote, one word each, some words far more often than others."""
    chance = random.Random(answers)
    endless = [*WRITTEN, LONG, *(f"{one} {other}" for one in WRITTEN for other in WRITTEN[:20])]
    written = chance.choices(endless, [1 / (place + 1) for place in range(len(endless))], k=answers)
    words = [CloudWord(word, written.count(word)) for word in dict.fromkeys(written)]
    return Cloud(tuple(sorted(words, key=lambda word: (-word.n, word.text))))


def measures(options: int) -> Measures:
    """So many options, the best first."""
    rows = (
        Measure(
            phrase("{place}. {option}", place=place, option=f"Forslag {place} om møter"),
            options - place,
            str(10 * (options - place)),
            (phrase("median {number}", number=str(place)), f"{place} personer"),
        )
        for place in range(1, options + 1)
    )
    return Measures(tuple(rows), options - 1, phrase("Points"))


def plot(things: int, name: str = "{thing}", spread: float = 0.3) -> Plot:
    """So many things on a field of five by five, several at the same place."""
    chance = random.Random(things)
    points = (
        PlotPoint(
            name.format(thing=f"{THINGS[number % 6]} {number // 6 or ''}".strip()),
            chance.randrange(5) / 4,
            chance.randrange(5) / 4,
            spread,
            12,
        )
        for number in range(things)
    )
    return Plot(tuple(points), *ENDS)


BEFORE_BARS = Bars((Bar("Vi prøver det", 9, before=3), Bar("Vi venter", 2, before=9)), 11, 12)
BEFORE_LEVELS = Levels(
    (LevelRow("", (0, 1, 4, 5, 2), 4.0, before=(3, 4, 2, 1, 0), median_before=2.0),),
    ("Tungt", "", "", "", "Lett"),
)
FLAGS = (
    Flag(phrase("One person is at 0 and blocks: talk before you decide."), stop=True),
    Flag("To er under 3: Hva skal til?"),
)
QUESTIONS = Cards(
    (
        Card("Får vi tid til veiledning?", 2, support=9),
        Card("Hva ble bestemt?", support=6, done=True),
        Card("Hvem?"),
    )
)


def scenes() -> Iterator[tuple[str, tuple[AnyBlock, ...]]]:
    """Each with its name."""
    for number in (1, 7, 60, 600):
        yield f"cloud of {number}", (cloud(number),)
    for number in (1, 7, 20):
        yield f"{number} measures", (measures(number),)
        yield f"{number} things on a field", (plot(number),)
    yield "things with long names", (plot(20, "{thing} og alt det andre som hører med til det"),)
    yield "bars now and before", (*FLAGS, BEFORE_BARS)
    yield "levels now and before", (BEFORE_LEVELS,)
    yield "flags", FLAGS
    yield "questions", (QUESTIONS,)
    yield "a cloud and a field", (cloud(60), plot(7))
