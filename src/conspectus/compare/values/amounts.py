"""Two amounts: counts, money, shares, measures, ages, scores, ratios and places in an order.

Amounts are intervals. What a bound, rounding, another unit or a vague word explains is compatible. Figures of
two kinds, two currencies (ISO 4217) or two base units (SI), a rate and a total, a total and a change cannot be
compared, and nothing is converted by a rate of exchange.
"""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from conspectus.compare.values.answer import OTHER, SAME, Answer, fits, unknown
from conspectus.compare.values.figures import ends, is_rounding, is_vague, places
from conspectus.compare.values.vocabulary import SORTS
from conspectus.model import Amount

_PAIRED = frozenset({"score", "ratio"})
_CONVERTED = Decimal("0.1")
"""Measures told in two units are each rounded in their own ("four miles", "six kilometres")."""
_LONG = 4
"""A measure of more digits than this was converted from another unit."""
_THIRDS = (Decimal("33.3"), Decimal("66.7"))
_NEAR_A_THIRD = Decimal(2)
"""Points of a hundred: "a third" is said of 32 percent and of 35."""


def compare_amounts(one: Amount, other: Amount, said: Collection[str] = (), other_said: Collection[str] = ()) -> Answer:
    """How two amounts stand to each other. ``said`` and ``other_said`` are the words (small letters) beside each."""
    apart = _incomparable(one, other)
    if apart is not None:
        return apart
    one, other = _in_one_unit(one), _in_one_unit(other)
    answer = _pairs_of(one, other) if one.kind in _PAIRED else _intervals(one, other)
    sorts = _sorts(said) ^ _sorts(other_said)
    if answer.verdict == "different" and sorts:
        return unknown(f"Only one of the two is said to be {' or '.join(sorted(sorts))}, so they may be two figures.")
    return answer


def _sorts(said: Collection[str]) -> set[str]:
    return {name for name, words in SORTS if not words.isdisjoint(said)}


def _incomparable(one: Amount, other: Amount) -> Answer | None:
    if one.kind != other.kind:
        return unknown("The two are of different kinds or units.")
    if one.unit != other.unit and {one.unit, other.unit} != {"°C", "°F"}:
        if one.kind == "money":
            return unknown("The two are in different currencies, and the rate of exchange is not told.")
        return unknown("The two are of different kinds or units.")
    if one.per != other.per:
        return unknown("The two are not told for the same length of time, or only one is told as a rate.")
    if one.change != other.change:
        return unknown("One is how much there is, the other by how much it changed.")
    return None


def _in_one_unit(amount: Amount) -> Amount:
    """Degrees Fahrenheit in Celsius; all other measures of one quantity share a base unit already."""
    if amount.unit != "°F":
        return amount
    low, high = (None if end is None else (end - 32) * 5 / 9 for end in (amount.low, amount.high))
    return replace(amount, low=low, high=high, unit="°C")


def _pairs_of(one: Amount, other: Amount) -> Answer:
    """Two scores or ratios: the same from either side."""
    if (one.low, one.high) == (other.low, other.high):
        return SAME
    if (one.low, one.high) == (other.high, other.low):
        return fits("same", "The two figures are the same, told from the other side.")
    return OTHER


def _intervals(one: Amount, other: Amount) -> Answer:
    bounds = {one.bound, other.bound}
    if (one.low, one.high) == (other.low, other.high):
        return SAME if len(bounds) == 1 else fits("bound", "The figure is the same; one is given as a bound.")
    if bounds == {"exact"} and is_vague(one) == is_vague(other):
        return _exact(one, other)
    left, right = ends(one), ends(other)
    if not left.meets(right):
        return OTHER
    if left.lies_in(right) or right.lies_in(left):
        if "about" in bounds and not (is_vague(one) or is_vague(other)):
            return _near(one, other, "One figure is approximate, and the other lies near it.")
        if left.is_open or right.is_open:
            return fits("bound", "One figure lies within the other’s bound.")
        return fits("containment", "One figure lies inside what the other leaves open.")
    if "about" in bounds:
        return _near(one, other, "The figures are approximate and lie near each other.")
    return fits("bound", "The two bounds leave room for one figure.")


def _near(one: Amount, other: Amount, why: str) -> Answer:
    """Approximate figures: "four miles" and "about six kilometres" are one, rounded in two units."""
    converted = one.kind == "measure" and any(places(a.low or Decimal(0)) > _LONG for a in (one, other))
    return fits("unit" if converted else "approximation", why)


def _exact(one: Amount, other: Amount) -> Answer:
    if is_rounding(one, other) or is_rounding(other, one):
        return fits("rounding", "One figure is the other, rounded.")
    if one.low is None or other.low is None:
        return OTHER
    apart = abs(one.low - other.low)
    if one.kind == "measure" and max(places(one.low), places(other.low)) > _LONG:
        near = apart <= _CONVERTED * max(abs(one.low), abs(other.low))
        return fits("unit", "The two lie as near as figures rounded in two units do.") if near else OTHER
    third = one.kind == "share" and any(part in (one.low, other.low) for part in _THIRDS)
    if third and apart <= _NEAR_A_THIRD:
        return fits("rounding", "One is told in thirds, and the other lies near it.")
    return OTHER
