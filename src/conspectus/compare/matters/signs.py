"""Signs: what can be measured about two units of different articles, as numbers for the trees.

Likeness counts stems, weighted by how rare they are among the sentences of the story (inverse document frequency,
Spärck Jones 1972). Units stand in the order of their spans and every number is rounded, so that the order of the
articles and the last bits of a processor's sums decide nothing.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.matters.units import Unit
from conspectus.compare.runs import longest_runs
from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.values.times import compare_times

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Numbers = NDArray[np.float64]
Columns = list[NDArray[Any]]
"""Some of the signs, each for all pairs [pairs]."""
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
    holds = _holds(found, like.idf)
    telling = _telling(found, alike)
    pairs: list[tuple[int, int]] = []
    rows: list[Numbers] = []
    for one, other in combinations(articles, 2):
        block = like.held[np.ix_(numbers[one], numbers[other])]
        best = np.argsort(-block, axis=None, kind="stable")[:MOST]
        places = best // block.shape[1], best % block.shape[1]
        i, j = numbers[one][places[0]], numbers[other][places[1]]
        here = list(zip(i.tolist(), j.tolist(), strict=True))
        held = np.asarray(like.held[i, j], np.float64)
        runs = longest_runs(*([found[n].run for n in numbers[article]] for article in (one, other)))[places]
        rows.append(
            np.stack(
                [
                    held, (held - float(block.mean())) / (float(block.std()) or 1.0), np.log1p(np.arange(len(here))),
                    *_alike(i, j, like), *_words(i, j, holds, runs), *_told(i, j, holds),
                    *_verdicts(found, here, holds), *_same_telling(found, here, telling),
                ],
                axis=1,
            )
        )  # fmt: skip
        pairs += here
    return Candidates(tuple(pairs), np.asarray(np.round(np.concatenate(rows).astype(np.float32), 4)))


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


def _same_telling(
    found: Sequence[Unit], pairs: Sequence[tuple[int, int]], telling: dict[tuple[object, object], float]
) -> Columns:
    """What is said of the statements of each pair, and of their sentences."""
    told = [unit.statement and unit.statement.id for unit in found]
    return [
        np.array([telling.get((told[i], told[j]), 0.0) for i, j in pairs]),
        np.array([telling.get((found[i].sentence, found[j].sentence), 0.0) for i, j in pairs]),
    ]


def _likeness(found: Sequence[Unit], articles: Sequence[NDArray[np.int64]]) -> Likeness:
    idf = _rarity(found)
    stems = sorted({stem for unit in found for stem in unit.content | unit.beside})
    column = {stem: n for n, stem in enumerate(stems)}
    rarity = np.array([idf.get(stem, _PLAIN) for stem in stems], np.float32)
    own, around, beside = np.zeros((3, len(found), len(stems)), np.float32)
    for row, unit in enumerate(found):
        for stems_here, table in ((unit.content, own), (unit.around, around), (unit.beside, beside)):
            here = [column[stem] for stem in stems_here]
            table[row, here] = rarity[here]
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


def _edges(one: NDArray[Any], other: NDArray[Any]) -> Columns:
    """The smaller and the larger of two numbers."""
    return [np.minimum(one, other), np.maximum(one, other)]


def _alike(i: Ints, j: Ints, like: Likeness) -> Columns:
    shares = [edge for t in (like.clause, like.sentence, like.mixed, like.beside) for edge in _edges(t[i, j], t[j, i])]
    cosines = [table[i, j] for table in (like.cosine, like.cosine_around, like.cosine_beside)]
    ranks = [np.log1p(edge, dtype=np.float64) for edge in _edges(like.rank[i, j], like.rank[j, i])]
    weights = [edge.astype(np.float64) / 20 for edge in _edges(like.weight[i], like.weight[j])]
    alone = [(like.weight[a] * (1 - like.clause[a, b])).astype(np.float64) / 20 for a, b in ((i, j), (j, i))]
    return [
        *shares, *cosines, *ranks, *_edges(like.margin[i, j], like.margin[j, i]),
        *_edges(like.middle[i], like.middle[j]), *weights, *_edges(*alone),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holds:
    """What each unit holds, as tables: stems and those of names [units, stems], the stems' ``weights`` and which begin
    with a digit [stems], entities [units, entities], the predicate's number, and what is ``told`` by itself,
    by name [units]."""

    content: Bools
    named: Bools
    weights: Numbers
    digits: Bools
    who: Bools
    act: Ints
    told: dict[str, NDArray[Any]]


def _holds(found: Sequence[Unit], idf: dict[str, float]) -> Holds:
    stems = sorted({stem for unit in found for stem in unit.content | unit.named})
    acts = {act: n for n, act in enumerate(sorted({unit.act for unit in found}))}
    return Holds(
        _table([unit.content for unit in found], stems),
        _table([unit.named for unit in found], stems),
        np.array([idf.get(stem, _PLAIN) for stem in stems]),
        np.array([stem[:1].isdigit() for stem in stems], bool),
        _table([unit.who for unit in found], sorted({one for unit in found for one in unit.who})),
        np.array([acts[unit.act] for unit in found]),
        _by_itself(found),
    )


def _table(rows: Sequence[frozenset[str]], columns: Sequence[str]) -> Bools:
    place = {column: n for n, column in enumerate(columns)}
    table = np.zeros((len(rows), len(columns)), bool)
    for row, own in zip(table, rows, strict=True):
        row[[place[one] for one in own]] = True
    return table


def _words(i: Ints, j: Ints, holds: Holds, runs: Ints) -> Columns:
    """What both hold of stems, names and entities; ``runs`` are the longest runs of stems in both."""
    shared, names = holds.content[i] & holds.content[j], holds.named[i] & holds.named[j]
    counts, lengths, people = holds.named.sum(1), holds.told["words"], holds.who.sum(1)
    free = holds.told["free"]
    return [
        np.minimum(shared.sum(1), 8), np.where(shared, holds.weights, 0.0).sum(1) / 20,
        np.minimum((shared & ~names).sum(1), 5), np.minimum(names.sum(1), 3),
        np.minimum((holds.named[i] ^ holds.named[j]).sum(1), 4), np.minimum(np.minimum(counts[i], counts[j]), 3),
        np.minimum(runs, 10), runs / np.maximum(1, np.minimum(lengths[i], lengths[j])),
        (shared & holds.digits).any(1), holds.act[i] == holds.act[j],
        np.minimum((holds.who[i] & holds.who[j]).sum(1), 3), np.minimum((holds.who[i] ^ holds.who[j]).sum(1), 4),
        np.minimum(np.minimum(people[i], people[j]), 3), free[i] + free[j],
    ]  # fmt: skip


def _by_itself(found: Sequence[Unit]) -> dict[str, NDArray[Any]]:
    """What is read off each unit by itself, by name [units]."""
    told = [unit.statement for unit in found]
    certainty = np.array([statement.certainty if statement else "stated" for statement in told])
    return {
        "words": np.array([len(unit.run) for unit in found]),
        "characters": np.array([len(unit.span) / 100 for unit in found]),
        "at": np.array([unit.at for unit in found]),
        "title": np.array([int(unit.span.part == "title") for unit in found]),
        "quoted": np.array([unit.quoted for unit in found]),
        "free": np.array([int(statement is None) for statement in told]),
        "holders": np.array([min(len(statement.holders), 2) if statement else 0 for statement in told]),
        "denied": np.array([statement is not None and statement.polarity != "affirmed" for statement in told]),
        "certainty": certainty,
        "planned": certainty == "planned",
        "unsure": np.isin(certainty, ("hedged", "possible")),
        "times": np.array([bool(unit.times) for unit in found]),
        "amounts": np.array([bool(unit.amounts) for unit in found]),
        "places": np.array([bool(unit.places) for unit in found]),
    }


def _told(i: Ints, j: Ints, holds: Holds) -> Columns:
    """Where the two stand, how they are told, and by whom."""
    sides = {name: (own[i], own[j]) for name, own in holds.told.items()}
    held = _edges(*sides["holders"])
    return [
        *_edges(*sides["characters"]), *_edges(*sides["at"]), np.add(*sides["title"]), *_edges(*sides["quoted"]), *held,
        (held[0] == 0) & (held[1] > 0),
        *(np.not_equal(*sides[name]) for name in ("denied", "certainty", "planned", "unsure")),
    ]  # fmt: skip


def _verdicts(found: Sequence[Unit], pairs: Sequence[tuple[int, int]], holds: Holds) -> Columns:
    """Of times, amounts and places: whether both have some, or one; how they compare."""
    columns: Columns = []
    i, j = np.array(pairs).T
    for name, compared in (("times", _times), ("amounts", _amounts), ("places", _places)):
        own = holds.told[name]
        both = own[i] & own[j]
        verdicts = [compared(found[a], found[b]) if two else set() for (a, b), two in zip(pairs, both, strict=True)]
        listed = ("different",) if name == "places" else ("different", "compatible", "equal")
        columns += [both, own[i] ^ own[j], *(np.array([one in said for said in verdicts]) for one in listed)]
    return columns


def _times(one: Unit, other: Unit) -> set[str]:
    return {compare_times(a, b).verdict for a in one.times for b in other.times}


def _amounts(one: Unit, other: Unit) -> set[str]:
    alike = [(a, b) for a in one.amounts for b in other.amounts if (a.kind, a.unit) == (b.kind, b.unit)]
    return {compare_amounts(a, b).verdict for a, b in alike}


def _places(one: Unit, other: Unit) -> set[str]:
    """Places of the same sort are told apart by who they are alone."""
    return set() if {p.id for p in one.places} & {p.id for p in other.places} else {"different"}
