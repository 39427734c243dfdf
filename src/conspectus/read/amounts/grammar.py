"""What an amount looks like: one pattern for each form; the earliest wins, of those the longest."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conspectus.read.amounts.vocabulary import BOUNDS, CURRENCY_SIGNS, CURRENCY_WORDS, FRACTIONS, MEASURES, VAGUE
from conspectus.read.numbers import DIGITS, SCALE, WORDS


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_FIGURE = rf"(?:(?:{DIGITS})(?:{SCALE})?|{WORDS})"
_TO = r"\ ?(?:-|–|to)\ ?"
_SIGN = _any(CURRENCY_SIGNS)
_BEFORE = rf"(?:(?P<bound>{_any(BOUNDS)})\s+)?"
_AFTER = r"(?:\ or\ (?P<loose>more|so|fewer|less))?"
_MEASURE = rf"(?:square\ |cubic\ )?(?:{_any(MEASURES)})s?|meters?|kilometers?|centimeters?|millimeters?|liters?"
_PERCENT = r"(?:%|percent(?:age\ points?)?|per\ cent|pct)"

FORMS: tuple[tuple[str, str], ...] = (
    ("money", rf"{_BEFORE}(?P<sign>{_SIGN})\ ?(?P<n>(?:{DIGITS})(?:{SCALE})?)(?:{_TO}(?:{_SIGN})?\ ?(?P<n2>(?:{DIGITS})(?:{SCALE})?))?{_AFTER}"),
    ("money", rf"{_BEFORE}(?P<n>{_FIGURE})(?:{_TO}(?P<n2>{_FIGURE}))?(?:\ U\.S\.|\ US)?\ (?P<money>{_any(CURRENCY_WORDS)}){_AFTER}"),
    ("share", rf"{_BEFORE}(?P<n>{_FIGURE})(?:{_TO}(?P<n2>{_FIGURE}))?[\ -]?{_PERCENT}"),
    ("fraction", rf"{_BEFORE}(?:(?P<n>a|an|one|two|three|four)[\ -])?(?P<part>{_any(FRACTIONS)})s?(?=\ of\ (?:the|all|its|his|her|their|our|those|\w+s\b))"),
    ("one_in", rf"{_BEFORE}(?P<n>{_FIGURE})\ (?:in|out\ of)\ (?:every\ )?(?P<n2>{_FIGURE})"),
    ("age", r"(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-olds?"),
    ("age", r"(?:aged?\ )(?P<n>\d{1,3})"),
    ("age", r"(?P<n>\d{1,3})\ years?\ old"),
    ("age", r"in\ (?:his|her|their)\ (?:early\ |mid-|late\ )?(?P<decade>[1-9]0)s"),
    ("age_apposed", r"(?<=,\ )(?P<n>1[0-9]|[2-9]\d|10\d)(?=\s*[,.;)])"),
    ("score", r"(?P<n>\d{1,3})(?:-|–)(?P<n2>\d{1,3})"),
    ("measure", rf"{_BEFORE}(?P<n>{_FIGURE})(?:{_TO}(?P<n2>{_FIGURE}))?[\ -](?P<unit>{_MEASURE}){_AFTER}"),
    ("between", rf"between\ (?P<n>{_FIGURE})\ and\ (?P<n2>{_FIGURE})"),
    ("range", rf"{_BEFORE}(?P<n>{_FIGURE})\ (?:to|or)\ (?P<n2>{_FIGURE})"),
    ("vague", rf"{_BEFORE}(?P<vague>{_any(VAGUE)})"),
    ("count", rf"{_BEFORE}(?P<n>{_FIGURE}){_AFTER}"),
)  # fmt: skip

_COMPILED = tuple(
    (name, re.compile(rf"(?<![\w.,#§/-])(?:{form})(?![\w%]|-\d|/\d)", re.IGNORECASE)) for name, form in FORMS
)


@dataclass(frozen=True, slots=True)
class Expression:
    """An amount in a view: its form, half-open view offsets and the named parts that matched."""

    form: str
    start: int
    end: int
    parts: tuple[tuple[str, str], ...]

    def __getitem__(self, part: str) -> str:
        """A named part in lower case, "" when absent."""
        return next((value.lower() for name, value in self.parts if name == part), "")


def expressions(text: str) -> Iterator[Expression]:
    """The amounts of a text in order, without overlaps."""
    found = []
    for rank, (name, pattern) in enumerate(_COMPILED):
        for match in pattern.finditer(text):
            parts = tuple((key, value) for key, value in match.groupdict().items() if value)
            found.append((match.start(), -match.end(), rank, Expression(name, match.start(), match.end(), parts)))
    last = 0
    for start, _end, _rank, expression in sorted(found, key=lambda one: one[:3]):
        if start >= last:
            last = expression.end
            yield expression
