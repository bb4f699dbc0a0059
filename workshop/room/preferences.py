"""What the facilitator chose once for every run on this computer: the address that phones use."""

import msgspec

from workshop.errors import RunError
from workshop.language import say
from workshop.room import folder
from workshop.room.runfile import replace_private
from workshop.room.ways import Way

NAME = "preferences.json"


class Choice(msgspec.Struct, frozen=True):
    """An address that was chosen, and its network card, which may have another address tomorrow."""

    address: str
    card: str = ""


class Preferences(msgspec.Struct, frozen=True):
    """All that is remembered."""

    way: Choice | None = None


def read() -> Preferences:
    """What is remembered; nothing where the file is not there or cannot be read."""
    try:
        return msgspec.json.decode((folder.home() / NAME).read_bytes(), type=Preferences)
    except (OSError, msgspec.MsgspecError):
        return Preferences()


def remember(way: Way) -> None:
    """Has runs use that way in from now on. Raises RunError where it cannot be kept."""
    _write(Preferences(Choice(way.address, way.card)))


def forget() -> None:
    """Has runs find the likeliest address again. Raises RunError where it cannot be kept."""
    if read().way is not None:
        _write(Preferences())


def _write(preferences: Preferences) -> None:
    home = folder.home()
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_private(home / NAME, msgspec.json.encode(preferences))
    except OSError as error:
        message = "The choice could not be kept in {folder}: {error}"
        raise RunError(say(message, folder=home, error=error.strerror)) from error
