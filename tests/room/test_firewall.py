"""The firewall: seen where its files and programs may be read, and opened by a command for each system."""

import sys
from pathlib import Path

import pytest

from workshop.room import firewall

RULES = (
    "*filter\n### RULES ###\n\n### tuple ### allow tcp 8080 0.0.0.0/0 any 0.0.0.0/0 in\n-A ufw-user-input\n"
)


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder that programs are looked for in."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "platform", "linux")
    return folder


def firewalld(programs: Path, code: int) -> None:
    script = programs / "firewall-cmd"
    script.write_text(f"#!/bin/sh\nexit {code}\n")
    script.chmod(0o755)


@pytest.mark.parametrize(
    ("conf", "on"),
    [
        ("# comment\nENABLED=yes\nLOGLEVEL=low\n", ("ufw",)),
        ('ENABLED="yes"\n', ("ufw",)),
        ("ENABLED=no\n", ()),
        ("# ENABLED=yes\n", ()),
        (None, ()),
    ],
)
def test_ufw_says_in_its_settings_whether_it_is_on(
    programs: Path, tmp_path: Path, conf: str | None, on: tuple[str, ...]
) -> None:
    if conf is not None:
        (tmp_path / "ufw.conf").write_text(conf)
    assert firewall.names_on(tmp_path) == on


@pytest.mark.parametrize(("code", "on"), [(0, ("firewalld",)), (252, ())])
def test_firewalld_is_asked(programs: Path, tmp_path: Path, code: int, on: tuple[str, ...]) -> None:
    firewalld(programs, code)
    assert firewall.names_on(tmp_path) == on


def test_a_rule_for_the_port_is_found_where_rules_may_be_read(tmp_path: Path) -> None:
    assert not firewall.lets_in(8080, tmp_path)
    (tmp_path / "user.rules").write_text(RULES)
    assert firewall.lets_in(8080, tmp_path)
    assert not firewall.lets_in(808, tmp_path)


def test_elsewhere_than_on_linux_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert firewall.names_on() is None


@pytest.mark.parametrize(
    ("platform", "on", "order"),
    [
        ("linux", (), ["ufw", "firewalld", "macOS", "Windows"]),
        ("linux", ("firewalld",), ["firewalld", "ufw", "macOS", "Windows"]),
        ("darwin", (), ["macOS", "ufw", "firewalld", "Windows"]),
        ("win32", (), ["Windows", "ufw", "firewalld", "macOS"]),
    ],
)
def test_this_systems_command_comes_first_and_none_is_left_out(
    platform: str, on: tuple[str, ...], order: list[str]
) -> None:
    found = firewall.openings(8137, platform, on)
    assert [opening.system for opening in found] == order
    assert all("8137" in opening.command for opening in found if opening.system != "macOS")
