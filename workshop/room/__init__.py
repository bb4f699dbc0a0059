"""The live run: state, gathered answers, and what is withheld. No web, no terminal."""
