"""Templates of web pages that stand by themselves, filled in for people to keep or to print."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def environment(folder: Path) -> Environment:
    """The templates in `folder`: everything is escaped, and a name that is not there is an error."""
    found = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["tag"] = lambda item: type(item).__struct_config__.tag
    return found
