"""Dates as TIMEX3 values: days, months, ranges, years, decades, quarters, seasons and feast days."""

import calendar
import re

from conspectus.model import Basis
from conspectus.read.scan import Expression
from conspectus.read.times.anchor import Anchor, Resolved
from conspectus.read.times.holidays import HOLIDAYS
from conspectus.read.times.vocabulary import (
    CENTURIES,
    DECADES,
    MODS,
    MONTHS,
    ORDINALS,
    PARTS_OF_DATES,
    SEASONS,
    WEEKDAYS,
)

_FEASTS = {name.lower(): day for name, day in HOLIDAYS.items()}
_LISTED = re.compile(r"\d+(?:[a-z]{2})?")
_BACK = ("last", "past", "previous")
_SAME = ("that", "the same", "that same", "same")


def mod_of(found: Expression) -> str | None:
    """The TIMEX3 modifier that the words before an expression make."""
    words = " ".join((found["mod"] or found["mod2"]).replace("-", " ").split())
    return PARTS_OF_DATES.get(words) or MODS.get(words)


def iso(found: Expression, _anchor: Anchor) -> Resolved | None:
    return _full(found["y"], int(found["mo"]), int(found["d"]))


def slashed(found: Expression, _anchor: Anchor) -> Resolved | None:
    year = found["y"] if len(found["y"]) == 4 else ("19" if int(found["y"]) > 50 else "20") + found["y"]
    return _full(year, int(found["mo"]), int(found["d"]))


def _full(year: str, month: int, day: int, basis: Basis = "stated") -> Resolved | None:
    # A leap year stands in where the year is unknown, so that 29 February is a day and the 31st is not.
    whole = int(year) if year.isdigit() else 2000
    if not 1 <= month <= 12 or whole < 1 or not 1 <= day <= calendar.monthrange(whole, month)[1]:
        return None
    return Resolved("DATE", f"{year}-{month:02}-{day:02}", None, basis)


def _year_of(found: Expression, anchor: Anchor, month: int, day: int) -> tuple[str, Basis]:
    """The year of a day and month: as printed, else the one that fits the tense best."""
    if found["y"]:
        return found["y"], "stated"
    if anchor.day is None:
        return "XXXX", "unknown"
    here = anchor.day
    if found["rel"] in _BACK:
        return str(here.year - ((month, day) >= (here.month, here.day))), "inferred"
    if found["rel"] == "next":
        return str(here.year + ((month, day) <= (here.month, here.day))), "inferred"
    return str(here.year + _years_on((month - here.month) + (day > here.day) * 0.5, anchor)), "inferred"


def _years_on(months_on: float, anchor: Anchor) -> int:
    """Years from the publication to a month so many calendar months on: the tense decides, else the nearest."""
    if anchor.tense == "future":
        return 1 if months_on < -2 else 0
    if (anchor.tense == "past" and months_on > 1) or months_on > 6:
        return -1
    return 1 if months_on < -6 and anchor.tense != "past" else 0


def day_of_month(found: Expression, anchor: Anchor) -> Resolved | None:
    month, day = _month(found["mo"]), _day(found["d"])
    year, basis = _year_of(found, anchor, month, day)
    return _full(year, month, day, basis)


def _month(name: str) -> int:
    return MONTHS[name.strip(". ")]


def _day(digits: str) -> int:
    return int("".join(c for c in digits if c.isdigit()))


def nth_weekday(found: Expression, anchor: Anchor) -> Resolved | None:
    """ "The second Monday of March": a day of that month, where its year is known."""
    month = _month(found["mo"])
    year, basis = _year_of(found, anchor, month, 15)
    if not year.isdigit():
        return Resolved("DATE", f"{year}-{month:02}", None, basis)
    weekday, last = WEEKDAYS[found["wd"].strip(". ")], calendar.monthrange(int(year), month)[1]
    days = [day for day in range(1, last + 1) if calendar.weekday(int(year), month, day) == weekday]
    nth = -1 if found["nth"] == "last" else ORDINALS[found["nth"]] - 1
    return _full(year, month, days[nth], basis)


