"""What speaks for and against two clauses telling the same, as numbers for the scorer."""

import math
from collections.abc import Sequence

import numpy as np

from conspectus.compare.clauses.candidates import Candidate
from conspectus.compare.clauses.clause import Clause
from conspectus.compare.clauses.lexicon import Lexicon
from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.values.times import compare_times
from conspectus.model import Amount, Time

NAMES = (
    "words", "meaning", "around", "best_one", "best_other", "rank", "gap_near", "gap_far", "soft_short", "soft_long",
    "in_short", "in_long", "shared_weight", "rarest", "second", "shared_names", "names_apart", "names_missing",
    "plain_shared", "plain_weight", "act_same", "act_like", "act_inside", "subject_shared", "subject_apart",
    "subject_like", "order", "run", "figures", "amounts_fit", "amounts_apart", "times_fit", "times_apart", "polarity",
    "certainty", "short", "ratio", "lead", "both_lead", "apart", "voices_same", "voices_apart", "one_voice",
    "quoted_both", "quoted_one", "title", "saying_both", "saying_one",
)  # fmt: skip
"""One name a number, in order."""
_REALITY = frozenset({"stated", "hedged"})
_FITTING = frozenset({"equal", "compatible"})


def features(pair: Candidate, one: Clause, other: Clause, lexicon: Lexicon) -> tuple[float, ...]:
    """The numbers of ``NAMES`` for two clauses; the same for both orders."""
    short, long = sorted((one, other), key=lambda c: (sum(c.weights), c.statement.span))
    soft = np.maximum(short.vectors @ long.vectors.T, np.equal.outer(np.array(short.stems), np.array(long.stems)))
    shared = set(short.stems) & set(long.stems)
    weights = sorted((lexicon.weight(s) for s in shared), reverse=True)
    plain = [lexicon.weight(s) for s in shared if s not in one.names and s not in other.names]
    mass = math.fsum(weights)
    masses = [math.fsum(c.weights) or 1.0 for c in (short, long)]
    numbers = (
        pair.words, pair.meaning, pair.around, float(pair.ranks[0] == 0), float(pair.ranks[1] == 0),
        1 / (1 + min(pair.ranks)), min(pair.gaps), max(pair.gaps),
        float(soft.max(axis=1) @ np.array(short.weights)) / masses[0],
        float(soft.max(axis=0) @ np.array(long.weights)) / masses[1],
        mass / masses[0], mass / masses[1], math.log1p(mass), weights[0] if weights else 0.0,
        weights[1] if len(weights) > 1 else 0.0,
        *_names(one, other), float(len(plain)), math.fsum(plain), *_acts(one, other, lexicon),
        *_subjects(one, other, lexicon), *_order(short, long),
        float(any(s[0].isdigit() for s in shared)),
        *_amounts(one.amounts, other.amounts), *_times(one.times, other.times),
        float(one.statement.polarity != other.statement.polarity),
        float((one.statement.certainty in _REALITY) != (other.statement.certainty in _REALITY)),
        math.log1p(len(short.stems)), len(short.stems) / max(1, len(long.stems)),
        float(one.lead or other.lead), float(one.lead and other.lead), abs(one.place - other.place),
        *_voices(one, other), float(one.quoted and other.quoted), float(one.quoted != other.quoted),
        float("title" in (one.statement.span.part, other.statement.span.part)),
        float(one.saying and other.saying), float(one.saying != other.saying),
    )  # fmt: skip
    return tuple(round(number, 4) for number in numbers)


def _names(one: Clause, other: Clause) -> tuple[float, float, float]:
    """Share of the names in common; both name somebody and nobody in common; only one names anybody."""
    if not one.names or not other.names:
        return 0.0, 0.0, float(bool(one.names or other.names))
    share = len(one.names & other.names) / min(len(one.names), len(other.names))
    return share, float(share == 0), 0.0


def _acts(one: Clause, other: Clause, lexicon: Lexicon) -> tuple[float, float, float]:
    like = float(lexicon.vector(one.act) @ lexicon.vector(other.act))
    inside = one.act in other.stems or other.act in one.stems
    return float(one.act == other.act), like, float(inside)


def _subjects(one: Clause, other: Clause, lexicon: Lexicon) -> tuple[float, float, float]:
    if not one.subject or not other.subject:
        return 0.0, 0.0, 0.0
    like = max(
        (float(lexicon.vector(a) @ lexicon.vector(b)) for a in sorted(one.subject) for b in sorted(other.subject)),
        default=0.0,
    )
    shared = bool(one.subject & other.subject)
    return float(shared), float(not shared), like


def _order(short: Clause, long: Clause) -> tuple[float, float]:
    """The share of the shorter's words that stand in the same order in the longer, and the longest run of them."""
    from rapidfuzz.distance import LCSseq

    similar = LCSseq.similarity(short.run, long.run) / max(1, min(len(short.run), len(long.run)))
    return similar, math.log1p(_longest(short.run, long.run))


def _longest(one: Sequence[str], other: Sequence[str]) -> int:
    best, before = 0, [0] * (len(other) + 1)
    for word in one:
        now = [0] * (len(other) + 1)
        for at, against in enumerate(other, 1):
            if word == against:
                now[at] = before[at - 1] + 1
                best = max(best, now[at])
        before = now
    return best


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
