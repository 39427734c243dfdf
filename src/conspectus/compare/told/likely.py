"""How likely it is that two values are told of one thing: boosted trees over the signs.

Made by ``training/told`` from stories read by hand and laid in ``weights/told/told.npz``.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from conspectus.compare.check import Evidence
from conspectus.compare.told.settings import Setting
from conspectus.compare.told.signs import NAMES, alike_scores, signs, weighed
from conspectus.compare.trees import load
from conspectus.model import Span

FOLDER = Path(__file__).parents[2] / "weights" / "told"


class Told:
    """The likelihoods of all pairs of values (by their spans) that share enough to be looked at; 0 for others."""

    def __init__(self, sides: Sequence[Sequence[Setting]], evidence: Evidence) -> None:
        self._likely = dict(_likely(sides, evidence))

    def of_one(self, one: Span, other: Span) -> float:
        """How likely (0..1) the values at two spans are told of one thing."""
        return self._likely.get((min(one, other), max(one, other)), 0.0)


def _likely(sides: Sequence[Sequence[Setting]], evidence: Evidence) -> Iterator[tuple[tuple[Span, Span], float]]:
    from conspectus.compare.clauses.lexicon import lexicon

    scores, words, trees = alike_scores(evidence.alike), lexicon(), load("told", NAMES, FOLDER)
    known = [weighed(side, evidence.rare, words) for side in sides]
    for left, right in combinations(known, 2):
        found, rows = signs(left, right, scores, evidence.rare, words)
        if found:
            for (i, j), score in zip(found, trees.likely(rows).tolist(), strict=True):
                one, other = left.settings[i].value.span, right.settings[j].value.span
                yield (min(one, other), max(one, other)), score
