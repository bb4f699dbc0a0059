"""The room's Wi-Fi: its name is on the stage, its password with the facilitator's programs alone."""

from pathlib import Path

import pytest

from tests.hub.live_hub import LiveHub

PASSWORD = "velkommen;2026"
SESSION = f"""\
title: T
wifi: {{name: Gjest, password: "{PASSWORD}"}}
privacy: {{reveal_from: 3}}
sections:
  - title: S
    steps:
      - slide: Hei
"""


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "2026-11-24-k7qx"
    folder.mkdir()
    return folder


def test_the_password_is_in_the_api_alone_and_in_no_view_file_or_page(run: Path, tmp_path: Path) -> None:
    session = tmp_path / "session.yaml"
    session.write_text(SESSION, encoding="utf-8")
    hub = LiveHub(run, session)
    try:
        hub.start()
        assert hub.snapshot()["wifi"] == "Gjest"
        assert hub.control("GET", "/wifi").json["password"] == PASSWORD
        assert hub.control("GET", "/wifi", token="wrong").status == 401
        phone = hub.visitor()
        views = [hub.control("GET", f"/{view}").text for view in ("snapshot", "desk", "record")]
        views += [phone.get().text, phone.get("/state").text, phone.get("/protect").text]
        hub.do("next", "end")
        views.append(hub.control("GET", "/record").text)
        assert not [view for view in views if "velkommen" in view]
        assert phone.get("/wifi").status == 404
    finally:
        hub.end()
    assert not [path for path in run.rglob("*") if path.is_file() and b"velkommen" in path.read_bytes()]
