"""Numbers as newspapers write them, in digits or English words: patterns, and the value of what they match.

Digits may be grouped by thousands with commas, as in India (2,00,000) or, where that is beyond doubt, with full
stops (1.000.000 and 1.000,50). What could be two numbers ("1,000.000,00", "1,2,3") matches nothing.
"""

import re
from decimal import Decimal

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "zero": 0, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_UNITS = _ONES | _TEENS | _TENS
_BIG = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}
_SCALES = _BIG | {
    "dozen": 12, "hundred": 100, "k": 10**3, "mn": 10**6, "m": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9,
    "tn": 10**12,
}  # fmt: skip

_GROUPED = r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}"
_POINTS = r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}"
DIGITS = (
    rf"(?:{_POINTS}|(?:{_GROUPED}|(?!0\d)\d{{1,15}})(?:\.\d{{1,15}})?)"
    r"(?![.,]?\d|\ \d{3}(?!\d))"
)
"""A number in digits. It says nothing about what stands before it: that is the caller's to check."""

_one = "|".join(_ONES)
_scale = "|".join(_BIG)
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{_one}))?|{'|'.join(sorted(_TEENS, key=len, reverse=True))}|{_one})(?!\w)"
_HUNDREDS = rf"(?:(?:{_SMALL}|an?)\ hundred(?:(?:\ and)?\ {_SMALL}(?!\ (?:hundred|dozen)))?)"
_SCALED = rf"(?:(?:{_HUNDREDS}|{_SMALL}|an?)(?:[\ -]and[\ -]a[\ -]half)?(?:\ (?:{_scale})){{1,2}})"
WORDS = (
    rf"(?:half\ an?\ (?:dozen|hundred|{_scale})"
    rf"|{_SCALED}(?:,?\ (?:and\ )?(?:{_SCALED}|{_HUNDREDS}|{_SMALL})){{0,4}}"
    rf"|(?:{_SMALL}|an?)\ dozen|{_HUNDREDS}|{_SMALL}(?:[\ -]and[\ -]a[\ -]half)?)"
)
"""A number in words, from "two" over "a dozen" to "three hundred and five thousand"."""

SCALE = rf"(?:[ -](?:dozen|hundred|{_scale})|\ ?(?:bn|tn|mn|mln)(?![\w'])|[kmb](?![\w']))"
"""What may follow digits and multiplies them. A letter alone has to touch them ("$5m"; "5 m" may be metres)."""

FIRST = rf"\d|(?:half|an?|{'|'.join(_UNITS)})\b"
"""What any number begins with."""

BARE_WORDS = rf"(?:{'|'.join(_UNITS)})\b"
"""What a number in words begins with, but for "a" and "half"."""

_PIECE = re.compile(r"[a-z]+|\d[\d.,]*")
_POINTED = re.compile(_POINTS)


def number(words: str) -> Decimal | None:
    """The value of a number in digits or words, scales applied; None when the words are no number."""
    total, current, seen = Decimal(0), Decimal(0), False
    for word in _PIECE.findall(words.lower()):
        if word[0].isdigit():
            current, seen = current + _digits(word), True
        elif word in _UNITS:
            current, seen = current + _UNITS[word], True
        elif word in ("a", "an"):
            current, seen = current or Decimal(1), True
        elif word == "half":
            # "Half a million" is a half of one; "two and a half million" is a half more.
            current, seen = (current + Decimal("0.5") if current else Decimal("0.5")), True
        elif word in _SCALES:
            total, current = _scaled(total, current, _SCALES[word])
        elif word != "and":
            return None
    return total + current if seen else None


def _scaled(total: Decimal, current: Decimal, scale: int) -> tuple[Decimal, Decimal]:
    """What came before a scale word, multiplied by it."""
    if current == 0 and total:
        return total * scale, current
    if scale >= 1000:
        return total + (current or Decimal(1)) * scale, Decimal(0)
    return total, (current or Decimal(1)) * scale


def _digits(word: str) -> Decimal:
    word = word.rstrip(".,")
    if _POINTED.fullmatch(word):
        word = word.replace(".", "").replace(",", ".")
    return Decimal(word.replace(",", ""))
