"""Feast days that English-language news uses as dates: only those whose day the calendar alone gives."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(weekday: int, count: int, month: int) -> Callable[[int], date]:
    """The ``count``-th weekday of a month; the last one for count 0."""

    def day(year: int) -> date:
        if count == 0:
            last = date(year, month, calendar.monthrange(year, month)[1])
            return last - timedelta((last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))

    return day


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    cycle, (century, rest) = year % 19, divmod(year, 100)
    leaps, left = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * cycle + century - leaps - moved + 15) % 30
    week = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (cycle + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days)


def _election(year: int) -> date:
    return _nth(0, 1, 11)(year) + timedelta(1)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "New Year's Day": _fixed(1, 1), "Valentine's Day": _fixed(2, 14), "Halloween": _fixed(10, 31),
    "Christmas Eve": _fixed(12, 24), "Christmas Day": _fixed(12, 25), "Christmas": _fixed(12, 25),
    "Boxing Day": _fixed(12, 26), "New Year's Eve": _fixed(12, 31), "Thanksgiving Day": _nth(3, 4, 11),
    "Thanksgiving": _nth(3, 4, 11), "Memorial Day": _nth(0, 0, 5), "Election Day": _election,
    "Good Friday": _from_easter(-2), "Easter Sunday": _from_easter(0), "Easter Monday": _from_easter(1),
    "Ash Wednesday": _from_easter(-46), "Palm Sunday": _from_easter(-7),
}  # fmt: skip
"""Name → its day in a year. Thanksgiving, Memorial Day and Election Day as in the United States."""
