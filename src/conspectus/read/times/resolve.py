"""What a time expression stands for: TIMEX3 type, value and modifier, against the publication date where needed.

TIMEX3 as in ISO 24617-1 and the TempEval guidelines. ``stated``: the words alone give the value. ``inferred``:
the publication date and the tense were needed. ``unknown``: they were needed and there is no date; the value
then keeps what is known ("XXXX-05-23").
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from conspectus.model import Basis, TimeType
from conspectus.read.numbers import number
from conspectus.read.times.grammar import Expression
from conspectus.read.times.vocabulary import DAYPARTS, MODS, MONTHS, ORDINALS, SEASONS, SETS, UNITS, WEEKDAYS

Tense = Literal["past", "future", "present"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is read against: the publication day, if known, and the tense of its clause."""

    day: date | None
    tense: Tense


@dataclass(frozen=True, slots=True)
class Resolved:
    """TIMEX3 type, value and modifier, and on what ground the value stands."""

    type: TimeType
    value: str
    mod: str | None = None
    basis: Basis = "stated"


def resolve(found: Expression, anchor: Anchor) -> Resolved | None:
    """The value of an expression, or None where its words turn out to be no time (31 February)."""
    return _FORMS[found.form](found, anchor)


def _inferred(anchor: Anchor) -> Basis:
    return "inferred" if anchor.day else "unknown"


def _iso(found: Expression, _anchor: Anchor) -> Resolved | None:
    return _full(found["y"], int(found["mo"]), int(found["d"]))


def _slashed(found: Expression, _anchor: Anchor) -> Resolved | None:
    year = found["y"] if len(found["y"]) == 4 else ("19" if int(found["y"]) > 50 else "20") + found["y"]
    return _full(year, int(found["mo"]), int(found["d"]))


def _full(year: str, month: int, day: int, mod: str | None = None) -> Resolved | None:
    # A leap year stands in where the year is unknown, so that 29 February is a day and the 31st is not.
    whole = int(year) if year.isdigit() else 2000
    if not 1 <= month <= 12 or whole < 1 or not 1 <= day <= calendar.monthrange(whole, month)[1]:
        return None
    return Resolved("DATE", f"{year}-{month:02}-{day:02}", mod)


def _year_of(found: Expression, anchor: Anchor, month: int, day: int) -> tuple[str, Basis]:
    """The year of a day and month: as printed, else the one that fits the tense best."""
    if found["y"]:
        return found["y"], "stated"
    if anchor.day is None:
        return "XXXX", "unknown"
    here = anchor.day
    months_on = (month - here.month) + (day > here.day) * 0.5
    year = here.year
    if anchor.tense == "future":
        year += 1 if months_on < -2 else 0
    elif (anchor.tense == "past" and months_on > 1) or months_on > 6:
        year -= 1
    elif months_on < -6 and anchor.tense != "past":
        year += 1
    return str(year), "inferred"


def _date(found: Expression, anchor: Anchor) -> Resolved | None:
    month, day = _month(found["mo"]), _day(found["d"])
    year, basis = _year_of(found, anchor, month, day)
    whole = _full(year, month, day)
    return Resolved("DATE", whole.value, None, basis) if whole else None


def _month(name: str) -> int:
    return MONTHS[name.strip(". ")]


def _day(digits: str) -> int:
    return int("".join(c for c in digits if c.isdigit()))


def _day_range(found: Expression, anchor: Anchor) -> Resolved | None:
    month = _month(found["mo"])
    other = _month(found["mo2"]) if found["mo2"] else month
    year, basis = _year_of(found, anchor, month, _day(found["d"]))
    first = _full(year, month, _day(found["d"]))
    following = str(int(year) + 1) if year.isdigit() and other < month else year
    last = _full(following, other, _day(found["d2"]))
    if first is None or last is None or (year == following and last.value <= first.value):
        return None
    return Resolved("DATE", f"{first.value}/{last.value}", None, basis)


def _months(found: Expression, anchor: Anchor) -> Resolved | None:
    first, last = _month(found["mo"]), _month(found["mo2"])
    year, basis = _year_of(found, anchor, first, 1)
    following = str(int(year) + 1) if year.isdigit() and last < first else year
    return Resolved("DATE", f"{year}-{first:02}/{following}-{last:02}", None, basis)


