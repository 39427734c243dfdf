"""Which earlier articles are worth comparing with one that has no day: those that share its rare words.

Each article stands under the words that weigh most in it; of those that stand under several words of a new one, the few
with the most in common are compared with it. So a new article costs the same however many there are.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from conspectus.group.likeness import Vector
from conspectus.group.signature import WORDS

_WORDS, _SHARED = 24, 2
LATEST = 100
"""Of a word that many articles have, only the latest are kept: it tells little."""
_MOST = 40


@dataclass(slots=True)
class Sieve:
    """Words (places of vectors) → the numbers of articles that stand under them, the latest last."""

    under: dict[int, list[int]] = field(default_factory=dict)

    def add(self, number: int, vector: Vector) -> None:
        """Put an article under its weightiest words."""
        for place in heaviest(vector):
            held = self.under.setdefault(place, [])
            held.append(number)
            if len(held) > 2 * LATEST:
                del held[:-LATEST]

    def worth(self, vectors: Iterable[Vector]) -> list[int]:
        """The articles that are worth comparing with any of these, ascending."""
        found: set[int] = set()
        for vector in vectors:
            shared: Counter[int] = Counter()
            for place in heaviest(vector):
                shared.update(self.under.get(place, ())[-LATEST:])
            found.update(likely(shared))
        return sorted(found)


def likely(shared: Mapping[int, int]) -> Sequence[int]:
    """Of articles by how many rare words they share with a new one, the few that are worth comparing with it."""
    several = sorted((-count, -number) for number, count in shared.items() if count >= _SHARED)
    return [-number for _, number in several[:_MOST]]


def heaviest(vector: Vector) -> Sequence[int]:
    """The places of the words of the whole text that weigh most."""
    import numpy as np

    places, weights = vector
    whole = places < WORDS
    places, weights = places[whole], weights[whole]
    if len(places) > _WORDS:
        places = places[np.argsort(-np.round(weights, 9), kind="stable")[:_WORDS]]
    return [int(place) for place in places]
