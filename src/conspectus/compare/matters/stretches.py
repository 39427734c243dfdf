"""Which stretches of two sentences show their difference: of all pairs of their units, the one that trees put first.

The trees see each sign against its mean over the pairs of the same two sentences. What is likely is said of the two
sentences: the chosen stretches take over the most that any of their pairs has.
"""

from collections.abc import Sequence

import numpy as np

from conspectus.compare.matters.likely import FOLDER
from conspectus.compare.matters.signs import NAMES, Candidates, Floats
from conspectus.compare.matters.units import Unit
from conspectus.compare.trees import DIGITS, load

_PASSED = 0.9
"""What a pair that was not chosen keeps of its likelihood: it may still join a matter as a further article."""


def chosen_stretches(found: Sequence[Unit], tried: Candidates, likelihood: Floats) -> Floats:
    """The likelihood [pairs] with the most of two sentences at their best stretches."""
    two = of_sentences(found, tried)
    score = np.round(load("stretch", NAMES, FOLDER).sums(against_mean(tried.signs, two))[:, 0], DIGITS)
    best: dict[int, int] = {}
    most: dict[int, float] = {}
    for place, group in enumerate(two.tolist()):
        most[group] = max(most.get(group, 0.0), float(likelihood[place]))
        if group not in best or score[place] > score[best[group]]:
            best[group] = place
    moved = np.asarray(likelihood * _PASSED, np.float32)
    for group, place in best.items():
        moved[place] = most[group]
    return np.asarray(np.round(moved, DIGITS), np.float32)


def of_sentences(found: Sequence[Unit], tried: Candidates) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """For each pair the number of its two sentences [pairs], counted from 0 in the order of the pairs."""
    numbers: dict[tuple[object, object], int] = {}
    return np.array(
        [numbers.setdefault((found[i].sentence, found[j].sentence), len(numbers)) for i, j in tried.pairs], np.int64
    )


def against_mean(signs: Floats, two: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Floats:
    """The signs [pairs, signs] less their mean over the pairs of the same sentences."""
    sums = np.stack([np.bincount(two, weights=column) for column in signs.T], axis=1)
    mean = sums / np.bincount(two)[:, None]
    return np.asarray(np.round(signs - mean[two], 4), np.float32)
