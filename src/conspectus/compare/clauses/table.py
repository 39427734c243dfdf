"""The clauses of a story as tables of numbers, so that all pairs of two articles are measured at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.clauses.clause import Clause
from conspectus.compare.clauses.lexicon import Floats, Lexicon

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Numbers = NDArray[np.float64]
BLOCK = 128
"""So many clauses of one article are held against all of another at a time: bounds the memory of long ones."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The stems of a story in alphabetical order with their ``weights`` [stems] and ``vectors`` [stems, size];
    ``digits`` tells which begin with one [stems]."""

    numbers: Mapping[str, int]
    weights: Numbers
    vectors: Floats
    digits: Bools

    def mask(self, stems: Iterable[str]) -> Bools:
        """Which stems of the story are among these."""
        found = np.zeros(len(self.numbers), bool)
        found[[self.numbers[stem] for stem in stems if stem in self.numbers]] = True
        return found


def vocabulary(every: Iterable[Clause], lexicon: Lexicon) -> Vocabulary:
    """All stems of these clauses, of the names, predicates and subjects in them."""
    stems = sorted({stem for c in every for stem in (*c.stems, *c.names, *c.subject, c.act)})
    vectors = np.stack([lexicon.vector(stem) for stem in stems]) if stems else lexicon.vectors[:0]
    weights = np.array([lexicon.weight(stem) for stem in stems], np.float64)
    digits = np.array([stem[:1].isdigit() for stem in stems], bool)
    return Vocabulary({stem: at for at, stem in enumerate(stems)}, weights, vectors, digits)


@dataclass(frozen=True, slots=True)
class Bags:
    """For each clause some stems: ``flat`` the numbers of all in a row, ``starts`` where those of each clause begin
    [clauses + 1], ``has`` the same as a table [clauses, stems]."""

    flat: Ints
    starts: Ints
    has: Bools

    def part(self, begin: int, end: int) -> "Bags":
        """Those of some clauses in a row."""
        flat = self.flat[self.starts[begin] : self.starts[end]]
        return Bags(flat, self.starts[begin : end + 1] - self.starts[begin], self.has[begin:end])

    @property
    def clauses(self) -> Ints:
        """The clause of each of ``flat``."""
        return np.repeat(np.arange(len(self.has)), self.counts)

    @property
    def counts(self) -> Ints:
        """How many each clause has."""
        return np.diff(self.starts)


def bags(stems: Sequence[Iterable[str]], known: Vocabulary) -> Bags:
    """The stems of each clause by their numbers."""
    numbered = [[known.numbers[stem] for stem in own] for own in stems]
    flat = np.array([number for own in numbered for number in own], np.int64)
    starts = np.cumsum([0, *(len(own) for own in numbered)]).astype(np.int64)
    has = np.zeros((len(numbered), len(known.numbers)), bool)
    has[np.repeat(np.arange(len(numbered)), np.diff(starts)), flat] = True
    return Bags(flat, starts, has)


@dataclass(frozen=True, slots=True)
class Table:
    """The clauses of one article. ``masses`` are the sums of the weights of their stems, ``acts`` the numbers of their
    predicates [clauses]."""

    clauses: tuple[Clause, ...]
    stems: Bags
    names: Bags
    subjects: Bags
    masses: Numbers
    acts: Ints

    def part(self, begin: int, end: int) -> "Table":
        """Some clauses in a row."""
        stems, names, subjects = (one.part(begin, end) for one in (self.stems, self.names, self.subjects))
        return Table(self.clauses[begin:end], stems, names, subjects, self.masses[begin:end], self.acts[begin:end])


def table(own: Sequence[Clause], known: Vocabulary) -> Table:
    """The table of one article's clauses."""
    stems, names, subjects = (
        bags(kind, known) for kind in ([c.stems for c in own], [c.names for c in own], [c.subject for c in own])
    )
    masses = np.array([sum(c.weights) for c in own], np.float64)
    return Table(tuple(own), stems, names, subjects, masses, np.array([known.numbers[c.act] for c in own], np.int64))


def best(found: Floats, starts: Ints, axis: int) -> Floats:
    """The largest of each stretch of ``found`` along an axis, -1 for an empty one."""
    rows, columns = found.shape
    wider = np.full((rows, columns + 1) if axis else (rows + 1, columns), -1, found.dtype)
    wider[:rows, :columns] = found
    most = np.maximum.reduceat(wider, starts[:-1], axis=axis)
    empty = np.diff(starts) == 0
    most[(slice(None), empty) if axis else (empty, slice(None))] = -1
    return np.asarray(most, np.float32)
