"""The hub: the process that owns the room, and serves its phones and its facilitator."""
