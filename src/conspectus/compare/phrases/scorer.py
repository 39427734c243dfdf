"""Phrases of two articles that may tell the same, with how likely they do: the scorer of clauses over other numbers."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, product

import numpy as np

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.clauses.lexicon import FOLDER, lexicon
from conspectus.compare.clauses.network import Numbers, network
from conspectus.compare.phrases.meetings import Meeting, meetings, near
from conspectus.compare.phrases.pair import Phrases
from conspectus.compare.phrases.sentences import sentences
from conspectus.compare.phrases.signs import NAMES, Around, around, signs, supports
from conspectus.model import Reading, Span


def phrases(readings: Sequence[Reading], clauses: Sequence[Alike]) -> tuple[Phrases, ...]:
    """The pairs of phrases of a story, best first; independent of the order of ``readings``.

    ``clauses`` are the story's pairs of like clauses. ModelError when the scorer's file is missing.
    """
    met, numbers = measured(readings, clauses)
    if not met:
        return ()
    scores = network(FOLDER / "phrases.json", len(NAMES)).scores(numbers).tolist()
    found = (Phrases(one.one, one.other, score, round(one.mass, 3)) for one, score in zip(met, scores, strict=True))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other)))


def measured(readings: Sequence[Reading], clauses: Sequence[Alike]) -> tuple[tuple[Meeting, ...], Numbers]:
    """The meetings of every two articles with their numbers [meetings, names]."""
    known = lexicon()
    own = [around(r, sentences(r, known)) for r in sorted(readings, key=lambda r: r.article.id)]
    alike = near(sorted({stem for side in own for stem in side.places}), known)
    scored = _by_sentences(clauses, own)
    met: list[Meeting] = []
    numbers: list[list[float]] = []
    for left, right in combinations(own, 2):
        here = list(meetings(left.sentences, right.sentences, alike))
        met += here
        numbers += signs(here, left, right, scored)
    rows = [[*row, last] for row, last in zip(numbers, supports(met), strict=True)]
    return tuple(met), np.asarray(np.round(np.array(rows, np.float64), 4))


def _by_sentences(clauses: Sequence[Alike], sides: Sequence[Around]) -> dict[tuple[Span, Span], list[Alike]]:
    """The like clauses of every two sentences; as of the clauses, the article with the smaller id comes first."""
    every: dict[str, list[Span]] = {side.reading.article.id: [s.span for s in side.sentences] for side in sides}
    spans = {span for pair in clauses for span in (pair.one.span, pair.other.span)}
    lying = {span: [sentence for sentence in every[span.article] if sentence.overlaps(span)] for span in spans}
    found: dict[tuple[Span, Span], list[Alike]] = defaultdict(list)
    for pair in clauses:
        for one, other in product(lying[pair.one.span], lying[pair.other.span]):
            found[one, other].append(pair)
    return found
