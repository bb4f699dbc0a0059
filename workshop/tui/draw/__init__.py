"""The stage drawn: a pure function from a snapshot to rows of cells, without an app around it.

    frame = stage(snapshot, (120, 36), Look(LIGHT, Mode.TRUECOLOR, language("nb")), now=snapshot.now)

look, grid → picture (ink, flow) → a file for each family of Blocks (registry) → compose → step and foot,
lobby, ending → canvas.
"""

from .canvas import Frame
from .look import Look
from .stage import stage

__all__ = ["Frame", "Look", "stage"]