def _month_form(found: Expression, anchor: Anchor) -> Resolved | None:
    month = _month(found["mo"])
    if found["rel"] and anchor.day and not found["y"]:
        here = anchor.day
        if found["rel"] in ("last", "past", "previous"):
            year = here.year - (month >= here.month)
        else:
            year = here.year + (month < here.month)
        return Resolved("DATE", f"{year}-{month:02}", None, "inferred")
    year_text, basis = _year_of(found, anchor, month, 1)
    return Resolved("DATE", f"{year_text}-{month:02}", _mod(found), basis)


def _mod(found: Expression) -> str | None:
    return MODS.get(" ".join(found["mod"].replace("-", " ").split()))


def _weekday(found: Expression, anchor: Anchor) -> Resolved | None:
    number_of_day = WEEKDAYS[found["wd"].strip(". ")]
    part = f"T{DAYPARTS[found['part']]}" if found["part"] else ""
    kind: TimeType = "TIME" if part else "DATE"
    if found["plural"]:
        return Resolved("SET", f"XXXX-WXX-{number_of_day + 1}{part}")
    if anchor.day is None:
        return Resolved(kind, f"XXXX-WXX-{number_of_day + 1}{part}", None, "unknown")
    back = (anchor.day.weekday() - number_of_day) % 7
    if (
        found["rel"].endswith("next")
        or found["rel"] == "this coming"
        or (anchor.tense == "future" and not found["rel"])
    ):
        day = anchor.day + timedelta((number_of_day - anchor.day.weekday()) % 7 or (7 if found["rel"] else 0))
    else:
        day = anchor.day - timedelta(back or (7 if found["rel"] == "last" else 0))
    return Resolved(kind, f"{day.isoformat()}{part}", None, "inferred")


def _clock(found: Expression, anchor: Anchor) -> Resolved | None:
    text = found["clock"].replace(".", "").strip()
    late, early = text.endswith("pm"), text.endswith("am")
    hour_text, _, minute_text = text.rstrip("apm ").partition(":")
    hour, minute = int(hour_text), int(minute_text or 0)
    if (late or early) and hour == 12:
        hour = 0
    hour += 12 if late else 0
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return _at(f"{hour:02}:{minute:02}", found, anchor)


def _noon(found: Expression, anchor: Anchor) -> Resolved | None:
    return _at("12:00" if found["noon"] == "noon" else "24:00", found, anchor)


def _at(clock: str, found: Expression, anchor: Anchor) -> Resolved:
    day = "XXXX-XX-XX"
    if found["wd"]:
        resolved = _weekday(found, anchor)
        day = resolved.value if resolved else day
    elif anchor.day:
        day = anchor.day.isoformat()
    return Resolved("TIME", f"{day}T{clock}", None, _inferred(anchor))


def _today(found: Expression, anchor: Anchor) -> Resolved | None:
    word, part = " ".join(found["word"].split()), found["part"]
    steps = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    step = steps.get(word, -1 if word == "last" and part == "night" else 0)
    day = (anchor.day + timedelta(step)).isoformat() if anchor.day else "XXXX-XX-XX"
    part = "night" if word == "tonight" else part
    suffix = f"T{DAYPARTS[part]}" if part else ""
    return Resolved("TIME" if suffix else "DATE", day + suffix, None, _inferred(anchor))


def _year_range(found: Expression, _anchor: Anchor) -> Resolved | None:
    first = found["y"]
    last = found["y2"] if len(found["y2"]) == 4 else first[:2] + found["y2"]
    return Resolved("DATE", f"{first}/{last}") if first < last else None


def _year(found: Expression, _anchor: Anchor) -> Resolved | None:
    prefix = "FY" if found["fiscal"] else ""
    return Resolved("DATE", prefix + found["y"], _mod(found))


def _decade(found: Expression, anchor: Anchor) -> Resolved | None:
    if found["dec"]:
        return Resolved("DATE", found["dec"][:3], _mod(found))
    century = "20" if anchor.day and int(found["short"]) <= anchor.day.year % 100 else "19"
    return Resolved("DATE", century + found["short"][0], _mod(found), _inferred(anchor))


def _quarter(found: Expression, anchor: Anchor) -> Resolved | None:
    quarter = ORDINALS[found["ord"]]
    if found["y"]:
        return Resolved("DATE", f"{found['y']}-Q{quarter}")
    year = str(anchor.day.year) if anchor.day else "XXXX"
    return Resolved("DATE", f"{year}-Q{quarter}", None, _inferred(anchor))


