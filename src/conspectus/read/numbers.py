"""Numbers as newspapers write them, in digits or English words: one pattern, one value."""

import re
from decimal import Decimal

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6,
    "mn": 10**6,
    "m": 10**6, "mln": 10**6, "crore": 10**7, "billion": 10**9, "bn": 10**9, "b": 10**9,
    "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_SCALE_WORDS = "dozen|hundred|thousand|lakh|million|crore|billion|trillion"

DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?![\d,]*\d)|\d+(?:\.\d+)?"
"""Digits with grouping commas (also Indian) and a decimal point."""

WORDS = (
    rf"(?:(?:an?|half\ an?|{_UNIT})(?:[ -](?:{_UNIT}))?\ (?:{_SCALE_WORDS})|(?:{_UNIT})(?:-(?:{_UNIT}))?)"
    rf"(?:,?\ (?:and\ )?(?:(?:{_UNIT})(?:-(?:{_UNIT}))?|an?)(?:\ (?:{_SCALE_WORDS}))?(?![\w-])){{0,4}}"
    rf"(?:\ (?:{_SCALE_WORDS})){{0,2}}"
)
"""Numbers in words, from "two" over "a dozen" to "three hundred and five thousand"."""

SCALE = r"(?:[ -](?:hundred|thousand|lakh|million|crore|billion|trillion)|\ ?(?:bn|tn|mn|mln|m|k|b)(?![\w']))"
"""What may follow digits and multiplies them."""

_PIECE = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?")


def number(words: str) -> Decimal | None:
    """The value of a number in digits or words, scales applied; None when the words are no number."""
    total, current, seen = Decimal(0), Decimal(0), False
    for word in _PIECE.findall(words.lower()):
        if word[0].isdigit():
            current, seen = current + Decimal(word.replace(",", "")), True
        elif word in _UNITS:
            current, seen = current + _UNITS[word], True
        elif word in ("a", "an"):
            current, seen = current or Decimal(1), True
        elif word == "half":
            current, seen = Decimal("0.5"), True
        elif word in _SCALES:
            scale = _SCALES[word]
            if current == 0 and total:
                total *= scale
            elif scale >= 1000:
                total, current = total + (current or Decimal(1)) * scale, Decimal(0)
            else:
                current = (current or Decimal(1)) * scale
        elif word != "and":
            return None
    return total + current if seen else None
