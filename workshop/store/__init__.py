"""What must outlive a run's process: the journal of events, and answers that nobody can link to a phone."""
