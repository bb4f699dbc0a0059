"""The desk: the facilitator's private screen, a second client of the same hub."""
