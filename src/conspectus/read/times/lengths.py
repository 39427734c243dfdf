"""Lengths of time, and what is counted in them: "six-day", "three years ago", "last week", "every two weeks"."""

import re
from datetime import date
from decimal import Decimal

from conspectus.read.numbers import number
from conspectus.read.scan import Expression
from conspectus.read.times.anchor import Anchor, Resolved
from conspectus.read.times.dates import mod_of
from conspectus.read.times.days import moved
from conspectus.read.times.vocabulary import DAYPARTS, MONTHS, SETS, UNITS, WEEKDAYS

_BACK = ("last", "past", "previous")
_AHEAD = ("next", "coming", "following")
_SAME = ("that", "the same", "that same", "same")
_NTH = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_SUNDAY = 6
_FARTHEST = 10**5
"""More units than this are no step in a calendar."""


def amount(words: str) -> Decimal | None:
    """How many; None for a vague number."""
    if words in ("several", "a few", "few", "many", "some"):
        return None
    if words.startswith("a quarter of"):
        return Decimal("0.25")
    if words in ("a couple of", "a couple", "couple of"):
        return Decimal(2)
    half = Decimal("0.5") if words.endswith((" 1/2", "½")) else Decimal(0)
    whole = number(words.removesuffix("½").removesuffix(" 1/2"))
    return None if whole is None else whole + half


def unit_of(words: str) -> str:
    """The unit that a noun names, in the singular or plural."""
    return UNITS[words if words in UNITS else words[:-1]]


def period(count: Decimal | None, unit: str) -> str:
    """A TIMEX3 duration: ``period(Decimal(6), "D")`` → "P6D"; None gives "PXD"."""
    if count is not None:
        times, base = {"2W": (2, "W"), "Q": (3, "M"), "CE": (100, "Y"), "DE": (10, "Y")}.get(unit, (1, unit))
        count, unit = count * times, base
    elif unit in ("2W", "Q"):
        unit = {"2W": "W", "Q": "M"}[unit]
    if count is not None and count % 1:
        # A part of a unit is told in the next smaller one, where that is whole.
        parts, smaller = {"TH": (60, "TM"), "Y": (12, "M"), "D": (24, "TH"), "TM": (60, "TS")}.get(unit, (1, unit))
        count, unit = (count * parts, smaller) if count * parts % 1 == 0 else (count, unit)
    many = "X" if count is None else f"{count.normalize():f}"
    return f"PT{many}{unit[1]}" if unit.startswith("T") else f"P{many}{unit}"


def ago(found: Expression, anchor: Anchor) -> Resolved | None:
    count = amount(found["n"]) if found["n"] else None
    unit, way = unit_of(found["unit"]), found["way"]
    if way not in ("ago", "from now", "hence"):
        return _from_told(count, unit, -1 if way == "earlier" else 1, found, anchor)
    forward = way != "ago"
    if anchor.day is None or count is None:
        return Resolved("DATE", "FUTURE_REF" if forward else "PAST_REF", mod_of(found), anchor.basis)
    value = shifted(anchor.day, count * (1 if forward else -1), unit)
    return Resolved("DATE", value, mod_of(found), "inferred")


def _from_told(count: Decimal | None, unit: str, sign: int, found: Expression, anchor: Anchor) -> Resolved:
    """Counted from the date told last, if it is precise enough; otherwise only the length is known."""
    length = Resolved("DURATION", period(count, unit), mod_of(found))
    if count is None or count % 1 or found["way"] == "previously" or unit.startswith("T"):
        return length
    value = _beside_told(count * sign, unit, anchor.told)
    return Resolved("DATE", value, mod_of(found), "inferred") if value else length


def _beside_told(count: Decimal, unit: str, told: str) -> str | None:
    """The unit so many units from a date, or None where the date is less precise than the unit."""
    needed = {"D": 3, "W": 3, "WE": 3, "2W": 3, "M": 2, "Q": 2}.get(unit, 1)
    if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", told) or told.count("-") + 1 < needed:
        return None
    year, month, day = (*(int(part) for part in told.split("-")), 1, 1)[:3]
    return shifted(date(year, month, day), count, unit) if year else None


def shifted(day: date, count: Decimal, unit: str) -> str:
    """A day moved by a number of units, told with the precision of the unit."""
    if abs(count) > _FARTHEST:
        return "PAST_REF" if count < 0 else "FUTURE_REF"
    if count % 1:
        count, unit = {"Y": (count * 12, "M"), "W": (count * 7, "D")}.get(unit, (count, unit))
    whole = int(count)
    if unit in ("D", "WE"):
        return moved(day, whole)
    if unit in ("W", "2W"):
        there = moved(day, whole * (14 if unit == "2W" else 7))
        return week(date.fromisoformat(there)) if there[0].isdigit() else there
    if unit in ("M", "Q"):
        months = day.year * 12 + day.month - 1 + whole * (3 if unit == "Q" else 1)
        return f"{months // 12:04}-{months % 12 + 1:02}" if 12 <= months < 120_000 else "PAST_REF"
    if unit in ("Y", "DE", "CE"):
        year = day.year + whole * {"Y": 1, "DE": 10, "CE": 100}[unit]
        return f"{year:04}" if 0 < year < 10_000 else "PAST_REF" if year <= 0 else "FUTURE_REF"
    return day.isoformat()


def week(day: date) -> str:
    """The ISO week of a day ("2031-W21")."""
    year, number_of_week, _ = day.isocalendar()
    return f"{year}-W{number_of_week:02}"


