"""English words that tell how a place takes part in an act."""

DIRECTIONS = {
    **dict.fromkeys(("in", "at", "near", "outside", "inside", "around"), "in"),
    **dict.fromkeys(("to", "into", "toward", "towards"), "to"),
    "from": "from",
}
"""Prepositions before a place's name, and the sort that each is of."""
