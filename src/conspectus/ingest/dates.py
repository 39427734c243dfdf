"""Publication dates as people and feeds write them → ISO 8601, cut to the precision they have.

Only unambiguous forms are read: ISO 8601 and its neighbours that put the year first, RFC 2822, month names in
English, seconds since 1970, and day and month in figures where one of them is over 12. "03/04/2031" is not one:
it stays unknown, and is said to. Words around a date ("updated", "before") make it uncertain too.
"""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ZONE = r"(Z|[+-]\d\d(?::?\d\d)?)?"
_FLAGS = re.IGNORECASE | re.ASCII
_ISO = re.compile(rf"(\d{{4}})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*{_ZONE})?)?)?", _FLAGS)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(Z)?)?", _FLAGS)
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})", _FLAGS)
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", _FLAGS)
_DAY_FIRST = re.compile(rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH},?\s+(\d{{4}})", _FLAGS)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", _FLAGS)
_MONTH_ONLY = re.compile(rf"{_MONTH},?\s+(\d{{4}})", _FLAGS)
_MAIL = re.compile(rf"{_WEEKDAY}\d{{1,2}}\s+{_MONTH}\s+\d{{4}}\s+\d\d:\d\d(?::\d\d)?(?:\s+[A-Z+-][A-Z\d]*)?", _FLAGS)
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}", _FLAGS)
_FARTHEST = timedelta(hours=15)


def iso_date(written: str) -> str | None:
    """ISO 8601 of a written date with the precision it has, or None where it cannot be read for certain."""
    text = " ".join(written.split())
    try:
        return _iso(text) or _compact(text) or _in_figures(text) or _named(text) or _mail(text) or _seconds(text)
    except (ValueError, OverflowError):
        return None


def _iso(text: str) -> str | None:
    found = _ISO.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    date(int(year), int(month or 1), int(day or 1))
    if hour is None:
        return "-".join(part for part in (year, month, day) if part)
    datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0), tzinfo=UTC)
    clock = f"{hour}:{minute}" + (f":{second}" if second else "")
    return f"{year}-{month}-{day}T{clock}{_offset(zone or '')}"


def _offset(zone: str) -> str:
    """Z or +02:00, as ISO 8601 writes them; ValueError for an offset that no place has."""
    if zone.upper() in ("", "Z"):
        return zone.upper()
    digits = zone[1:].replace(":", "").ljust(4, "0")
    if timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) > _FARTHEST or int(digits[2:]) > 59:
        raise ValueError(zone)
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _compact(text: str) -> str | None:
    found = _COMPACT.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    if hour is None:
        return date(int(year), int(month), int(day)).isoformat()
    return _iso(f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone or ''}")


def _in_figures(text: str) -> str | None:
    """Year first, or a day that no month can be."""
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        return date(int(found[1]), int(found[3]), int(found[4])).isoformat()
    found = _FIGURES.fullmatch(text)
    if not found:
        return None
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    if one <= 12 and two <= 12 and one != two:
        return None
    day, month = (one, two) if one > 12 else (two, one)
    return date(year, month, day).isoformat()


def _named(text: str) -> str | None:
    found = _DAY_FIRST.fullmatch(text)
    if found:
        return date(int(found[3]), _month(found[2]), int(found[1])).isoformat()
    found = _MONTH_FIRST.fullmatch(text)
    if found:
        return date(int(found[3]), _month(found[1]), int(found[2])).isoformat()
    found = _MONTH_ONLY.fullmatch(text)
    return f"{found[2]}-{_month(found[1]):02}" if found else None


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].lower()))


def _mail(text: str) -> str | None:
    """RFC 2822, as mail and RSS write dates; a zone in letters that is not among its own leaves the time local."""
    if not _MAIL.fullmatch(text):
        return None
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    seconds = text.count(":") > 1
    return found.isoformat(timespec="seconds" if seconds else "minutes")


def _seconds(text: str) -> str | None:
    """Seconds or milliseconds since 1970, as databases write them."""
    if not _SECONDS.fullmatch(text):
        return None
    number = float(text)
    moment = datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
