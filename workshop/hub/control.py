"""The facilitator's API on loopback: state, commands, desk and record, for whoever holds the run's token."""

import hmac
from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from workshop.core.capture import Capture
from workshop.core.hand import Hand
from workshop.core.moderation import AnyDecision
from workshop.core.moment import Command
from workshop.errors import Refusal, StoreError
from workshop.hub.reading import HungUp, Unreadable, read_body
from workshop.hub.remote import Remote
from workshop.hub.replies import JSON, SECURITY, TEXT, reply
from workshop.hub.snapshots import Snapshots
from workshop.hub.visit import Visit
from workshop.hub.whereabouts import Whereabouts
from workshop.room import board, desk, record, snapshot
from workshop.room.room import Room

_MOST = 262_144
"""Bytes of a request: a decision about 10,000 texts fits."""
Asked = TypeVar("Asked")


class Deciding(msgspec.Struct, frozen=True):
    """A decision about texts of a step, 1-based."""

    step: int
    decision: AnyDecision


class Lighting(msgspec.Struct, frozen=True):
    """The text of a step (1-based) that is to stand on the stage alone; none where `id` is empty."""

    step: int
    id: str = ""


class Choosing(msgspec.Struct, frozen=True):
    """The address at which the room is to be."""

    host: str


class Raised(msgspec.Struct, frozen=True):
    """Raised hands at a step, 1-based."""

    step: int
    hands: tuple[Hand, ...]


class Switching(msgspec.Struct, frozen=True):
    """The phone remote is to be on, or off."""

    on: bool


class Control:
    """The API's endpoints. `stop` is called when the hub is asked to end."""

    def __init__(
        self, room: Room, whereabouts: Whereabouts, remote: Remote, stop: Callable[[], None]
    ) -> None:
        self._room = room
        self._whereabouts = whereabouts
        self._remote = remote
        self._stop = stop

    async def snapshot(self, request: Request) -> Response:
        """What the stage may show now."""
        return _json(self._room.snapshot_bytes())

    async def desk(self, request: Request) -> Response:
        """What only the facilitator sees."""
        seen = msgspec.structs.replace(self._room.desk(), remote=self._remote.url is not None)
        return _json(desk.encode(seen))

    async def wifi(self, request: Request) -> Response:
        """The Wi-Fi that the session has phones join, its password too; `null` where it names none."""
        return _json(msgspec.json.encode(self._room.session.wifi))

    async def record(self, request: Request) -> Response:
        """The run as the notes are made from it."""
        return _json(record.encode(self._room.record()))

    async def do(self, request: Request) -> Response:
        """Carries out a command; the snapshot after it."""
        return await _answer(request, Command, self._do)

    async def note(self, request: Request) -> Response:
        """Notes down a decision, an action or a remark; the snapshot after it."""
        return await _answer(request, Capture, self._note)

    async def decide(self, request: Request) -> Response:
        """Decides about texts of a step's newest round; the snapshot after it."""
        return await _answer(request, Deciding, self._decide)

    async def spotlight(self, request: Request) -> Response:
        """Puts a text of the stage in the spotlight, or takes it away; the snapshot after it."""
        return await _answer(request, Lighting, self._spotlight)

    async def hands(self, request: Request) -> Response:
        """Counts what people without a phone answer at a step's newest round; the snapshot after it."""
        return await _answer(request, Raised, self._hands)

    async def form(self, request: Request) -> Response:
        """What a step's newest round asks of one person, nothing filled in: `?step=N`, 1-based."""
        return await _of_step(request, self._form)

    async def texts(self, request: Request) -> Response:
        """The texts of a step's newest round, as the floor lets them be seen: `?step=N`, 1-based."""
        return await _of_step(request, self._texts)

    async def addresses(self, request: Request) -> Response:
        """Every address of this computer, and which of them the QR holds."""
        return _json(msgspec.json.encode(self._whereabouts.ways_in()))

    async def choose(self, request: Request) -> Response:
        """Has the room be at another address; the snapshot after it."""
        return await _answer(request, Choosing, self._choose)

    async def _choose(self, asked: Choosing) -> bytes:
        self._whereabouts.choose(asked.host)
        return self._room.snapshot_bytes()

    async def board(self, request: Request) -> Response:
        """The texts of a tab and all tabs: `?tab=N`, or the first that matters without it."""
        tab = request.query_params.get("tab", "")
        return await _carried_out(self._board(int(tab) if tab.isdecimal() else None))

    async def remote(self, request: Request) -> Response:
        """The address of the phone remote, null while it is off."""
        return _json(self._remote_said())

    async def switch(self, request: Request) -> Response:
        """Switches the phone remote on or off; its address then."""
        return await _answer(request, Switching, self._switch)

    async def _do(self, command: Command) -> bytes:
        return snapshot.encode(await self._room.do(command))

    async def _note(self, capture: Capture) -> bytes:
        return snapshot.encode(await self._room.note(capture))

    async def _decide(self, asked: Deciding) -> bytes:
        await self._room.decide(self._room.newest(asked.step - 1), asked.decision)
        return self._room.snapshot_bytes()

    async def _board(self, tab: int | None) -> bytes:
        return board.encode(await self._room.board(tab))

    async def _spotlight(self, asked: Lighting) -> bytes:
        await self._room.spotlight(self._room.newest(asked.step - 1), asked.id)
        return self._room.snapshot_bytes()

    async def _hands(self, raised: Raised) -> bytes:
        place = self._room.newest(raised.step - 1)
        return snapshot.encode(await self._room.raise_hands(place, raised.hands))

    async def _form(self, step: int) -> bytes:
        return msgspec.json.encode(self._room.blank_form(self._room.newest(step)))

    async def _texts(self, step: int) -> bytes:
        return msgspec.json.encode(await self._room.texts(self._room.newest(step)))

    async def _switch(self, asked: Switching) -> bytes:
        self._remote.switch(on=asked.on)
        return self._remote_said()

    def _remote_said(self) -> bytes:
        return msgspec.json.encode({"url": self._remote.url})

    async def stop(self, request: Request) -> Response:
        """Ends the hub; what was acknowledged stands."""
        self._stop()
        return _json(b'{"stopping": true}')


