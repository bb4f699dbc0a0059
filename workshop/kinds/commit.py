"""`commit`: what one will do oneself, and what a group will do together."""

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from workshop.core import fields
from workshop.core.blocks import Blocks, Empty, Flag, Heading, Note, Table
from workshop.core.fields import Fields, Form, Pledge, Refused, Text
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, Words, phrase, phrases
from workshop.core.place import JSON
from workshop.kinds.approval import ByApproval
from workshop.kinds.values import Prose, Truth

PLEDGED, ACTION = "pledged", "action"
LONGEST = 200


class Action(NamedTuple):
    """What is to be done. As a contribution it is one text of three lines, so that it is approved, reworded
    and hidden as one."""

    what: str
    who: str = ""
    when: str = ""

    @classmethod
    def of(cls, text: str) -> "Action":
        """The action in a text; lines after the third belong to that."""
        what, who, *when = [*text.split("\n"), "", ""]
        return cls(what, who, " ".join(when).strip())

    @property
    def text(self) -> str:
        """The three lines; empty ones at the end are left out."""
        return "\n".join(self).rstrip("\n")


class Commit(ByApproval):
    """A private pledge that stays on the phone, and an action a group: what, who and by when.

    - commit: What do we do before we meet again?
      group: true
    """

    name: ClassVar[str] = "commit"
    commit: Prose
    """The question."""
    group: Truth = True
    """Whether groups write down an action too. Each is approved before it is shown."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What groups write down; pledges are never sent."""
        return (ACTION,) if self.group else ()

    @property
    def exempt(self) -> bool:
        """Pledges alone have no text to approve: for their number the floor holds."""
        return self.group

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """A box that is never sent, and three that are."""
        done = bool(fields.values(mine, PLEDGED))
        pledge = Pledge(PLEDGED, phrase("What I will do"), phrase("It stays on this phone."), done=done)
        return (pledge, *_boxes(mine)) if self.group else (pledge,)

    def accept(self, form: Form, asked: Asked, mine: Sequence[JSON]) -> tuple[JSON, ...] | Refused:
        """`{pledged: true}`, and an action in one text."""
        read = super().accept(form, asked, mine)
        if isinstance(read, Refused):
            return read
        action = Action(*("".join(fields.texts(read, part)) for part in Action._fields))
        if any(action) and not action.what:
            return Refused("what", phrase("Write what is to be done, or leave all three empty."))
        pledged = tuple(item for item in read if fields.values((item,), PLEDGED))
        return (*pledged, {ACTION: action.text}) if action.what else pledged

    def show(self, gathered: Gathered) -> Blocks:
        """The actions in a table, those that nobody is responsible for flagged; pledges only counted."""
        actions = [Action.of(item.text) for item in gathered.visible(ACTION)]
        heading = Heading(self.commit, quiet=True)
        note = Note((gathered.turnout(), *_pledges(gathered), *self.left_out(gathered)))
        if not actions:
            return (heading, self.nothing(gathered), note)
        return (heading, Table(tuple(map(_row, actions)), _HEAD), *_flags(actions), note)

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record an action, and one without a text for each pledge."""
        rows: list[dict[str, Any]] = []
        for item in gathered.visible(ACTION):
            rows += [
                {part: text or None for part, text in Action.of(item.text)._asdict().items()}
            ] * item.times
        return rows + [{PLEDGED: True}] * len(fields.values(gathered.contributions, PLEDGED))

    def nothing(self, gathered: Gathered) -> Empty:
        """Stands where actions would; there may be pledges all the same."""
        if _pledges(gathered) and not gathered.items(ACTION):
            return Empty(phrase("Pledges stay on the phones; nobody else sees them."))
        return super().nothing(gathered)


_HEAD = (phrase("What"), phrase("Who"), phrase("By when"))


def _boxes(mine: Sequence[JSON]) -> Fields:
    written = Action.of("".join(fields.texts(mine, ACTION)[:1]))
    labels = (
        phrase("What will your group do?"),
        phrase("Who is responsible?"),
        phrase("By when?"),
    )
    hint = phrase("One phone writes for the whole group.")
    return tuple(
        Text(
            part,
            label,
            hint if part == "what" else "",
            lines=1,
            longest=LONGEST,
            value=(text,) if text else (),
        )
        for part, label, text in zip(Action._fields, labels, written, strict=True)
    )


def _row(action: Action) -> tuple[Words, ...]:
    return (action.what, action.who or phrase("Nobody responsible yet"), action.when)


def _flags(actions: Sequence[Action]) -> tuple[Flag, ...]:
    n = sum(not action.who for action in actions)
    flag = phrases("{n} action has nobody responsible yet", "{n} actions have nobody responsible yet", n)
    return (Flag(flag),) if n else ()


def _pledges(gathered: Gathered) -> tuple[Phrase, ...]:
    n = len(fields.values(gathered.contributions, PLEDGED))
    return (phrases("{n} has made a pledge", "{n} have made a pledge", n),) if n else ()
