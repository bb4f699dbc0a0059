"""What may keep phones out, the likeliest first: said one by one in the lobby while none has come."""

from workshop.core.phrases import Phrase, phrase

ALONE_SECONDS = 60.0
"""How long the lobby waits for a first phone before it says what may be wrong."""
EACH_SECONDS = 12.0
"""How long one hint stands."""


FIREWALL = phrase("The computer's firewall may be closed: w says how to open it.")
HINTS = (
    phrase("The phones must be on the same Wi-Fi as this computer."),
    phrase("Mobile data off, so that the phone uses the Wi-Fi."),
    phrase("A guest network may keep phones apart from the computer."),
    FIREWALL,
    phrase("VPN off, on the phone and on the computer."),
    phrase("Or share a network from the computer, and join that."),
)


def hint_after(seconds: float) -> Phrase | None:
    """The hint that stands after so many seconds without a phone."""
    if seconds < ALONE_SECONDS:
        return None
    hint = HINTS[int((seconds - ALONE_SECONDS) // EACH_SECONDS) % len(HINTS)]
    return phrase("No phone yet? {hint}", hint=hint)


def until_next(seconds: float) -> float:
    """Seconds from then until another hint stands."""
    if seconds < ALONE_SECONDS:
        return ALONE_SECONDS - seconds
    return EACH_SECONDS - (seconds - ALONE_SECONDS) % EACH_SECONDS
