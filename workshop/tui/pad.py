"""The pad: what is being noted down on a screen, until the hub has it; and again when it was taken back."""

from workshop.core.capture import Capture
from workshop.core.phrases import Phrase, phrase
from workshop.tui.contact import Kept


class Pad:
    """`draft` is what the next form begins with: what was left half-written, or has just been taken back."""

    def __init__(self) -> None:
        self.draft = Capture()
        self._noted = 0
        self._kept: list[Kept] = []

    def keep(self, kept: Kept) -> None:
        """The hub has a note of this screen: the next one begins empty."""
        self._kept.append(kept)
        if self.draft == kept.capture:
            self.draft = Capture()

    def follow(self, noted: int) -> Phrase | None:
        """There are so many notes in the run now; what is to be said if one was taken back."""
        fewer, self._noted = noted < self._noted, noted
        while self._kept and self._kept[-1].number > noted:
            taken = self._kept.pop().capture
            if self.draft.empty:
                self.draft = taken
                return phrase("The note was taken back. n opens it again.")
        return phrase("A note was taken back.") if fewer else None
