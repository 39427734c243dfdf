"""A small network over numbers: one hidden layer, some runs averaged; trained by ``training/agreement``."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from conspectus.errors import ModelError

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Network:
    """The scale of each number and the runs' weights: (numbers, hidden), hidden, hidden, one."""

    mean: Numbers
    spread: Numbers
    runs: tuple[tuple[Numbers, Numbers, Numbers, Numbers], ...]

    def scores(self, rows: Numbers) -> Numbers:
        """For rows of numbers the scores, rounded to three places."""
        scaled = (rows - self.mean) / self.spread
        outputs = [np.tanh(scaled @ first + bias) @ second + last for first, bias, second, last in self.runs]
        found: Numbers = np.round(1 / (1 + np.exp(-np.mean(outputs, axis=0))), 3)
        return found


@cache
def network(path: Path, size: int) -> Network:
    """A network that comes with the package, loaded once. ModelError when it is missing or does not read ``size``."""
    try:
        table = json.loads(path.read_text(encoding="utf8"))
        mean, spread = np.array(table["mean"]), np.array(table["spread"])
        runs = tuple((np.array(a), np.array(b), np.array(c), np.array(d)) for a, b, c, d in table["runs"])
    except (OSError, KeyError, ValueError) as error:
        message = f"the scorer of clauses cannot be read ({error})"
        raise ModelError(message, str(path), "install conspectus again") from error
    if len(mean) != size:
        raise ModelError("the scorer of clauses is of another version", str(path), "install conspectus again")
    return Network(mean, spread, runs)
