"""What speaks for and against a phrase of two sentences telling the same in both, as numbers for the scorer."""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.phrases.meetings import Meeting
from conspectus.compare.phrases.pair import half
from conspectus.compare.phrases.sentences import Sentence
from conspectus.compare.values.times import compare_times
from conspectus.model import Reading, Span, Time

NAMES = (
    "count", "mass", "plain", "named", "timed", "short", "long", "order", "sentence", "rank_least", "rank_most",
    "spread_least", "spread_most", "both_least", "both_most", "clause", "quoted_both", "quoted_one", "lead",
    "both_lead", "title", "apart", "times_apart", "times_fit", "least_like", "rarest", "second", "unmet_most",
    "unmet_least", "beyond", "shared_names", "names_apart", "names_beyond", "support",
)  # fmt: skip
"""One name a number, in order."""
Clauses = Mapping[tuple[Span, Span], Sequence[Alike]]
"""The like clauses of two sentences."""
_FITTING = frozenset({"equal", "compatible"})
_NONE = 9
"""Stands for how often a word is used where a phrase has none but names."""


@dataclass(frozen=True, slots=True)
class Around:
    """An article: its sentences, and in which of them each stem stands."""

    reading: Reading
    sentences: tuple[Sentence, ...]
    places: Mapping[str, frozenset[int]]


def around(reading: Reading, found: tuple[Sentence, ...]) -> Around:
    """The article with what is counted in it."""
    places: dict[str, set[int]] = defaultdict(set)
    for place, sentence in enumerate(found):
        for stem in sentence.stems:
            places[stem].add(place)
    return Around(reading, found, {stem: frozenset(own) for stem, own in places.items()})


def signs(found: Sequence[Meeting], left: Around, right: Around, clauses: Clauses) -> list[list[float]]:
    """The numbers of ``NAMES`` but the last for the meetings of two articles."""
    ranks = _ranks(found)
    return [
        [
            *_words(one), *ranks[at], *_spread(one, left, right),
            _clause(one, clauses.get((one.left.span, one.right.span), ())), *_places(one, left, right),
            *_unmet(one), *_names(one),
        ]
        for at, one in enumerate(found)
    ]  # fmt: skip


