"""From a session file to a session: reading, building, and everything that can be wrong with it."""
