"""The phone remote: whoever has scanned its code leads the room from a phone. Off until it is asked for.

Its address holds its key, so that it works in whatever a phone opens a scanned code with, without cookies.
While it is off, and for every wrong key, phones are told what they are told of any address that is not there.
"""

import secrets
import time
from collections.abc import Awaitable, Callable
from functools import cached_property

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from workshop.core.moment import Command
from workshop.core.phrases import Phrase, phrase
from workshop.errors import Refusal, StoreError
from workshop.hub import remotesheet
from workshop.hub.limits import Bucket, Pace
from workshop.hub.presses import Presses
from workshop.hub.reading import HungUp, Unreadable, read_form
from workshop.hub.remotekey import RemoteKey
from workshop.hub.rendering import Renderer, static
from workshop.hub.replies import SECURITY, PageResponse
from workshop.hub.whereabouts import Whereabouts
from workshop.language import Language, language
from workshop.room.room import Room

Endpoint = Callable[[Request], Awaitable[Response]]
WRONG = Pace(20, 1.0)
"""Wrong keys of all phones together that get a page; more get a bare no. The right one always works."""
PRESS, FOLLOW = "press", "follow"
_MOST, _FIELDS = 1_024, 4
_STALE = phrase("Nothing was done: the room had moved on. This is where it is now.")


class Remote:
    """The remote of one room. `boot` names this start of the hub."""

    def __init__(self, room: Room, key: RemoteKey, whereabouts: Whereabouts, boot: str) -> None:
        self._room = room
        self._whereabouts = whereabouts
        self._key = key
        self._boot = boot
        self._presses = Presses(room, boot)
        self._wrong = Bucket(WRONG, time.monotonic())

    @property
    def url(self) -> str | None:
        """What its QR code holds, in capitals; None while it is off."""
        venue = self._room.join_url.rpartition("/")[0]
        return None if self._key.key is None else f"{venue}/R/{self._key.key}"

    def switch(self, *, on: bool) -> str | None:
        """Switches it on or off; its address. Raises StoreError."""
        try:
            if on:
                self._key.make()
            else:
                self._key.revoke()
        finally:
            self._room.tell()
        return self.url

    def routes(self, elsewhere: Endpoint) -> list[Route]:
        """Its addresses; `elsewhere` answers for addresses that are not there."""

        def guarded(endpoint: Endpoint) -> Endpoint:
            async def guard(request: Request) -> Response:
                if self._key.opens(request.path_params["key"]):
                    return await endpoint(request)
                if self._wrong.take(time.monotonic()):
                    return await elsewhere(request)
                return Response(status_code=429)

            return guard

        return [
            Route("/r/{key}", guarded(self.page)),
            Route("/r/{key}", guarded(self.press), methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """Where the room is. `?since=TAG`: nothing where the page that asks shows that already."""
        if request.query_params.get("since") == self._tag:
            return _nothing()
        return self._page(request)

    async def press(self, request: Request) -> Response:
        """Carries out a button; where that is refused the page as it is now says why."""
        try:
            form = await read_form(request.receive, request.scope["visit"], _MOST, _FIELDS)
        except (Unreadable, HungUp):
            return Response(status_code=400)
        verb = self._presses.spend("".join(form.get(PRESS, ())[:1]))
        if verb is None:
            return self._page(request, _STALE, 409)
        try:
            await self._room.do(Command(verb))
        except Refusal as refusal:
            return self._page(request, refusal.reason.said(self._language), 409)
        except StoreError as error:
            return self._page(request, phrase("That did not get through: {error}", error=str(error)), 503)
        return self._page(request) if "part" in request.query_params else _see_other(_here(request))

    @property
    def _tag(self) -> str:
        """Names what the page shows, of which the plan goes on by the minute."""
        room, minute = self._room, int(self._room.clock.now() // 60)
        return f"{self._boot}-{room.version}-{room.answers_version}-{self._presses.spent}-{minute}"

    @property
    def _language(self) -> Language:
        return language(self._room.session.language)

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer()

    def _page(self, request: Request, notice: Phrase | str = "", status: int = 200) -> Response:
        asked, tongue = request.query_params, self._language
        said = notice.said(tongue) if isinstance(notice, Phrase) else notice
        values = remotesheet.values(self._room, self._presses, tongue, ending="end" in asked, notice=said)
        values |= {
            "tag": self._tag,
            "room": self._room,
            "path": request.scope["path"],
            "here": _here(request),
            "follows": FOLLOW in asked,
            "remote_css": static("remote.css"),
        }
        template = "remote/part.html" if "part" in asked else "remote/page.html"
        sheet = self._renderer.render(template, tongue, tongue.tag, values)
        nonce, origins = secrets.token_urlsafe(16), self._whereabouts.origins
        html = sheet.filled(nonce, self._room.clock.now(), origins)
        return PageResponse(html, nonce, status, asks=origins)


def _here(request: Request) -> str:
    """The page's address; one that loads itself anew goes on doing so."""
    path: str = request.scope["path"]
    return f"{path}?{FOLLOW}=1" if FOLLOW in request.query_params else path


def _see_other(path: str) -> Response:
    response = Response(status_code=303, headers={"location": path})
    response.raw_headers += SECURITY
    return response


def _nothing() -> Response:
    response = Response(status_code=204)
    response.raw_headers += SECURITY
    return response