def supports(found: Sequence[Meeting]) -> list[float]:
    """For each meeting of a story how much a further article shares with either phrase: the last of ``NAMES``."""
    shared: dict[Span, dict[Span, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for one in found:
        mass = one.mass
        for sentence, own, other in ((one.left.span, one.one, one.other), (one.right.span, one.other, one.one)):
            masses = shared[sentence][own]
            masses[other.article] = max(mass, masses.get(other.article, 0.0))
    # of many articles the two that share the most: one of them is not the other side
    best = {
        sentence: [(own, _heaviest(masses)) for own, masses in phrases.items()] for sentence, phrases in shared.items()
    }
    return [
        math.log1p(
            max(_support(one.one, one.other, best[one.left.span]), _support(one.other, one.one, best[one.right.span]))
        )
        for one in found
    ]


def _heaviest(masses: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(masses.items(), key=lambda article: (-article[1], article[0]))[:2]


def _support(span: Span, other: Span, shared: Sequence[tuple[Span, list[tuple[str, float]]]]) -> float:
    near = (masses for own, masses in shared if half(own, span))
    return max((mass for masses in near for article, mass in masses if article != other.article), default=0.0)


def _words(found: Meeting) -> Iterator[float]:
    pairs = found.pairs
    lengths = sorted((len(found.one), len(found.other)))
    rows = list(combinations([other.at for _, other, _ in pairs], 2))
    common = sum([t.weight for t in found.left.tokens if t.stem in found.right.stems])
    yield len(pairs)
    yield math.log1p(found.mass)
    yield sum(not (one.named or other.named or one.timed) for one, other, _ in pairs)
    yield sum(one.named for one, _, _ in pairs)
    yield sum(one.timed for one, _, _ in pairs)
    yield from (math.log1p(length) for length in lengths)
    yield sum(first < second for first, second in rows) / len(rows)
    yield common / math.sqrt(found.left.mass * found.right.mass or 1.0)


def _unmet(found: Meeting) -> Iterator[float]:
    """How near and rare the words are; what of the phrases and of the rest of the sentences has no partner."""
    weights = sorted(found.weights, reverse=True)
    met = (frozenset(one.stem for one, _, _ in found.pairs), frozenset(other.stem for _, other, _ in found.pairs))
    sides = ((found.left, found.one, met[0]), (found.right, found.other, met[1]))
    alone = [[t for t in s.tokens if t.stem not in own] for s, _, own in sides]
    unmet = [
        sum([t.weight for t in own if span.contains(t.span)]) for own, (_, span, _) in zip(alone, sides, strict=True)
    ]
    beside = sum([t.weight for t in alone[0] if t.stem in found.right.stems])
    rest = min(sum([t.weight for t in own]) for own in alone)
    yield min(like for _, _, like in found.pairs)
    yield from weights[:2]
    yield from (max(unmet), min(unmet))
    yield beside / (rest + 1)


def _names(found: Meeting) -> Iterator[float]:
    """How many words of names both sentences have, and only one; how rare those are that stand outside the phrase."""
    one, other = found.left.named, found.right.named
    inside = {token.stem for token, _, _ in found.pairs}
    yield len(one.keys() & other.keys())
    yield len(one.keys() ^ other.keys())
    yield math.log1p(sum(one[stem] for stem in sorted((one.keys() & other.keys()) - inside)))


def _ranks(found: Sequence[Meeting]) -> list[list[float]]:
    """For either sentence how many of its meetings weigh more, as a share of one."""
    masses: dict[Span, list[float]] = defaultdict(list)
    for one in found:
        for sentence in (one.left, one.right):
            masses[sentence.span].append(one.mass)
    for own in masses.values():
        own.sort()
    better = [
        sorted(len(own) - bisect_right(own, one.mass) for own in (masses[one.left.span], masses[one.right.span]))
        for one in found
    ]
    return [[1 / (1 + rank) for rank in both] for both in better]


def _spread(found: Meeting, left: Around, right: Around) -> Iterator[float]:
    """In how many sentences the rarest plain word stands, and the two heaviest words: what many have is the topic."""
    plain = [
        (len(left.places[a.stem]), len(right.places[b.stem])) for a, b, _ in found.pairs if not (a.named or b.named)
    ]
    rarest = min((sorted(both) for both in plain), default=[_NONE, _NONE])
    heaviest = sorted(found.pairs, key=lambda pair: -pair[0].weight)[:2]
    sides = ((left, {a.stem for a, _, _ in heaviest}), (right, {b.stem for _, b, _ in heaviest}))
    both = sorted(len(frozenset.intersection(*(side.places[stem] for stem in stems))) for side, stems in sides)
    yield from (math.log1p(count) for count in (*rarest, *both))


def _clause(found: Meeting, clauses: Sequence[Alike]) -> float:
    """The best score of two clauses that the phrases stand in."""
    return max(
        (c.score for c in clauses if c.one.span.overlaps(found.one) and c.other.span.overlaps(found.other)), default=0.0
    )


def _places(found: Meeting, left: Around, right: Around) -> Iterator[float]:
    sides = ((left.reading, found.one, found.left), (right.reading, found.other, found.right))
    quoted = [any(inside.contains(span) for inside in sentence.quoted) for _, span, sentence in sides]
    lead = [sentence.lead for _, _, sentence in sides]
    places = [0.0 if s.part == "title" else s.start / max(1, len(r.article.body)) for r, s, _ in sides]
    yield from (all(quoted), quoted[0] != quoted[1], any(lead), all(lead))
    yield "title" in (found.one.part, found.other.part)
    yield abs(places[0] - places[1])
    yield from _times(found.left.times, found.right.times)


def _times(one: Sequence[Time], other: Sequence[Time]) -> tuple[float, float]:
    """Whether both sentences tell times and none fits, and whether one is the same."""
    pairs = [(a, b) for a in one for b in other if a.type == b.type]
    verdicts = {"equal" if a.value == b.value else compare_times(a, b).verdict for a, b in pairs}
    return float(bool(pairs) and not verdicts & _FITTING), float("equal" in verdicts)
