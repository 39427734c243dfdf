"""Pairs that the numbers leave open, read once more: the encoder's answer is put together with the score they have.

Only pairs of a middling score are read, and of these only what could be shown: no clauses that both have a sure
partner, no phrases in two clauses that surely tell the same. What is sure or hopeless stays as it is, and reading costs
time. The weights of the two were fitted (logistic regression) on stories that neither had seen.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.phrases.pair import Phrases
from conspectus.model import Reading, Span, Statement

if TYPE_CHECKING:
    from conspectus.compare.closer.passage import Passage

_LEAST, _MOST = 0.2, 0.36
"""Pairs that score from the first on and less than the second are read: there an answer decides, and further up it
rarely does."""
_CLAUSES = (0.37, 0.61, 0.71)
_PHRASES = (0.07, 0.62, 0.56)
"""What is added up: a constant, so much of the score's log-odds, so much of the encoder's."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The pairs of clauses and of phrases, best first."""

    clauses: tuple[Alike, ...]
    phrases: tuple[Phrases, ...]


def looked(
    clauses: Sequence[Alike],
    phrases: Sequence[Phrases],
    readings: Sequence[Reading],
    same: Callable[[Statement, Statement, Mapping[str, Reading]], bool],
) -> Looked:
    """The pairs with the scores (0..1, three places) that they have after a closer look.

    Clauses that something speaks against (``same``) are not read. ModelError when the encoder's files are missing.
    """
    own = {reading.article.id: reading for reading in readings}
    sure = [p for p in clauses if p.score >= _MOST]
    taken = {(a.id, b.span.article) for p in sure for a, b in ((p.one, p.other), (p.other, p.one))}
    open_clauses = {
        (p.one.span, p.other.span): p.score
        for p in clauses
        if _open(p.score)
        and not taken >= {(p.one.id, p.other.span.article), (p.other.id, p.one.span.article)}
        and same(p.one, p.other, own)
    }
    told: dict[frozenset[str], list[Alike]] = defaultdict(list)
    for pair in sure:
        told[frozenset((pair.one.span.article, pair.other.span.article))].append(pair)
    open_phrases = {
        (p.one, p.other): p.score
        for p in phrases
        if _open(p.score) and not any(_inside(p, c) for c in told.get(frozenset((p.one.article, p.other.article)), ()))
    }
    answers = dict(_answers([*open_clauses, *open_phrases], own))
    read_clauses = {pair: _both(score, answers[pair], _CLAUSES) for pair, score in open_clauses.items()}
    read_phrases = {pair: _both(score, answers[pair], _PHRASES) for pair, score in open_phrases.items()}
    found = [
        replace(p, score=read_clauses[both]) if (both := (p.one.span, p.other.span)) in read_clauses else p
        for p in clauses
    ]
    parts = [replace(p, score=read_phrases[both]) if (both := (p.one, p.other)) in read_phrases else p for p in phrases]
    return Looked(
        tuple(sorted(found, key=lambda p: (-p.score, p.one.span, p.other.span))),
        tuple(sorted(parts, key=lambda p: (-p.score, p.one, p.other))),
    )


def _inside(pair: Phrases, clauses: Alike) -> bool:
    one, other = clauses.one.span, clauses.other.span
    return (one.contains(pair.one) and other.contains(pair.other)) or (
        one.contains(pair.other) and other.contains(pair.one)
    )


def _open(score: float) -> bool:
    return _LEAST <= score < _MOST


def _answers(
    pairs: Sequence[tuple[Span, Span]], readings: Mapping[str, Reading]
) -> Iterator[tuple[tuple[Span, Span], float]]:
    """What the encoder says of each pair; passages of the same words are read once."""
    if not pairs:
        return
    from conspectus.compare.closer.encoder import encoder

    network = encoder()
    passages = {span: network.passage(readings[span.article], span) for pair in pairs for span in pair}
    known: dict[tuple[Passage, Passage], float] = {}
    for one, other in pairs:
        both = (passages[one], passages[other])
        if both not in known:
            known[both] = network.same(*both)
        yield (one, other), known[both]


def _both(score: float, answer: float, weights: tuple[float, float, float]) -> float:
    constant, own, read = weights
    total = constant + own * math.log(score / (1 - score)) + read * answer
    return round(1 / (1 + math.exp(-total)), 3)