def listed_days(found: Expression, anchor: Anchor) -> list[tuple[int, int, Resolved]]:
    """The days of one month in a list ("May 3, 4 and 6, 2030"), each with its offsets; none if one is no day."""
    month, start = _month(found["mo"]), found.at("days")
    days = [(start + one.start(), start + one.end(), one.group()) for one in _LISTED.finditer(found["days"])]
    year, basis = _year_of(found, anchor, month, _day(days[0][2]))
    resolved = [_full(year, month, _day(words), basis) for *_, words in days]
    spans = [(at, to) for at, to, _ in days]
    spans[0] = (min(found.start, spans[0][0]), spans[0][1])
    spans[-1] = (spans[-1][0], found.end)
    return [(*span, value) for span, value in zip(spans, resolved, strict=True) if value] if all(resolved) else []


def listed_months(found: Expression, anchor: Anchor) -> list[tuple[int, int, Resolved]]:
    """Two months of one year ("June and July of 2030"), each with its offsets."""
    starts = found.start, found.at("mo2")
    ends = found.start + len(found["mo"]), found.end
    values = (Resolved("DATE", f"{found['y']}-{_month(found[part]):02}") for part in ("mo", "mo2"))
    return list(zip(starts, ends, values, strict=True))


def day_range(found: Expression, anchor: Anchor) -> Resolved | None:
    month = _month(found["mo"])
    other = _month(found["mo2"]) if found["mo2"] else month
    year, basis = _year_of(found, anchor, month, _day(found["d"]))
    over = other < month
    if found["y"] and over:
        year = f"{int(year) - 1:04}"  # "December 28 to January 2, 2031": the year printed is the last day's
    first = _full(year, month, _day(found["d"]))
    following = f"{int(year) + 1:04}" if year.isdigit() and over else year
    last = _full(following, other, _day(found["d2"]))
    if first is None or last is None or (not over and last.value <= first.value):
        return None
    return Resolved("DATE", f"{first.value}/{last.value}", None, basis)


def months(found: Expression, anchor: Anchor) -> Resolved | None:
    first, last = _month(found["mo"]), _month(found["mo2"])
    if found["y2"]:
        ends = f"{found['y']}-{first:02}", f"{found['y2']}-{last:02}"
        return Resolved("DATE", "/".join(ends)) if ends[0] < ends[1] else None
    year, basis = _year_of(found, anchor, first, 1)
    if found["y"] and last < first:
        year = f"{int(year) - 1:04}"
    following = f"{int(year) + 1:04}" if year.isdigit() and last < first else year
    return Resolved("DATE", f"{year}-{first:02}/{following}-{last:02}", None, basis)


def month_form(found: Expression, anchor: Anchor) -> Resolved | None:
    month = _month(found["mo"])
    if found["rel"] in _SAME:
        return _in_told_year(month, anchor)
    if found["rel"] and anchor.day and not found["y"]:
        here = anchor.day
        back = found["rel"] in _BACK
        year = here.year - (month >= here.month) if back else here.year + (month < here.month)
        return Resolved("DATE", f"{year}-{month:02}", None, "inferred")
    year_text, basis = _year_of(found, anchor, month, 1)
    return Resolved("DATE", f"{year_text}-{month:02}", mod_of(found), basis)


def _in_told_year(month: int, anchor: Anchor) -> Resolved:
    """ "That March": of the year told last."""
    known = anchor.told[:4].isdigit()
    return Resolved(
        "DATE", f"{anchor.told[:4] if known else 'XXXX'}-{month:02}", None, "inferred" if known else "unknown"
    )


def year_range(found: Expression, _anchor: Anchor) -> Resolved | None:
    first = found["y"]
    last = found["y2"] if len(found["y2"]) == 4 else first[:2] + found["y2"]
    return Resolved("DATE", f"{first}/{last}") if first < last else None


