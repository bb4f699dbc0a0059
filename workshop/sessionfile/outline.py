"""The keys round the steps: what a session and a section may say of themselves. Steps are kinds (kinds/)."""

import re
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from workshop.core.wifi import Security, Wifi
from workshop.kinds.values import Duration, Line, TimeOfDay, Truth
from workshop.language import AVAILABLE, SOURCE

SMALLEST_FLOOR = 3
LONGEST_SSID = 32
"""Bytes, by IEEE 802.11."""
_WPA = re.compile(r".{8,63}|[0-9A-Fa-f]{64}")
_WEP = re.compile(r".{5}|.{13}|[0-9A-Fa-f]{10}|[0-9A-Fa-f]{26}")


def _available(tag: str) -> str:
    if tag not in AVAILABLE:
        raise PydanticCustomError("language", "a language of the program")
    return tag


LanguageTag = Annotated[str, AfterValidator(_available), Field(json_schema_extra={"enum": list(AVAILABLE)})]
"""The tag of a language that the program speaks."""


class Outline(BaseModel):
    """The common root: frozen, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Privacy(Outline):
    """How the room is protected."""

    reveal_from: Annotated[int, Field(ge=SMALLEST_FLOOR)] = 5
    """How many people must have answered before anything is shown; 3 at least."""


def _ssid(name: str) -> str:
    if not name.isprintable() or not 0 < len(name.encode()) <= LONGEST_SSID:
        raise PydanticCustomError("ssid", "a network's name, at most 32 characters (æ, ø and å count as two)")
    return name


class WifiOutline(Outline):
    """The Wi-Fi that phones are to join; the lobby names it, and `w` shows its own QR code."""

    name: Annotated[str, AfterValidator(_ssid)]
    """Its name, letter for letter."""
    security: Security = "WPA"
    """How it is locked: WPA (WPA2 and WPA3 too), WEP, or nopass for an open one."""
    password: str = ""
    """Its password, which everybody in the room may see."""
    hidden: Truth = False
    """Whether the network does not show its name."""

    @field_validator("password")
    @classmethod
    def _password_fits(cls, password: str, info: ValidationInfo) -> str:
        match info.data.get("security"):
            case "nopass" if password:
                raise PydanticCustomError("secret", "no password where security is nopass")
            case "WPA" if not (password.isprintable() and _WPA.fullmatch(password)):
                raise PydanticCustomError("secret", "8 to 63 characters, as WPA has it")
            case "WEP" if not (password.isprintable() and _WEP.fullmatch(password)):
                raise PydanticCustomError("secret", "5 or 13 characters, or 10 or 26 hexadecimal digits")
        return password

    @model_validator(mode="after")
    def _locked_with_a_password(self) -> Self:
        if self.security != "nopass" and not self.password:
            raise PydanticCustomError("locked", "a password, or “security: nopass” for an open network")
        return self

    @property
    def wifi(self) -> Wifi:
        """The network."""
        return Wifi(**self.model_dump())


class SectionOutline(Outline):
    """A part of the session with a time box of its own."""

    title: Line
    """What the section is called."""
    minutes: Duration | None = None
    """The section's time box: 5 and 2.5 are minutes, 5:30 is minutes and seconds."""
    at: TimeOfDay | None = None
    """When it starts and not before: a local time of day like "14:30", later than those before it."""
    steps: Annotated[tuple[Any, ...], Field(min_length=1)]
    """The steps in their order, one at least."""


class SessionOutline(Outline):
    """A workshop: what it is called, the room's language, and its sections."""

    title: Line
    """What the session is called."""
    language: LanguageTag = SOURCE
    """The room's language: stage, phones and notes speak it."""
    privacy: Privacy = Privacy()
    """How the room is protected; the usual rules where nothing is said."""
    wifi: WifiOutline | None = None
    """The Wi-Fi that phones are to join; without it nothing is said of any."""
    sections: Annotated[tuple[Any, ...], Field(min_length=1)]
    """The sections in their order, one at least."""
