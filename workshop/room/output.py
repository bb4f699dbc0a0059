"""Files for people: what is in the way is known before the work is done, and none is ever there half."""

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.language import say


@dataclass(frozen=True)
class Output:
    """A sort of file for people: the suffixes that it may have, and in what words it fails.

    `unknown` says that a suffix is none of them, `failed` that a file could not be written and why.
    """

    error: type[WorkshopError]
    suffixes: Collection[str]
    unknown: Callable[[Path], str]
    failed: Callable[[Path, str], str]

    def check(self, to: Path) -> None:
        """Raises `error` where `to` cannot become such a file: its suffix, no folder, no permission."""
        try:
            refusal = self._refusal(to)
        except OSError as error:
            raise self._failed(to, error) from error
        if refusal:
            raise self.error(refusal)

    def write(self, to: Path, content: bytes) -> Path:
        """Writes `content` to `to`, which it returns. Raises `error`, and then nothing was changed."""
        try:
            _replace(to, content)
        except OSError as error:
            raise self._failed(to, error) from error
        return to

    def _refusal(self, to: Path) -> str | None:
        if not to.is_dir() and to.suffix.lower() not in self.suffixes:
            return self.unknown(to)
        return _hindrance(to)

    def _failed(self, to: Path, error: OSError) -> WorkshopError:
        return self.error(self.failed(to, error.strerror or str(error)))


def _hindrance(to: Path) -> str | None:
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


def _replace(to: Path, content: bytes) -> None:
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
