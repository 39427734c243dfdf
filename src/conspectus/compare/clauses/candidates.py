"""Which pairs of clauses are worth a closer look: for each clause the few of every other article most like it.

Likeness at this stage is the mean of two cosines: of the clauses' rare words, and of what their words mean.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.compare.clauses.clause import Clause
from conspectus.compare.clauses.lexicon import Floats
from conspectus.compare.clauses.table import Bools, Ints, Vocabulary

NEAREST = 6
"""So many of each other article are looked at for a clause."""
_LEAST = 0.12
"""A pair less alike than this is never looked at."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of clauses of two articles (``left`` and ``right`` are places among all articles).

    ``one`` and ``other`` are places in the articles [pairs], in order; ``cosines`` of words, meanings and surroundings
    [3, pairs]; ``ranks`` count the better ones on either side [2, pairs]; ``gaps`` tell how far each is from the best
    [2, pairs].
    """

    left: int
    right: int
    one: Ints
    other: Ints
    cosines: Floats
    ranks: Ints
    gaps: Floats

    def between(self, begin: int, end: int) -> "Candidates":
        """The pairs of some clauses in a row of the first article, counted from the first of these."""
        at = slice(*np.searchsorted(self.one, (begin, end)))
        return Candidates(
            self.left, self.right, self.one[at] - begin, self.other[at],
            self.cosines[:, at], self.ranks[:, at], self.gaps[:, at],
        )  # fmt: skip

    def only(self, kept: Bools) -> "Candidates":
        """Some of the pairs [pairs]."""
        return Candidates(
            self.left, self.right, self.one[kept], self.other[kept],
            self.cosines[:, kept], self.ranks[:, kept], self.gaps[:, kept],
        )  # fmt: skip


def candidates(found: Sequence[Sequence[Clause]], known: Vocabulary) -> Iterator[Candidates]:
    """The pairs of clauses of every two articles to score; ``found`` holds the clauses of each article."""
    every = [clause for own in found for clause in own]
    if not every:
        return
    by_words, by_meaning, by_around = _by_words(every, known), _by_meaning(every, known), _by_around(every)
    starts = np.cumsum([0, *(len(own) for own in found)])
    for a in range(len(found)):
        for b in range(a + 1, len(found)):
            left, right = slice(starts[a], starts[a + 1]), slice(starts[b], starts[b + 1])
            cosines = [m[left] @ m[right].T for m in (by_words, by_meaning, by_around)]
            if cosines[0].size:
                yield _nearest(np.round(np.stack(cosines), 3), a, b)


def _nearest(cosines: Floats, left: int, right: int) -> Candidates:
    """``cosines`` is (3, clauses of one article, clauses of the other)."""
    like = np.round((cosines[0] + np.maximum(cosines[1], 0)) / 2, 3)
    one, other = np.nonzero(like >= _LEAST)
    ranks = np.stack([_better(like)[one, other], _better(like.T)[other, one]])
    near = ranks.min(axis=0) < NEAREST
    one, other = one[near], other[near]
    held = like[one, other]
    gaps = np.stack([like.max(axis=1)[one] - held, like.max(axis=0)[other] - held])
    return Candidates(left, right, one, other, cosines[:, one, other], ranks[:, near], gaps)


def _better(like: Floats) -> Ints:
    """For each number of a table how many of its row are larger."""
    rows = (np.searchsorted(np.sort(row), row, side="right") for row in like)
    return np.asarray(like.shape[1] - np.stack(list(rows)), np.int64)


def _by_words(every: Sequence[Clause], known: Vocabulary) -> Floats:
    """A row of weighted stems for each clause, of length one."""
    matrix = np.zeros((len(every), len(known.numbers)), np.float32)
    for row, clause in enumerate(every):
        matrix[row, [known.numbers[stem] for stem in clause.stems]] = clause.weights
    return _scaled(matrix)


def _by_around(every: Sequence[Clause]) -> Floats:
    columns = {stem: n for n, stem in enumerate(sorted({s for c in every for s in c.around}))}
    matrix = np.zeros((len(every), len(columns)), np.float32)
    for row, clause in enumerate(every):
        matrix[row, [columns[stem] for stem in clause.around]] = 1
    rare = np.log(1 + len(every) / np.maximum(matrix.sum(axis=0), 1))
    return _scaled(np.asarray(matrix * rare, np.float32))


def _by_meaning(every: Sequence[Clause], known: Vocabulary) -> Floats:
    """The weighted mean of the words' vectors, less what all clauses of the story have in common."""
    rows = [known.vectors[[known.numbers[stem] for stem in clause.stems]] for clause in every]
    means = np.stack(
        [np.array(c.weights, np.float32) @ own / (sum(c.weights) or 1.0) for c, own in zip(every, rows, strict=True)]
    )
    scaled = _scaled(means.astype(np.float32))
    return _scaled(np.asarray(scaled - scaled.mean(axis=0) / 2, np.float32))


def _scaled(matrix: Floats) -> Floats:
    lengths = np.sqrt((matrix * matrix).sum(axis=1, keepdims=True))
    scaled: Floats = (matrix / np.maximum(lengths, 1e-9)).astype(np.float32)
    return scaled
