"""How alike the articles of a window are: one sparse product for a batch of new ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from conspectus.group.signature import WORDS

Vector = tuple[Any, Any]
"""Places (ascending within each half) and weights."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles by their places in the window's order, the later one first, and their likeness (0..1)."""

    later: int
    earlier: int
    likeness: float


def products(new: Sequence[Vector], window: Sequence[Vector]) -> Any:
    """Likeness of each new article (row) to each of the window (column), a float64 array."""
    import numpy as np

    if not new or not window:
        return np.zeros((len(new), len(window)))
    # Two decimals more than any threshold has: sums in another order must not decide.
    return np.round((_matrix(new) @ _matrix(window).T).toarray(), 6)


def _matrix(vectors: Sequence[Vector]) -> Any:
    import numpy as np
    from scipy.sparse import csr_array

    starts = np.concatenate([[0], np.cumsum([len(places) for places, _ in vectors])])
    places = np.concatenate([places for places, _ in vectors])
    weights = np.concatenate([weights for _, weights in vectors])
    return csr_array((weights, places, starts), shape=(len(vectors), 2 * WORDS))
