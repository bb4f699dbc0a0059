"""Workshop: hold a workshop from a terminal, with a room of phones and no internet."""

__version__ = "0.1.0"
