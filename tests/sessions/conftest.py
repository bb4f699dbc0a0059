"""A hall to hold a session in, as the tests of the room have it."""

from tests.room.conftest import halls, memory

__all__ = ["halls", "memory"]
