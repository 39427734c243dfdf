"""How likely it is that two values are told of one thing: a logistic regression over the signs.

Made by ``training/told`` from stories read by hand and laid in ``weights/told/told.json``.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np

from conspectus.compare.check import Evidence
from conspectus.compare.told.settings import Setting
from conspectus.compare.told.signs import NAMES, Numbers, alike_scores, signs
from conspectus.errors import ModelError
from conspectus.model import Span

FOLDER = Path(__file__).parents[2] / "weights" / "told"


@dataclass(frozen=True, slots=True)
class Weights:
    """``mean``, ``spread`` and ``weight`` [signs] of each sign, and the ``bias``."""

    mean: Numbers
    spread: Numbers
    weight: Numbers
    bias: float

    def likely(self, rows: Numbers) -> Numbers:
        """Likelihood (0..1, three places) of each row of signs."""
        found: Numbers = np.round(1 / (1 + np.exp(-((rows - self.mean) / self.spread @ self.weight + self.bias))), 3)
        return found


@cache
def weights(folder: Path = FOLDER) -> Weights:
    """The weights that come with the package, loaded once. ModelError when missing or of another version."""
    path = folder / "told.json"
    try:
        table = json.loads(path.read_text(encoding="utf8"))
        rows = [table["signs"][name] for name in NAMES]
        mean, spread, weight = (np.array([row[part] for row in rows]) for part in ("mean", "spread", "weight"))
        return Weights(mean, spread, weight, float(table["bias"]))
    except (OSError, KeyError, ValueError) as error:
        message = f"the weights of values told of one thing cannot be read ({error})"
        raise ModelError(message, str(path), "install conspectus again") from error


class Told:
    """The likelihoods of all pairs of values (by their spans) that share enough to be looked at; 0 for others."""

    def __init__(self, sides: Sequence[Sequence[Setting]], evidence: Evidence) -> None:
        self._likely = dict(_likely(sides, evidence))

    def of_one(self, one: Span, other: Span) -> float:
        """How likely (0..1) the values at two spans are told of one thing."""
        return self._likely.get((min(one, other), max(one, other)), 0.0)


def _likely(sides: Sequence[Sequence[Setting]], evidence: Evidence) -> Iterator[tuple[tuple[Span, Span], float]]:
    from conspectus.compare.clauses.lexicon import lexicon

    scores, words = alike_scores(evidence.alike), lexicon()
    for left, right in combinations(sides, 2):
        found, rows = signs(left, right, scores, evidence.rare, words)
        if found:
            for (i, j), score in zip(found, weights().likely(rows).tolist(), strict=True):
                one, other = left[i].value.span, right[j].value.span
                yield (min(one, other), max(one, other)), score
