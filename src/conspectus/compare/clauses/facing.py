"""Clauses of two articles held against each other: which stems each pair shares, how near in meaning the rest are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from conspectus.compare.clauses.candidates import Candidates
from conspectus.compare.clauses.lexicon import Floats
from conspectus.compare.clauses.table import BLOCK, Bools, Ints, Table, Vocabulary


@dataclass(frozen=True, slots=True)
class Facing:
    """Pairs of clauses of two articles, ``one`` and ``other``.

    ``columns`` are the numbers of the stems of the first article [columns], ``held`` which of them both clauses of a
    pair have [pairs, columns], ``like`` how near (cosine) each stem of the one is to each of the other [stems, stems].
    """

    pairs: Candidates
    one: Table
    other: Table
    known: Vocabulary
    columns: Ints
    held: Bools
    like: Floats

    def only(self, kept: Bools) -> "Facing":
        """The same with some of the pairs [pairs]."""
        return replace(self, pairs=self.pairs.only(kept), held=self.held[kept])

    def named(self) -> Bools:
        """Which stems of the columns stand in a name of either clause [pairs, columns]."""
        one, other = (side.names.has[:, self.columns] for side in (self.one, self.other))
        return np.asarray(one[self.pairs.one] | other[self.pairs.other])


def facing(pairs: Candidates, one: Table, other: Table, known: Vocabulary) -> Iterator[Facing]:
    """The pairs with what they share, so many clauses of the first article at a time that long ones fit into memory."""
    for begin in range(0, len(one.clauses), BLOCK):
        end = min(begin + BLOCK, len(one.clauses))
        here, part = pairs.between(begin, end), one.part(begin, end)
        if len(here.one):
            columns = np.unique(part.stems.flat)
            held = part.stems.has[:, columns][here.one] & other.stems.has[:, columns][here.other]
            like = known.vectors[part.stems.flat] @ known.vectors[other.stems.flat].T
            yield Facing(here, part, other, known, columns, held, like)
