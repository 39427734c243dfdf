"""How likely it is that two clauses tell the same: a small network over the numbers of ``features``.

One hidden layer, five runs averaged, trained by ``training/agreement`` on stories read by hand. The gold is
a sample of what agrees, so scores are low throughout: they rank, and the threshold of who uses them says what is
enough.
"""

from collections.abc import Iterator, Sequence

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.clauses.candidates import Candidates, candidates
from conspectus.compare.clauses.clause import clauses
from conspectus.compare.clauses.facing import facing
from conspectus.compare.clauses.features import NAMES, features
from conspectus.compare.clauses.lexicon import FOLDER, lexicon
from conspectus.compare.clauses.network import network
from conspectus.compare.clauses.support import supported
from conspectus.compare.clauses.table import Table, Vocabulary, table, vocabulary
from conspectus.model import Reading

_LEAST = 0.01
"""A pair that scores less is not passed on."""


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
    for every in facing(pairs, tables[pairs.left], tables[pairs.right], known):
        found = every.only(supported(every))
        if not len(found.pairs.one):
            continue
        scores = network(FOLDER / "scorer.json", len(NAMES)).scores(features(found))
        for i, j, score in zip(found.pairs.one.tolist(), found.pairs.other.tolist(), scores.tolist(), strict=True):
            if score >= _LEAST:
                yield Alike(found.one.clauses[i].statement, found.other.clauses[j].statement, score)