class Guarded:
    """Lets in whoever has the token, and only under the API's own address."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._secret = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit = scope["visit"] = Visit(scope)
        host, port = scope["server"]
        if visit.host != f"{host}:{port}".encode():
            await reply(send, 421, b"This is another computer.\n", TEXT)
        elif not hmac.compare_digest(visit.authorization, self._secret):
            await reply(send, 401, b"The token is missing or wrong.\n", TEXT)
        else:
            await self._app(scope, receive, send)


def routes(
    room: Room, snapshots: Snapshots, whereabouts: Whereabouts, remote: Remote, stop: Callable[[], None]
) -> Router:
    """Everything that is served to the facilitator's programs."""
    control = Control(room, whereabouts, remote, stop)
    found = [
        Route("/snapshot", control.snapshot),
        Route("/do", control.do, methods=["POST"]),
        Route("/note", control.note, methods=["POST"]),
        Route("/decide", control.decide, methods=["POST"]),
        Route("/spotlight", control.spotlight, methods=["POST"]),
        Route("/texts", control.texts),
        Route("/addresses", control.addresses),
        Route("/address", control.choose, methods=["POST"]),
        Route("/form", control.form),
        Route("/hands", control.hands, methods=["POST"]),
        Route("/board", control.board),
        Route("/live", snapshots, methods=["GET"]),
        Route("/desk", control.desk),
        Route("/wifi", control.wifi),
        Route("/record", control.record),
        Route("/remote", control.remote),
        Route("/remote", control.switch, methods=["POST"]),
        Route("/stop", control.stop, methods=["POST"]),
    ]
    return Router(found, redirect_slashes=False)


async def _answer(
    request: Request, shape: type[Asked], carry_out: Callable[[Asked], Awaitable[bytes]]
) -> Response:
    try:
        body = await read_body(request.receive, request.scope["visit"], _MOST)
        asked = msgspec.json.decode(body, type=shape)
    except (Unreadable, msgspec.MsgspecError):
        return _json(b'{"error": "not a command"}', 400)
    except HungUp:
        return Response(status_code=400)
    return await _carried_out(carry_out(asked))


async def _of_step(request: Request, tell: Callable[[int], Awaitable[bytes]]) -> Response:
    """What `tell` says of the step (0-based) that the request asks after."""
    step = request.query_params.get("step", "")
    if not step.isdecimal():
        return _json(b'{"error": "?step=N is missing"}', 400)
    return await _carried_out(tell(int(step) - 1))


async def _carried_out(work: Awaitable[bytes]) -> Response:
    """200 with what `work` gives, 409 where the run cannot do it now, 503 where it would not last."""
    try:
        return _json(await work)
    except Refusal as refusal:
        return _json(msgspec.json.encode({"refused": refusal.reason}), 409)
    except StoreError as error:
        return _json(msgspec.json.encode({"error": str(error)}), 503)


def _json(body: bytes, status: int = 200) -> Response:
    response = Response(body, status, media_type=JSON.decode())
    response.raw_headers += SECURITY
    return response
