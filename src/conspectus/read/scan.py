"""Scanning a text for expressions: at each place where one can begin, the longest of its forms."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """What one form of a grammar matched: half-open view offsets, and each named part with its words and offset."""

    form: str
    start: int
    end: int
    parts: tuple[tuple[str, str, int], ...]

    def __getitem__(self, part: str) -> str:
        """A named part in lower case with plain digits, "" when absent."""
        return next((_plain(value.lower()) for name, value, _ in self.parts if name == part), "")

    def at(self, part: str) -> int:
        """Where a named part begins; the expression's own beginning when it is absent."""
        return next((start for name, _, start in self.parts if name == part), self.start)


def _plain(words: str) -> str:
    """Decimal digits of any script as 0 to 9."""
    return words if words.isascii() else "".join(str(unicodedata.decimal(c, c)) for c in words)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first, with any white space between their parts."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def scan(text: str, starts: re.Pattern[str], forms: Sequence[tuple[str, re.Pattern[str]]]) -> Iterator[Expression]:
    """The expressions of a text in order, without overlaps: the earliest first, of those the longest, then in order.

    ``starts`` is a pattern of no width that finds the places to try; it keeps the forms off all other words.
    """
    last = 0
    for place in starts.finditer(text):
        at = place.start()
        if at < last:
            continue
        best, name = None, ""
        for form, pattern in forms:
            found = pattern.match(text, at)
            if found and found.end() > at and (best is None or found.end() > best.end()):
                best, name = found, form
        if best:
            last = best.end()
            parts = tuple((key, value, best.start(key)) for key, value in best.groupdict().items() if value)
            yield Expression(name, at, last, parts)
