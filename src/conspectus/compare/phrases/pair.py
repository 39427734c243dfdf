"""Two phrases that may tell the same."""

from dataclasses import dataclass

from conspectus.model import Span


@dataclass(frozen=True, slots=True)
class Phrases:
    """A phrase of one article and one of another with the score (0..1, three places) that they tell the same, and the
    ``mass`` of the words that meet in them: how rare they are, all together."""

    one: Span
    other: Span
    score: float
    mass: float = 0.0


def half(one: Span, other: Span) -> bool:
    """They have half of the shorter in common."""
    if one.start >= other.end or other.start >= one.end or one.part != other.part:
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return common > 0 and 2 * common >= min(len(one), len(other))
