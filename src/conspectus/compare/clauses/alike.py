"""Two clauses that may tell the same."""

from dataclasses import dataclass

from conspectus.model import Statement


@dataclass(frozen=True, slots=True)
class Alike:
    """Two statements of different articles with the score (0..1, three places) that they tell the same."""

    one: Statement
    other: Statement
    score: float
