"""Boosted trees (Friedman 2001), run in plain numpy: no library of trees is needed to compare.

A file holds the nodes of all trees in a row: each has the number of its sign, its threshold, and where to go for "at
most" and "more"; a leaf goes to itself and has a value. A model of several classes holds one sum a class.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.matters.signs import Floats
from conspectus.errors import ModelError

FOLDER = Path(__file__).parents[2] / "weights" / "matters"
DIGITS = 3
_ROWS = 128
"""So many rows go down all trees at a time."""


@dataclass(frozen=True, slots=True)
class Trees:
    """``roots`` and ``owner`` [trees] (first node, class that it counts for); nodes: ``sign``, ``limit``, ``least``,
    ``more``, ``value`` [nodes]; ``depth`` is the longest way down, ``classes`` the number of sums."""

    roots: NDArray[np.int64]
    owner: NDArray[np.int64]
    sign: NDArray[np.int64]
    limit: Floats
    least: NDArray[np.int64]
    more: NDArray[np.int64]
    value: Floats
    depth: int
    classes: int

    def sums(self, signs: Floats) -> Floats:
        """The sum of the leaves each row falls into, for each class: signs [rows, signs] → [rows, classes]."""
        total = np.zeros((len(signs), self.classes), np.float64)
        below = np.stack([self.more, self.least], axis=1).ravel()
        for begin in range(0, len(signs), _ROWS):
            part = signs[begin : begin + _ROWS]
            first = np.arange(len(part))[:, None] * part.shape[1]
            at = np.repeat(self.roots[None, :], len(part), axis=0)
            for _ in range(self.depth):
                down = part.take(first + self.sign.take(at)) <= self.limit.take(at)
                at = below.take(2 * at + down)
            for tree, owner in enumerate(self.owner.tolist()):
                total[begin : begin + _ROWS, owner] += self.value[at[:, tree]]
        return np.asarray(total, np.float32)

    def likely(self, signs: Floats) -> Floats:
        """How likely each row is (0..1, rounded): of a model with one sum."""
        return np.asarray(np.round(1 / (1 + np.exp(-self.sums(signs)[:, 0])), DIGITS), np.float32)


@cache
def load(name: str, signs: tuple[str, ...], folder: Path = FOLDER) -> Trees:
    """The trees of one weights file; ModelError when it is missing, broken or was not made for these signs."""
    path = folder / f"{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as held:
            if tuple(held["signs"].tolist()) != signs:
                raise ValueError("it was made for other signs")
            parts = {part: held[part] for part in ("roots", "owner", "sign", "limit", "least", "more", "value")}
            return Trees(**parts, depth=int(held["depth"]), classes=int(held["classes"]))
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(f"the weights cannot be loaded ({error})", str(path), "install the package again") from error
