"""The stage's big type: letters of Open Sans drawn in block characters (its notice: LICENSE.OpenSans.txt).

    setting = fit("Hva vet alle hos dere, som ingen sier?", width=76, height=20, sizes=sizes("7", "S"))
    rows = setting.paint(ink="#16191D", paper="#FBFAF6")     # rows of segments, for Textual's Strip

sizes → glyphs (read from glyphs.bin) → words → lines → setting → paint.
"""

from .lines import count_lines, wrap
from .paint import Mode
from .setting import Setting, fit, fit_all
from .sizes import Size, sizes

__all__ = ["Mode", "Setting", "Size", "count_lines", "fit", "fit_all", "sizes", "wrap"]
