"""Who is there: how many phones were seen since the hub started, and nothing else about them."""

import hmac
import secrets


class Attendance:
    """Of each phone a keyed hash is kept, whose key dies with this process.

    `reached`: one of them was another device than this computer.
    """

    def __init__(self) -> None:
        self.reached = False
        self._key = secrets.token_bytes(32)
        self._marks: set[bytes] = set()

    def __len__(self) -> int:
        return len(self._marks)

    def see(self, token: bytes, *, elsewhere: bool) -> bool:
        """A phone is here, `elsewhere` than on this computer or not; whether that is news."""
        mark = hmac.digest(self._key, token, "sha256")
        news = mark not in self._marks or (elsewhere and not self.reached)
        self._marks.add(mark)
        self.reached = self.reached or elsewhere
        return news
