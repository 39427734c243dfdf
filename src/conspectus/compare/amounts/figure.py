"""Figures: an article's amounts with what stands around them, and the ages beside the names of their bearers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from conspectus.compare.amounts.signs import lone
from conspectus.compare.mentions import Mention, mentions
from conspectus.compare.words import content, normal, stem
from conspectus.model import Amount, Fate, Reading, Span
from conspectus.text.letters import without_accents

_DATE = re.compile(r"\d{4}(?:-\d\d-\d\d)?")
_COMPARED = frozenset({"count", "money", "share", "measure", "score"})
TOLL: frozenset[str] = frozenset(get_args(Fate))
"""What happened to people: a story is about one event, and mostly has one toll."""
_COUNTED_FROM = 10
_EITHER = frozenset({"over", "above", "under", "below", "about", "around"})
"""A preposition, or a bound of the figure."""
_MORE = re.compile(r"\W*(?:more|other|others|additional|further|another|extra)\b")
"""Behind a figure: it counts what comes on top of something told elsewhere."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, what stands around it, and the ``dates`` (days and years) that its sentence gives.

    ``more``: it counts what comes on top of something else ("two more"). ``bearer`` is the id of whose age it is.
    ``lone``: it is the only toll of its sort that the article gives. ``thing`` are the stems of what is counted.
    """

    amount: Amount
    mention: Mention
    published: str | None
    dates: frozenset[str] = frozenset()
    more: bool = False
    bearer: str | None = None
    lone: bool = False
    thing: frozenset[str] = frozenset()


def figures_compared(reading: Reading) -> list[Amount]:
    """The amounts that may be figures of one thing in several articles."""
    return [a for a in reading.amounts if a.kind in _COMPARED and not _may_be_no_bound(reading, a)]


def _may_be_no_bound(reading: Reading, amount: Amount) -> bool:
    """ "To sue over three laws": before a small count such a word is hardly ever "more than"."""
    small = amount.kind == "count" and all(end is None or end < _COUNTED_FROM for end in (amount.low, amount.high))
    return small and reading.article.words(amount.span).lower().split()[0] in _EITHER


def figures(reading: Reading, owner: Mapping[Span, str]) -> list[Figure]:
    amounts = figures_compared(reading)
    places = mentions(reading, [a.span for a in amounts])
    alone = lone(a for a in amounts if a.of in TOLL and not _is_more(reading, a))
    figures = [
        Figure(
            a, m, reading.article.published.value, _dates(reading, m), _is_more(reading, a), None, a.of in alone,
            content(reading.article, a.counted) if a.counted else frozenset(),
        )
        for a, m in zip(amounts, places, strict=True)
    ]  # fmt: skip
    return figures + _ages(reading, owner)


def _is_more(reading: Reading, amount: Amount) -> bool:
    return bool(_MORE.match(reading.article.part(amount.span.part), amount.span.end))


def _dates(reading: Reading, mention: Mention) -> frozenset[str]:
    """The days and years that stand in the sentence."""
    inside = (t.value.partition("T")[0] for t in reading.times if mention.sentence.contains(t.span))
    return frozenset(value for value in inside if _DATE.fullmatch(value))


def _ages(reading: Reading, owner: Mapping[Span, str]) -> list[Figure]:
    """Ages that stand beside a person's name; they count that person's years."""
    from conspectus.compare.ages import ages

    found = []
    for amount, name in ages(reading):
        (place,) = mentions(reading, [amount.span])
        surname = normal(without_accents(reading.article.words(name.span).split()[-1]))
        bearer = owner.get(name.span)
        found.append(
            Figure(
                replace(amount, of=surname, counted=name.span), place, reading.article.published.value, bearer=bearer
            )
        )
    return found


def settled(one: Figure, other: Figure) -> bool:
    left, right = one.amount, other.amount
    same_thing = left.of is None or right.of is None or stem(left.of) == stem(right.of)
    same_unit = (left.kind, left.unit) == (right.kind, right.unit)
    return same_unit and same_thing and (left.low, left.high) == (right.low, right.high)


def again(one: Figure, other: Figure) -> bool:
    """One article gives one figure for one thing in two places."""
    return one.mention.article == other.mention.article and one.more == other.more and settled(one, other)
