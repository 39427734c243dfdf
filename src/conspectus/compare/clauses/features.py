"""What speaks for and against two clauses telling the same, as numbers for the scorer."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.clauses.clause import Clause
from conspectus.compare.clauses.facing import Facing
from conspectus.compare.clauses.table import Bools, Ints, Numbers, Table, best
from conspectus.compare.runs import longest_runs
from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.values.times import compare_times
from conspectus.model import Amount, Time

NAMES = (
    "words", "meaning", "around", "best_one", "best_other", "rank", "gap_near", "gap_far", "soft_short", "soft_long",
    "in_short", "in_long", "shared_weight", "rarest", "second", "figures", "plain_shared", "plain_weight",
    "shared_names", "names_apart", "names_missing", "act_same", "act_like", "act_inside", "subject_shared",
    "subject_apart", "subject_like", "order", "run", "short", "ratio", "amounts_fit", "amounts_apart", "times_fit",
    "times_apart", "polarity", "certainty", "lead", "both_lead", "apart", "voices_same", "voices_apart", "one_voice",
    "quoted_both", "quoted_one", "title", "saying_both", "saying_one",
)  # fmt: skip
"""One name a number, in order."""
Columns = tuple[NDArray[Any], ...]
"""Some of the numbers, each for all pairs [pairs]."""
_REALITY = frozenset({"stated", "hedged"})
_FITTING = frozenset({"equal", "compatible"})


def features(found: Facing) -> Numbers:
    """The numbers of ``NAMES`` for pairs of clauses of two articles [pairs, names]; the same for both orders."""
    pairs, ranks = found.pairs, found.pairs.ranks
    likeness = [*pairs.cosines, *(ranks == 0), 1 / (1 + ranks.min(axis=0)), *np.sort(pairs.gaps, axis=0)]
    measured = [*likeness, *_shared(found), *_names(found), *_acts(found), *_subjects(found)]
    runs = longest_runs(*([clause.run for clause in side.clauses] for side in (found.one, found.other)))
    shared = runs[pairs.one, pairs.other].tolist()
    read = [_read(one, other, run) for (one, other), run in zip(_clauses(found), shared, strict=True)]
    numbers = np.concatenate([np.stack(measured, axis=1), np.array(read)], axis=1)
    return np.asarray(np.round(numbers, 4), np.float64)


def _clauses(found: Facing) -> list[tuple[Clause, Clause]]:
    """The clauses of each pair, that of less weight first."""
    places = zip(found.pairs.one.tolist(), found.pairs.other.tolist(), _swapped(found).tolist(), strict=True)
    one, other = found.one.clauses, found.other.clauses
    return [(other[j], one[i]) if swap else (one[i], other[j]) for i, j, swap in places]


def _swapped(found: Facing) -> Bools:
    """Where the clause of the first article weighs more."""
    return np.asarray(found.one.masses[found.pairs.one] > found.other.masses[found.pairs.other])


def _short_and_long(found: Facing, one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    """The numbers of the clause of less weight and of the other."""
    swapped = _swapped(found)
    return np.where(swapped, other, one), np.where(swapped, one, other)


def _shared(found: Facing) -> Columns:
    """What of either is near in meaning to the other, what is the same in both, and of that what is no name."""
    weights = np.where(found.held, found.known.weights[found.columns], 0.0)
    mass = weights.sum(axis=1)
    masses = (side.masses[at] for side, at in _places(found))
    of_one, of_other = (np.where(own > 0, own, 1.0) for own in masses)
    soft_one, soft_other = _soft(found)
    soft = _short_and_long(found, soft_one / of_one, soft_other / of_other)
    heaviest = np.sort(np.pad(weights, ((0, 0), (2, 0))), axis=1)
    digits = found.known.digits[found.columns]
    plain = found.held & ~found.named()
    return (
        *soft, *_short_and_long(found, mass / of_one, mass / of_other), np.log1p(mass), heaviest[:, -1],
        heaviest[:, -2], (found.held & digits).any(axis=1), plain.sum(axis=1),
        np.where(plain, weights, 0.0).sum(axis=1),
    )  # fmt: skip


def _places(found: Facing) -> tuple[tuple[Table, Ints], tuple[Table, Ints]]:
    """Both articles' clauses and the places of each pair in them."""
    return (found.one, found.pairs.one), (found.other, found.pairs.other)