def year_form(found: Expression, _anchor: Anchor) -> Resolved | None:
    prefix = "FY" if found["fiscal"] else ""
    return Resolved("DATE", prefix + found["y"], mod_of(found))


def decade(found: Expression, anchor: Anchor) -> Resolved | None:
    if found["named"]:
        return Resolved("DATE", DECADES[found["named"]], mod_of(found))
    if found["dec"]:
        return Resolved("DATE", found["dec"][:3], mod_of(found))
    hundreds = "20" if anchor.day and int(found["short"]) <= anchor.day.year % 100 else "19"
    return Resolved("DATE", hundreds + found["short"][0], None, anchor.basis)


def century(found: Expression, _anchor: Anchor) -> Resolved | None:
    """TIMEX3 counts whole hundreds: the 19th century is "18"."""
    ordinal = CENTURIES.get(found["ord"]) or _day(found["ord"])
    return Resolved("DATE", f"{ordinal - 1:02}", mod_of(found)) if 1 <= ordinal <= 30 else None


def half_year(found: Expression, _anchor: Anchor) -> Resolved | None:
    return Resolved("DATE", f"{'FY' if found['fiscal'] else ''}{found['y']}-H{ORDINALS[found['ord']]}")


def quarter(found: Expression, anchor: Anchor) -> Resolved | None:
    ordinal = ORDINALS.get(found["ord"]) or int(found["ord"])
    if found["y"]:
        return Resolved("DATE", f"{'FY' if found['fiscal'] else ''}{found['y']}-Q{ordinal}")
    year = str(anchor.day.year) if anchor.day else "XXXX"
    return Resolved("DATE", f"{year}-Q{ordinal}", None, anchor.basis)


def season(found: Expression, anchor: Anchor) -> Resolved | None:
    name = SEASONS[found["season"]]
    if found["rel"] in ("every", "each"):
        return Resolved("SET", f"XXXX-{name}")
    if found["y"]:
        return Resolved("DATE", f"{found['y']}-{name}")
    if anchor.day is None:
        return Resolved("DATE", f"XXXX-{name}", None, "unknown")
    step = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(found["rel"], 0)
    # "Last summer", said in autumn, is the summer of this year; "will by the summer", said then, the next one.
    over = {"SP": 6, "SU": 9, "FA": 12, "WI": 13}[name] <= anchor.day.month
    step = 0 if step == -1 and over else step
    step = 1 if not found["rel"] and over and anchor.tense == "future" else step
    return Resolved("DATE", f"{anchor.day.year + step}-{name}", None, "inferred")


def season_beside(found: Expression, _anchor: Anchor) -> Resolved | None:
    """ "The summer before the election": of a year that something else gives."""
    return Resolved("DATE", f"XXXX-{SEASONS[found['season']]}", None, "unknown")


def holiday(found: Expression, anchor: Anchor) -> Resolved | None:
    day_in = _FEASTS[" ".join(found["holiday"].split())]
    if found["y"]:
        return Resolved("DATE", day_in(int(found["y"])).isoformat())
    here = anchor.day
    if here is None or not 1 < here.year < 9999:
        fixed = day_in(2000).replace(year=2001) == day_in(2001)
        return Resolved("DATE", f"XXXX-{day_in(2000):%m-%d}" if fixed else "XXXX-XX-XX", None, "unknown")
    ahead = found["rel"] in ("next", "this") or (anchor.tense == "future" and not found["rel"])
    behind = found["rel"] == "last" or (anchor.tense == "past" and not found["rel"])
    days = (day_in(here.year + step) for step in (-1, 0, 1))
    # On the side of the publication where the words put it, and of those the nearest.
    day = min(days, key=lambda d: ((ahead and d < here) or (behind and d > here), abs(d - here)))
    return Resolved("DATE", day.isoformat(), None, "inferred")
