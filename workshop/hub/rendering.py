"""Templates into HTML: once for all phones where they see the same, with gaps for what is each one's own."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from workshop.core.blocks import number, percent
from workshop.core.phrases import Words, told
from workshop.hub import blocks
from workshop.language import AVAILABLE, Language

_NAMES = {"nb": "Norsk", "en": "English"}
_ROOM = ("drafts.js", "clock.js", "controls.js", "pledges.js", "luggage.js", "moving.js", "room.js")
_SCRIPTS = {
    "layout.html": _ROOM,
    "part.html": (),
    "arrival.html": ("luggage.js", "arrive.js"),
    "remote/page.html": ("clock.js", "remote.js"),
    "remote/part.html": (),
}


class Sheet:
    """A rendered page with gaps, which are filled for each phone: nonce, time, and the room's addresses.

    Rendering takes a millisecond, filling a few microseconds.
    """

    def __init__(self, html: str, gaps: "Gaps") -> None:
        self._html = html
        self._gaps = gaps

    def filled(self, nonce: str, now: float, origins: Sequence[str] = ()) -> str:
        """The page for one phone at `now` (seconds since the epoch), while the room is at `origins`."""
        gaps = self._gaps
        html = self._html.replace(gaps.nonce, nonce).replace(gaps.now, f"{now:.3f}")
        return html.replace(gaps.origins, " ".join(origins))


class Gaps:
    """What stands where a gap is. Made by chance, so that no participant's text can be taken for one."""

    def __init__(self) -> None:
        self.nonce = secrets.token_hex(16)
        self.now = secrets.token_hex(16)
        self.origins = secrets.token_hex(16)


class Renderer:
    """Renders templates in a language."""

    def __init__(self) -> None:
        self._environment = _environment()
        self._gaps = Gaps()
        for name in _SCRIPTS:
            self._environment.get_template(name)

    def render(self, template: str, language: Language, content: str, values: Mapping[str, Any]) -> Sheet:
        """`template` in `language`; `content` is the language that the session was written in."""
        html = self._environment.get_template(template).render(
            **values,
            **_speech(language, content),
            nonce=self._gaps.nonce,
            now=self._gaps.now,
            origins=self._gaps.origins,
            css=static("phone.css"),
            script=Markup("").join(map(static, _SCRIPTS[template])),
        )
        return Sheet(html, self._gaps)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("workshop.hub"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        tag_of=blocks.tag,
        grouped=blocks.grouped,
        quoted=blocks.quoted,
        read_as_list=blocks.read_as_list,
        themed=blocks.themed,
        along=blocks.along,
        share=blocks.share,
        percent=percent,
        number=number,
    )
    return environment


def _speech(language: Language, content: str) -> dict[str, Any]:
    # Words of the author's are marked with their own language, so that a screen reader says them right.
    foreign = Markup(' lang="{}"').format(content) if content != language.tag else Markup("")
    return {
        "language": language,
        "languages": [_Tongue(tag) for tag in AVAILABLE if tag != language.tag],
        "content_lang": foreign,
        "_": language.text,
        "ngettext": language.plural,
        "say": lambda words: told(words, language),
        "spoken": _spoken(language, foreign),
    }


def _spoken(language: Language, foreign: Markup) -> Callable[[Words], Markup]:
    def spoken(words: Words) -> Markup:
        if isinstance(words, str) and foreign:
            return Markup("<span{}>{}</span>").format(foreign, words)
        return Markup("{}").format(told(words, language))

    return spoken


class _Tongue:
    """A language that can be chosen, under its own name."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.name = _NAMES[tag]


@cache
def static(name: str) -> Markup:
    """A file of `static/`, to stand in a page."""
    return Markup(files("workshop.hub").joinpath("static", name).read_text("utf-8"))  # noqa: S704 - our own file
