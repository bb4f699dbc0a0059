"""Kinds whose texts are shown as they were written, each one once the facilitator has approved it."""

from collections.abc import Iterator, Sequence

from workshop.core import fields
from workshop.core.blocks import Empty
from workshop.core.gathered import Asked, Gathered, Listed
from workshop.core.phrases import Phrase, phrase
from workshop.core.place import JSON
from workshop.kinds.kind import AskingKind


class ByApproval(AskingKind):
    """Its texts are held back by no floor: somebody has read each one before the room does."""

    @property
    def exempt(self) -> bool:
        """Shown as written, and not by the floor."""
        return True

    @property
    def approves(self) -> bool:
        """Each text once it is approved."""
        return self.exempt

    def listed(self, gathered: Gathered) -> tuple[Listed, ...]:
        """What has been approved so far, with everything that was written of it."""
        return tuple(listed for name in self.texts for listed in _listed(gathered, name))

    def waiting(self, asked: Asked, mine: Sequence[JSON]) -> tuple[str, ...]:
        """Those of my texts that the room cannot see yet."""
        if not self.approves:
            return ()
        seen = {text for listed in asked.listed for text in listed.written}
        return tuple(text for name in self.texts for text in fields.texts(mine, name) if text not in seen)

    def left_out(self, gathered: Gathered) -> tuple[Phrase, ...]:
        """What waits, what is hidden, and who skipped."""
        return (*gathered.waiting(*self.texts), *gathered.hidden(*self.texts), *gathered.skipped())

    def nothing(self, gathered: Gathered) -> Empty:
        """Stands where texts would."""
        if gathered.by_approval and any(gathered.items(name) for name in self.texts):
            return Empty(phrase("Nothing has been approved yet"))
        return Empty(phrase("No answers yet"))


def _listed(gathered: Gathered, name: str) -> Iterator[Listed]:
    written = gathered.written(name)
    for item in gathered.visible(name):
        yield Listed(item.id, item.text, item.done, tuple(written[id] for id in (item.id, *item.merged)))
