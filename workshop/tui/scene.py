"""The scene: what the stage shows now, from the newest snapshot, the clock and a quiet line of its own."""

import time
from collections.abc import Callable

from workshop.core.clock import awake_and_asleep
from workshop.core.phrases import Phrase, phrase
from workshop.language import Spoken
from workshop.room.runfile import RunFile
from workshop.room.snapshot import Snapshot
from workshop.tui.contact import Heard
from workshop.tui.draw import Frame, Look, stage
from workshop.tui.draw.join import unreachable
from workshop.tui.hints import ALONE_SECONDS, hint_after, until_next
from workshop.tui.terminal import WIDE
from workshop.tui.ticking import Bell, RunClock, until_change
from workshop.tui.turning import Turning

MESSAGE_SECONDS = 6.0
FLICKER = 0.2
"""Real seconds between two pictures of a clock that is faster than real."""
MOVED_SECONDS = 60.0
"""How long a new address is pointed out: as long as somebody takes to look up and scan again."""


class Scene:
    """One run as its stage shows it."""

    def __init__(
        self,
        runfile: RunFile,
        look: Look,
        steady: Callable[[], float] = awake_and_asleep,
    ) -> None:
        self.runfile, self.look = runfile, look
        self.snapshot = lobby_of(runfile)
        self.lost = False
        self.page = 0
        self._pages = 1
        self._steady, self._began = steady, steady()
        self._clock, self._bell = RunClock(steady), Bell()
        self._turning = Turning(steady)
        self._message: tuple[Spoken, float] | None = None
        self._moved = 0.0
        if runfile.wanted_port is not None:
            self.say(phrase("Port {port} was taken, so the address has another.", port=runfile.wanted_port))

    @property
    def ended(self) -> bool:
        """Whether the workshop is over."""
        return self.snapshot.state == "ended"

    @property
    def news(self) -> str:
        """What went wrong just now, or must be known; empty for most of the day."""
        found = self._trouble() or self._elsewhere()
        return found.said(self.look.language) if found else ""

    @property
    def alone(self) -> bool:
        """Whether the lobby has waited long enough for a first phone."""
        waited = self._steady() - self._began
        return self.snapshot.state == "lobby" and not self.snapshot.reached and waited >= ALONE_SECONDS

    def hear(self, heard: Heard) -> None:
        """Takes a snapshot in, unless a newer one came before it."""
        snapshot, known = heard.snapshot, self.snapshot
        self._clock.hear(snapshot.now, heard.received, fresh=heard.fresh, speed=snapshot.speed)
        if heard.fresh:
            self.lost = False
        elif snapshot.version < known.version:
            return
        if _subject(snapshot) != _subject(known):
            self.page = 0
            self._turning.switch(on=False)
        if snapshot.blanked:
            self._turning.switch(on=False)
        if snapshot.join_url != known.join_url and not self.ended:
            self._moved = self._steady() + MOVED_SECONDS
        self.snapshot = snapshot

    def lose(self) -> None:
        """The hub does not answer. After the end it may stop by itself, which is nobody's trouble."""
        self.lost = not self.ended

    def say(self, message: Spoken) -> None:
        """Shows one quiet line for some seconds."""
        self._message = (message, self._steady() + MESSAGE_SECONDS)

    def turn(self, pages: int) -> None:
        """Turns pages of cards, as far as there are any; they turn no longer by themselves."""
        self._turning.switch(on=False)
        self.page = max(0, min(self.page + pages, self._pages - 1))

    def turn_alone(self) -> None:
        """From now on pages turn by themselves, or no longer."""
        if self._pages > 1:
            self._turning.switch(on=not self._turning.on)
        else:
            self.say(phrase("There is no other page."))

    def bell(self) -> bool:
        """Whether the bell is to be heard now."""
        return self._bell.due(self.snapshot.timer, self._clock.now()) and not self.snapshot.muted

    def frame(self, columns: int, rows: int, *, code_only: bool = False) -> Frame:
        """The picture at this size now."""
        if not code_only:
            self.page = self._turning.next(self.page, self._pages)
        frame = stage(
            self.snapshot,
            (columns, rows),
            self.look,
            now=self._clock.now(),
            page=self.page,
            hint=self._hint(columns),
            starts=self.runfile.starts,
            qr_only=code_only,
            turning=self._turning.on,
        )
        if not code_only:
            self.page, self._pages = frame.page, frame.pages
            self._turning.show(frame)
        return frame

    def until_change(self) -> float:
        """Seconds until the picture changes by itself."""
        now, steady = self._clock.now(), self._steady()
        waits = [self.real(until_change(self.snapshot, now)), self._turning.left, self._moved - steady]
        if self._message is not None:
            waits.append(self._message[1] - steady)
        if self._undo_left() > 0:
            waits.append(self.real(self._undo_left()))
        if self.snapshot.state == "lobby":
            waits.append(until_next(steady - self._began))
        return min(wait for wait in waits if wait > 0)

    def real(self, seconds: float) -> float:
        """Real seconds for so many of the run's; in a rehearsal clocks skip some rather than flicker."""
        speed = self.snapshot.speed
        return seconds if speed == 1.0 else max(FLICKER, seconds / speed)

    def _hint(self, columns: int) -> str | None:
        found = self._news() or (self._advice(columns) if self.snapshot.state == "lobby" else None)
        return found.said(self.look.language) if found else None

    def _news(self) -> Spoken | None:
        undo = phrase("u undoes") if self._undo_left() > 0 else None
        return self._trouble() or undo or self._elsewhere()

    def _elsewhere(self) -> Phrase | None:
        """What those must know whose phones did not come along to another address."""
        return phrase("New address: scan the code again.") if self._steady() < self._moved else None

    def _trouble(self) -> Spoken | None:
        if self.lost:
            return phrase("Lost contact. Trying again.")
        if self._message is not None and self._steady() < self._message[1]:
            return self._message[0]
        if not self.snapshot.reachable and not unreachable(self.snapshot.join_url) and not self.ended:
            return cut_off(self.snapshot)
        return None

    def _advice(self, columns: int) -> Phrase | None:
        if not self.snapshot.reachable:
            return cut_off(self.snapshot)
        if not self.snapshot.reached and (hint := hint_after(self._steady() - self._began)):
            return hint
        if columns > WIDE:
            return phrase("Larger letters in the terminal (80 to 120 columns) can be read from the back.")
        return None

    def _undo_left(self) -> float:
        until = self.snapshot.undo_until
        return 0.0 if until is None or self.ended else until - self._clock.now()


def lobby_of(runfile: RunFile) -> Snapshot:
    """The lobby before the hub has said anything: all that it shows stands in the run's file."""
    return Snapshot(
        run=runfile.run,
        code=runfile.code,
        title=runfile.title,
        language=runfile.language,
        state="lobby",
        section=None,
        section_title=None,
        step=None,
        steps=0,
        kind=None,
        id=None,
        round=None,
        open=False,
        revealed=False,
        blanked=False,
        joined=0,
        answered=0,
        needed=0,
        timer=None,
        blocks=(),
        now=time.time(),
        sections=0,
        join_url=runfile.join_url,
        reachable=runfile.reachable,
        rehearsal=runfile.rehearsal,
        wifi=runfile.wifi,
        speed=runfile.speed,
    )


def cut_off(snapshot: Snapshot) -> Phrase:
    """Why no phone can come in: there has been no network yet, or it is gone."""
    if unreachable(snapshot.join_url):
        return phrase("No phone can reach this computer yet")
    return phrase("No network just now. Trying again.")


def _subject(snapshot: Snapshot) -> tuple[object, ...]:
    return (snapshot.state, snapshot.step, snapshot.round, snapshot.showing, snapshot.spotlight)
