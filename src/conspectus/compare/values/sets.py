"""Two times that come again (SET of TIMEX3): how often ("P1D"), or on which days ("XXXX-WXX-1")."""

import re

from conspectus.compare.values.answer import OTHER, SAME, Answer, fits, unknown
from conspectus.compare.values.lengths import days
from conspectus.model import Time

_DAY_OF_WEEK = re.compile(r"XXXX-WXX-(\d)(T\w+)?")
_WEEK = 7.0


def compare_sets(one: Time, other: Time) -> Answer:
    """Two of one rhythm are equal; "every Monday" is once a week; other rhythms exclude each other."""
    if one.value == other.value:
        return SAME if one.mod == other.mod else fits("bound", "The rhythm is the same; one is given as a bound.")
    first, second = _DAY_OF_WEEK.fullmatch(one.value), _DAY_OF_WEEK.fullmatch(other.value)
    if first and second:
        if first[1] != second[1]:
            return OTHER
        return fits("precision", "The same day of the week; one also says when on it.")
    steps = _steps(one), _steps(other)
    if None in steps:
        return unknown("One of the two does not say how often.")
    if steps[0] == steps[1]:
        return fits("precision", "One also says on which day it comes again.")
    return OTHER


def _steps(time: Time) -> float | None:
    """Days from one time to the next."""
    if _DAY_OF_WEEK.fullmatch(time.value):
        return _WEEK
    return days(Time(time.span, "DURATION", time.value, None, time.basis))
