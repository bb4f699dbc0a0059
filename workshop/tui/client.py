"""The facilitator's API from the other side: one run's hub over loopback HTTP, by the standard library.

The hub is looked up in the run's file at every call, so that one that was restarted is simply found again.
"""

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from workshop.core.capture import Capture
from workshop.core.fields import Fields
from workshop.core.hand import Hand
from workshop.core.moderation import AnyDecision, Item
from workshop.core.phrases import Phrase
from workshop.core.wifi import Wifi
from workshop.errors import HubError, Refusal, RunError
from workshop.language import say
from workshop.room import board as boards
from workshop.room import desk as desks
from workshop.room import record as records
from workshop.room import runfile
from workshop.room import snapshot as snapshots
from workshop.room.board import Board
from workshop.room.desk import Desk
from workshop.room.record import Record
from workshop.room.snapshot import Snapshot
from workshop.room.ways import WaysIn

PATIENCE = 5.0
"""Seconds to wait for an answer to a command."""
SILENCE = 45.0
"""Seconds without even a heartbeat after which a stream counts as dead."""


class _Refused(msgspec.Struct):
    refused: Phrase


class _Failed(msgspec.Struct):
    error: str


class _Remote(msgspec.Struct):
    url: str | None


class Client:
    """One run's hub. Every method blocks and raises HubError where the hub does not answer."""

    def __init__(self, folder: Path, *, patience: float = PATIENCE) -> None:
        self.folder = folder
        self._patience = patience
        self._stream: HTTPConnection | None = None

    def snapshot(self) -> Snapshot:
        """What the stage shows now."""
        return snapshots.decode(self._ask("GET", "/snapshot"))

    def desk(self) -> Desk:
        """What only the facilitator sees."""
        return desks.decode(self._ask("GET", "/desk"))

    def wifi(self) -> Wifi | None:
        """The Wi-Fi that phones are to join first, with its password; None where the session names none."""
        return msgspec.json.decode(self._ask("GET", "/wifi"), type=Wifi | None)

    def ways_in(self) -> WaysIn:
        """Every address of the hub's computer, and which of them the QR holds."""
        return msgspec.json.decode(self._ask("GET", "/addresses"), type=WaysIn)

    def choose(self, host: str) -> Snapshot:
        """Has the room be at another of those; the snapshot after it. Raises Refusal."""
        return snapshots.decode(self._ask("POST", "/address", {"host": host}))

    def record(self) -> Record:
        """The run as plain data, what is withheld left out."""
        return records.decode(self._ask("GET", "/record"))

    def do(self, verb: str, number: int | None = None) -> Snapshot:
        """Carries a command out; the snapshot after it. Raises Refusal where the run says no.

        Never sent twice: a second `next` would be worse than none.
        """
        return snapshots.decode(self._ask("POST", "/do", {"verb": verb, "number": number}))

    def note(self, capture: Capture) -> Snapshot:
        """Notes something down; the snapshot after it. Raises Refusal where the run says no."""
        return snapshots.decode(self._ask("POST", "/note", capture))

    def texts(self, step: int) -> tuple[Item, ...]:
        """The texts of a step's newest round (1-based), as far as they may be seen. Raises Refusal."""
        return msgspec.json.decode(self._ask("GET", f"/texts?step={step}"), type=tuple[Item, ...])

    def form(self, step: int) -> Fields:
        """What a step's newest round (1-based) asks of one person. Raises Refusal."""
        return msgspec.json.decode(self._ask("GET", f"/form?step={step}"), type=Fields)

    def raise_hands(self, step: int, hands: Sequence[Hand]) -> Snapshot:
        """Counts answers of people without a phone at a step (1-based). Raises Refusal."""
        return snapshots.decode(self._ask("POST", "/hands", {"step": step, "hands": hands}))

    def board(self, tab: int | None = None) -> Board:
        """The texts of a tab of the board, of the first that matters where none is named."""
        return boards.decode(self._ask("GET", "/board" if tab is None else f"/board?tab={tab}"))

    def decide(self, step: int, decision: AnyDecision) -> Snapshot:
        """Decides about texts of a step's newest round (1-based); the snapshot after it. Raises Refusal."""
        asked = {"step": step, "decision": decision}
        return snapshots.decode(self._ask("POST", "/decide", asked))

    def spotlight(self, step: int, id: str) -> Snapshot:
        """Puts a text of the stage (`step` is 1-based) there alone, or takes it away; the snapshot after it.

        Raises Refusal where the stage does not show it.
        """
        return snapshots.decode(self._ask("POST", "/spotlight", {"step": step, "id": id}))

    def remote(self) -> str | None:
        """The address of the phone remote, as its QR code holds it; None while it is off."""
        return msgspec.json.decode(self._ask("GET", "/remote"), type=_Remote).url

    def switch_remote(self, *, on: bool) -> str | None:
        """Switches the phone remote on or off; its address then."""
        return msgspec.json.decode(self._ask("POST", "/remote", {"on": on}), type=_Remote).url

    def live(self) -> Iterator[bytes]:
        """Each snapshot as JSON, the first at once, until the hub or `close` ends or breaks the stream."""
        with self._connected(SILENCE) as (connection, token):
            self._stream = connection
            response = _request(connection, token, "GET", "/live")
            while line := response.readline():
                if line.startswith(b"data:"):
                    yield line[5:].strip()

    def close(self) -> None:
        """Ends `live`, from whatever thread."""
        stream, self._stream = self._stream, None
        if stream is not None and stream.sock is not None:
            with suppress(OSError):
                stream.sock.shutdown(socket.SHUT_RDWR)

    def _ask(self, method: str, path: str, body: object = None) -> bytes:
        with self._connected(self._patience) as (connection, token):
            return _request(connection, token, method, path, body).read()

    @contextmanager
    def _connected(self, patience: float) -> Iterator[tuple[HTTPConnection, str]]:
        try:
            where = runfile.read(self.folder)
            address = urlsplit(where.control_url)
            connection = HTTPConnection(address.hostname or "127.0.0.1", address.port, timeout=patience)
            try:
                yield connection, where.token
            finally:
                connection.close()
        except (OSError, HTTPException, msgspec.MsgspecError, RunError) as error:
            raise HubError(say("The hub of {run} does not answer.", run=self.folder.name)) from error


def _request(
    connection: HTTPConnection, token: str, method: str, path: str, body: object = None
) -> HTTPResponse:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    connection.request(method, path, None if body is None else msgspec.json.encode(body), headers)
    response = connection.getresponse()
    if response.status == 409:
        raise Refusal(msgspec.json.decode(response.read(), type=_Refused).refused)
    if response.status != 200:
        raise HubError(_reason(response))
    return response


def _reason(response: HTTPResponse) -> str:
    try:
        return msgspec.json.decode(response.read(), type=_Failed).error
    except msgspec.MsgspecError:
        return say("The hub answered {status}.", status=response.status)
