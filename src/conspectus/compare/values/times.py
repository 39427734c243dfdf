"""Two times of any TIMEX3 type (ISO 24617-1): dates and times of day, lengths, ranges, and what comes again.

Dates are compared as stretches of hours. Where a year, a week or a day is not known, what is known is still
compared: no Monday is a Tuesday, whatever the week.
"""

import re

from conspectus.compare.values.answer import OTHER, SAME, Answer, fits, unknown
from conspectus.compare.values.durations import compare_durations, compare_with_range
from conspectus.compare.values.lengths import days, range_of
from conspectus.compare.values.sets import compare_sets
from conspectus.compare.values.stretches import Stretch, stretch
from conspectus.model import Time

_FISCAL = re.compile(r"FY\d{4}(?:-[QH]\d)?")
"""A fiscal year begins when its house says: two are compared by name alone."""
_KNOWN = {"year": "the year", "week": "the week", "day": "the day"}


def compare_times(one: Time, other: Time) -> Answer:
    """How two times stand to each other, of whatever type each is."""
    if "SET" in (one.type, other.type):
        return compare_sets(one, other) if one.type == other.type else unknown("Only one of the two comes again.")
    if one.type == other.type == "DURATION":
        return compare_durations(one, other)
    if "DURATION" in (one.type, other.type):
        length, date = (one, other) if one.type == "DURATION" else (other, one)
        if days(length) is not None and "/" not in length.value and range_of(date) is not None:
            return compare_with_range(length, date)
        return unknown("A date and a length of time say nothing of each other.")
    left, right = stretch(one), stretch(other)
    ranges = "/" in one.value and "/" in other.value
    if ranges and left is not None and left == right and len(one.value) != len(other.value):
        return fits("precision", "The same stretch; one is told to a finer unit.")
    if left is None or right is None:
        if one.value == other.value and one.mod == other.mod and _FISCAL.fullmatch(one.value):
            return SAME
        return unknown("One of the two does not say which day it means.")
    return _on_the_calendar(left, right) if left.wheel == right.wheel == "" else _on_a_wheel(left, right)


def _on_the_calendar(left: Stretch, right: Stretch) -> Answer:
    if left.zoned != right.zoned and left.is_clock and right.is_clock and not left.same_hours(right):
        return unknown("Only one of the two says in which time zone it is told.")
    if left.same_hours(right):
        return SAME
    if left.contains(right) or right.contains(left):
        return fits("precision", "One is more precise than the other and lies within it.")
    if left.overlaps(right):
        return fits("overlap", "The two overlap.")
    if left.loose or right.loose:
        return unknown("Where one of the two begins and ends depends on who tells it.")
    return OTHER


def _on_a_wheel(left: Stretch, right: Stretch) -> Answer:
    """Two of which one lacks the year, the week or the day: compared by the rest."""
    wheel = max((left.wheel, right.wheel), key=["", "year", "week", "day"].index)
    if {left.wheel, right.wheel} == {"year", "week"}:
        return unknown("Of one the year is not known, of the other the week.")
    one, other = left.turned(wheel), right.turned(wheel)
    if left.wheel == right.wheel == "year" and one.same_hours(other):
        return SAME
    if not one.meets_on(other):
        return unknown("Where one begins depends on who tells it.") if left.loose or right.loose else OTHER
    if one.same_hours(other):
        return fits("precision", f"The same as far as both go; {_KNOWN[wheel]} of one is not known.")
    return fits("precision", f"The two can be one; {_KNOWN[wheel]} of one is not known.")
