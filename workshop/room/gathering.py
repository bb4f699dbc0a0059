"""Gathers what a kind draws: a round's contributions with what the room decided about them."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from workshop.core.fields import texts
from workshop.core.gathered import Asked, Gathered, Listed
from workshop.core.moderation import Item, identified
from workshop.core.place import JSON, Place
from workshop.core.session import Step
from workshop.core.themes import Themes, themes
from workshop.room.decisions import Decisions
from workshop.room.releases import Releases
from workshop.store.journal import Store


class Gatherer:
    """Reads the store for the room; withholds nothing (room/results.py does). `key` makes texts' ids."""

    def __init__(
        self,
        steps: Sequence[Step],
        floor: int,
        store: Store,
        decisions: Decisions,
        releases: Releases,
        key: bytes,
    ) -> None:
        self._steps = steps
        self._floor = floor
        self._store = store
        self._decisions = decisions
        self._releases = releases
        self._key = key
        self._asked: dict[Place, Asked] = {}
        self._latest: dict[Place, tuple[Gathered, Gathered]] = {}
        self._listed: dict[Place, tuple[Listed, ...]] = {}

    def floor(self, step: int) -> int:
        """The people that must stand behind what is shown; 0 for what is shown as written."""
        return 0 if self._steps[step].exempt else self._floor

    def asked(self, place: Place) -> Asked:
        """What was frozen when the round opened, with what has been approved since."""
        frozen = self._frozen(place)
        if not self._steps[place.step].exempt:
            return frozen
        return msgspec.structs.replace(frozen, listed=self._approved(place))

    def decided(self) -> None:
        """The room may have decided something about texts."""
        self._listed.clear()

    def answered(self, place: Place) -> None:
        """A text that was approved may have been withdrawn, or sent again."""
        self._releases.stir(place)
        if self._decisions.of(place) and self._releases.out(place) is None:
            self._listed.pop(place, None)

    def attend(self, place: Place, *, taking: bool) -> None:
        """A round takes answers now, or none any more; matters where texts are shown without approval."""
        step = self._steps[place.step]
        if not taking or step.approves or not step.exempt:
            self._releases.finish(place)
        elif self._releases.out(place) is None:
            self._releases.begin(place, self._sent(place))

    def let_out(self) -> bool:
        """Lets out what it is time for of texts shown without approval; whether others see something else."""
        changed = self._releases.let_out(self._sent)
        for place in changed:
            self._listed.pop(place, None)
        return bool(changed)

    def gather(self, place: Place, joined: int, by_hand: int = 0) -> Gathered:
        """The round as it is now; `by_hand` of its people sent nothing from a phone."""
        tally = self._store.tally(place)
        gathered = Gathered(
            asked=self._frozen(place),
            contributions=tuple(self._out(place, self._store.contributions(place))),
            answered=tally.answered,
            abstained=tally.abstained,
            joined=max(joined, tally.answered + tally.abstained),
            floor=self.floor(place.step),
            by_approval=self._steps[place.step].approves,
            key=self._key,
            by_hand=min(by_hand, tally.answered),
        )
        known, _ = self._latest.get(place, (gathered, gathered))
        return self.as_decided(place, gathered.knowing(known))

    def as_decided(self, place: Place, gathered: Gathered) -> Gathered:
        """The same contributions, as the room has decided about them by now."""
        decisions = self._decisions.of(place)
        source, latest = self._latest.get(place, (gathered, gathered))
        if source is not gathered or latest.decisions is not decisions:
            latest = gathered.as_decided(decisions)
        self._latest[place] = gathered, latest
        return latest

    def items(self, place: Place, gathered: Gathered) -> tuple[Item, ...]:
        """Every text of `gathered` as it was decided, hidden ones too."""
        return tuple(item for name in self._steps[place.step].texts for item in gathered.items(name))

    def themes(self, place: Place) -> Themes:
        """The themes of the round's texts, in the order of their making."""
        _, latest = self._latest[place]
        names = self._steps[place.step].texts
        return themes(
            {id: text for name in names for id, text in latest.written(name).items()}, latest.decisions
        )

    def waiting(self, place: Place) -> int:
        """How many texts nobody has approved or hidden yet; 0 where nothing is shown by approval."""
        if not self._steps[place.step].approves:
            return 0
        items = self.items(place, self.gather(place, 0))
        return sum(item.times for item in items if item.waits)

    def _out(self, place: Place, contributions: list[JSON]) -> list[JSON]:
        """`contributions` without the texts that are still to be let out."""
        out = self._releases.out(place)
        if out is None:
            return contributions
        known = self._written(place, contributions)
        left = Counter((name, text) for name, some in known.items() for id, text in some.items() if id in out)
        kept: list[JSON] = []
        for contribution in contributions:
            written = [(name, text) for name in known for text in texts((contribution,), name)]
            if all(left[text] for text in written):
                left.subtract(written)
                kept.append(contribution)
        return kept

    def _sent(self, place: Place) -> set[str]:
        """The ids of all texts of a round, those too that are still to be let out."""
        written = self._written(place, self._store.contributions(place))
        return {id for some in written.values() for id in some}

    def _written(self, place: Place, contributions: Sequence[JSON]) -> dict[str, dict[str, str]]:
        names = self._steps[place.step].texts
        return {name: identified(texts(contributions, name), self._key) for name in names}

    def _frozen(self, place: Place) -> Asked:
        if place not in self._asked:
            self._asked[place] = msgspec.convert(self._store.asked(place), Asked)
        return self._asked[place]

    def _approved(self, place: Place) -> tuple[Listed, ...]:
        # Kept until a decision or an answer may have changed it: a POST should not gather.
        if place not in self._listed:
            self._listed[place] = self._steps[place.step].listed(self.gather(place, 0))
        return self._listed[place]
