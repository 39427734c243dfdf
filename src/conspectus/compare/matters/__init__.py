"""Matters: which clauses of different articles tell of one matter in ways that a reader would set side by side."""
