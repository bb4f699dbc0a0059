"""The journey of a phone to another address of its room: its ticket, and its arrival."""

import json

from starlette.requests import Request
from starlette.responses import Response

from workshop.hub.pages import Pages
from workshop.hub.reading import HungUp, Unreadable, read_body
from workshop.hub.replies import JSON, SECURITY
from workshop.hub.tickets import Tickets
from workshop.hub.visit import Headers, Visit, new_token, token_cookie
from workshop.language import language

_MOST = 1024


class Moving:
    """What a page asks at the address that it leaves, and at the one where it arrives.

    Both take JSON only, which no page of another site can send without being asked for leave first.
    """

    def __init__(self, pages: Pages, tongue: str) -> None:
        self._pages = pages
        self._tongue = tongue
        self._tickets = Tickets()

    async def leave(self, request: Request) -> Response:
        """A ticket for the phone that asks."""
        visit: Visit = request.scope["visit"]
        if visit.content_type != JSON:
            return _json({}, 415)
        token = visit.token or new_token()
        ticket, pad = self._tickets.issue(token)
        return _json({"ticket": ticket, "pad": pad}, headers=[] if visit.token else [token_cookie(token)])

    async def page(self, request: Request) -> Response:
        """Where a page lands; it gives no token yet, for the phone has one in its ticket."""
        visit: Visit = request.scope["visit"]
        return self._pages.arrival(language(visit.language or self._tongue))

    async def arrive(self, request: Request) -> Response:
        """Gives a phone its token here too, unless it has one here already, and the pad of its ticket."""
        visit: Visit = request.scope["visit"]
        try:
            said = json.loads(await read_body(request.receive, visit, _MOST))
            found = self._tickets.redeem(str(said["ticket"]))
        except (Unreadable, ValueError, KeyError, TypeError):
            return _json({}, 400)
        except HungUp:
            return Response(status_code=400)
        if visit.content_type != JSON:
            return _json({}, 415)
        if found is None:
            return _json({}, 410)
        return _json({"pad": found.pad}, headers=[] if visit.token else [token_cookie(found.token)])


def _json(said: dict[str, str], status: int = 200, headers: Headers | None = None) -> Response:
    response = Response(json.dumps(said), status, media_type=JSON.decode())
    response.raw_headers += [*SECURITY, *(headers or [])]
    return response
