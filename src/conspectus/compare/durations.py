"""Lengths of time in days, from TIMEX3 durations ("P6D", "P1W") and from ranges of dates.

A range is counted both ways: the days between its ends, and the days with both ends.
"""

import re
from dataclasses import dataclass
from datetime import date

from conspectus.model import Time

_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)(Y|M|W|D))?(?:T(\d+(?:\.\d+)?)(H|M|S))?")
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
_ENDS = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)/(\d{4}|XXXX)-(\d\d)-(\d\d)")
_LEAP_YEAR = 2000
"""Stands for an unknown year, because every date exists in it."""


@dataclass(frozen=True, slots=True)
class Range:
    """A range of dates: days ``between`` its ends, and days ``with_both`` ends counted."""

    between: int
    with_both: int


def days(time: Time) -> float | None:
    """A duration in days; None for a vague one ("PXY") and for what is no duration."""
    found = _DURATION.fullmatch(time.value) if time.type == "DURATION" else None
    if found is None or not any(found.groups()):
        return None
    total = 0.0
    if found[1]:
        total += float(found[1]) * _DAYS[found[2]]
    if found[3]:
        total += float(found[3]) * _DAYS[f"T{found[4]}"]
    return total


def range_of(time: Time) -> Range | None:
    """The length of a range of two dates to the day, None for anything else."""
    found = _ENDS.fullmatch(time.value)
    if found is None:
        return None
    years = [_LEAP_YEAR if found[i] == "XXXX" else int(found[i]) for i in (1, 4)]
    try:
        start, end = date(years[0], int(found[2]), int(found[3])), date(years[1], int(found[5]), int(found[6]))
    except ValueError:
        return None
    between = (end - start).days
    return Range(between, between + 1) if between > 0 else None


def said_in_days(length: float) -> str:
    """Days for a reader: "6 days", "1 day", "about 30 days"."""
    whole = round(length)
    if abs(length - whole) > 0.01:
        return f"about {whole} days" if whole != 1 else "about 1 day"
    return "1 day" if whole == 1 else f"{whole} days"
