"""Phrases that two articles have in common inside sentences that tell more: what of them tells the same."""
