"""Answers coming in: bare ASGI, for 300 phones may send in the same second.

On the way of an answer that is taken nothing is rendered and no view of the room is built.
"""

import json
from typing import NamedTuple

from starlette.types import Receive, Scope, Send

from workshop.core.fields import Form, Refused
from workshop.core.phrases import Phrase, phrase
from workshop.core.place import Place
from workshop.errors import Refusal, StoreError
from workshop.hub.limits import Limits, Paces
from workshop.hub.pages import Pages
from workshop.hub.reading import HungUp, Unreadable, read_form
from workshop.hub.replies import JSON, PageResponse, reply, see_other
from workshop.hub.sheets import Look, address_of
from workshop.hub.visit import Visit, new_token, token_cookie
from workshop.language import language
from workshop.room.room import Room

SKIP = "skip"
ARRIVED = b'{"arrived": true, "skipped": false, "next": "%s"}'
SKIPPED = b'{"arrived": true, "skipped": true, "next": "%s"}'
WITHDRAWN = b'{"withdrawn": true, "next": "%s"}'
LATE = phrase(
    "The round was closed before your answer came. What you sent is still here, so that you can copy it."
)
NOT_KEPT = phrase("The room could not keep it just now. It is still here: send it again.")
TOO_MANY = phrase("That was many answers in a short time. Wait a moment, and send again.")
_NO_FORM = phrase("The phone sent something that is no form.")
_UNREADABLE = {
    400: _NO_FORM,
    413: phrase("That is too much at once. Go back, make it shorter, and send it again."),
    415: _NO_FORM,
}


class Done(NamedTuple):
    """What was asked is durable. `said` is JSON for the script, with a gap for the page that comes next."""

    said: bytes
    query: str = ""


class Declined(NamedTuple):
    """It was not taken: why, in which field if in one, and a page on which nothing that was written is lost.

    Where the form can simply be sent again (`again`) the script keeps its own page.
    """

    page: PageResponse
    message: str
    field: str | None = None
    again: bool = False


class Sending:
    """POST /CODE/STEP/ROUND: a form as one person's answer to that round, in the place of any earlier one."""

    def __init__(self, room: Room, pages: Pages, paces: Paces, limits: Limits) -> None:
        self._room = room
        self._pages = pages
        self._paces = paces
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit: Visit = scope["visit"]
        place = Place(scope["path_params"]["step"] - 1, scope["path_params"]["round"])
        token = visit.token or new_token()
        try:
            outcome = await self._outcome(visit, place, token, receive)
        except HungUp:
            return
        if isinstance(outcome, Done):
            await self._confirm(outcome, visit, place, token, send)
        elif visit.script:
            await reply(send, outcome.page.status_code, _declined(outcome), JSON)
        else:
            await outcome.page(scope, receive, send)

    async def _outcome(self, visit: Visit, place: Place, token: bytes, receive: Receive) -> Done | Declined:
        try:
            form = await read_form(receive, visit, self._limits.body_bytes, self._limits.fields)
        except Unreadable as error:
            return self._unreadable(self._look(visit, place, token), error.status)
        try:
            if self._paces.answer(token):
                return await self._take(visit, place, token, form)
            return self._again(self._look(visit, place, token), form, TOO_MANY, 429)
        except Refusal:
            look = self._look(visit, place, token)
            return Declined(self._pages.late(look, form, LATE), LATE.said(look.language))
        except StoreError:
            return self._again(self._look(visit, place, token), form, NOT_KEPT, 503)

    async def _take(self, visit: Visit, place: Place, token: bytes, form: Form) -> Done | Declined:
        """Raises Refusal where the round takes nothing, and StoreError."""
        taken = self._room.submit(place, token, {} if SKIP in form else form)
        if isinstance(taken, Refused):
            look = self._look(visit, place, token)
            page = self._pages.refused(look, form, taken)
            return Declined(page, taken.reason.said(look.language), taken.field)
        answer = await taken
        return Done(ARRIVED if answer.contributions else SKIPPED, "" if visit.token else "?sent=1")

    async def _confirm(self, done: Done, visit: Visit, place: Place, token: bytes, send: Send) -> None:
        cookie = [] if visit.token else [token_cookie(token)]
        # A page that has something to tell of one round is that round's own.
        path = f"{address_of(self._room, place)}{done.query}" if done.query else self._page_of(place)
        if visit.script:
            await reply(send, 200, done.said % path.encode(), JSON, cookie)
        else:
            await see_other(send, path.encode(), cookie)

    def _page_of(self, place: Place) -> str:
        state = self._room.state
        if state.step == place.step and state.round is not None and state.round.number == place.round:
            return address_of(self._room, None)
        return address_of(self._room, place)

    def _look(self, visit: Visit, place: Place, token: bytes) -> Look:
        tongue = language(visit.language or self._room.session.language)
        return Look(tongue, token, place if self._pages.known(place) else None, part=visit.script)

    def _again(self, look: Look, form: Form, reason: Phrase, status: int) -> Declined:
        page = self._pages.again(look, form, reason, status)
        return Declined(page, reason.said(look.language), again=True)

    def _unreadable(self, look: Look, status: int) -> Declined:
        heading = phrase("Your answer did not arrive").said(look.language)
        reason = _UNREADABLE[status].said(look.language)
        return Declined(self._pages.trouble(look, status, heading, reason), reason, again=True)


class Withdrawing(Sending):
    """POST /CODE/STEP/ROUND/withdraw: takes back all that this phone has sent to an open round."""

    async def _take(self, visit: Visit, place: Place, token: bytes, form: Form) -> Done | Declined:
        if visit.token is not None:
            await self._room.withdraw(place, token)
        return Done(WITHDRAWN, "?withdrawn=1")


def _declined(outcome: Declined) -> bytes:
    part = None if outcome.again else bytes(outcome.page.body).decode()
    said = {"arrived": False, "message": outcome.message, "field": outcome.field, "part": part}
    return json.dumps(said).encode()
