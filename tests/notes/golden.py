"""The golden files: what the notes of the workshops in held.py and tour.py are, in every format.

`python -m tests.notes.golden` writes them anew; look at what changed before committing it.
"""

from collections.abc import Mapping
from pathlib import Path

from tests.notes import held, tour
from workshop.notes.write import FORMATS, write
from workshop.room.record import Record

FOLDER = Path(__file__).with_name("golden")
RECORDS: Mapping[str, Record] = {"nb": held.norwegian(), "en": held.english(), "tour": tour.tour()}


def files() -> list[str]:
    """`nb.md`, `nb.html` … `tour.csv`."""
    return [f"{tag}{suffix}" for tag in RECORDS for suffix in FORMATS]


def make(file: str, folder: Path) -> Path:
    """Writes the notes that `file` is named after to `folder`."""
    return write(RECORDS[Path(file).stem], folder / file, held.OSLO)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file in files():
        print(make(file, FOLDER))
