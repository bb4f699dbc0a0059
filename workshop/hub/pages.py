"""The phone's pages as responses; what is the same for all phones is rendered once a change."""

import secrets
from collections.abc import Mapping
from typing import Any

from workshop.core.fields import Fields, Form, Refused
from workshop.core.phrases import Phrase, told
from workshop.core.place import Place
from workshop.errors import Refusal
from workshop.hub import forms, sheets
from workshop.hub.rendering import Renderer, Sheet
from workshop.hub.replies import PageResponse
from workshop.hub.sheets import Look, View
from workshop.hub.visit import Headers
from workshop.hub.whereabouts import Whereabouts
from workshop.language import Language
from workshop.room.room import Room
from workshop.sessionfile.pictures import pictures

_TITLES = {"lobby": "You're in", "ended": "Thank you for today", "protect": "How we protect you"}
_AGAIN: dict[str, Any] = {"sheet": "form", "refresh": False}


class Pages:
    """Every page of one room. `boot` names this start of the hub: with the version it tags a state."""

    def __init__(self, room: Room, boot: str, whereabouts: Whereabouts) -> None:
        self._room = room
        self._boot = boot
        self._whereabouts = whereabouts
        self._renderer = Renderer()
        self._pictures = bool(pictures(room.session))
        self._shared: dict[tuple[str, Place | None, bool, bool], Sheet] = {}
        self._shown = (-1, 0)

    @property
    def tag(self) -> str:
        """Names the state that a page shows; another tag means that there is something new to fetch."""
        return f"{self._boot}-{self._room.version}"

    def page(self, look: Look, headers: Headers | None = None) -> PageResponse:
        """The page that `look` asks for; its round must exist."""
        view = View(self._room, look)
        personal = view.mine is not None or any(other.mine for other in view.others)
        if personal or look.sent or look.withdrawn:
            return self._response(look, self._render(look, sheets.values(view)), headers=headers)
        return self._response(look, self._shared_sheet(view), headers=headers)

    def refused(self, look: Look, form: Form, refused: Refused) -> PageResponse:
        """The form once more, with what was sent still in it and what is wrong above its field."""
        view = View(self._room, look)
        fields = forms.filled(view.fields, form)
        values = sheets.values(view) | _AGAIN | {"fields": fields, "refused": refused}
        return self._response(look, self._render(look, values), 422)

    def again(self, look: Look, form: Form, reason: Phrase, status: int) -> PageResponse:
        """The form once more, where an answer was not taken for no fault in it."""
        fields = forms.filled(self._fields(look.place), form)
        trouble = reason.said(look.language)
        values = sheets.values(View(self._room, look)) | _AGAIN | {"fields": fields, "trouble": trouble}
        return self._response(look, self._render(look, values), status)

    def late(self, look: Look, form: Form, reason: Phrase) -> PageResponse:
        """What was sent to a round that takes no answers, to be copied."""
        fields = forms.filled(self._fields(look.place), form)
        values = sheets.frame(View(self._room, look)) | {
            "sheet": "late",
            "reason": reason.said(look.language),
            "owned": forms.in_words(fields),
        }
        return self._response(look, self._render(look, values), 409)

    def trouble(self, look: Look, status: int, heading: str, reason: str) -> PageResponse:
        """A page that says what went wrong."""
        values = sheets.frame(View(self._room, look))
        values |= {"sheet": "trouble", "heading": heading, "reason": reason}
        return self._response(look, self._render(look, values), status)

    def protect(self, look: Look) -> PageResponse:
        """`How we protect you`."""
        values = sheets.frame(View(self._room, look)) | {"sheet": "protect"}
        return self._response(look, self._render(look, values))

    def door(self, language: Language, *, wrong: str = "", status: int = 200) -> PageResponse:
        """The page that asks for the room's code; it tells nothing of the room."""
        values = {
            "sheet": "door",
            "base": "",
            "where": "Workshop",
            "page_title": language.text("Which room?"),
        }
        look = Look(language)
        return self._response(look, self._render(look, values | {"wrong": wrong}), status)

    def arrival(self, language: Language) -> PageResponse:
        """Where a page lands that comes from another address of this room."""
        view = View(self._room, Look(language))
        values = sheets.frame(view) | {"page_title": view.state.title}
        content = self._room.session.language
        sheet = self._renderer.render("arrival.html", language, content, values)
        nonce, where = secrets.token_urlsafe(16), self._whereabouts
        return PageResponse(sheet.filled(nonce, 0.0, (*where.left, *where.origins)), nonce)

    def known(self, place: Place) -> bool:
        """Whether there is such a round."""
        try:
            self._room.step(place)
        except Refusal:
            return False
        return True

    def _shared_sheet(self, view: View) -> Sheet:
        look, showing = view.look, (self._room.version, view.joined)
        if self._shown != showing:
            self._shared.clear()
            self._shown = showing
        key = (look.language.tag, look.place, look.part, look.reloads)
        if key not in self._shared:
            self._shared[key] = self._render(look, sheets.values(view))
        return self._shared[key]

    def _render(self, look: Look, values: Mapping[str, Any]) -> Sheet:
        template = "part.html" if look.part else "layout.html"
        title = {"page_title": self._title(look.language, values), "tag": self.tag}
        return self._renderer.render(
            template, look.language, self._room.session.language, title | dict(values)
        )

    def _title(self, language: Language, values: Mapping[str, Any]) -> str:
        heading = language.text(_TITLES.get(values["sheet"], "")) or told(values.get("prompt", ""), language)
        return f"{heading or values['where']} · {self._room.session.title}"

    def _fields(self, place: Place | None) -> Fields:
        try:
            return self._room.form(place, b"") if place is not None else ()
        except Refusal:
            return ()

    def _response(
        self, look: Look, sheet: Sheet, status: int = 200, headers: Headers | None = None
    ) -> PageResponse:
        nonce = secrets.token_urlsafe(16)
        origins = self._whereabouts.origins
        html = sheet.filled(nonce, self._room.clock.now(), origins)
        return PageResponse(html, nonce, status, headers, pictures=self._pictures, asks=origins)
