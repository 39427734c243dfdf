"""What a time expression looks like: one verbose pattern for each form, tried together, the longest wins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conspectus.read.numbers import DIGITS, WORDS
from conspectus.read.times.vocabulary import (
    DAYPARTS,
    FUTURE,
    MODS,
    MONTHS,
    ORDINALS,
    PAST,
    PRESENT,
    SEASONS,
    SETS,
    WEEKDAYS,
)  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _named(words: dict[str, int]) -> str:
    """Month and day names carry a capital; the short ones may end in a full stop."""
    return "|".join(
        f"{w.capitalize()}" + (r"\b\.?" if len(w) <= 5 else r"\b") for w in sorted(words, key=len, reverse=True)
    )


_MONTH = f"(?:{_named(MONTHS)})"
_WEEKDAY = f"(?:{_named({w: n for w, n in WEEKDAYS.items() if w not in ('sat', 'sun', 'mon', 'wed')})})"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d)"
_PLAIN_YEAR = r"(?:1[4-9]\d\d|20\d\d|21\d\d)"
_YEAR = rf"{_PLAIN_YEAR}(?![\d,]\d|-?\w|%)"
_DASH = r"\s?(?:-|–|—|to|through|until|till)\s?"
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|days?|nights?|weeks?|fortnights?|weekends?|months?|quarters?|years?|decades?|centur(?:y|ies))"
_NUMBER = rf"(?:{DIGITS}|(?i:{WORDS})|an?|[Aa]n?|half\ an?|[Oo]ne|several|a\ few|few|a\ couple\ of|a\ couple|couple\ of|many|some)"
_PART = rf"(?:{_any(DAYPARTS)})"
_CLOCK = (
    r"(?:(?:1[0-2]|0?[1-9])(?::[0-5]\d)?\ ?(?:a\.m\.?|p\.m\.?|am|pm|AM|PM)(?![\w])|(?:[01]?\d|2[0-4]):[0-5]\d(?!\d))"
)
_ZONE = r"(?:\ (?:GMT|UTC|EST|EDT|ET|CST|CDT|PST|PDT|CET|CEST|BST|local\ time))"
_LAST = r"(?:last|past|previous|next|coming|following|this|current|the\ same|that|same)"
_MOD = rf"(?:(?i:{_any(tuple(MODS))})[\ -])"
_SPEECH = r"(?:ago|earlier|later|from\ now|hence|previously)"

FORMS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>\d{4})-(?P<mo>[01]\d)-(?P<d>[0-3]\d)"),
    ("slashed", r"(?<![\d/])(?P<mo>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])/(?P<y>\d{4}|\d\d)(?![\d/])"),
    ("day_range", rf"(?P<mo>{_MONTH})\ (?P<d>{_DAY}){_DASH}(?P<d2>{_DAY})(?:,?\ (?P<y>{_YEAR}))?"),
    ("day_range", rf"(?P<d>{_DAY}){_DASH}(?P<d2>{_DAY})\ (?P<mo>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("month_range", rf"(?P<mo>{_MONTH})\ (?P<d>{_DAY}){_DASH}(?P<mo2>{_MONTH})\ (?P<d2>{_DAY})(?:,?\ (?P<y>{_YEAR}))?"),
    ("months", rf"(?:between\ )(?P<mo>{_MONTH})\ and\ (?P<mo2>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("months", rf"(?:from\ )(?P<mo>{_MONTH}){_DASH}(?P<mo2>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("date", rf"(?:(?P<wd>{_WEEKDAY}),?\ )?(?:the\ )?(?P<mo>{_MONTH})\ (?P<d>{_DAY})(?:,?\ (?P<y>{_YEAR}))?"),
    ("date", rf"(?:(?P<wd>{_WEEKDAY}),?\ )?(?:the\ )?(?P<d>{_DAY})\ (?:of\ )?(?P<mo>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("month", rf"(?:(?P<mod>{_MOD}))?(?P<mo>{_MONTH})(?:,?\ (?:of\ )?(?P<y>{_YEAR}))"),
    ("month", rf"(?P<rel>(?i:{_LAST}))\ (?P<mo>{_MONTH})"),
    ("bare_month", rf"(?:(?P<mod>{_MOD}))?(?P<mo>{_MONTH})"),
    ("weekday", rf"(?:(?P<rel>(?i:last|next|this|this\ past|this\ coming))\ )?(?:(?i:early|late)\ (?:on\ )?)?(?P<wd>{_WEEKDAY})(?:\ (?P<part>{_PART}))?(?P<plural>s(?![\w]))?"),
    ("clock", rf"(?P<clock>{_CLOCK})(?P<zone>{_ZONE})?(?:\ (?:on\ )?(?P<wd>{_WEEKDAY}))?"),
    ("noon", r"(?P<noon>(?i:noon|midnight))"),
    ("today", r"(?P<word>(?i:today|yesterday|tomorrow|tonight|the\ day\ before\ yesterday|the\ day\ after\ tomorrow))(?:\ (?P<part>morning|afternoon|evening|night))?"),
    ("today", rf"(?P<word>(?i:this|last))\ (?P<part>{_PART})"),
    ("year_range", rf"(?P<y>{_PLAIN_YEAR}){_DASH}(?P<y2>{_YEAR}|\d\d(?!\d))"),
    ("year_range", rf"(?:between\ )(?P<y>{_YEAR})\ and\ (?P<y2>{_YEAR})"),
    ("year", rf"(?:(?P<mod>{_MOD}))?(?:the\ )?(?P<fiscal>fiscal\ (?:year\ )?)?(?P<y>{_YEAR})"),
    ("decade", r"(?:(?P<mod>(?i:early|late|mid)[\ -]))?(?:the\ )?(?P<dec>(?:1[4-9]|20)\d0)s"),
    ("decade", r"(?:the\ )?'(?P<short>\d0)s"),
    ("quarter", rf"(?:the\ )?(?P<ord>(?i:{_any(ORDINALS)}))[\ -]quarter(?:\ (?:of\ )?(?:fiscal\ )?(?P<y>{_YEAR}))?"),
    ("season", rf"(?:(?P<rel>(?i:{_LAST}|every|each))\ |(?i:(?:in\ )?the\ ))(?P<season>{_any(SEASONS)})(?:\ (?:of\ )?(?P<y>{_YEAR}))?"),
    ("season", rf"(?P<season>(?i:{_any(SEASONS)}))\ (?:of\ )?(?P<y>{_YEAR})"),
    ("ago", rf"(?:(?P<mod>{_MOD}))?(?P<n>{_NUMBER})\ (?P<unit>{_UNIT})\ (?P<way>{_SPEECH})"),
    ("relative", rf"(?:the\ )?(?P<rel>(?i:{_LAST}))\ (?P<n>{_NUMBER})\ (?P<unit>{_UNIT})"),
    ("relative", rf"(?:(?P<mod>(?i:early|late|mid|later|earlier))[\ -])?(?:the\ )?(?P<rel>(?i:{_LAST}))\ (?P<unit>{_UNIT}|century)"),
    ("that_day", r"(?P<word>(?i:the\ next|the\ following|the\ previous|that|the\ same|the))\ day(?:\ before|\ after)?"),
    ("recent", rf"(?P<word>(?i:recent|coming))\ (?P<unit>{_UNIT})"),
    ("set", rf"(?P<each>(?i:every|each))\ (?:(?P<wd>{_WEEKDAY})|(?P<n>{_NUMBER})\ (?P<units>{_UNIT})|(?P<unit>{_UNIT}))"),
    ("set", rf"(?P<adverb>(?i:{_any(SETS)}))(?!-)"),
    ("rate", r"(?:a|per|an)\ (?P<unit>second|minute|hour|day|week|month|year)"),
    ("duration", rf"(?:(?P<mod>{_MOD}))?(?P<n>{_NUMBER})[\ -](?:more\ |full\ |straight\ |consecutive\ |long\ )?(?P<unit>{_UNIT})(?P<age>[\ -]old)?(?P<long>[\ -]long)?(?:\ or\ (?P<or>more|so|less))?"),
    ("duration", r"(?P<unit>day|week|month|year|decade|hour|century|decades|weeks|months|years|hours|days|centuries)(?P<long>-long)"),
    ("vague", r"(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?P<long>[\ -]long)?"),
    ("ref", rf"(?P<present>(?i:{_any(PRESENT)}))|(?P<past>(?i:{_any(PAST)}))|(?P<future>(?i:{_any(FUTURE)}))"),
    ("current", r"(?P<present>(?i:current))"),
)  # fmt: skip

_COMPILED = tuple((name, re.compile(rf"(?<![\w$€£#.])(?:{form})(?!\w)")) for name, form in FORMS)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression in a view: its form, half-open view offsets and the named parts that matched."""

    form: str
    start: int
    end: int
    parts: tuple[tuple[str, str], ...]

    def __getitem__(self, part: str) -> str:
        """A named part in lower case, "" when absent."""
        return next((value.lower() for name, value in self.parts if name == part), "")


def expressions(text: str) -> Iterator[Expression]:
    """The time expressions of a text in order, without overlaps: the earliest first, of those the longest."""
    found = []
    for rank, (name, pattern) in enumerate(_COMPILED):
        for match in pattern.finditer(text):
            if match.group().strip():
                parts = tuple((key, value) for key, value in match.groupdict().items() if value)
                found.append((match.start(), -match.end(), rank, Expression(name, match.start(), match.end(), parts)))
    last = 0
    for start, _end, _rank, expression in sorted(found, key=lambda one: one[:3]):
        if start >= last:
            last = expression.end
            yield expression
