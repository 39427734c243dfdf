"""Mentions of one story → clusters by a trained scorer of pairs: what the rules say is one sign among others.

Names and nouns are joined by average linkage of the likelihoods, and then the clusters of several mentions at less:
what has come together is seldom something of its own. A pronoun goes to the cluster that it most likely stands for, by
the mentions of its own document. Reading a story of 400 mentions this way takes seconds, the rules alone a fraction.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.entities.facts import Facts, Whole, facts
from conspectus.compare.entities.mentions import Key, Mention, clusters
from conspectus.compare.entities.signs import NAMES, signs
from conspectus.compare.entities.standing import standing
from conspectus.compare.trees import load

FOLDER = Path(__file__).parents[2] / "weights" / "coreference"
JOINED = 0.45
"""Mean likelihood from which on two clusters are one."""
AGAIN = 0.15
"""The same for two clusters that have several mentions each."""
MEANT = 0.4
"""Likelihood from which on a pronoun stands for a mention."""
_PRONOUN = 2


def linked(mentions: Sequence[Mention], texts: Mapping[str, str], folder: Path = FOLDER) -> dict[Mention, Key]:
    """For each mention of one story the key of its cluster; independent of the order given.

    ``texts`` holds each document's text. ModelError when the weights are missing or broken.
    """
    placed = sorted(set(mentions), key=lambda m: (m.document, m.start, m.end, m.words))
    if len(placed) < 2:
        return clusters(placed, texts)
    known = facts(placed, clusters(placed, texts), texts)
    one, other = pairs(known)
    likely = np.zeros((len(placed), len(placed)))
    likely[one, other] = likely[other, one] = load("pairs", NAMES, folder).likely(
        signs(known, standing(known, placed, texts), one, other)
    )
    first: dict[int, Mention] = {}
    found: dict[Mention, Key] = {}
    for mention, number in zip(placed, joined(known, likely), strict=True):
        lead = first.setdefault(number, mention)
        found[mention] = ("linked", lead.document, str(lead.start), str(lead.end))
    return found


def pairs(known: Facts) -> tuple[Whole, Whole]:
    """The pairs of rows that are scored: all but a pronoun with a mention of another document."""
    one, other = np.triu_indices(len(known.forms), 1)
    pronoun = (known.sort[one] == _PRONOUN) | (known.sort[other] == _PRONOUN)
    kept = ~pronoun | (known.document[one] == known.document[other])
    return one[kept], other[kept]


def joined(
    known: Facts, likely: NDArray[np.float64], least: tuple[float, float, float] = (JOINED, AGAIN, MEANT)
) -> list[int]:
    """The number of each row's cluster, by how likely any two rows are one [rows, rows]."""
    from scipy.cluster.hierarchy import fcluster, linkage

    rest = np.flatnonzero(known.sort != _PRONOUN)
    found = -np.ones(len(known.forms), np.int64)
    if len(rest) > 1:
        far = 1 - likely[np.ix_(rest, rest)]
        found[rest] = fcluster(linkage(far[np.triu_indices(len(rest), 1)], "average"), 1 - least[0], "distance")
        found = _again(found, likely, least[1])
    else:
        found[rest] = 0
    for row in np.flatnonzero(known.sort == _PRONOUN):
        near = np.flatnonzero((known.document == known.document[row]) & (found >= 0))
        found[row] = _meant(found[near], likely[row, near], least[2], int(found.max()) + 1)
    return [int(number) for number in found]


def _meant(clusters: Whole, likely: NDArray[np.float64], least: float, alone: int) -> int:
    """The cluster that a pronoun most likely stands for by all its mentions, if one of them is likely enough."""
    if not len(clusters):
        return alone
    numbers, which = np.unique(clusters, return_inverse=True)
    best = int(np.argmax(np.bincount(which, likely)))
    return int(numbers[best]) if likely[which == best].max() >= least else alone


def _again(found: Whole, likely: NDArray[np.float64], least: float) -> Whole:
    """The clusters of several rows joined further, the likeliest two first, as long as their mean is not below."""
    numbers, counts = np.unique(found[found >= 0], return_counts=True)
    numbers, sizes = numbers[counts > 1], counts[counts > 1].astype(float)
    held = (found[None] == numbers[:, None]).astype(float)
    sums = held @ likely @ held.T
    joined = found.copy()
    while len(numbers) > 1:
        mean = np.triu(sums / np.outer(sizes, sizes), 1)
        one, other = np.unravel_index(np.argmax(mean), mean.shape)
        if mean[one, other] < least:
            break
        joined[joined == numbers[other]] = numbers[one]
        sums[one] += sums[other]
        sums[:, one] += sums[:, other]
        sizes[one] += sizes[other]
        sums = np.delete(np.delete(sums, other, 0), other, 1)
        numbers, sizes = np.delete(numbers, other), np.delete(sizes, other)
    return joined
