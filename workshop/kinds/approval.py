"""Kinds whose texts are shown as they were written, each one once the facilitator has approved it."""

from collections.abc import Sequence
from typing import ClassVar

from workshop.core import fields
from workshop.core.blocks import Empty
from workshop.core.gathered import Asked, Gathered, Listed
from workshop.core.moderation import identified
from workshop.core.phrases import Phrase, phrase
from workshop.core.place import JSON
from workshop.kinds.kind import AskingKind


class ByApproval(AskingKind):
    """Texts under one name. No floor holds them back: a person has read each one before the room does."""

    written: ClassVar[str]
    """The name that its texts stand under."""

    @property
    def exempt(self) -> bool:
        """Shown by approval and not by the floor."""
        return True

    def listed(self, gathered: Gathered) -> tuple[Listed, ...]:
        """What has been approved so far, with everything that was written of it."""
        written = identified(fields.texts(gathered.contributions, self.written), gathered.key)
        return tuple(
            Listed(item.id, item.text, item.done, tuple(written[id] for id in (item.id, *item.merged)))
            for item in gathered.visible(self.written)
        )

    def waiting(self, asked: Asked, mine: Sequence[JSON]) -> tuple[str, ...]:
        """Those of my texts that the room cannot see yet."""
        seen = {text for listed in asked.listed for text in listed.written}
        return (
            tuple(text for text in fields.texts(mine, self.written) if text not in seen)
            if self.exempt
            else ()
        )

    def left_out(self, gathered: Gathered) -> tuple[Phrase, ...]:
        """What waits, what is hidden, and who skipped."""
        held = (*gathered.waiting(self.written), *gathered.hidden(self.written))
        return (*held, *gathered.skipped())

    def nothing(self, gathered: Gathered) -> Empty:
        """Stands where texts would."""
        if gathered.by_approval and gathered.items(self.written):
            return Empty(phrase("Nothing has been approved yet"))
        return Empty(phrase("No answers yet"))
