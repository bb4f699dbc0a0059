"""`pause`: a real pause, with the time to be back."""

from typing import ClassVar

from workshop.core.blocks import Blocks, Countdown, Heading
from workshop.core.gathered import Asked
from workshop.kinds.kind import Kind
from workshop.kinds.values import Prose


class Pause(Kind):
    """A pause with a large countdown and the time to be back.

    - pause: A professional pause
      minutes: 10
    """

    name: ClassVar[str] = "pause"

    pause: Prose
    """What the pause is called."""

    def ask(self, asked: Asked) -> Blocks:
        """The name of the pause and its clock."""
        return (Heading(self.pause), Countdown(back=True))
