"""The room's Wi-Fi as a session gives it, and what its own QR code holds."""

import re
from dataclasses import dataclass, field
from typing import Literal

Security = Literal["WPA", "WEP", "nopass"]
"""WPA stands for WPA2 and WPA3 too; nopass is an open network."""

_SPECIAL = re.compile(r'[\\;,":]')


@dataclass(frozen=True)
class Wifi:
    """A network that phones may join. Its password is for those in the room: no record and no log has it."""

    name: str
    security: Security = "WPA"
    password: str = field(default="", repr=False)
    hidden: bool = False

    @property
    def code(self) -> str:
        """What phones read from the QR code to join by themselves.

        Source: ZXing's wiki, "Barcode Contents", Wi-Fi network config: `WIFI:T:…;S:…;P:…;H:true;;` with a
        backslash before each of \\ ; , " and :. What looks like hexadecimal stands without the quotes that
        the wiki asks for: iPhones would take them for a part of it (github.com/Shane32/QRCoder, issue 440).
        """
        fields = [f"T:{self.security}", f"S:{_escaped(self.name)}"]
        if self.security != "nopass":
            fields.append(f"P:{_escaped(self.password)}")
        if self.hidden:
            fields.append("H:true")
        return f"WIFI:{';'.join(fields)};;"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
