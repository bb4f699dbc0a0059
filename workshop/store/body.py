"""How a round's contributions are written in its row: JSON text, in an order that is a function of the set.

Open: `[["<handle in hex>",<1 if a person's first>,<content>],…]` sorted by handle; content null = abstained.
Sealed: `[<content>,…]` sorted by its own bytes, without abstentions.
"""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from workshop.core.place import JSON

ABSTAINED = b"null"
_encoder = msgspec.json.Encoder(order="deterministic")
_open_decoder = msgspec.json.Decoder(list[tuple[str, bool, msgspec.Raw]], strict=False)
_sealed_decoder = msgspec.json.Decoder(list[msgspec.Raw])


class Line(NamedTuple):
    """One contribution (or abstention) of an open round. `text` is how it stands in the body."""

    handle: bytes
    first: bool
    content: bytes
    text: bytes

    @property
    def abstained(self) -> bool:
        return self.content == ABSTAINED


def encode(value: JSON) -> bytes:
    """Equal values give equal bytes. Raises ValueError for what JSON cannot hold."""
    try:
        return _encoder.encode(value)
    except (TypeError, OverflowError) as error:
        raise ValueError(str(error)) from error


def decode(content: bytes) -> JSON:
    """The value that `encode` was given."""
    value: JSON = msgspec.json.decode(content)
    return value


def line(handle: bytes, first: bool, content: bytes) -> Line:
    """A contribution with the text it has in the body."""
    return Line(handle, first, content, b'["%b",%d,%b]' % (handle.hex().encode(), first, content))


def join(texts: Iterable[bytes]) -> bytes:
    """A body of texts that are already in order."""
    return b"[" + b",".join(texts) + b"]"


def read_open(body: bytes) -> list[Line]:
    """The lines of an open round's body. Raises ValueError when it is none."""
    return [
        line(bytes.fromhex(handle), first, bytes(raw)) for handle, first, raw in _open_decoder.decode(body)
    ]


def read_sealed(body: bytes) -> list[bytes]:
    """The contents of a sealed round's body. Raises ValueError when it is none."""
    return [bytes(raw) for raw in _sealed_decoder.decode(body)]
