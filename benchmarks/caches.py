"""Every cache of the drawing, so that it can be made to forget what it drew before."""

import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper, cache
from types import ModuleType
from typing import Any


def forget() -> None:
    """Empties them, as in a stage that has just been started."""
    for cached in _caches():
        cached.cache_clear()


@cache
def _caches() -> "list[_lru_cache_wrapper[Any]]":
    modules = [module for name, module in sys.modules.items() if name.startswith("workshop.tui")]
    found = [value for module in modules for value in _values(module)]
    return [value for value in found if isinstance(value, _lru_cache_wrapper)]


def _values(module: ModuleType) -> Iterator[object]:
    """What a module holds, and what the tables in it do."""
    for value in vars(module).values():
        yield value
        if isinstance(value, dict):
            yield from value.values()
