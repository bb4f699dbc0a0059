"""The session's pictures as the run keeps them, served to phones under the names that the session gives."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from workshop.core.session import Session
from workshop.hub.replies import NOTHING_RUNS, SECURITY
from workshop.sessionfile.pictures import pictures

_BEGINNINGS = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}
_KEPT = (b"cache-control", b"private, max-age=3600")


class Pictures:
    """Only what the session names can be asked for, so no path leads out of `folder`."""

    def __init__(self, session: Session, folder: Path) -> None:
        # Addresses arrive in lower case.
        self._files = {file.lower(): folder / file for file in pictures(session)}

    async def serve(self, request: Request) -> Response:
        """One picture; 404 where there is none of that name."""
        path = self._files.get(request.path_params["file"])
        kind = _kind(path) if path else None
        if path is None or kind is None:
            return _secured(Response(status_code=404), *SECURITY)
        # A picture is nobody's answer: a phone may keep it, and need not fetch it at every change.
        kept = (header for header in SECURITY if header[0] != _KEPT[0])
        return _secured(FileResponse(path, media_type=kind), _KEPT, *kept)


def _kind(path: Path) -> str | None:
    """What a picture is by its first bytes: the ending of its name may be wrong."""
    try:
        with path.open("rb") as opened:
            head = opened.read(4)
    except OSError:
        return None
    return next((kind for begins, kind in _BEGINNINGS.items() if head.startswith(begins)), None)


def _secured(response: Response, *headers: tuple[bytes, bytes]) -> Response:
    response.raw_headers += [NOTHING_RUNS, *headers]
    return response
