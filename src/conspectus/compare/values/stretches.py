"""Dates and times of day as stretches of hours, from the values of TIMEX3 (ISO 24617-1).

A value stands for all hours it may mean: "2031-05" for the whole of May, "2031-05-23TMO" for that morning,
"2031-W21-WE" for a weekend. Parts of the day and seasons are cut generously, because usage differs. A value
without a year, week or day lies on a wheel: "XXXX-05-23" on that of the year, "XXXX-WXX-1" on that of the week,
"XXXX-XX-XXT07:40" on that of the day.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from conspectus.model import Time

Wheel = Literal["", "year", "week", "day"]
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?")
_WEEKDAY = re.compile(r"XXXX-WXX-(WE|[1-7])")
_SEASON = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])")
_YEAR = re.compile(r"\d{2,4}")
_CLOCK = re.compile(r"(\d\d)(?::(\d\d))?(?::[0-5]\d)?(Z|[+-]\d\d(?::?\d\d)?)?")
_PARTS = {"MO": (0, 12), "MI": (11, 14), "AF": (12, 18), "EV": (16, 24), "NI": (17, 30), "DT": (6, 20)}
_SEASONS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 15), "Q1": (1, 4), "Q2": (4, 7), "Q3": (7, 10),
            "Q4": (10, 13), "H1": (1, 7), "H2": (7, 13)}  # fmt: skip
_TURN = {"year": 366 * 24.0, "week": 7 * 24.0, "day": 24.0}
_LEAP_YEAR = 2000
"""Stands for an unknown year, because every date exists in it."""
_KEPT = 5_000
"""So many values are remembered with what they mean: a story tells the same days again and again."""
_ABOUT = 0.5
"""How much longer, on either side, "about" makes a stretch."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Half-open hours since the beginning of the calendar, or of the ``wheel`` that they lie on.

    ``loose``: where it begins depends on who tells it (a season). ``is_clock``: told by the clock; ``zoned``: in a
    time zone that is told, its hours then those of UTC.
    """

    start: float
    end: float
    wheel: Wheel = ""
    loose: bool = False
    is_clock: bool = False
    zoned: bool = False

    @property
    def hours(self) -> float:
        return self.end - self.start

    def same_hours(self, other: "Stretch") -> bool:
        return (self.start, self.end) == (other.start, other.end)

    def contains(self, other: "Stretch") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Stretch") -> bool:
        return self.start < other.end and other.start < self.end

    def turned(self, wheel: Wheel) -> "Stretch":
        """Where it lies on a wheel; all of the wheel when it is longer than one turn."""
        if wheel in ("", self.wheel):
            return self
        turn = _TURN[wheel]
        if self.hours >= turn:
            return Stretch(0, turn, wheel)
        if wheel == "year":
            first = date.fromordinal(int(self.start // 24)).replace(year=_LEAP_YEAR).toordinal() * 24.0
            begin = first + self.start % 24 - date(_LEAP_YEAR, 1, 1).toordinal() * 24.0
        else:
            begin = (self.start - 24.0) % turn  # day 1 of the calendar is a Monday
        return Stretch(begin, begin + self.hours, wheel)

    def meets_on(self, other: "Stretch") -> bool:
        """True when two on one wheel have an hour in common, across its end too."""
        turn = _TURN[self.wheel]
        return any(
            self.start < other.end + by and other.start + by < self.end for by in (-2 * turn, -turn, 0, turn, 2 * turn)
        )


def stretch(time: Time) -> Stretch | None:
    """The hours a date or time of day may mean; None where its value does not say (and for durations)."""
    return _meant(time.value, time.mod) if time.type in ("DATE", "TIME") else None


@lru_cache(maxsize=_KEPT)
def _meant(value: str, mod: str | None) -> Stretch | None:
    first, slash, last = value.partition("/")
    try:
        start = _stretch(first)
        end = _stretch(last) if slash else start
    except (ValueError, OverflowError):
        return None
    if start is None or end is None or start.wheel != end.wheel:
        return None
    if start.start >= end.end:
        if not start.wheel:
            return None
        end = replace(end, end=end.end + _TURN[start.wheel])  # "28 December to 2 January"
    return _part(replace(start, end=end.end), mod)


def _part(whole: Stretch, mod: str | None) -> Stretch:
    """ "Early in May", "mid-May", "late May": a half, since nobody says where early ends; "about 2010" more."""
    half, quarter = whole.hours / 2, whole.hours / 4
    if mod == "START":
        return replace(whole, end=whole.start + half)
    if mod == "END":
        return replace(whole, start=whole.end - half)
    if mod == "MID":
        return replace(whole, start=whole.start + quarter, end=whole.end - quarter)
    if mod == "APPROX":
        room = max(whole.hours * _ABOUT, 1.0 if whole.is_clock else 0.0)
        return replace(whole, start=whole.start - room, end=whole.end + room)
    return whole


def _stretch(value: str) -> Stretch | None:
    day, _, clock = value.partition("T")
    whole = _days(day) if day != "XXXX-XX-XX" else Stretch(0, 24, "day") if clock else None
    if whole is None or not clock:
        return whole
    if clock in _PARTS:
        first, last = _PARTS[clock]
        return replace(whole, start=whole.start + first, end=whole.start + last)
    found = _CLOCK.fullmatch(clock)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour * 60 + minute > 24 * 60 or minute > 59:
        return None
    at = whole.start + hour + minute / 60 - _offset(found[3] or "")
    end = at + (1 / 60 if found[2] else 1)
    return replace(whole, start=at, end=end, is_clock=True, zoned=bool(found[3]))


def _offset(zone: str) -> float:
    """Hours ahead of UTC: "+05:30" → 5.5."""
    if zone in ("", "Z"):
        return 0.0
    digits = zone[1:].replace(":", "")
    hours = int(digits[:2]) + int(digits[2:] or 0) / 60
    return -hours if zone[0] == "-" else hours


def _days(value: str) -> Stretch | None:
    if found := _DAY.fullmatch(value):
        first = date(_year(found[1]), int(found[2]), int(found[3]))
        return _between(first, first + timedelta(days=1), found[1])
    if found := _MONTH.fullmatch(value):
        year = _year(found[1])
        return _between(_month(year, int(found[2])), _month(year, int(found[2]) + 1), found[1])
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        first_day, last_day = _days_of_week(found[3])
        return _between(monday + timedelta(first_day), monday + timedelta(last_day), found[1])
    if found := _WEEKDAY.fullmatch(value):
        first_day, last_day = _days_of_week(found[1])
        return Stretch(first_day * 24.0, last_day * 24.0, "week")
    if found := _SEASON.fullmatch(value):
        first_month, last_month = _SEASONS[found[2]]
        year = _year(found[1])
        whole = _between(_month(year, first_month), _month(year, last_month), found[1])
        return replace(whole, loose=found[2].isalpha())
    if _YEAR.fullmatch(value):
        span = 10 ** (4 - len(value))
        return _between(date(int(value) * span, 1, 1), date((int(value) + 1) * span, 1, 1), value)
    return None


def _year(digits: str) -> int:
    return _LEAP_YEAR if digits == "XXXX" else int(digits)


def _days_of_week(told: str | None) -> tuple[int, int]:
    return (0, 7) if told is None else (5, 7) if told == "WE" else (int(told) - 1, int(told))


def _month(year: int, month: int) -> date:
    """The first day of a month; months past the twelfth run on into the next year."""
    if not 1 <= month <= 15:
        raise ValueError(f"{month} is no month")
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _between(first: date, after: date, year: str) -> Stretch:
    if year != "XXXX":
        return Stretch(first.toordinal() * 24.0, after.toordinal() * 24.0)
    origin = date(_LEAP_YEAR, 1, 1).toordinal()
    return Stretch((first.toordinal() - origin) * 24.0, (after.toordinal() - origin) * 24.0, "year")
