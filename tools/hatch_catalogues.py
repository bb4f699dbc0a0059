"""Compiles the message catalogues (.po → .mo) when the package is built, and when run by hand."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # by hand, outside a build
    BuildHookInterface = object  # type: ignore[assignment,misc]


def compile_catalogues(locale: Path) -> list[Path]:
    """Writes a .mo beside each .po under `locale`; returns what was written."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parts[-3])
        target = source.with_suffix(".mo")
        with target.open("wb") as binary:
            write_mo(binary, catalogue)
        written.append(target)
    return written


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg,misc]
    """Hatchling calls this for wheels, editable installs too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogues(Path(self.root) / "workshop" / "locale")


if __name__ == "__main__":
    for path in compile_catalogues(Path(__file__).parents[1] / "workshop" / "locale"):
        print(path)
