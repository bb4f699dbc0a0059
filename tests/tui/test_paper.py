"""What falls over on the stage shows nothing of what people wrote."""

from pathlib import Path

import pytest

from tests.tui.examples import folder_of
from tests.tui.terminals import terminal

SECRET = "sjefen hører aldri på oss"
RUN = """
import sys
from pathlib import Path
from workshop.errors import WorkshopError
from workshop.tui import app, client, scene

SECRET = "sjefen hører aldri " + "på oss"

def fall_over(*_, **__):
    answer = SECRET
    raise KeyError(answer)

{fault}
try:
    app.run_stage(Path(sys.argv[1]))
except WorkshopError as error:
    print(f"said: {{error}}", file=sys.stderr)
    sys.exit(1)
"""
FAULTS = {
    "while drawing": "scene.stage = fall_over",
    "while taking news in": "scene.Scene.lose = fall_over",
    "in a thread": "client.Client.live = fall_over",
    "before the first picture": "app.StageApp.on_mount = fall_over",
    "in a stray coroutine": """
import asyncio
async def stray(): fall_over()
def on_ready(self):
    task = asyncio.create_task(stray())
    self.set_timer(0.2, lambda: (task, fall_over()))
app.StageApp.on_ready = on_ready
""",
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_ends_in_one_line_that_names_the_log_and_neither_holds_an_answer(
    tmp_path: Path, fault: str
) -> None:
    folder = folder_of(tmp_path / "run")
    with terminal(RUN.format(fault=fault), folder) as opened:
        assert opened.end() == 1
        after = opened.written.rpartition("\x1b[?1049l")[2]
        assert str(folder / "stage.log") in after
        assert after.strip().count("\n") == 0, "one line, after the terminal is as it was"
        assert SECRET not in opened.written
        assert "Traceback" not in opened.written
    log = (folder / "stage.log").read_text()
    assert "KeyError at" in log
    assert "in fall_over" in log
    assert SECRET not in log
