"""Model files, each with a card: loaded when a reading first needs them, never at import."""
