"""The kinds of step: one file a kind, the contract in kind.py, the list in registry.py."""
