"""What is weighed of two clauses, or two phrases, beside the score that they tell the same.

The scorers learnt what readers note, which is a fact once and in its best place. Whether a pair that nobody noted is
right shows in other things: what all the two sentences share, and how (``signs``).
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.clauses.lexicon import Lexicon
from conspectus.compare.context import sentences_of
from conspectus.compare.phrases.pair import Phrases, half
from conspectus.compare.telling.signs import SIGNS, signs
from conspectus.compare.telling.stretch import Article, article_of
from conspectus.model import Reading, Span

CLAUSES = ("score", "phrase", "beside", *SIGNS)
"""The numbers of two clauses in order: log-odds of their score, the best of two phrases in them, the scores of what
else the two sentences share, then what is looked at of phrases too."""
PHRASES = ("score", "mass", *SIGNS)
"""Those of two phrases: log-odds of their score, the weight of the words that meet, then as of clauses."""
LEAST = 0.05
"""Pairs count as what sentences share from this score on."""
_MOST = 3.0
_SURE = 0.995

Kind = Literal["clauses", "phrases"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spans of different articles, and how likely they tell the same."""

    kind: Kind
    one: Span
    other: Span
    score: float


@dataclass(frozen=True)
class Around:
    """The pairs of a story by the two sentences that they lie in, either way round; ``sentences`` of each span."""

    articles: Mapping[str, Article]
    sentences: Mapping[Span, tuple[Span, ...]]
    pairs: Mapping[tuple[Span, Span], Sequence[Pair]]

    def beside(self, one: Span, other: Span) -> Iterator[Pair]:
        """The pairs in the sentences of two spans, those of ``one`` first."""
        for a in self.sentences[one]:
            for b in self.sentences[other]:
                yield from self.pairs.get((a, b), ())


def around(
    clauses: Sequence[Alike], phrases: Sequence[Phrases], readings: Mapping[str, Reading], lexicon: Lexicon
) -> Around:
    """The pairs from ``LEAST`` on, laid out; ``readings`` by article."""
    known = [Pair("clauses", p.one.span, p.other.span, p.score) for p in clauses if p.score >= LEAST]
    known += [Pair("phrases", p.one, p.other, p.score) for p in phrases if p.score >= LEAST]
    spans = {span for pair in known for span in (pair.one, pair.other)}
    sentences = {span: sentences_of(readings[span.article], span) for span in spans}
    found: dict[tuple[Span, Span], list[Pair]] = defaultdict(list)
    for pair in known:
        for a in sentences[pair.one]:
            for b in sentences[pair.other]:
                found[a, b].append(pair)
                found[b, a].append(Pair(pair.kind, pair.other, pair.one, pair.score))
    articles = {name: article_of(reading, lexicon) for name, reading in readings.items()}
    return Around(articles, sentences, found)


def of_clauses(pair: Alike, known: Around) -> list[float]:
    """The numbers of ``CLAUSES``; the pair scores ``LEAST`` or more."""
    one, other = pair.one.span, pair.other.span
    near = list(known.beside(one, other))
    inside = [p.score for p in near if p.kind == "phrases" and half(p.one, one) and half(p.other, other)]
    apart = sum(p.score for p in near if not half(p.one, one) and not half(p.other, other))
    return [_odds(pair.score), max(inside, default=0.0), min(apart, _MOST), *_signs(one, other, known)]


def of_phrases(pair: Phrases, known: Around) -> list[float]:
    """The numbers of ``PHRASES``; the pair scores ``LEAST`` or more."""
    return [_odds(pair.score), round(math.log1p(pair.mass), 4), *_signs(pair.one, pair.other, known)]


def _odds(score: float) -> float:
    sure = min(max(score, 1 - _SURE), _SURE)
    return round(math.log(sure / (1 - sure)), 4)


def _signs(one: Span, other: Span, known: Around) -> list[float]:
    articles = known.articles[one.article], known.articles[other.article]
    return signs(articles[0].stretch(one), articles[1].stretch(other), articles)