def relative(found: Expression, anchor: Anchor) -> Resolved | None:
    rel, unit = " ".join(found["rel"].split()), unit_of(found["unit"])
    if found["n"] or found["unit"].endswith("s"):
        return Resolved("DURATION", period(amount(found["n"]) if found["n"] else None, unit))
    # "Earlier this month" is any day of it that is over.
    mod = {"early": "START", "late": "END", "mid": "MID"}.get(found["mod"]) or (
        mod_of(found) if found["part"] else None
    )
    if unit == "WE" and rel not in _SAME:
        return _weekend(rel, anchor, mod)
    if unit.startswith("T") or (unit in ("DE", "CE") and rel in _BACK) or (rel == "past" and anchor.day):
        return Resolved("DURATION", period(Decimal(1), unit), mod)
    step = -1 if rel in _BACK else 1 if rel in _AHEAD else 0
    # "That year", "the following week" and, in a tale, "the next month" follow the date told last.
    if rel in (*_SAME, "following", "previous") or (found["the"] and rel == "next" and anchor.tense == "past"):
        value = _beside_told(Decimal(step), unit, anchor.told) if unit in ("D", "W", "M", "Y") else None
        if value or rel in _SAME or unit == "D":
            return Resolved("DATE", value or _open(unit), mod, "inferred" if value else "unknown")
    if anchor.day is None:
        return Resolved("DATE", _open(unit), mod, "unknown")
    return Resolved("DATE", _shifted_unit(anchor.day, step, unit), mod, "inferred")


def _shifted_unit(day: date, step: int, unit: str) -> str:
    if unit == "Q":
        quarter = (day.month - 1) // 3 + step
        return f"{day.year + quarter // 4:04}-Q{quarter % 4 + 1}"
    if unit == "DE":
        return f"{day.year // 10 + step:03}"
    if unit == "CE":
        return f"{day.year // 100 + step:02}"
    if unit == "W" and step == -1 and day.weekday() == _SUNDAY:
        step = 0  # on a Sunday the week just over is the last one
    return shifted(day, Decimal(step), unit)


def _open(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def weekend(_found: Expression, anchor: Anchor) -> Resolved | None:
    """ "The weekend" of a dated article: the coming one where its clause looks ahead, else the one before."""
    here = anchor.day is not None and (anchor.tense == "future" or anchor.day.weekday() >= 5)
    return _weekend("this" if here else "last", anchor, None)


def _weekend(rel: str, anchor: Anchor, mod: str | None) -> Resolved:
    if anchor.day is None:
        return Resolved("DATE", "XXXX-WXX-WE", mod, "unknown")
    there = moved(anchor.day, -7 if rel in _BACK else 7 if rel in _AHEAD else 0)
    value = week(date.fromisoformat(there)) + "-WE" if there[0].isdigit() else there
    return Resolved("DATE", value, mod, "inferred")


def vague(found: Expression, _anchor: Anchor) -> Resolved | None:
    return Resolved("DURATION", period(None, unit_of(found["unit"])))


def repeated(found: Expression, _anchor: Anchor) -> Resolved | None:
    if found["adverb"]:
        return Resolved("SET", SETS[found["adverb"]])
    if found["nth"]:
        return Resolved("SET", period(Decimal(_NTH[found["nth"]]), unit_of(found["unit"])))
    if found["part"]:
        return Resolved("SET", f"XXXX-XX-XXT{DAYPARTS[found['part']]}")
    if found["mo"]:
        return Resolved("SET", f"XXXX-{MONTHS[found['mo'].strip('. ')]:02}")
    if found["wd"]:
        return Resolved("SET", f"XXXX-WXX-{WEEKDAYS[found['wd'].strip('. ')] + 1}")
    count = amount(found["n"]) if found["n"] else Decimal(1)
    return Resolved("SET", period(count, unit_of(found["units"] or found["unit"])))


def rate(found: Expression, _anchor: Anchor) -> Resolved | None:
    return Resolved("DURATION", period(Decimal(1), unit_of(found["unit"])))


def _between(found: Expression, first: Decimal | None) -> Resolved | None:
    """ "Two to three weeks": two lengths with a stroke between them, as TIMEX3 has no word for it."""
    last, unit = amount(found["n2"]), unit_of(found["unit"])
    if first is None or last is None or first >= last:
        return None
    return Resolved("DURATION", f"{period(first, unit)}/{period(last, unit)}", mod_of(found))


def _compound(found: Expression, count: Decimal | None) -> Resolved | None:
    """ "Four hours and 45 minutes": PT4H45M."""
    more = amount(found["n3"])
    if count is None or more is None or count % 1 or more % 1:
        return None
    first, second = period(count, unit_of(found["unit"])), period(more, unit_of(found["unit3"]))
    joined = second.removeprefix("PT" if first.startswith("PT") else "P")
    return Resolved("DURATION", first + joined, mod_of(found))


def duration(found: Expression, _anchor: Anchor) -> Resolved | None:
    count = amount(found["n"]) if found["n"] else (None if found["unit"].endswith("s") else Decimal(1))
    if found["n2"]:
        return _between(found, count)
    if found["n3"]:
        return _compound(found, count)
    if found["half"] and count is not None:
        count += Decimal("0.5")
    loose = {"more": "EQUAL_OR_MORE", "so": "APPROX", "less": "EQUAL_OR_LESS"}.get(found["or"])
    return Resolved("DURATION", period(count, unit_of(found["unit"])), mod_of(found) or loose)
