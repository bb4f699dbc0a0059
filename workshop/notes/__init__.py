"""The notes of a run: one report, made from the record alone, and one file a format."""
