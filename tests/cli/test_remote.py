"""`workshop remote`: the code in a real terminal, and how it is taken back, with a hub and without."""

from urllib.request import urlopen

import pytest

from tests.cli.picture import codes_in
from tests.cli.program import Hub, Program, eventually
from tests.cli.test_live import running


def test_it_prints_the_address_and_switches_off(program: Program, hub: Hub) -> None:
    done = program("remote", hub.run)
    *said, address = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert address.startswith(f"http://127.0.0.1:{hub.port}/r/")
    assert f"  workshop remote {hub.run} --off" in said
    with urlopen(address) as page:
        assert b"Begin" in page.read()
    assert (hub.folder / "remote.key").exists()
    hub.kill()
    program("remote").refused("has no hub just now")
    off = program("remote", "--off")
    assert (off.code, off.out) == (0, "The phone remote is off.\n")
    assert not (hub.folder / "remote.key").exists()


def test_without_a_run_it_says_so(program: Program) -> None:
    for off in ((), ("--off",)):
        program("remote", *off).refused("There is no unfinished run.")


@pytest.mark.tmux
def test_a_camera_reads_the_code_off_the_terminal(program: Program, hub: Hub) -> None:
    size = (80, 24)
    with running(program, "remote", size=size) as opened:
        (found,) = eventually(lambda: codes_in(opened.cells(), size))
        assert found.startswith(f"HTTP://127.0.0.1:{hub.port}/R/")
        assert found.lower() in opened.screen()
        assert program("remote", "--off").code == 0
