"""Normalised values in words: "P6D" as "6 days", "23.. death" as "23 or more (death)". Data keeps what was given."""

import re
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?$")
_ANY = "XXXX"
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(?:([A-Z]{2})|(\d\d:\d\d)(?::\d\d)?([+-]\d\d:\d\d|Z)?)$")
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_LENGTH = re.compile(r"P([\d.YMWD]*)(?:T([\d.HMS]+))?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_BOUNDS = {">=": "at least", "<=": "at most", ">": "more than", "<": "under", "~": "about"}
_PART = re.compile(r"([\d.]+)([YMWDHS])")
_UNITS = {
    ("", "Y"): "year", ("", "M"): "month", ("", "W"): "week", ("", "D"): "day", ("T", "H"): "hour",
    ("T", "M"): "minute", ("T", "S"): "second",
}  # fmt: skip
_AMOUNT = re.compile(r"([><~])?(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?(?: (.*))?$")
_UNIT = re.compile(r"(%|pp|°[CF]?|[A-Z]{3}|km/h|m2|m3|m|kg|l|W|Wh|year|barrel|crown|krona)(?: (.*))?$")


def day(value: str) -> str:
    """An ISO date in words, as far as it goes: "12 March 2031", "March 2031", "2031", "12 March" of a year that nobody
    tells; anything else as it is."""
    found = _DAY.match(value)
    if not found or value == _ANY or (found[2] and not 1 <= int(found[2]) <= 12):
        return value
    month = _MONTHS[int(found[2]) - 1] if found[2] else ""
    year = "" if found[1] == _ANY else found[1]
    return " ".join(part for part in (str(int(found[3])) if found[3] else "", month, year) if part)


def in_words(normalised: str | None) -> str:
    """A normalised value for people; "" for none, and what has no words here as it is."""
    given = normalised or ""
    for words in (_amount, _times):
        told = words(given)
        if told:
            return told
    return given


def _times(given: str) -> str:
    """Times, several set apart by commas, the two ends of a range by a stroke."""
    ranges = [[_bounded(end) for end in one.split("/")] for one in given.split(", ")]
    return ", ".join(" to ".join(ends) for ends in ranges) if all(all(ends) for ends in ranges) else ""


def _bounded(given: str) -> str:
    """A time, with what its sign says of it: ">P10Y" as "more than 10 years"."""
    sign = next((one for one in _BOUNDS if given.startswith(one)), "")
    told = _time(given.removeprefix(sign))
    return f"{_BOUNDS[sign]} {told}" if sign and told else told


def _time(given: str) -> str:
    if week := _WEEK.match(given):
        try:
            first = date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        except ValueError:
            return ""
        return f"{'weekend' if week[3] else 'week'} of {day(first.isoformat())}"
    length, moment = _LENGTH.match(given), _MOMENT.match(given)
    if length and (length[1] or length[2]):
        return _length(length[1], length[2] or "")
    if moment:
        part = _PARTS.get(moment[2], moment[2]) if moment[2] else f"{moment[3]}{f' {moment[4]}' if moment[4] else ''}"
        return f"{day(moment[1])}, {part}"
    return day(given) if _DAY.match(given) else ""


def _length(days: str, hours: str) -> str:
    """ "1D" and "3H" as "1 day and 3 hours"."""
    parts = [
        (part[1], _UNITS[sign, part[2]]) for sign, run in (("", days), ("T", hours)) for part in _PART.finditer(run)
    ]
    return " and ".join(f"{many} {unit}{'' if many == '1' else 's'}" for many, unit in parts)


def _amount(given: str) -> str:
    """ "9..9 child" as "9 (child)": a figure, its bounds, its unit, and in brackets what it counts."""
    found = _AMOUNT.match(given)
    if not found or not (found[2] or found[3]):
        return ""
    low, high = (_figure(end) if end else "" for end in (found[2], found[3]))
    unit, of = _unit(found[4] or "")
    if found[1] == "~" and low != high:
        return f"a vague figure{f' ({of})' if of else ''}"
    figure = low if low == high else f"{low} to {high}" if low and high else low or high
    joined = f"{figure}{'' if unit in ('', '%') else ' '}{_plural(unit, figure)}"
    few = "fewer" if not unit else "less"
    bound = "" if found[1] or (low and high) else " or more" if low else f" or {few}"
    before = {">": "more than ", "<": f"{few} than ", "~": "about "}.get(found[1] or "", "")
    return f"{before}{joined}{bound}{f' ({of})' if of else ''}"


def _figure(digits: str) -> str:
    """With commas between thousands; above a hundred no more than whole numbers."""
    number = float(digits)
    if "." not in digits or number == int(number):
        return f"{int(number):,}"
    return f"{number:,.0f}" if abs(number) >= 100 else digits.rstrip("0")


def _unit(words: str) -> tuple[str, str]:
    """The unit, and what is counted; an age counts its bearer's years, who stands in the words already."""
    found = _UNIT.match(words)
    if not found:
        return "", words
    return found[1], "" if found[1] == "year" else found[2] or ""


def _plural(unit: str, figure: str) -> str:
    return f"{unit}s" if unit == "year" and figure != "1" else unit
