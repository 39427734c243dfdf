"""Publication dates as people and feeds write them → ISO 8601, cut to the precision they have.

Only unambiguous forms are read: ISO 8601, RFC 2822, month names in English, seconds since 1970. "03/04/2031"
is not one: it stays unknown, and is said to.
"""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DAY_FIRST = re.compile(rf"(?:[a-z]+,?\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"(?:[a-z]+,?\s+)?{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"{_MONTH}\s+(\d{{4}})", re.IGNORECASE)
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


def iso_date(written: str) -> str | None:
    """ISO 8601 of a written date with the precision it has, or None where it cannot be read for certain."""
    text = " ".join(written.split())
    try:
        return _iso(text) or _compact(text) or _named(text) or _mail(text) or _seconds(text)
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
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    clock = f"{hour}:{minute}" + (f":{second}" if second else "")
    return f"{year}-{month}-{day}T{clock}{zone or ''}"


def _compact(text: str) -> str | None:
    found = _COMPACT.fullmatch(text)
    return date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else None


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
    return _MONTHS.index(name[:3].lower()) + 1


def _mail(text: str) -> str | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return found.isoformat(timespec="seconds")


def _seconds(text: str) -> str | None:
    """Seconds or milliseconds since 1970, as databases write them."""
    if not _SECONDS.fullmatch(text):
        return None
    number = float(text)
    moment = datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
