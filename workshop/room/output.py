"""Files for people: what is in the way is known before the work is done, and none is ever there half."""

import errno
import os
import secrets
import shutil
from pathlib import Path

from workshop.language import say


def hindrance(to: Path) -> str | None:
    """What stands in the way of a file `to`, in words; None where nothing does.

    Raises OSError where it may not be written, or cannot be looked at.
    """
    if to.is_dir():
        return say("{file} is a folder: name a file in it, like notes.html", file=to)
    if not to.parent.is_dir():
        return say("There is no folder {folder}", folder=to.parent)
    effective = os.access in os.supports_effective_ids
    if not os.access(to if to.exists() else to.parent, os.W_OK, effective_ids=effective):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return None


def replace(to: Path, content: bytes) -> None:
    """Written beside, durable, then renamed: whoever opens `to` sees the old file or the new, never half.

    Raises OSError, and then nothing was changed.
    """
    beside = to.with_name(f".{to.name[:32]}.{secrets.token_hex(4)}")
    try:
        with open(beside, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if to.exists():
            shutil.copymode(to, beside)
        beside.replace(to)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
