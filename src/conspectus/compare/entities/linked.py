"""Mentions of one story → clusters by a trained scorer of pairs: what the rules say is one sign among others.

Names and nouns are joined by average linkage of the likelihoods; a pronoun goes to the mention of its own document that
it most likely stands for. Reading a story of 400 mentions this way takes seconds, the rules alone a fraction.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.entities.facts import Facts, Whole, facts
from conspectus.compare.entities.mentions import Key, Mention, clusters
from conspectus.compare.entities.signs import NAMES, signs
from conspectus.compare.trees import load

FOLDER = Path(__file__).parents[2] / "weights" / "coreference"
JOINED = 0.25
"""Mean likelihood from which on two clusters are one."""
MEANT = 0.45
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
    likely[one, other] = likely[other, one] = load("pairs", NAMES, folder).likely(signs(known, one, other))
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


def joined(known: Facts, likely: NDArray[np.float64], least: tuple[float, float] = (JOINED, MEANT)) -> list[int]:
    """The number of each row's cluster, by how likely any two rows are one [rows, rows]."""
    from scipy.cluster.hierarchy import fcluster, linkage

    rest = np.flatnonzero(known.sort != _PRONOUN)
    found = -np.ones(len(known.forms), np.int64)
    if len(rest) > 1:
        far = 1 - likely[np.ix_(rest, rest)]
        found[rest] = fcluster(linkage(far[np.triu_indices(len(rest), 1)], "average"), 1 - least[0], "distance")
    else:
        found[rest] = 0
    for row in np.flatnonzero(known.sort == _PRONOUN):
        near = np.flatnonzero((known.document == known.document[row]) & (found >= 0))
        best = near[np.argmax(likely[row, near])] if len(near) else row
        found[row] = found[best] if len(near) and likely[row, best] >= least[1] else found.max() + 1
    return [int(number) for number in found]
