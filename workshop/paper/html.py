"""Poster and forms as one web page that stands by itself: no script, nothing fetched, made for A4."""

from collections.abc import Iterator
from functools import cache, partial
from itertools import groupby
from pathlib import Path

import segno
from markupsafe import Markup

from workshop.core.phrases import Words, told
from workshop.core.session import Session
from workshop.core.text import clean_long
from workshop.language import Language, language
from workshop.paper import labels
from workshop.paper.slips import slips
from workshop.room.runfile import address
from workshop.room.template import environment

_PAGE = Path(__file__).parent / "page"
_SIZES = ((30, ""), (80, "long"))
"""What a headline of so many characters at most is called, which says how large it is."""


def render(session: Session, join_url: str | None) -> bytes:
    """The page. `join_url` is what the QR code of a run holds; None where there is no run yet."""
    tongue = language(session.language)
    page = (
        _environment()
        .get_template("print.html")
        .render(
            session=session,
            slips=slips(session),
            url=join_url,
            address=address(join_url) if join_url else "",
            labels=labels,
            language=tongue,
            say=lambda words: _said(words, tongue),
            code=_code,
            size=_size,
            style=Markup((_PAGE / "print.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        )
    )
    return page.encode()


_environment = cache(partial(environment, _PAGE))


def _said(words: Words, tongue: Language) -> str:
    return clean_long(told(words, tongue))


def _size(text: str) -> str:
    return next((name for most, name in _SIZES if len(text) <= most), "longer")


def _code(text: str) -> Markup:
    """The QR code as a drawing, as large as the page makes it. Its quiet zone is bare and covers nothing."""
    made = segno.make(text, error="m", micro=False, boost_error=False)
    rows = [tuple(row) for row in made.matrix_iter(border=4)]
    # Filled and not stroked, as segno draws it: some programs round the strokes of a PDF.
    bars = (_bars(row, y) for y, row in enumerate(rows))
    return Markup('<svg viewBox="0 0 {0} {0}" role="img" aria-label="QR"><path d="{1}"/></svg>').format(
        len(rows), "".join(bar for row in bars for bar in row)
    )


def _bars(row: tuple[int, ...], y: int) -> Iterator[str]:
    x = 0
    for dark, modules in groupby(row):
        width = len(list(modules))
        if dark:
            yield f"M{x} {y}h{width}v1h-{width}z"
        x += width
