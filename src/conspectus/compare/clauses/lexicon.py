"""What the words of a language mean by themselves: for each stem a short vector and how rare it is in news.

Made by ``training/agreement`` and laid in ``weights/agreement/words.npz``.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from conspectus.errors import ModelError

FOLDER = Path(__file__).parents[2] / "weights" / "agreement"
_STEP = 16
"""Rarity is kept in sixteenths."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``rows`` gives the row of a stem in ``vectors`` (of length one) and in ``rarity`` (natural logarithm), which
    ``weights`` has as plain numbers."""

    rows: dict[str, int]
    vectors: Floats
    rarity: Floats
    rarest: float
    weights: tuple[float, ...]

    def weight(self, stem: str) -> float:
        """How rare a stem is among news articles: 0 for one that all have."""
        row = self.rows.get(stem)
        return self.rarest if row is None else self.weights[row]

    def vector(self, stem: str) -> Floats:
        """Its vector, all zeros where the lexicon has none."""
        row = self.rows.get(stem)
        return np.zeros(self.vectors.shape[1], np.float32) if row is None else self.vectors[row]


@cache
def lexicon(folder: Path = FOLDER) -> Lexicon:
    """The words that come with the package, loaded once. ModelError when the file is missing or broken."""
    path = folder / "words.npz"
    try:
        with np.load(path) as file:
            stems = str(file["stems"]).split("\n")
            vectors = file["vectors"].astype(np.float32) / 127
            rarity = file["rarity"].astype(np.float32) / _STEP
            total = int(file["total"])
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(
            f"the words' vectors cannot be read ({error})", str(path), "install conspectus again"
        ) from error
    rows = {stem: row for row, stem in enumerate(stems)}
    return Lexicon(rows, vectors, rarity, float(np.log(total)), tuple(rarity.tolist()))
