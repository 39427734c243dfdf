"""Signs: what can be measured about two units of different articles, as numbers for the trees.

Likeness counts stems, weighted by how rare they are among the sentences of the story (inverse document frequency,
Spärck Jones 1972). Units stand in the order of their spans and every number is rounded, so that the order of the
articles and the last bits of a processor's sums decide nothing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.matters.units import Unit
from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.values.times import compare_times

Floats = NDArray[np.float32]
MOST = 400
"""Pairs of units that are looked at for two articles: the likeliest."""
_PLAIN = 3.0
"""Weight of a stem that stands in no sentence of its own."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of units (their numbers, the smaller first) with their signs [pairs, signs], best likeness first."""

    pairs: tuple[tuple[int, int], ...]
    signs: Floats


@dataclass(frozen=True, slots=True)
class Likeness:
    """For every two units [U, U]: how much of one is in the other, clause in clause and so on, and ranks by all."""

    clause: Floats
    sentence: Floats
    mixed: Floats
    cosine: Floats
    cosine_around: Floats
    beside: Floats
    cosine_beside: Floats
    held: Floats
    rank: Floats
    margin: Floats
    middle: Floats
    weight: Floats
    idf: dict[str, float]


def candidates(found: Sequence[Unit], alike: Sequence[Alike] = ()) -> Candidates:
    """The pairs worth a score, with what ``alike`` says of their statements; time grows with the pairs of articles."""
    articles = sorted({unit.span.article for unit in found})
    if len(articles) < 2:
        return Candidates((), np.zeros((0, len(NAMES)), np.float32))
    numbers = {a: np.array([n for n, unit in enumerate(found) if unit.span.article == a]) for a in articles}
    like = _likeness(found, list(numbers.values()))
    telling = _telling(found, alike)
    pairs: list[tuple[int, int]] = []
    rows: list[list[float]] = []
    for one, other in combinations(articles, 2):
        block = like.held[np.ix_(numbers[one], numbers[other])]
        mean, spread = float(block.mean()), float(block.std()) or 1.0
        best = np.argsort(-block, axis=None, kind="stable")
        for place, at in enumerate(best[:MOST].tolist()):
            i, j = int(numbers[one][at // block.shape[1]]), int(numbers[other][at % block.shape[1]])
            pairs.append((i, j))
            held = float(like.held[i, j])
            whole = [held, (held - mean) / spread, math.log1p(place)]
            two = found[i], found[j]
            rows.append(
                [*whole, *_alike(i, j, like), *_words(*two, like.idf), *_told(*two), *_same_telling(*two, telling)]
            )
    return Candidates(tuple(pairs), np.round(np.array(rows, np.float32), 4))


def _telling(found: Sequence[Unit], alike: Sequence[Alike]) -> dict[tuple[object, object], float]:
    """How likely two statements tell the same, and the most of two sentences: by ids, by spans, either way round."""
    sentence = {unit.statement.id: unit.sentence for unit in found if unit.statement}
    best: dict[tuple[object, object], float] = {}
    for pair in alike:
        one, other = pair.one.id, pair.other.id
        for left, right in ((one, other), (sentence.get(one), sentence.get(other))):
            if left and right:
                best[left, right] = best[right, left] = max(best.get((left, right), 0.0), pair.score)
    return best


def _same_telling(one: Unit, other: Unit, telling: dict[tuple[object, object], float]) -> tuple[float, float]:
    both = one.statement and other.statement and telling.get((one.statement.id, other.statement.id), 0.0)
    return both or 0.0, telling.get((one.sentence, other.sentence), 0.0)


def _likeness(found: Sequence[Unit], articles: Sequence[NDArray[np.int64]]) -> Likeness:
    idf = _rarity(found)
    stems = sorted({stem for unit in found for stem in unit.content | unit.beside})
    column = {stem: n for n, stem in enumerate(stems)}
    own, around, beside = np.zeros((3, len(found), len(stems)), np.float32)
    for row, unit in enumerate(found):
        for stems_here, table in ((unit.content, own), (unit.around, around), (unit.beside, beside)):
            for stem in stems_here:
                table[row, column[stem]] = idf.get(stem, _PLAIN)
    weight, weight_around, weight_beside = (np.maximum(t.sum(1), 1e-6)[:, None] for t in (own, around, beside))
    clause, sentence = _share(own, own, weight), _share(around, around, weight_around)
    mixed = _share(own, around, weight)
    near = _share(beside, beside, weight_beside)
    cosine, cosine_around, cosine_beside = (_rounded(_unit_rows(t) @ _unit_rows(t).T) for t in (own, around, beside))
    held = 0.35 * _both(clause) + 0.25 * _both(sentence) + 0.1 * (mixed + mixed.T) + 0.1 * cosine + 0.1 * cosine_around
    held += 0.3 * _both(near)
    held = _rounded(held)
    return Likeness(
        clause, sentence, mixed, cosine, cosine_around, near, cosine_beside, held,
        *_ranks(held, articles), weight[:, 0], idf,
    )  # fmt: skip


def _rarity(found: Sequence[Unit]) -> dict[str, float]:
    sentences = {unit.sentence: unit.around for unit in found}
    counts = Counter(stem for around in sentences.values() for stem in around)
    return {stem: math.log(1 + len(sentences) / count) for stem, count in counts.items()}


def _rounded(table: Floats) -> Floats:
    return np.asarray(np.round(table, 4), np.float32)


def _share(one: Floats, other: Floats, weight: Floats) -> Floats:
    """How much (0..1) of the weight of each row of ``one`` stands in each row of ``other``."""
    return _rounded(np.asarray(one @ (other > 0).T.astype(np.float32) / weight, np.float32))


def _unit_rows(table: Floats) -> Floats:
    return np.asarray(table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6), np.float32)


def _both(share: Floats) -> Floats:
    """Harmonic mean of both directions."""
    return np.asarray(2 * share * share.T / np.maximum(share + share.T, 1e-6), np.float32)


def _ranks(held: Floats, articles: Sequence[NDArray[np.int64]]) -> tuple[Floats, Floats, Floats]:
    """For each unit the rank of the other among its article's units, its lead over the next, and the unit's own middle
    likeness to the best of the other articles."""
    rank = np.full(held.shape, 99, np.float32)
    margin = np.zeros(held.shape, np.float32)
    middle = np.zeros(len(held), np.float32)
    for columns in articles:
        part = held[:, columns]
        order = np.argsort(-part, axis=1, kind="stable")
        places = np.argsort(order, axis=1, kind="stable")
        best = -np.sort(-part, axis=1)
        second = best[:, 1:2] if best.shape[1] > 1 else np.zeros_like(best)
        rank[:, columns] = places
        margin[:, columns] = part - np.where(places == 0, second, best[:, :1])
        outside = np.ones(len(held), bool)
        outside[columns] = False
        middle += np.where(outside, best[:, 0], 0)
    return rank, margin, np.asarray(middle / max(1, len(articles) - 1), np.float32)


NAMES = (
    "held", "above", "place", "clause_least", "clause_most", "sentence_least", "sentence_most", "mixed_least",
    "mixed_most", "beside_least", "beside_most", "cosine", "cosine_around", "cosine_beside", "rank_best", "rank_worst",
    "margin_least", "margin_most", "middle_least", "middle_most", "weight_least", "weight_most",
    "alone_least", "alone_most", "shared", "shared_weight", "shared_plain", "names_shared", "names_apart",
    "names_least", "run", "run_share", "figure_shared", "same_act", "who_shared", "who_apart", "who_least", "free",
    "length_least", "length_most", "at_first", "at_last", "titles", "quoted_least", "quoted_most", "holders_least",
    "holders_most", "one_held", "polarity", "certainty", "planned", "hedged", "times_both", "times_one",
    "times_different", "times_compatible", "times_equal", "amounts_both", "amounts_one", "amounts_different",
    "amounts_compatible", "amounts_equal", "places_both", "places_one", "places_different",
    "telling", "telling_around",
)  # fmt: skip
"""The signs in order."""


def _alike(i: int, j: int, like: Likeness) -> list[float]:
    alone = [float(like.weight[a] * (1 - like.clause[a, b])) / 20 for a, b in ((i, j), (j, i))]
    both = (like.clause, like.sentence, like.mixed, like.beside)
    shares = [float(edge(table[i, j], table[j, i])) for table in both for edge in (min, max)]
    ranks = [math.log1p(float(edge(like.rank[i, j], like.rank[j, i]))) for edge in (min, max)]
    margins = [float(edge(like.margin[i, j], like.margin[j, i])) for edge in (min, max)]
    middles = [float(edge(like.middle[i], like.middle[j])) for edge in (min, max)]
    weights = [float(edge(like.weight[i], like.weight[j])) / 20 for edge in (min, max)]
    cosines = [float(table[i, j]) for table in (like.cosine, like.cosine_around, like.cosine_beside)]
    return [*shares, *cosines, *ranks, *margins, *middles, *weights, min(alone), max(alone)]


def _words(one: Unit, other: Unit, idf: dict[str, float]) -> list[float]:
    shared = one.content & other.content
    names = one.named & other.named
    run = longest_run(one.run, other.run)
    return [
        min(len(shared), 8), math.fsum(idf.get(stem, _PLAIN) for stem in sorted(shared)) / 20,
        min(len(shared - names), 5), min(len(names), 3), min(len(one.named ^ other.named), 4),
        min(len(one.named), len(other.named), 3), min(run, 10), run / max(1, min(len(one.run), len(other.run))),
        float(any(stem[:1].isdigit() for stem in shared)), float(one.act == other.act),
        min(len(one.who & other.who), 3), min(len(one.who ^ other.who), 4), min(len(one.who), len(other.who), 3),
        sum(unit.statement is None for unit in (one, other)),
    ]  # fmt: skip


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest run of equal stems."""
    places = defaultdict(list)
    for at, stem in enumerate(other):
        places[stem].append(at)
    best, before = 0, dict[int, int]()
    for stem in one:
        before = {at: before.get(at - 1, 0) + 1 for at in places.get(stem, ())}
        best = max(best, *before.values()) if before else best
    return best


def _told(one: Unit, other: Unit) -> list[float]:
    lengths = sorted((len(one.span) / 100, len(other.span) / 100))
    held = sorted(min(len(u.statement.holders), 2) if u.statement else 0 for u in (one, other))
    certainty = [u.statement.certainty if u.statement else "stated" for u in (one, other)]
    denied = [u.statement is not None and u.statement.polarity != "affirmed" for u in (one, other)]
    unsure = [one in ("hedged", "possible") for one in certainty]
    planned = [one == "planned" for one in certainty]
    times = {compare_times(a, b).verdict for a in one.times for b in other.times}
    alike = [(a, b) for a in one.amounts for b in other.amounts if (a.kind, a.unit) == (b.kind, b.unit)]
    amounts = {compare_amounts(a, b).verdict for a, b in alike}
    places = {p.id for p in one.places}, {p.id for p in other.places}
    return [
        *lengths, *sorted((one.at, other.at)), sum(u.span.part == "title" for u in (one, other)),
        *sorted((one.quoted, other.quoted)), *held, float(held[0] == 0 < held[1]),
        float(denied[0] != denied[1]), float(certainty[0] != certainty[1]),
        float(planned[0] != planned[1]), float(unsure[0] != unsure[1]),
        *_both_or_one(one.times, other.times), *(float(v in times) for v in ("different", "compatible", "equal")),
        *_both_or_one(one.amounts, other.amounts),
        *(float(v in amounts) for v in ("different", "compatible", "equal")),
        *_both_or_one(one.places, other.places), float(bool(places[0] and places[1]) and not places[0] & places[1]),
    ]  # fmt: skip


def _both_or_one(one: Sequence[object], other: Sequence[object]) -> tuple[float, float]:
    return float(bool(one) and bool(other)), float(bool(one) != bool(other))
