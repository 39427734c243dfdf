"""Figures that several articles give alike: equal amounts of like things, in sentences that share their rarer words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.words import content, stem
from conspectus.model import Amount, Reading, Span

if TYPE_CHECKING:
    from conspectus.compare.clauses.lexicon import Lexicon

_ALIKE = 0.6
"""From this likeness on, two words may count the same thing ("people", "persons")."""
_BESIDE = 2.0
"""Weight of the other words that the two sentences have to share where both say what is counted."""
_BESIDE_MORE = 6.0
"""The same for figures up to two, and where one does not say what is counted."""
_SMALL = 2
_MOST = 90
"""Characters of the longest stretch that is shown with a figure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, the words shown (with what is counted), the stems of these and of the rest of its sentence."""

    amount: Amount
    shown: Span
    beside: frozenset[str]


Told = tuple[tuple[Span, ...], float]


def figures(readings: Sequence[Reading], lexicon: "Lexicon") -> Iterator[Told]:
    """Groups of equal figures, one span an article, best first; independent of the order of ``readings``."""
    own = [list(figures_of(r)) for r in sorted(readings, key=lambda r: r.article.id)]
    pairs = [
        (weight, one, other)
        for left, right in combinations(own, 2)
        for one in left
        for other in right
        if (weight := _weight(one, other, lexicon)) > 0
    ]
    home: dict[Span, list[Span]] = {}
    groups: list[list[Span]] = []
    for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1].shown, pair[2].shown)):
        group = home.get(one.shown) or home.get(other.shown)
        if group is None:
            group = []
            groups.append(group)
        for span in (one.shown, other.shown):
            if span not in home and span.article not in {s.article for s in group}:
                group.append(span)
                home[span] = group
    for group in groups:
        if len(group) > 1:
            yield tuple(sorted(group)), 0.8


def figures_of(reading: Reading) -> Iterator[Figure]:
    """The figures of an article, each with the words that say what it counts."""
    for amount in (a for a in reading.amounts if a.kind != "ordinal"):
        if any(name.span.contains(amount.span) for name in reading.names):
            continue  # a figure in a name ("60 Minutes") counts nothing
        sentence = next((s.span for s in reading.sentences if s.span.contains(amount.span)), None)
        if sentence is None:
            continue
        shown = amount.span
        if amount.counted is not None and sentence.contains(amount.counted):
            start, end = min(shown.start, amount.counted.start), max(shown.end, amount.counted.end)
            shown = Span(shown.article, shown.part, start, end) if end - start <= _MOST else shown
        inside = _stems(reading, shown)
        yield Figure(amount, shown, _stems(reading, sentence) - inside)


def _weight(one: Figure, other: Figure, lexicon: "Lexicon") -> float:
    """How sure it is that two figures are one; 0 where they differ or too little stands around them."""
    left, right = one.amount, other.amount
    if left.kind != right.kind or left.change != right.change or compare_amounts(left, right).verdict != "equal":
        return 0.0
    named = left.of is not None and right.of is not None
    if named and not _like(stem(str(left.of)), stem(str(right.of)), lexicon):
        return 0.0
    weight = sum(lexicon.weight(s) for s in sorted(one.beside & other.beside))
    small = left.kind == "count" and left.high is not None and left.high <= _SMALL
    if small and not named:
        return 0.0
    enough = _BESIDE if named and not small else _BESIDE_MORE
    return weight + (3.0 if named else 0.0) if weight >= enough else 0.0


def _like(one: str, other: str, lexicon: "Lexicon") -> bool:
    return one == other or float(lexicon.vector(one) @ lexicon.vector(other)) >= _ALIKE


def _stems(reading: Reading, span: Span) -> frozenset[str]:
    return content(reading.article, span)
