"""Pictures reach the phones, and nothing else of the computer's files does."""

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from PIL import Image

from tests.hub.conftest import Make
from tests.hub.live_hub import LiveHub

STEPS = """\
title: Bilder
language: nb
sections:
  - title: Bilder
    steps:
      - image: Bilder/Elefant nr 1.png
        alt: En elefant
"""
ADDRESS = "/picture/Bilder/Elefant%20nr%201.png"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LiveHub]:
    """Its one picture is called a png and is a jpg."""
    session, run = tmp_path / "session.yaml", tmp_path / "runs" / "2026-11-24-k7qx"
    session.write_text(STEPS, encoding="utf-8")
    for folder in (tmp_path, run / "pictures"):
        (folder / "Bilder").mkdir(parents=True)
        Image.new("RGB", (6, 3)).save(folder / "Bilder" / "Elefant nr 1.png", "JPEG")
    found = LiveHub(run, session).start()
    yield found
    found.end()


def raw(hub: LiveHub, path: str) -> tuple[int, dict[str, str], bytes]:
    """What a picture's address answers with, as bytes."""
    connection = HTTPConnection("127.0.0.1", hub.port, timeout=20)
    connection.request("GET", f"/K7QX{path}")
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, body


def test_a_picture_is_served_as_what_it_is(hub: LiveHub) -> None:
    status, headers, body = raw(hub, ADDRESS)
    assert (status, headers["content-type"]) == (200, "image/jpeg")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"].startswith("private, max-age")
    assert body.startswith(b"\xff\xd8\xff")


def test_its_page_shows_it_with_its_words(hub: LiveHub) -> None:
    hub.do("next")
    page = hub.visitor().get()
    assert f'<img src="/K7QX{ADDRESS}" alt="En elefant">' in page.text
    assert "img-src 'self'" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/picture/session.yaml",
        "/picture/../run.json",
        "/picture/Bilder/../../run.json",
        "/picture/%2e%2e/run.json",
        "/picture/..%2frun.json",
        "/picture//etc/passwd",
        "/picture/%2fetc%2fpasswd",
        "/picture/Bilder",
        "/picture/",
        "/picture/annet.png",
    ],
)
def test_nothing_else_can_be_asked_for(hub: LiveHub, path: str) -> None:
    status, headers, body = raw(hub, path)
    assert status == 404
    assert b"token" not in body
    assert headers["x-content-type-options"] == "nosniff"


def test_a_session_without_pictures_lets_no_page_load_any(make_hub: Make) -> None:
    hub = make_hub()
    assert "img-src data:;" in hub.visitor().get().headers["content-security-policy"]
    assert hub.visitor().get("/picture/x.png").status == 404
