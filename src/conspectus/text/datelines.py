"""Datelines: the place, date and agency that open a story ("ARBEN, May 3 (NW) — ...")."""

import re
from dataclasses import dataclass

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:(?P<date>{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?))"
_CAPITALS = r"[^\W\d_a-z](?:[^\W\d_a-z]|['’.\-])+"
_CITY = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,5}}"
_WORD = r"[^\W\d_a-z][\w.'’\-]*"
_REGION = rf"{_WORD}(?: (?:(?:of|the|and|de|del|la) )?{_WORD}){{0,3}}"
_AGENCY = r"\((?P<agency>[^()\n]{2,40})\)"
_DASH = r"(?:\s+(?:--?|_|[–—―])\s*|\s*(?:--|[–—―])\s*)"

_SHOUTED = re.compile(
    rf"(?P<place>{_CITY}(?:, {_REGION}){{0,2}}(?:(?: and |/){_CITY})?)(?:,? {_DATE})?,?(?:\s*{_AGENCY})?(?:{_DASH}|:\s+(?={_WORD}\b))"
)
_CREDITED = re.compile(rf"(?P<place>{_REGION}(?:, {_REGION})?)(?:, {_DATE})?\s+{_AGENCY}(?P<dash>{_DASH}|\s*)")
_AGENCY_ONLY = re.compile(rf"{_AGENCY}{_DASH}(?P<place>)(?P<date>)")
_NO_PLACE = re.compile(
    r"(?:WATCH|UPDATED?|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|COMMENT|VIDEO|PHOTOS?|PICTURES?|FILE|LIVE|NEWS?|NEW|"
    r"CORRECTION|CORRECTED|CLARIFICATION|READ|MORE|NOTE|EDITOR|WARNING|POLL|REVIEW|FACT|QUESTION|ANSWER|SEE|STORY|"
    r"RELATED|ALSO|ADVERTISEMENT|INTERVIEW|LISTEN|EDITORIAL|COLUMN|SPECIAL|PART|THE|A|AN|IN|ON|AT|AND|BUT|NOT|NO|YES|"
    r"BY|IMAGE|CREDIT|CAPTION|SOURCE|TOP|WHO|WHAT|WHY|HOW|WHEN|WHERE|IF|IS|ARE|I|WE|YOU|HE|SHE|IT|THEY|Q|PM|AM|TV|"
    r"MOSCOW TIME|COVID|DNA|NATO|GDP|CEO|URGENT|ALERT|DEVELOPING|FLASH|SUMMARY|MEDIA|PREVIEW|RECAP|FINAL|SCORE)\b"
)
_STARTS = re.compile(r"[^\W_a-z]|[\"“‘'«„(\[$£€]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the head of a paragraph: offsets relative to the text it was found in, half-open.

    ``end`` is where the dash and the agency end, without the white space after them; ``rest`` where the
    story goes on. ``place``, ``date`` and ``agency`` are None where it gives none.
    """

    end: int
    rest: int
    place: tuple[int, int] | None
    date: tuple[int, int] | None
    agency: tuple[int, int] | None


def dateline(text: str, start: int, end: int, *, leads: bool) -> Dateline | None:
    """The dateline that opens ``text[start:end]``, or None.

    A place alone, in capitals before a dash, counts only where the paragraph ``leads`` the story; further
    down it takes a date or an agency as well.
    """
    stop = min(end, start + 120)
    for form in (_SHOUTED, _CREDITED, _AGENCY_ONLY):
        found = form.match(text, start, stop)
        if found and _holds(text, found, end, leads):
            close = found.start() + len(found.group().rstrip())
            return Dateline(close, found.end(), _group(found, "place"), _group(found, "date"), _group(found, "agency"))
    return None


def _holds(text: str, found: re.Match[str], end: int, leads: bool) -> bool:
    if found.end() >= end or not _STARTS.match(text, found.end()) or _NO_PLACE.match(text, found.start()):
        return False
    agency, date = found["agency"], found["date"]
    if found.re is _SHOUTED:
        colon = found.group().rstrip().endswith(":")
        return bool(agency or date) or (leads and not colon)
    named = bool(agency) and agency[0].isupper() and not any(char.isdigit() for char in agency)
    if found.re is _CREDITED and not found["dash"].strip():
        return named and agency.isupper() and leads
    return named and leads


def _group(found: re.Match[str], name: str) -> tuple[int, int] | None:
    return found.span(name) if found[name] else None