def _soft(found: Facing) -> tuple[Numbers, Numbers]:
    """The weight of each clause's stems, each as far as the other has one that means the same."""
    one, other, weights = found.one.stems, found.other.stems, found.known.weights
    like = np.maximum(found.like, np.equal.outer(one.flat, other.flat))
    near_one = best(like, other.starts, axis=1) * weights[one.flat][:, None]
    near_other = best(like, one.starts, axis=0) * weights[other.flat]
    of_one = np.add.reduceat(near_one, one.starts[:-1], axis=0)
    of_other = np.add.reduceat(near_other, other.starts[:-1], axis=1)
    return of_one[found.pairs.one, found.pairs.other], of_other[found.pairs.one, found.pairs.other]


def _names(found: Facing) -> Columns:
    """Share of the names in common; both name somebody and nobody in common; only one names anybody."""
    (one, i), (other, j) = _places(found)
    columns = np.unique(one.names.flat)
    shared = (one.names.has[:, columns][i] & other.names.has[:, columns][j]).sum(axis=1)
    counts = np.stack([one.names.counts[i], other.names.counts[j]])
    least, some = counts.min(axis=0), counts.max(axis=0) > 0
    return shared / np.maximum(least, 1), (least > 0) & (shared == 0), some & (least == 0)


def _acts(found: Facing) -> Columns:
    """The predicates are the same, how near in meaning they are, one stands in the other clause."""
    (one, i), (other, j) = _places(found)
    left, right = one.acts[i], other.acts[j]
    like = np.einsum("ps,ps->p", found.known.vectors[left], found.known.vectors[right])
    return left == right, like, other.stems.has[j, left] | one.stems.has[i, right]


def _subjects(found: Facing) -> Columns:
    """The subjects share a word; both have words and share none; how near in meaning they come."""
    (one, i), (other, j) = _places(found)
    columns = np.unique(one.subjects.flat)
    shared = (one.subjects.has[:, columns][i] & other.subjects.has[:, columns][j]).any(axis=1)
    both = (one.subjects.counts[i] > 0) & (other.subjects.counts[j] > 0)
    like = found.known.vectors[one.subjects.flat] @ found.known.vectors[other.subjects.flat].T
    nearest = best(best(like, one.subjects.starts, axis=0), other.subjects.starts, axis=1)[i, j]
    return shared, both & ~shared, np.where(both, nearest, 0.0)


def _read(short: Clause, long: Clause, run: int) -> tuple[float, ...]:
    """What is read off two clauses one by one; ``run`` is the longest run of words in both."""
    one, other = short.statement, long.statement
    return (
        *_order(short, long, run), math.log1p(len(short.stems)), len(short.stems) / max(1, len(long.stems)),
        *_amounts(short.amounts, long.amounts), *_times(short.times, long.times),
        one.polarity != other.polarity, (one.certainty in _REALITY) != (other.certainty in _REALITY),
        short.lead or long.lead, short.lead and long.lead, abs(short.place - long.place), *_voices(short, long),
        short.quoted and long.quoted, short.quoted != long.quoted, "title" in (one.span.part, other.span.part),
        short.saying and long.saying, short.saying != long.saying,
    )  # fmt: skip


def _order(short: Clause, long: Clause, run: int) -> tuple[float, float]:
    """The share of the shorter's words that stand in the same order in the longer, and the longest run of them."""
    from rapidfuzz.distance import LCSseq

    similar = LCSseq.similarity(short.run, long.run) / max(1, min(len(short.run), len(long.run)))
    return similar, math.log1p(run)


def _amounts(one: Sequence[Amount], other: Sequence[Amount]) -> tuple[float, float]:
    verdicts = {compare_amounts(a, b).verdict for a in one for b in other if a.kind == b.kind}
    return float("equal" in verdicts), float("different" in verdicts and not verdicts & _FITTING)


def _times(one: Sequence[Time], other: Sequence[Time]) -> tuple[float, float]:
    verdicts = {compare_times(a, b).verdict for a in one for b in other if a.type == b.type}
    return float(bool(verdicts & _FITTING)), float("different" in verdicts and not verdicts & _FITTING)


def _voices(one: Clause, other: Clause) -> tuple[float, float, float]:
    if not one.voices or not other.voices:
        return 0.0, 0.0, float(bool(one.voices or other.voices))
    same = bool(one.voices & other.voices)
    return float(same), float(not same), 0.0
