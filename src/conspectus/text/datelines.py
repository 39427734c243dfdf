"""Datelines: the place, date and agency that open a story ("ARBEN, May 3 (NW) — ...")."""

import re
from dataclasses import dataclass
from typing import Literal

Standing = Literal["first", "leading", "later"]

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?P<date>{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?)"
_CAPITALS = r"[^\W\d_a-z](?:[^\W\d_a-z]|['’.\-])+"
_CITY = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,5}}"
_WORD = r"[^\W\d_a-z][\w.'’\-]*"
_REGION = rf"{_WORD}(?: (?:(?:of|the|and|de|del|la) )?{_WORD}){{0,3}}"
_AGENCY = r"\((?P<agency>[^()\n]{2,40})\)"
_DASH = r"(?:\s+(?:--?|_|[–—―])\s*|\s*(?:--|[–—―])\s*)"

_SHOUTED = re.compile(
    rf"(?P<place>{_CITY}(?:, {_REGION}){{0,2}}(?:(?: and |/){_CITY}(?:, {_REGION})?)?)"
    rf"(?:,? {_DATE})?,?(?:\s*{_AGENCY})?(?P<dash>{_DASH}|:\s+)"
)
_CREDITED = re.compile(rf"(?P<place>{_REGION}(?:, {_REGION})?)(?:, {_DATE})?\s+{_AGENCY}(?P<dash>{_DASH}|\s*)")
_SPELT = re.compile(rf"(?P<place>{_REGION}, {_REGION})(?:, {_DATE})?(?P<agency>)(?P<dash>\s+[–—―]\s+)")
_AGENCY_ONLY = re.compile(rf"{_AGENCY}(?P<dash>{_DASH}|\s*)(?P<place>)(?P<date>)")
_FORMS = (_SHOUTED, _CREDITED, _SPELT, _AGENCY_ONLY)
_MAY_BE = re.compile(rf"{_WORD}.{{0,100}}?(?:--|[–—―_:)]|\s-)|\([^()\n]{{2,40}}\)")

_LABEL = re.compile(
    r"(?:WATCH|UPDATED?|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|COMMENT|VIDEOS?|PHOTOS?|PICTURES?|FILE|LIVE|NEWS?|NOTE|POLL"
    r"|CORRECTION|CORRECTED|CLARIFICATION|READ|MORE|WARNING|REVIEW|FACTS?|QUESTION|ANSWER|SEE|STORY|RELATED|ALSO|ALERT"
    r"|ADVERTISEMENT|INTERVIEW|LISTEN|EDITORIAL|COLUMN|SPECIAL|REPORT|IMAGE|CREDIT|CAPTION|SOURCE|TOP|URGENT|DEVELOPING"
    r"|FLASH|SUMMARY|MEDIA|PREVIEW|RECAP|FINAL|SCORES?|CHARTS?|MAP|BONUS|TRANSCRIPT|MYTH|PART|FACT CHECK|READ MORE"
    r"|TOP STORY|[A-Z]|(?:NATO|DNA|GDP|CEO|COVID|TV|UN|EU|US|UK|U\.S|U\.N|FBI|CIA|NGO|WHO|IMF)S?)\W*$"
)
_NO_PLACE = re.compile(
    r"(?:THE(?! HAGUE)|AN?|IN|ON|AT|AND|BUT|NOT|NO|YES|BY|WHAT|WHY|HOW|WHEN|WHERE|IF|IS|ARE|I|WE|YOU|HE|SHE|IT|THEY"
    r"|THIS|THAT|EDITOR(?:['’]?S)?|UPDATE|BREAKING|FACT)\s"
)
_STARTS = re.compile(r"[^\W_a-z]|[\"“‘'«„(\[$£€]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the head of a paragraph; offsets are half-open code points of that paragraph.

    [0, ``end``) is the dateline with its dash, ``rest`` is where the story goes on, the end of the paragraph
    where it holds nothing else. ``place``, ``date`` and
    ``agency`` are the offsets of these words, None where it gives none.
    """

    end: int
    rest: int
    place: tuple[int, int] | None
    date: tuple[int, int] | None
    agency: tuple[int, int] | None


def dateline(paragraph: str, standing: Standing) -> Dateline | None:
    """The dateline that opens ``paragraph`` (text on one line), or None.

    ``standing``: among the paragraphs of the story's text it is the first, one of the leading ones or comes
    later. A place in capitals before a dash is enough for a leading one, before a colon only for the first;
    later ones take a date or an agency as well.
    """
    head = paragraph[:160]
    if not _MAY_BE.match(head):
        return None
    for form in _FORMS:
        found = form.match(head)
        if found and _holds(paragraph, found, standing):
            end = len(found.group().rstrip())
            return Dateline(end, found.end(), _group(found, "place"), _group(found, "date"), _group(found, "agency"))
    return None


def _holds(paragraph: str, found: re.Match[str], standing: Standing) -> bool:
    place, agency, date = found["place"], found["agency"], found["date"]
    if _NO_PLACE.match(found.group()) or _LABEL.match(place):
        return False
    if found.end() == len(paragraph):
        return bool(place and found["dash"] and (agency or date))
    if not _STARTS.match(paragraph, found.end()):
        return False
    if found.re is _SHOUTED:
        rest = paragraph[found.end() : found.end() + 200]
        if agency or date:
            return True
        if standing == "later" or not any(char.islower() for char in rest):
            return False
        return ":" not in found["dash"] or (standing == "first" and " " not in place and len(rest) > 60)
    if found.re is _SPELT:
        return standing == "first"
    is_name = agency[0].isupper() and not any(char.isdigit() for char in agency)
    return standing != "later" and is_name and bool(found["dash"].strip() or agency.isupper())


def _group(found: re.Match[str], name: str) -> tuple[int, int] | None:
    return found.span(name) if found[name] else None
