"""What a session, a run and an answer are: plain data and pure functions, no files, no web, no terminal."""
