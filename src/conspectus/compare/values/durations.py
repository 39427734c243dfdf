"""Two lengths of time, or a length and a range of dates, from the values of TIMEX3 (ISO 24617-1).

Lengths are compared in days. A range is counted both ways, as the steps between its ends and with both ends.
"""

import math

from conspectus.compare.values.answer import OTHER, SAME, Answer, fits, unknown
from conspectus.compare.values.lengths import Range, between, days, range_of, unit_days
from conspectus.model import Time

_NEAR = 0.02
"""Lengths that differ by a smaller share are one in two units ("seven years", "84 months")."""
_NEAR_ABOUT = 0.15
"""The same, where one is said to be approximate, or told in a larger unit ("a week", "six days")."""
_ROOM_ABOVE = {"MORE_THAN": 2.0, "EQUAL_OR_MORE": math.inf}
_ROOM_BELOW = {"LESS_THAN": 1.25, "EQUAL_OR_LESS": math.inf}
"""How many times longer than "more than a week", and shorter than "nearly nine hours", a length may be."""
_INSIDE = 0.01


def compare_durations(one: Time, other: Time) -> Answer:
    """Two lengths of time."""
    if "/" in one.value + other.value:
        return _between(one, other)
    first, second = days(one), days(other)
    if first is None or second is None:
        return unknown("One of the two does not say how long.")
    apart = abs(first - second) / max(first, second, 1e-9)
    if first == second or (apart <= _NEAR and unit_days(one) != unit_days(other)):
        if one.mod != other.mod:
            return fits("bound", "The length is the same; one is given as a bound.")
        return SAME if unit_days(one) == unit_days(other) else Answer("equal", "unit", "The same length in two units.")
    if apart <= _NEAR_ABOUT and "APPROX" in (one.mod, other.mod):
        return fits("approximation", "One length is approximate, and the other lies near it.")
    if _within(one, first, other, second):
        return fits("bound", "One length lies within the other’s bound.")
    if apart <= _NEAR_ABOUT and _is_rough(one, first, other) != _is_rough(other, second, one):
        return fits("rounding", "One length is told in a larger unit, and the other lies near it.")
    return OTHER


def _between(one: Time, other: Time) -> Answer:
    """Two lengths of which at least one goes from a shorter to a longer ("two to three weeks")."""
    if one.value == other.value:
        return SAME if one.mod == other.mod else fits("bound", "The length is the same; one is given as a bound.")
    ends = []
    for time in (one, other):
        exact = days(time)
        found = between(time) if exact is None else (exact, exact)
        if found is None:
            return unknown("One of the two does not say how long.")
        ends.append(found)
    (low, high), (other_low, other_high) = ends
    room = 1 + _NEAR
    if low <= other_high * room and other_low <= high * room:
        return fits("containment", "One length lies inside what the other leaves open.")
    if one.mod is not None or other.mod is not None:
        return unknown("One of the two is given as a bound.")
    return OTHER


def _within(one: Time, first: float, other: Time, second: float) -> bool:
    shorter, longer = sorted(((first, one.mod), (second, other.mod)), key=lambda pair: pair[0])
    return max(_ROOM_ABOVE.get(shorter[1] or "", 0), _ROOM_BELOW.get(longer[1] or "", 0)) * shorter[0] >= longer[0]


def _is_rough(rough: Time, length: float, fine: Time) -> bool:
    """Told in a larger unit, and in no more of it than two or three, as who counts one by one would not."""
    return unit_days(rough) > unit_days(fine) and length <= 3 * unit_days(rough)


def compare_with_range(length: Time, ends: Time) -> Answer:
    """A length of time and a range of dates ("six-day", "23–28 May")."""
    told, counted = days(length), range_of(ends)
    if told is None or counted is None:
        return unknown("A date and a length of time say nothing of each other.")
    if any(abs(told - whole) < _INSIDE * whole for whole in (counted.between, counted.with_both)):
        return fits("counting", "The length is that of the range, counted one way.")
    if length.mod is not None and _is_bounded(length, told, counted):
        return fits("bound", "The range is as long as the length allows.")
    nearest = min(abs(told - counted.between), abs(told - counted.with_both))
    if unit_days(length) > counted.unit and nearest <= _NEAR_ABOUT * told:
        return fits("rounding", "The length is told in a larger unit, and the range lies near it.")
    return Answer("different", "none", "The range is longer or shorter, whichever way it is counted.")


def _is_bounded(length: Time, told: float, counted: Range) -> bool:
    for whole in (counted.between, counted.with_both):
        if length.mod == "APPROX" and abs(told - whole) <= _NEAR_ABOUT * told:
            return True
        if told <= whole <= _ROOM_ABOVE.get(length.mod or "", 0) * told:
            return True
        if whole <= told <= _ROOM_BELOW.get(length.mod or "", 0) * whole:
            return True
    return False
