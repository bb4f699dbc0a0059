"""Measures Workshop against what it stands on, on whatever machine this is: `python -m benchmarks`."""
