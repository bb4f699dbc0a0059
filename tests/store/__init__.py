"""Tests of workshop.store, with real files and real processes."""