def _season(found: Expression, anchor: Anchor) -> Resolved | None:
    season = SEASONS[found["season"]]
    if found["rel"] in ("every", "each"):
        return Resolved("SET", f"XXXX-{season}")
    if found["y"]:
        return Resolved("DATE", f"{found['y']}-{season}")
    if anchor.day is None:
        return Resolved("DATE", f"XXXX-{season}", None, "unknown")
    step = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(found["rel"], 0)
    # "Last summer", said in autumn, is the summer of this year.
    over = {"SP": 6, "SU": 9, "FA": 12, "WI": 13}[season] <= anchor.day.month
    step = 0 if step == -1 and over else step
    return Resolved("DATE", f"{anchor.day.year + step}-{season}", None, "inferred")


def _amount(words: str) -> Decimal | None:
    """How many; None for a vague number."""
    if words in ("several", "a few", "few", "many", "some"):
        return None
    if words in ("a couple of", "a couple", "couple of"):
        return Decimal(2)
    return number(words)


def _unit(words: str) -> str:
    return UNITS[words[:-1] if words.endswith("s") else ("century" if words == "century" else words)]


def period(count: Decimal | None, unit: str) -> str:
    """A TIMEX3 duration: ``period(Decimal(6), "D")`` → "P6D"; None gives "PXD"."""
    if unit == "2W":
        count, unit = (None if count is None else count * 2), "W"
    if unit == "Q":
        count, unit = (None if count is None else count * 3), "M"
    if unit == "CE":
        count, unit = (None if count is None else count * 100), "Y"
    if unit == "DE" and count is not None:
        count, unit = count * 10, "Y"
    if count is not None and count == Decimal("0.5"):
        count, unit = {"TH": (Decimal(30), "TM"), "Y": (Decimal(6), "M"), "D": (Decimal(12), "TH")}.get(
            unit, (count, unit)
        )
    many = "X" if count is None else f"{count.normalize():f}"
    return f"PT{many}{unit[1]}" if unit.startswith("T") else f"P{many}{unit}"


def _ago(found: Expression, anchor: Anchor) -> Resolved | None:
    count, unit = _amount(found["n"]), _unit(found["unit"])
    forward = found["way"] in ("later", "from now", "hence")
    if found["way"] in ("later", "earlier", "previously"):
        # Counted from another moment of the text, which is not known here.
        return Resolved("DURATION", period(count, unit), _mod(found))
    if anchor.day is None:
        return Resolved("DATE", "FUTURE_REF" if forward else "PAST_REF", _mod(found), "unknown")
    if count is None:
        return Resolved("DATE", "FUTURE_REF" if forward else "PAST_REF", _mod(found), "inferred")
    value = _shifted(anchor.day, int(count) * (1 if forward else -1), unit)
    return Resolved("DATE", value, _mod(found), "inferred")


def _shifted(day: date, count: int, unit: str) -> str:
    """A day moved by whole units, told with the precision of the unit."""
    if unit in ("D", "WE"):
        return _moved(day, count)
    if unit in ("W", "2W"):
        there = _moved(day, count * (14 if unit == "2W" else 7))
        return _week(date.fromisoformat(there)) if there[0] != "P" else there
    if unit in ("M", "Q"):
        months = day.year * 12 + day.month - 1 + count * (3 if unit == "Q" else 1)
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit in ("Y", "DE", "CE"):
        year = day.year + count * {"Y": 1, "DE": 10, "CE": 100}[unit]
        return f"{year:04}" if year > 0 else "PAST_REF"
    return day.isoformat()


def _moved(day: date, days: int) -> str:
    try:
        return (day + timedelta(days)).isoformat()
    except OverflowError:
        return "PAST_REF" if days < 0 else "FUTURE_REF"


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


_BACK = ("last", "past", "previous")
_AHEAD = ("next", "coming", "following")


