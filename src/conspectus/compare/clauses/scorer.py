"""How likely it is that two clauses tell the same: a small network over the numbers of ``features``.

One hidden layer, five runs averaged, trained by ``training/agreement`` on stories read by hand. The gold is
a sample of what agrees, so scores are low throughout: they rank, and the threshold of who uses them says what is
enough.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.clauses.candidates import Candidates, candidates
from conspectus.compare.clauses.clause import clauses
from conspectus.compare.clauses.facing import facing
from conspectus.compare.clauses.features import NAMES, features
from conspectus.compare.clauses.lexicon import FOLDER, lexicon
from conspectus.compare.clauses.support import supported
from conspectus.compare.clauses.table import Table, Vocabulary, table, vocabulary
from conspectus.errors import ModelError
from conspectus.model import Reading

_LEAST = 0.01
"""A pair that scores less is not passed on."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scorer:
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
def scorer(folder: Path = FOLDER) -> Scorer:
    """The scorer that comes with the package, loaded once. ModelError when it is missing or of another version."""
    path = folder / "scorer.json"
    try:
        table = json.loads(path.read_text(encoding="utf8"))
        mean, spread = np.array(table["mean"]), np.array(table["spread"])
        runs = tuple((np.array(a), np.array(b), np.array(c), np.array(d)) for a, b, c, d in table["runs"])
    except (OSError, KeyError, ValueError) as error:
        message = f"the scorer of clauses cannot be read ({error})"
        raise ModelError(message, str(path), "install conspectus again") from error
    if len(mean) != len(NAMES):
        raise ModelError("the scorer of clauses is of another version", str(path), "install conspectus again")
    return Scorer(mean, spread, runs)


def alike(readings: Sequence[Reading]) -> tuple[Alike, ...]:
    """The pairs of statements that may tell the same, best first; independent of the order of ``readings``."""
    words = lexicon()
    own = [clauses(reading, words) for reading in sorted(readings, key=lambda r: r.article.id)]
    known = vocabulary((clause for found in own for clause in found), words)
    tables = [table(found, known) for found in own]
    pairs = (pair for one in candidates(own, known) for pair in _alike(one, tables, known))
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.one.span, pair.other.span)))


def _alike(pairs: Candidates, tables: Sequence[Table], known: Vocabulary) -> Iterator[Alike]:
    """The pairs of clauses of two articles."""
    for found in facing(pairs, tables[pairs.left], tables[pairs.right], known):
        scores = scorer().scores(features(found))
        places = zip(found.pairs.one.tolist(), found.pairs.other.tolist(), scores.tolist(), strict=True)
        for (i, j, score), enough in zip(places, supported(found).tolist(), strict=True):
            if enough and score >= _LEAST:
                yield Alike(found.one.clauses[i].statement, found.other.clauses[j].statement, score)
