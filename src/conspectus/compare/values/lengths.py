"""Lengths of time in days, from TIMEX3 durations ("P6D", "P1W") and from ranges of dates.

A range is counted both ways: the steps between its ends, and with both ends ("23–28 May": 5 days, 6 days).
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from conspectus.model import Time

_UNIT = r"([\d.]+)(\D+)"
_DURATION = re.compile(r"P((?:[\d.]+(?:[YMWD]|DE|CE))*)(?:T((?:[\d.]+[HMS])+))?")
_DAYS = {
    "CE": 36525.0, "DE": 3652.5, "Y": 365.25, "M": 30.4375, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440,
    "TS": 1 / 86400,
}  # fmt: skip
_DATE = r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?"
_ENDS = re.compile(rf"{_DATE}/{_DATE}")
_LEAP_YEAR = 2000
"""Stands for an unknown year, because every date exists in it."""


@dataclass(frozen=True, slots=True)
class Range:
    """A range of dates: its length in days ``between`` its ends and ``with_both`` of them; ``unit`` is that of
    its ends, in days (1 for days, about 30 for months, about 365 for years)."""

    between: float
    with_both: float
    unit: float


def days(time: Time) -> float | None:
    """A duration in days; None for a vague one ("PXY") and for what is no duration."""
    parts = _parts(time)
    return sum(many * unit for many, unit in parts) if parts else None


def _parts(time: Time) -> list[tuple[float, float]]:
    """How many of which unit (in days): "P1DT3H" is one day and three hours."""
    found = _DURATION.fullmatch(time.value) if time.type == "DURATION" else None
    halves = (("", found[1]), ("T", found[2])) if found else ()
    return [(float(m[1]), _DAYS[sign + m[2]]) for sign, half in halves for m in re.finditer(_UNIT, half or "")]


def between(time: Time) -> tuple[float, float] | None:
    """The shortest and the longest that a duration from one length to another allows ("P2W/P3W"), in days."""
    first, stroke, last = time.value.partition("/")
    if time.type != "DURATION" or not stroke:
        return None
    ends = [days(replace(time, value=value)) for value in (first, last)]
    return (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def unit_days(time: Time) -> float:
    """Days of the unit that a duration is told in; 0 for what is none."""
    return min((unit for _, unit in _parts(time)), default=0.0)


def range_of(time: Time) -> Range | None:
    """The length of a range of two dates of one precision, None for anything else."""
    found = _ENDS.fullmatch(time.value) if time.type == "DATE" else None
    if found is None or [bool(found[i]) for i in (2, 3)] != [bool(found[i]) for i in (5, 6)]:
        return None
    years = [_LEAP_YEAR if found[i] == "XXXX" else int(found[i]) for i in (1, 4)]
    if found[3]:
        try:
            start, end = date(years[0], int(found[2]), int(found[3])), date(years[1], int(found[5]), int(found[6]))
        except ValueError:
            return None
        steps, unit = (end - start).days, 1.0
    elif found[2]:
        steps, unit = (years[1] - years[0]) * 12 + int(found[5]) - int(found[2]), _DAYS["M"]
    else:
        steps, unit = years[1] - years[0], _DAYS["Y"]
    return Range(steps * unit, (steps + 1) * unit, unit) if steps > 0 else None


def said_in_days(length: float) -> str:
    """Days for a reader: "6 days", "1 day", "about 30 days"."""
    whole = round(length)
    if abs(length - whole) > 0.01:
        return f"about {whole} days" if whole != 1 else "about 1 day"
    return "1 day" if whole == 1 else f"{whole} days"