def _relative(found: Expression, anchor: Anchor) -> Resolved | None:
    rel, unit = found["rel"], _unit(found["unit"])
    if found["n"]:
        return Resolved("DURATION", period(_amount(found["n"]), unit))
    if found["unit"].endswith("s"):
        return Resolved("DURATION", period(None, unit))
    mod = {"early": "START", "earlier": "START", "late": "END", "later": "END", "mid": "MID"}.get(found["mod"])
    if unit == "WE":
        return _weekend(rel, anchor, mod)
    if unit.startswith("T"):
        return Resolved("DURATION", period(Decimal(1), unit))
    if rel in ("that", "the same", "same", "following", "previous") and unit == "D":
        return Resolved("DATE", "XXXX-XX-XX", mod, "unknown")
    if unit in ("DE", "CE") and rel in _BACK:
        return Resolved("DURATION", period(Decimal(1), unit), mod)
    if anchor.day is None:
        return Resolved("DATE", _open(unit), mod, "unknown")
    step = -1 if rel in _BACK else 1 if rel in _AHEAD else 0
    if rel == "past":
        return Resolved("DURATION", period(Decimal(1), unit), mod)
    return Resolved("DATE", _shifted_unit(anchor.day, step, unit), mod, "inferred")


def _shifted_unit(day: date, step: int, unit: str) -> str:
    if unit == "Q":
        quarter = (day.month - 1) // 3 + step
        return f"{day.year + quarter // 4}-Q{quarter % 4 + 1}"
    if unit == "DE":
        return str(day.year // 10 + step)
    if unit == "CE":
        return str(day.year // 100 + step)
    return _shifted(day, step, unit)


def _open(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def _weekend(rel: str, anchor: Anchor, mod: str | None) -> Resolved:
    if anchor.day is None:
        return Resolved("DATE", "XXXX-WXX-WE", mod, "unknown")
    step = -7 if rel in _BACK else 7 if rel in _AHEAD else 0
    return Resolved("DATE", _week(anchor.day + timedelta(step)) + "-WE", mod, "inferred")


def _that_day(_found: Expression, _anchor: Anchor) -> Resolved | None:
    return Resolved("DATE", "XXXX-XX-XX", None, "unknown")


def _recent(found: Expression, _anchor: Anchor) -> Resolved | None:
    return Resolved("DURATION", period(None, _unit(found["unit"])))


def _set(found: Expression, _anchor: Anchor) -> Resolved | None:
    if found["adverb"]:
        return Resolved("SET", SETS[found["adverb"]])
    if found["wd"]:
        return Resolved("SET", f"XXXX-WXX-{WEEKDAYS[found['wd'].strip('. ')] + 1}")
    count = _amount(found["n"]) if found["n"] else Decimal(1)
    return Resolved("SET", period(count, _unit(found["units"] or found["unit"])))


def _rate(found: Expression, _anchor: Anchor) -> Resolved | None:
    return Resolved("DURATION", period(Decimal(1), _unit(found["unit"])))


def _duration(found: Expression, _anchor: Anchor) -> Resolved | None:
    unit = _unit(
        "decade" if found["unit"] == "decades" else "century" if found["unit"] == "centuries" else found["unit"]
    )
    count = _amount(found["n"]) if found["n"] else (None if found["unit"].endswith("s") else Decimal(1))
    loose = {"more": "EQUAL_OR_MORE", "so": "APPROX", "less": "EQUAL_OR_LESS"}.get(found["or"])
    return Resolved("DURATION", period(count, unit), _mod(found) or loose)


def _vague(found: Expression, _anchor: Anchor) -> Resolved | None:
    return Resolved("DURATION", period(None, _unit("century" if found["unit"] == "centuries" else found["unit"])))


def _ref(found: Expression, _anchor: Anchor) -> Resolved | None:
    return Resolved("DATE", "PAST_REF" if found["past"] else "FUTURE_REF" if found["future"] else "PRESENT_REF")


_FORMS: dict[str, Callable[[Expression, Anchor], Resolved | None]] = {
    "iso": _iso, "slashed": _slashed, "day_range": _day_range, "month_range": _day_range, "months": _months,
    "date": _date, "month": _month_form, "bare_month": _month_form, "weekday": _weekday, "clock": _clock, "noon": _noon,
    "today": _today, "year_range": _year_range, "year": _year, "decade": _decade, "quarter": _quarter,
    "season": _season, "ago": _ago, "relative": _relative, "that_day": _that_day, "recent": _recent, "set": _set,
    "rate": _rate, "duration": _duration, "vague": _vague, "ref": _ref, "current": _ref,
}  # fmt: skip
