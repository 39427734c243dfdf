"""Which pairs of clauses are worth a closer look: for each clause the few of every other article most like it.

Likeness at this stage is the mean of two cosines: of the clauses' rare words, and of what their words mean.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.compare.clauses.clause import Clause
from conspectus.compare.clauses.lexicon import Floats

NEAREST = 6
"""So many of each other article are looked at for a clause."""
_LEAST = 0.12
"""A pair less alike than this is never looked at."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two clauses (positions among all) with their cosines, and how far each is from the best of the other's article.

    ``gaps`` are 0 for the best pair of both; ``ranks`` count the better ones.
    """

    one: int
    other: int
    words: float
    meaning: float
    around: float
    ranks: tuple[int, int]
    gaps: tuple[float, float]


def candidates(found: Sequence[Sequence[Clause]]) -> Iterator[Candidate]:
    """The pairs of clauses of different articles to score; ``found`` holds the clauses of each article."""
    every = [clause for own in found for clause in own]
    if not every:
        return
    by_words, by_meaning, by_around = _by_words(every), _by_meaning(every), _by_around(every)
    starts = np.cumsum([0, *(len(own) for own in found)])
    for a in range(len(found)):
        for b in range(a + 1, len(found)):
            left, right = slice(starts[a], starts[a + 1]), slice(starts[b], starts[b + 1])
            cosines = [m[left] @ m[right].T for m in (by_words, by_meaning, by_around)]
            if cosines[0].size:
                yield from _nearest(np.round(np.stack(cosines), 3), int(starts[a]), int(starts[b]))


def _nearest(cosines: Floats, left: int, right: int) -> Iterator[Candidate]:
    """``cosines`` is (3, clauses of one article, clauses of the other)."""
    like = np.round((cosines[0] + np.maximum(cosines[1], 0)) / 2, 3)
    rows, columns = like.max(axis=1), like.max(axis=0)
    for i, j in zip(*np.nonzero(like >= _LEAST), strict=True):
        ranks = (int((like[i] > like[i, j]).sum()), int((like[:, j] > like[i, j]).sum()))
        if min(ranks) < NEAREST:
            w, m, s = (float(c) for c in cosines[:, i, j])
            gaps = (float(rows[i] - like[i, j]), float(columns[j] - like[i, j]))
            yield Candidate(left + int(i), right + int(j), w, m, s, ranks, gaps)


def _by_words(every: Sequence[Clause]) -> Floats:
    """A row of weighted stems for each clause, of length one."""
    columns = {stem: n for n, stem in enumerate(sorted({s for c in every for s in c.stems}))}
    matrix = np.zeros((len(every), len(columns)), np.float32)
    for row, clause in enumerate(every):
        for stem, weight in zip(clause.stems, clause.weights, strict=True):
            matrix[row, columns[stem]] = weight
    return _scaled(matrix)


def _by_around(every: Sequence[Clause]) -> Floats:
    columns = {stem: n for n, stem in enumerate(sorted({s for c in every for s in c.around}))}
    spread = np.zeros(len(columns), np.float32)
    matrix = np.zeros((len(every), len(columns)), np.float32)
    for row, clause in enumerate(every):
        for stem in sorted(clause.around):
            matrix[row, columns[stem]] = 1
            spread[columns[stem]] += 1
    rare = np.log(1 + len(every) / np.maximum(spread, 1))
    return _scaled(np.asarray(matrix * rare, np.float32))


def _by_meaning(every: Sequence[Clause]) -> Floats:
    """The weighted mean of the words' vectors, less what all clauses of the story have in common."""
    means = np.stack([np.array(c.weights, np.float32) @ c.vectors / (sum(c.weights) or 1.0) for c in every])
    scaled = _scaled(means.astype(np.float32))
    return _scaled(np.asarray(scaled - scaled.mean(axis=0) / 2, np.float32))


def _scaled(matrix: Floats) -> Floats:
    lengths = np.sqrt((matrix * matrix).sum(axis=1, keepdims=True))
    scaled: Floats = (matrix / np.maximum(lengths, 1e-9)).astype(np.float32)
    return scaled
