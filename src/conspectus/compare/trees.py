"""Boosted trees (Friedman 2001), run in plain numpy: no library of trees is needed to compare.

A file holds the nodes of all trees in a row: each has the number of its sign, its threshold, and where to go for "at
most" and "more"; a leaf goes to itself and has a value. A model of several classes holds one sum a class.

No row goes down by itself. Every test of a tree is made for all rows, and one that comes out "more" strikes the leaves
below "at most"; of those that are left, the first is where the row ends (QuickScorer, Lucchese et al. 2015).
"""

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from conspectus.errors import ModelError

DIGITS = 3
"""Digits that a likelihood is rounded to."""
_ROWS = 128
"""So many rows are tested at a time."""
_LEAVES = 16
"""Leaves that a tree may have: each is a bit."""
_ALL = (1 << _LEAVES) - 1

Floats = NDArray[np.float32]
Bits = NDArray[np.uint16]
Test = tuple[int, float, int]
"""A sign, its limit, and the leaves that are left where the sign is more."""


@dataclass(frozen=True, slots=True)
class Tests:
    """The first test of every tree, then the second and so on [tests, trees]: ``sign``, ``limit`` and the leaves that
    stay for ``more``. ``values`` of the leaves [trees, leaves], and the place of the ``first`` bit of any leaves."""

    sign: NDArray[np.int64]
    limit: Floats
    more: Bits
    values: NDArray[np.float64]
    first: NDArray[np.uint8]


@dataclass(frozen=True)
class Trees:
    """``roots`` and ``owner`` [trees] (first node, class that it counts for); nodes: ``sign``, ``limit``, ``least``,
    ``more``, ``value`` [nodes]; ``classes`` is the number of sums. No tree has more than ``_LEAVES`` leaves."""

    roots: NDArray[np.int64]
    owner: NDArray[np.int64]
    sign: NDArray[np.int64]
    limit: Floats
    least: NDArray[np.int64]
    more: NDArray[np.int64]
    value: Floats
    classes: int

    def sums(self, signs: Floats) -> Floats:
        """The sum of the leaves each row falls into, for each class: signs [rows, signs] → [rows, classes]."""
        total = np.zeros((len(signs), self.classes), np.float64)
        tests = self._tests
        begins = np.arange(len(self.roots))[:, None] * _LEAVES
        for begin in range(0, len(signs), _ROWS):
            columns = np.ascontiguousarray(signs[begin : begin + _ROWS].T)
            left = np.full((len(self.roots), columns.shape[1]), _ALL, np.uint16)
            for sign, limit, more in zip(tests.sign, tests.limit, tests.more, strict=True):
                left &= np.where(columns[sign] <= limit[:, None], np.uint16(_ALL), more[:, None])
            values = tests.values.take(begins + tests.first.take(left))
            for owner in range(self.classes):
                total[begin : begin + _ROWS, owner] = values[self.owner == owner].sum(axis=0)
        return np.asarray(total, np.float32)

    @cached_property
    def _tests(self) -> Tests:
        walked = [self._walked(root) for root in self.roots.tolist()]
        nothing: Test = (0, np.inf, _ALL)
        sign, limit, more = np.array(list(zip_longest(*(tests for tests, _ in walked), fillvalue=nothing))).transpose(
            2, 0, 1
        )
        values = np.zeros((len(walked), _LEAVES), np.float64)
        for row, (_, leaves) in zip(values, walked, strict=True):
            row[: len(leaves)] = leaves
        bits = np.arange(1 << _LEAVES)
        first = np.log2(np.maximum(bits & -bits, 1))
        return Tests(
            sign.astype(np.int64), limit.astype(np.float32), more.astype(np.uint16), values, first.astype(np.uint8)
        )

    def _walked(self, root: int) -> tuple[list[Test], list[float]]:
        """The tests of a tree, and the values of its leaves, what is for "at most" before what is for "more"."""
        tests: list[Test] = []
        leaves: list[float] = []

        def walk(node: int) -> None:
            if self.least[node] == node:
                leaves.append(float(self.value[node]))
                return
            before = len(leaves)
            walk(int(self.least[node]))
            tests.append((int(self.sign[node]), float(self.limit[node]), _ALL ^ ((1 << len(leaves)) - (1 << before))))
            walk(int(self.more[node]))

        walk(root)
        return tests, leaves

    def likely(self, signs: Floats) -> Floats:
        """How likely each row is (0..1, rounded): of a model with one sum."""
        return np.asarray(np.round(1 / (1 + np.exp(-self.sums(signs)[:, 0])), DIGITS), np.float32)


@cache
def load(name: str, signs: tuple[str, ...], folder: Path) -> Trees:
    """The trees of a file in a folder of weights; ModelError when it is missing, broken or made for other signs."""
    path = folder / f"{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as held:
            if tuple(held["signs"].tolist()) != signs:
                raise ValueError("it was made for other signs")
            parts = {part: held[part] for part in ("roots", "owner", "sign", "limit", "least", "more", "value")}
            return Trees(**parts, classes=int(held["classes"]))
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(f"the weights cannot be loaded ({error})", str(path), "install the package again") from error
