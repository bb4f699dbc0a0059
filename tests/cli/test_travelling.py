"""A session's pictures: they go with the run, and what becomes of the originals is all the same to it."""

from tests.cli.program import Program
from tests.cli.sessions import SHORT

PICTURE = b"\x89PNG\r\n\x1a\n and more"
VIEWS = SHORT.replace("- slide: Welcome", "- image: views/sea.png\n        alt: The sea")


def test_a_picture_that_is_not_there_is_told_before_anybody_is_invited(program: Program) -> None:
    program.write("views.yaml", VIEWS)
    for command in (("check", "views.yaml"), ("host", "views.yaml")):
        done = program(*command)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("views.yaml:8:16: there is no picture “views/sea.png”")
    assert not program.folders()


def test_a_run_keeps_its_pictures_and_goes_on_without_the_originals(program: Program) -> None:
    program.write("views.yaml", VIEWS)
    (program.here / "views").mkdir()
    (program.here / "views" / "sea.png").write_bytes(PICTURE)
    with program.host("views.yaml") as hub:
        assert (hub.folder / "pictures" / "views" / "sea.png").read_bytes() == PICTURE
        (program.here / "views" / "sea.png").unlink()
        hub.do("next")
        hub.kill()
        again = program.start_host("--resume", hub.run)
        assert again.status()["kind"] == "image"
        again.kill()
    assert program("notes", hub.run, "--to", "notes.md").code == 0
    assert "The sea" in (program.here / "notes.md").read_text(encoding="utf-8")
