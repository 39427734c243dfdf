"""How likely a matter is one, all told: its likelihood by the signs, and what agrees in and around its stretches.

Articles that tell of one matter mostly tell a part of it alike: a clause beside the difference, or some words of it.
Where nothing agrees, the likeness is one of subject. Weighed by a line (logistic regression) that was fitted on stories
from which the scorer of the signs had learnt nothing.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.matters.choose import Matter
from conspectus.compare.matters.likely import line
from conspectus.compare.matters.signs import Floats
from conspectus.compare.matters.units import Unit
from conspectus.compare.phrases.pair import Phrases, half
from conspectus.compare.runs import longest_run
from conspectus.model import Span

NAMES = ("likely", "articles", "rank", "clause", "phrase", "phrases", "phrases_beside", "length", "quoted")
"""The numbers in order: log-odds by the signs, wordings, log of the rank among the story's matters, the best score of
two clauses in the stretches, the best of two phrases there and the sum of these, the sum of those elsewhere in the
sentences, hundreds of characters of the shortest stretch, the most that lies inside quotation marks."""
_TOLD = 0.1
"""Phrases count from this score on."""
_MOST = 3.0
_SURE = 0.995
_COPIED = 0.7
"""Stretches that share a run of more than this share of the shorter are of one wording."""
_ARTICLES = 3
"""More articles than the stories had from which the line was fitted count as these."""

Between = Mapping[tuple[str, str], Sequence[tuple[Span, Span, float]]]
"""Scored pairs of spans by their articles, either way round."""


def weighed(table: Floats) -> list[float]:
    """The likelihood (0..1, three places) of each matter by its numbers. ModelError when the weights are missing."""
    return [round(1 / (1 + math.exp(-own)), 3) for own in line("agreed", NAMES).odds(table).tolist()]


def numbers(chosen: Sequence[Matter], clauses: Iterable[Alike], phrases: Iterable[Phrases]) -> Floats:
    """What the line weighs [matters, names]; the matters of a story come likeliest first.

    ``clauses`` and ``phrases`` are the pairs of the story that may tell the same, with their scores after a closer
    look.
    """
    told = _between((pair.one.span, pair.other.span, pair.score) for pair in clauses)
    parts = _between((pair.one, pair.other, pair.score) for pair in phrases if pair.score >= _TOLD)
    rows = [_numbers(matter, rank, told, parts) for rank, matter in enumerate(chosen)]
    return np.round(np.array(rows, np.float32).reshape(-1, len(NAMES)), 4)


def _between(pairs: Iterable[tuple[Span, Span, float]]) -> Between:
    found: dict[tuple[str, str], list[tuple[Span, Span, float]]] = defaultdict(list)
    for one, other, score in pairs:
        found[one.article, other.article].append((one, other, score))
        found[other.article, one.article].append((other, one, score))
    return found


def _numbers(matter: Matter, rank: int, clauses: Between, phrases: Between) -> list[float]:
    told = _worded(matter.units)
    two = list(combinations(told, 2))
    shown = [[score for _, _, score in _in_stretches(a, b, clauses)] for a, b in two]
    inside = [[score for _, _, score in _in_stretches(a, b, phrases)] for a, b in two]
    around = [sum(score for _, _, score in _in_sentences(a, b, phrases)) for a, b in two]
    sums = [sum(scores) for scores in inside]
    beside = [min(whole - own, _MOST) for whole, own in zip(around, sums, strict=True)]
    return [
        log_odds(matter.likelihood), min(len(told), _ARTICLES), math.log1p(rank),
        max((score for scores in shown for score in scores), default=0.0),
        max((score for scores in inside for score in scores), default=0.0),
        sum(min(own, _MOST) for own in sums) / max(1, len(two)), sum(beside) / max(1, len(two)),
        min(len(unit.shown) for unit in matter.units) / 100, max(unit.quoted for unit in matter.units),
    ]  # fmt: skip


def log_odds(likelihood: float) -> float:
    """Of a likelihood that is held away from 0 and 1."""
    likely = min(max(likelihood, 1 - _SURE), _SURE)
    return math.log(likely / (1 - likely))


def _worded(units: Sequence[Unit]) -> list[Unit]:
    """One unit of each wording: copies of one text agree with each other, which shows nothing of the matter."""
    kept: list[Unit] = []
    for unit in units:
        if not any(_is_copy(unit, other) for other in kept):
            kept.append(unit)
    return kept


def _is_copy(one: Unit, other: Unit) -> bool:
    return longest_run(one.wide, other.wide) > _COPIED * min(len(one.wide), len(other.wide))


def _in_stretches(one: Unit, other: Unit, pairs: Between) -> Iterable[tuple[Span, Span, float]]:
    return (
        pair for pair in _in_sentences(one, other, pairs) if half(pair[0], one.shown) and half(pair[1], other.shown)
    )


def _in_sentences(one: Unit, other: Unit, pairs: Between) -> Iterable[tuple[Span, Span, float]]:
    here = pairs.get((one.span.article, other.span.article), ())
    return (pair for pair in here if pair[0].overlaps(one.sentence) and pair[1].overlaps(other.sentence))
