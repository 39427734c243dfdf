"""Comparison → bytes: terminal, page, JSON. No logic."""
