"""The phones' side of the hub: the addresses of its pages, and what each of them asks for."""

import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route, Router, request_response
from starlette.types import ASGIApp, Receive, Scope, Send

from workshop.core.phrases import phrase
from workshop.core.place import Place
from workshop.hub.answers import Sending, Withdrawing
from workshop.hub.limits import Limits, Paces
from workshop.hub.live import Hints
from workshop.hub.moving import Moving
from workshop.hub.pages import Pages
from workshop.hub.pictures import Pictures
from workshop.hub.remote import Remote
from workshop.hub.replies import SECURITY
from workshop.hub.sheets import Look
from workshop.hub.visit import Headers, Visit, language_cookie, new_token, reload_cookie, token_cookie
from workshop.language import AVAILABLE, Language, language
from workshop.room.room import Room

ROUND = "/{step:int}/{round:int}"


class Phone:
    """The GET pages of one room. Paths arrive in lower case: addresses ignore case."""

    def __init__(self, room: Room, pages: Pages) -> None:
        self._room = room
        self._pages = pages

    async def page(self, request: Request) -> Response:
        """Wherever the room is, or the round that the address names."""
        visit: Visit = request.scope["visit"]
        look = self._look(request)
        if look.place is not None and not self._pages.known(look.place):
            return self._not_found(look)
        return self._pages.page(look, self._welcome(request, visit))

    async def parking(self, request: Request) -> Response:
        """The parking lot."""
        look = self._look(request)._replace(place=self._room.parking)
        return self._pages.page(look, self._welcome(request, request.scope["visit"]))

    async def protect(self, request: Request) -> Response:
        """`How we protect you`."""
        return self._pages.protect(self._look(request))

    async def speak(self, request: Request) -> Response:
        """Remembers a phone's language and goes back to the room."""
        wanted = request.query_params.get("to", "")
        return _see_other(f"/{self._room.code}", [language_cookie(wanted)] if wanted in AVAILABLE else [])

    async def reload(self, request: Request) -> Response:
        """Remembers whether this phone's pages are to load anew by themselves, and goes back to the room."""
        on = request.query_params.get("on") == "1"
        return _see_other(f"/{self._room.code}", [reload_cookie(on=on)])

    async def door(self, request: Request) -> Response:
        """Asks for the room's code, and lets in whoever knows it."""
        tongue = self._tongue(request.scope["visit"])
        code = "".join(request.query_params.get("code", "").split()).upper()
        if code == self._room.code:
            return _see_other(f"/{code}")
        return self._wrong(tongue) if code else self._pages.door(tongue)

    async def elsewhere(self, request: Request) -> Response:
        """Every other address: most often a code that was misread."""
        return self._wrong(self._tongue(request.scope["visit"]))

    def _wrong(self, tongue: Language) -> Response:
        wrong = phrase("There is no room with that code. Look at the screen in front.")
        return self._pages.door(tongue, wrong=wrong.said(tongue), status=404)

    def _not_found(self, look: Look) -> Response:
        heading = phrase("This question is not open.").said(look.language)
        reason = phrase("The room is elsewhere just now.").said(look.language)
        return self._pages.trouble(look._replace(place=None), 404, heading, reason)

    def _look(self, request: Request) -> Look:
        visit: Visit = request.scope["visit"]
        asked = request.query_params
        return Look(
            self._tongue(visit),
            visit.token,
            _place(request),
            part="part" in asked,
            change="change" in asked,
            sent="sent" in asked,
            withdrawn="withdrawn" in asked,
            reloads=visit.reloads,
        )

    def _tongue(self, visit: Visit) -> Language:
        return language(visit.language or self._room.session.language)

    def _welcome(self, request: Request, visit: Visit) -> Headers:
        """Counts a phone, and gives it its token the first time. A browser that guesses ahead is nobody."""
        if request.method == "HEAD" or visit.ahead_of_time:
            return []
        token = visit.token or new_token()
        self._room.see(token, elsewhere=visit.elsewhere)
        return [] if visit.token else [token_cookie(token)]


class AnswersFirst:
    """Takes answers past the list of routes: they are what may not wait."""

    def __init__(self, home: str, sending: Sending, router: Router) -> None:
        self._place = re.compile(rf"{re.escape(home)}/([0-9]{{1,9}})/([0-9]{{1,9}})")
        self._sending = sending
        self._router = router

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = self._place.fullmatch(scope["path"]) if scope["method"] == "POST" else None
        if found is None:
            await self._router(scope, receive, send)
        else:
            scope["path_params"] = {"step": int(found[1]), "round": int(found[2])}
            await self._sending(scope, receive, send)


def routes(
    room: Room, pages: Pages, hints: Hints, pictures: Pictures, remote: Remote, limits: Limits
) -> ASGIApp:
    """Everything that is served to phones."""
    phone, paces, moving = Phone(room, pages), Paces(limits), Moving(pages, room.session.language)
    home = f"/{room.code.lower()}"
    found = [
        Route(home, phone.page),
        Route(f"{home}/live", hints, methods=["GET"]),
        Route(f"{home}/state", hints.tell, methods=["GET"]),
        Route(home + ROUND, phone.page),
        Route(f"{home}{ROUND}/withdraw", Withdrawing(room, pages, paces, limits), methods=["POST"]),
        Route(f"{home}/parking", phone.parking),
        Route(f"{home}/picture/{{file:path}}", pictures.serve),
        Route(f"{home}/protect", phone.protect),
        Route(f"{home}/ticket", moving.leave, methods=["POST"]),
        Route(f"{home}/arrive", moving.page, methods=["GET"]),
        Route(f"{home}/arrive", moving.arrive, methods=["POST"]),
        Route(f"{home}/language", phone.speak),
        Route(f"{home}/reload", phone.reload),
        Route("/", phone.door),
        *remote.routes(phone.elsewhere),
    ]
    router = Router(found, redirect_slashes=False, default=request_response(phone.elsewhere))
    return AnswersFirst(home, Sending(room, pages, paces, limits), router)


def _see_other(path: str, headers: Headers | None = None) -> Response:
    response = RedirectResponse(path, 303)
    response.raw_headers += [*SECURITY, *(headers or [])]
    return response


def _place(request: Request) -> Place | None:
    found = request.path_params
    return Place(found["step"] - 1, found["round"]) if "step" in found else None
