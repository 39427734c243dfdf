"""Two values of one thing: equal, compatible, different, or nobody can tell, and why.

Amounts are compared as intervals, times of the calendar as stretches of hours, durations in days. What house style,
rounding, a bound ("at least"), a unit or precision ("Tuesday", "Tuesday morning") explains is compatible.
Whether two values *are* values of one thing is not asked here.
"""

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from conspectus.compare.durations import days, range_of
from conspectus.compare.intervals import stretch
from conspectus.model import Amount, Time

Relation = Literal["equal", "compatible", "different", "cannot tell"]
How = Literal["same", "unit", "rounding", "bound", "approximation", "containment", "precision", "counting", "none"]
_ROUND = Decimal("0.05")
"""A figure and its rounding lie no further apart than this share of it."""
_ABOUT = Decimal("0.1")
_ROUND_FROM = 100
"""Below this, people count one by one."""
_NEAR = 0.02
"""Durations that differ by a smaller share are one in two units ("seven years", "84 months")."""
_NEAR_ABOUT = 0.15
"""The same, where one is said to be approximate."""
_ROOM_ABOVE = {"MORE_THAN": 2.0, "EQUAL_OR_MORE": math.inf}
_ROOM_BELOW = {"LESS_THAN": 1.25, "EQUAL_OR_LESS": math.inf}
"""How many times longer than "more than a week", and shorter than "nearly nine hours", a length may be."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How two values stand to each other, by what means, and the reason in words."""

    verdict: Relation
    how: How
    reason: str


_SAME = Judged("equal", "same", "The two values are the same.")
_OTHER = Judged("different", "none", "The two values exclude each other.")


def compare_amounts(one: Amount, other: Amount) -> Judged:
    """Two amounts as intervals. Other kinds or units cannot be compared."""
    if (one.kind, one.unit) != (other.kind, other.unit):
        return Judged("cannot tell", "none", "The two are of different kinds or units.")
    bounds = {one.bound, other.bound}
    if (one.low, one.high) == (other.low, other.high):
        if len(bounds) == 1:
            return _SAME
        return Judged("compatible", "bound", "The figure is the same; one is given as a bound.")
    if bounds == {"exact"} and _vague(one) == _vague(other):
        rounded = _is_rounding(one, other) or _is_rounding(other, one)
        return Judged("compatible", "rounding", "One figure is the other, rounded.") if rounded else _OTHER
    if not _meet(one, other):
        return _OTHER
    if _inside(one, other) or _inside(other, one):
        if "about" in bounds and not (_vague(one) or _vague(other)):
            return Judged("compatible", "approximation", "One figure is approximate, and the other lies near it.")
        if None in (*_ends(one), *_ends(other)):
            return Judged("compatible", "bound", "One figure lies within the other’s bound.")
        return Judged("compatible", "containment", "One figure lies inside what the other leaves open.")
    if "about" in bounds:
        return Judged("compatible", "approximation", "The figures are approximate and lie near each other.")
    return Judged("compatible", "bound", "The two bounds leave room for one figure.")


def _vague(amount: Amount) -> bool:
    """True for "dozens": as wide as it is large."""
    return amount.low is not None and amount.high is not None and amount.high >= 2 * amount.low > 0


def _ends(amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    """Lowest and highest value that the words allow; "about" is given a tenth either way."""
    if amount.bound != "about" or amount.low is None or amount.low != amount.high:
        return amount.low, amount.high
    return amount.low * (1 - _ABOUT), amount.low * (1 + _ABOUT)


def _meet(one: Amount, other: Amount) -> bool:
    (low, high), (other_low, other_high) = _ends(one), _ends(other)
    above = high is None or other_low is None or high >= other_low
    return above and (other_high is None or low is None or other_high >= low)


def _inside(inner: Amount, outer: Amount) -> bool:
    (low, high), (outer_low, outer_high) = _ends(inner), _ends(outer)
    from_below = outer_low is None or (low is not None and low >= outer_low)
    return from_below and (outer_high is None or (high is not None and high <= outer_high))


def _is_rounding(rough: Amount, fine: Amount) -> bool:
    """True when ``rough`` is ``fine`` to fewer places; small counts are never rounded."""
    if rough.low is None or fine.low is None or (rough.low, fine.low) != (rough.high, fine.high):
        return False
    if rough.kind == "count" and rough.low < _ROUND_FROM:
        return False
    place = _place(rough.low)
    if place <= _place(fine.low) or abs(rough.low - fine.low) > _ROUND * abs(fine.low):
        return False
    step = Decimal(1).scaleb(place)
    return (fine.low / step).quantize(Decimal(1), ROUND_HALF_UP) * step == rough.low


def _place(figure: Decimal) -> int:
    """The power of ten of the last digit that is not a trailing zero (1,200: 2; 41.6: -1)."""
    exponent = figure.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def compare_times(one: Time, other: Time) -> Judged:
    """Two dates or times of day, two durations, or a duration and a range of dates."""
    first, second = days(one), days(other)
    if first is not None and second is not None:
        return _lengths(one, first, other, second)
    for length, ends in ((first, range_of(other)), (second, range_of(one))):
        if length is not None and ends is not None:
            if length in (ends.between, ends.with_both):
                return Judged("compatible", "counting", "The length is that of the range, counted one way.")
            return Judged("different", "none", "The range is longer or shorter, whichever way it is counted.")
    return _stretches(one, other)


def _lengths(one: Time, first: float, other: Time, second: float) -> Judged:
    if first == second:
        if one.mod == other.mod:
            return _SAME
        return Judged("compatible", "bound", "The length is the same; one is given as a bound.")
    apart = abs(first - second) / max(first, second)
    if apart <= _NEAR:
        return Judged("equal", "unit", "The same length in two units.")
    if apart <= _NEAR_ABOUT and "APPROX" in (one.mod, other.mod):
        return Judged("compatible", "approximation", "One length is approximate, and the other lies near it.")
    shorter, longer = sorted(((first, one.mod), (second, other.mod)), key=lambda pair: pair[0])
    if max(_ROOM_ABOVE.get(shorter[1] or "", 0), _ROOM_BELOW.get(longer[1] or "", 0)) * shorter[0] >= longer[0]:
        return Judged("compatible", "bound", "One length lies within the other’s bound.")
    return _OTHER


def _stretches(one: Time, other: Time) -> Judged:
    left, right = stretch(one), stretch(other)
    if left is None or right is None or left.year != right.year:
        return Judged("cannot tell", "none", "One of the two does not say which day it means.")
    if left == right:
        return _SAME
    if left.contains(right) or right.contains(left):
        return Judged("compatible", "precision", "One is more precise than the other and lies within it.")
    if left.overlaps(right):
        return Judged("compatible", "containment", "The two overlap.")
    return _OTHER
