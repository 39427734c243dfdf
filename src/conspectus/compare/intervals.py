"""Dates and times of day as stretches of hours, from the values of TIMEX3 (ISO 24617-1).

A value stands for all hours it may mean: "2031-05" for the whole of May, "2031-05-23TMO" for that morning,
"2031-W21-WE" for a weekend. Parts of the day and seasons are cut generously, because usage differs.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from conspectus.model import Time

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4])")
_YEAR = re.compile(r"\d{2,4}")
_CLOCK = re.compile(r"(\d\d)(?::(\d\d))?")
_PARTS = {"MO": (0, 12), "MI": (11, 14), "AF": (12, 18), "EV": (16, 24), "NI": (17, 30), "DT": (6, 20)}
_SEASONS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 15), "Q1": (1, 4), "Q2": (4, 7), "Q3": (7, 10),
            "Q4": (10, 13)}  # fmt: skip
_LEAP_YEAR = 2000
"""Stands for an unknown year, because every date exists in it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Half-open hours since the beginning of the calendar. ``year`` is False where the year is not known."""

    start: float
    end: float
    year: bool = True

    def contains(self, other: "Stretch") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Stretch") -> bool:
        return self.start < other.end and other.start < self.end


def stretch(time: Time) -> Stretch | None:
    """The hours a date or time of day may mean; None where its value does not say (and for durations)."""
    if time.type not in ("DATE", "TIME"):
        return None
    first, slash, last = time.value.partition("/")
    try:
        start = _stretch(first)
        end = _stretch(last) if slash else start
    except ValueError:
        return None
    if start is None or end is None or start.year != end.year or start.start >= end.end:
        return None
    return _part(Stretch(start.start, end.end, start.year), time.mod)


def _part(whole: Stretch, mod: str | None) -> Stretch:
    """ "Early in May", "mid-May", "late May": a half, since nobody says where early ends."""
    half, quarter = (whole.end - whole.start) / 2, (whole.end - whole.start) / 4
    if mod == "START":
        return Stretch(whole.start, whole.start + half, whole.year)
    if mod == "END":
        return Stretch(whole.end - half, whole.end, whole.year)
    return Stretch(whole.start + quarter, whole.end - quarter, whole.year) if mod == "MID" else whole


def _stretch(value: str) -> Stretch | None:
    day, _, clock = value.partition("T")
    whole = _days(day)
    if whole is None or not clock:
        return whole
    if clock in _PARTS:
        first, last = _PARTS[clock]
        return Stretch(whole.start + first, whole.start + last, whole.year)
    found = _CLOCK.fullmatch(clock)
    if found is None:
        return None
    at = whole.start + int(found[1]) + int(found[2] or 0) / 60
    return Stretch(at, at + (1 / 60 if found[2] else 1), whole.year)


def _days(value: str) -> Stretch | None:
    if found := _DAY.fullmatch(value):
        known = found[1] != "XXXX"
        first = date(int(found[1]) if known else _LEAP_YEAR, int(found[2]), int(found[3]))
        return _between(first, first + timedelta(days=1), known)
    if found := _MONTH.fullmatch(value):
        return _between(_month(int(found[1]), int(found[2])), _month(int(found[1]), int(found[2]) + 1))
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return _between(monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=7))
    if found := _SEASON.fullmatch(value):
        first_month, last_month = _SEASONS[found[2]]
        return _between(_month(int(found[1]), first_month), _month(int(found[1]), last_month))
    if _YEAR.fullmatch(value):
        span = 10 ** (4 - len(value))
        return _between(date(int(value) * span, 1, 1), date((int(value) + 1) * span, 1, 1))
    return None


def _month(year: int, month: int) -> date:
    """The first day of a month; months past the twelfth run on into the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _between(first: date, after: date, year: bool = True) -> Stretch:
    return Stretch(first.toordinal() * 24.0, after.toordinal() * 24.0, year)
