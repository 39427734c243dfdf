"""How likely two units tell of one matter differently: the mean of the log-odds of boosted trees and of a line.

The line (logistic regression) is surer at the top, the trees further down.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.matters.signs import NAMES, Floats
from conspectus.compare.trees import DIGITS, load
from conspectus.errors import ModelError

FOLDER = Path(__file__).parents[2] / "weights" / "matters"
FAR = 4.0
"""Spreads from the middle beyond which a sign counts no more."""
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Line:
    """``middle``, ``spread`` and ``slopes`` [signs], and the ``height`` at the middle."""

    middle: Numbers
    spread: Numbers
    slopes: Numbers
    height: float

    def odds(self, signs: Floats) -> Numbers:
        """The log-odds of each row: signs [rows, signs] → [rows]."""
        scaled: Numbers = np.clip((signs - self.middle) / self.spread, -FAR, FAR)
        return np.asarray(scaled @ self.slopes + self.height)


def likely(signs: Floats) -> Floats:
    """How likely each row is (0..1, rounded)."""
    odds = (load("matter", NAMES, FOLDER).sums(signs)[:, 0] + line("line", NAMES).odds(signs)) / 2
    return np.asarray(np.round(1 / (1 + np.exp(-odds)), DIGITS), np.float32)


@cache
def line(name: str, signs: tuple[str, ...], folder: Path = FOLDER) -> Line:
    """A line of the weights folder; ModelError when it is missing, broken or was not made for these signs."""
    path = folder / f"{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as held:
            if tuple(held["signs"].tolist()) != signs:
                raise ValueError("it was made for other signs")
            return Line(held["middle"], held["spread"], held["slopes"], float(held["height"]))
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(f"the weights cannot be loaded ({error})", str(path), "install the package again") from error
