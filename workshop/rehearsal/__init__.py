"""The rehearsal: a whole session played with made-up people, and what its author should look at then."""
