"""What a time expression looks like: one pattern for each form, tried together, the longest wins."""

import re
from collections.abc import Iterator
from functools import cache

from conspectus.read.numbers import BARE_WORDS as UNITS_IN_WORDS
from conspectus.read.numbers import DIGITS, WORDS
from conspectus.read.scan import Expression, any_of, scan
from conspectus.read.times.holidays import HOLIDAYS
from conspectus.read.times.vocabulary import (
    CENTURIES,
    DAYPARTS,
    DECADES,
    FUTURE,
    MODS,
    MONTHS,
    ORDINALS,
    PARTS_OF_DATES,
    PAST,
    PRESENT,
    SEASONS,
    SETS,
    WEEKDAYS,
)

_SHORT_MONTHS = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"}
_LONG_DAYS = {name for name in WEEKDAYS if name not in ("sat", "sun", "mon", "wed")}
_SHORT_DAYS = {"tue", "tues", "thu", "thurs", "fri"}


def _named(words: set[str], shortened: set[str]) -> str:
    """Month and day names carry a capital; shortened ones may end in a full stop."""
    found = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(w.capitalize() + (r"\b\.?" if w in shortened else r"\b") for w in found)


_MONTH = f"(?:{_named(set(MONTHS), _SHORT_MONTHS)})"
_WEEKDAY = rf"(?:(?:{'|'.join(sorted(d.capitalize() for d in _LONG_DAYS - _SHORT_DAYS))})(?=s?\b)|(?:{_named(_SHORT_DAYS, _SHORT_DAYS)}))"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d)"
_PLAIN_YEAR = r"(?:1[4-9]\d\d|20\d\d|21\d\d)"
_YEAR = rf"{_PLAIN_YEAR}(?![\d,]\d|\.\d|-?\w|%|:\d)"
_DASH = r"(?:\s?(?:-|–|—)\s?|\s(?:to|through|until|till)\s)"
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|days?|nights?|weeks?|fortnights?|weekends?|months?|quarters?|years?|decades?|centur(?:y|ies))"
_UNITS = r"(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)"
_COMPOUND = (
    ("years?", "months?"),
    ("days?", "hours?"),
    ("hours?", "minutes?|mins?"),
    ("minutes?|mins?", "seconds?|secs?"),
)
_AND = r"(?:,?\ and\ |,?\ )"
_COUNT = rf"(?:{DIGITS}|(?i:{WORDS}))"
_NUMBER = rf"(?:(?i:a\ quarter\ of\ an?)|\d{{1,3}}(?:\ 1/2|½)|{DIGITS}|(?i:{WORDS})|half\ an?|(?i:an?|several|a\ few|few|a\ couple\ of|a\ couple|couple\ of|many|some))"
_PART = rf"(?:{any_of(DAYPARTS)})"
_CLOCK = r"(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?(?:\ ?(?:a\.m\.?|p\.m\.?|am|pm|AM|PM)(?![\w])|\ in\ the\ (?:morning|afternoon|evening)|\ o'clock)|(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:]))"
_HOUR = r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?"
_HALF = r"(?:\ ?(?:a\.m\.?|p\.m\.?|am|pm|AM|PM)(?![\w]))"
_OPEN_FROM = "|".join(rf"(?<=\b{word}\ from\ )" for word in ("open", "opens", "opened", "daily", "works", "worked"))
_ZONE = r"(?:\ \(?(?:GMT|UTC|EST|EDT|ET|CST|CDT|MST|MDT|PST|PDT|CET|CEST|BST|local\ time)\b)"
_LAST = r"(?:last|past|previous|next|coming|following|this|current|the\ same|that\ same|that|same)"
_MOD = rf"(?:(?i:{any_of(MODS)})[\ -])"
_PART_OF = rf"(?:(?i:{any_of(PARTS_OF_DATES)})[\ -])"
_SPEECH = r"(?:ago|earlier|later|afterwards|from\ now|hence|previously)"

FORMS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>\d{4})-(?P<mo>[01]\d)-(?P<d>[0-3]\d)(?!-?\d)"),
    ("slashed", r"(?P<mo>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])/(?P<y>\d{4}|\d\d)(?![\d/])"),
    ("day_range", rf"(?P<mo>{_MONTH})\ (?P<d>{_DAY}){_DASH}(?P<d2>{_DAY})(?:,?\ (?P<y>{_YEAR}))?"),
    ("day_range", rf"(?P<d>{_DAY}){_DASH}(?P<d2>{_DAY})\ (?P<mo>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("day_range", rf"(?i:between)\ (?P<mo>{_MONTH})\ (?P<d>{_DAY})\ and\ (?:(?P<mo2>{_MONTH})\ )?(?P<d2>{_DAY})(?:,?\ (?P<y>{_YEAR}))?"),
    ("day_range", rf"(?P<mo>{_MONTH})\ (?P<d>{_DAY}){_DASH}(?P<mo2>{_MONTH})\ (?P<d2>{_DAY})(?:,?\ (?P<y>{_YEAR}))?"),
    ("day_range", rf"(?P<d>{_DAY})\ (?P<mo>{_MONTH}){_DASH}(?P<d2>{_DAY})\ (?P<mo2>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("day_range", rf"(?i:between)\ (?P<d>{_DAY})\ and\ (?P<d2>{_DAY})\ (?P<mo>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("day_list", rf"(?P<mo>{_MONTH})\ (?P<days>{_DAY}(?:,\ {_DAY})*,?\ (?:and|or)\ {_DAY})(?!\ {_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("day_list", rf"(?P<days>{_DAY}(?:,\ {_DAY})*,?\ (?:and|or)\ {_DAY})\ (?P<mo>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("months", rf"(?P<mo>{_MONTH})\ (?P<y>{_YEAR}){_DASH}(?P<mo2>{_MONTH})\ (?P<y2>{_YEAR})"),
    ("months", rf"(?i:between)\ (?P<mo>{_MONTH})\ (?P<y>{_YEAR})\ and\ (?P<mo2>{_MONTH})\ (?P<y2>{_YEAR})"),
    ("months", rf"(?i:between)\ (?P<mo>{_MONTH})\ and\ (?P<mo2>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?(?!\ \d)"),
    ("months", rf"(?i:from)\ (?P<mo>{_MONTH}){_DASH}(?P<mo2>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?(?!\ \d)"),
    ("date", rf"(?:(?P<wd>{_WEEKDAY}),?\ )?(?:the\ )?(?:(?P<rel>last|next)\ )?(?P<mo>{_MONTH})\ (?P<d>{_DAY})(?:,?\ (?P<y>{_YEAR}))?"),
    ("date", rf"(?:(?P<wd>{_WEEKDAY}),?\ )?(?:the\ )?(?P<d>{_DAY})\ (?:of\ )?(?P<mo>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("month", rf"(?:(?P<mod>{_PART_OF}))?(?P<mo>{_MONTH})(?:,?\ (?:of\ )?(?P<y>{_YEAR}))"),
    ("month", rf"(?P<rel>(?i:{_LAST}))\ (?P<mo>{_MONTH})(?!\ \d)"),
    ("month_list", rf"(?P<mo>{_MONTH})\ (?:and|or)\ (?P<mo2>{_MONTH})(?:,?\ (?:of\ )?(?P<y>{_YEAR}))"),
    ("bare_month", rf"(?:(?P<mod>{_PART_OF}))?(?P<mo>{_MONTH})"),
    ("nth_weekday", rf"(?i:the\ )?(?P<nth>(?i:first|second|third|fourth|last))\ (?P<wd>{_WEEKDAY})\ (?:of|in)\ (?P<mo>{_MONTH})(?:,?\ (?P<y>{_YEAR}))?"),
    ("weekday", rf"(?:(?P<rel>(?i:last|next|this|this\ past|this\ coming))\ )?(?:(?P<mod>(?i:early|late))\ (?:on\ )?)?(?P<wd>{_WEEKDAY})(?:\ (?P<part>{_PART}))?(?P<plural>s(?![\w]))?(?:(?='s\ (?P<close>clos|finish|settlement|trading)))?"),
    ("clock", rf"(?P<clock>{_CLOCK})(?P<zone>{_ZONE})?(?:,?\ (?:on\ )?(?P<wd>{_WEEKDAY}))?"),
    ("hours", rf"(?:(?i:between)\ (?P<clock>{_HOUR})\ and\ |(?P<first>{_HOUR}){_DASH})(?P<clock2>{_HOUR}{_HALF})(?P<zone>{_ZONE})?(?:,?\ (?:on\ )?(?P<wd>{_WEEKDAY}))?"),
    ("hours", rf"(?:{_OPEN_FROM})(?P<first>{_HOUR}){_DASH}(?P<clock2>{_HOUR})(?=[.,;:!?)]|$|\ (?:on|every|daily|and)\b)"),
    ("noon", r"(?P<noon>(?i:noon|midday|midnight))"),
    ("today", r"(?P<word>(?i:today|yesterday|tomorrow|tonight|the\ day\ before\ yesterday|the\ day\ after\ tomorrow))(?:\ (?P<part>morning|afternoon|evening|night))?"),
    ("today", rf"(?P<word>(?i:this|last))\ (?P<part>{_PART})"),
    ("holiday", rf"(?:(?P<rel>(?i:last|next|this))\ )?(?P<holiday>{any_of(HOLIDAYS)})(?:,?\ (?P<y>{_YEAR}))?"),
    ("year_range", rf"(?P<y>{_PLAIN_YEAR}){_DASH}(?P<y2>{_YEAR}|\d\d(?!\d|-))"),
    ("year_range", rf"(?i:between)\ (?P<y>{_YEAR})\ and\ (?P<y2>{_YEAR})"),
    ("year", rf"(?:(?P<mod>{_PART_OF}))?(?:the\ year\ )?(?P<fiscal>(?i:fiscal)\ (?:year\ )?)?(?P<y>{_YEAR})"),
    ("year", rf"(?P<mod>(?i:at\ least|about|around)\ )(?P<y>{_YEAR})"),
    ("decade", r"(?:(?P<mod>(?i:early|late|mid)[\ -]))?(?:the\ )?(?:(?P<mod2>(?i:early|late|mid)[\ -]))?(?P<dec>(?:1[4-9]|20)\d0)s"),
    ("decade", r"(?:the\ )?'(?P<short>\d0)s"),
    ("century", rf"(?:the\ )?(?:(?P<mod>(?i:early|late|mid)[\ -]))?(?P<ord>\d\d?(?:st|nd|rd|th)|(?i:{any_of(CENTURIES)}))[\ -]century"),
    ("decade", rf"(?i:the)\ (?:(?P<mod2>(?i:early|late|mid))[\ -])?(?P<named>(?:{any_of(DECADES)}))"),
    ("half_year", rf"(?i:the\ )?(?P<ord>(?i:first|second))\ half\ of\ (?:(?P<fiscal>fiscal)\ (?:year\ )?)?(?P<y>{_YEAR})"),
    ("quarter", rf"Q(?P<ord>[1-4])\ (?:of\ )?(?P<fiscal>fiscal\ (?:year\ )?|FY\ ?)?(?P<y>{_YEAR})"),
    ("year", rf"(?P<fiscal>FY\ ?)(?P<y>{_YEAR})"),
    ("quarter", rf"(?:the\ )?(?P<ord>(?i:{any_of(ORDINALS)}))[\ -]quarter(?:\ (?:of\ )?(?:(?P<fiscal>fiscal)\ (?:year\ )?)?(?P<y>{_YEAR}))?"),
    ("season_beside", rf"(?i:(?:in\ )?the\ )(?P<season>{any_of(SEASONS)})(?=\ (?:before|after)\ (?:the|that|his|her|its|their)\b)"),
    ("season", rf"(?:(?P<rel>(?i:{_LAST}|every|each))\ |(?i:(?:in\ )?the\ ))(?P<season>{any_of(SEASONS)})(?:\ (?:of\ )?(?P<y>{_YEAR}))?"),
    ("season", rf"(?P<season>(?i:{any_of(SEASONS)}))\ (?:of\ )?(?P<y>{_YEAR})"),
    ("ago", rf"(?:(?P<mod>{_MOD}))?(?P<n>{_NUMBER})\ (?P<unit>{_UNIT})\ (?P<way>{_SPEECH})"),
    ("ago", rf"(?P<unit>{_UNITS})\ (?P<way>ago|earlier|later|from\ now|hence)"),
    ("relative", rf"(?:the\ )?(?P<rel>(?i:{_LAST}))\ (?P<n>{_NUMBER})\ (?P<unit>{_UNIT})"),
    ("relative", rf"(?:(?P<mod>(?i:early|late|mid|later|earlier))[\ -])?(?P<the>(?i:the)\ )?(?P<rel>(?i:{_LAST}))\ (?P<unit>{_UNIT}|century)(?!\ of\ (?:the\ )?(?:{_MONTH}|{_YEAR}))"),
    ("relative", r"(?P<part>(?P<mod>(?i:the\ (?:end|start|beginning|middle)\ of)))\ (?P<rel>the|this)\ (?P<unit>month|year)(?=[.,;:]|$)"),
    ("that_day", r"(?P<word>(?i:the\ next|the\ following|the\ previous|that\ same|that|the\ same))\ day"),
    ("that_day", r"(?P<word>(?i:the))\ day\ (?P<side>before|after)(?=[.,;:!?)]|$)"),
    ("day_beside", r"(?P<word>(?i:the))\ day\ (?:before|after)"),
    ("that_day", r"(?P<word>(?i:the\ next|the\ following|the\ previous))\ (?P<part>morning|afternoon|evening|night)"),
    ("weekend", r"(?i:the)\ (?P<weekend>weekend)"),
    ("recent", rf"(?P<word>(?i:recent|coming))\ (?P<unit>{_UNIT})"),
    ("set", rf"(?P<each>(?i:every))\ (?P<nth>(?:other|second|third|fourth|fifth))\ (?P<unit>{_UNIT})"),
    ("set", r"(?P<each>(?i:every|each))\ (?P<part>morning|afternoon|evening|night)"),
    ("set", rf"(?P<each>(?i:every|each))\ (?:(?P<wd>{_WEEKDAY})|(?P<mo>{_MONTH})|(?P<n>{_NUMBER})\ (?P<units>{_UNIT})|(?P<unit>{_UNIT}))"),
    ("set", rf"(?P<adverb>(?i:{any_of(SETS)}))(?!-)"),
    ("rate", r"(?:a|per|an)\ (?P<unit>minute|hour|day|week|month|year)"),
    *(
        ("duration", rf"(?:(?P<mod>{_MOD}))?(?P<n>{_COUNT}|(?i:an?))[\ -](?P<unit>{large}){_AND}(?P<n3>{_COUNT}|(?i:an?))[\ -](?P<unit3>{small})(?P<long>[\ -]long)?(?!\ (?:ago|earlier|later|before|after)\b)")
        for large, small in _COMPOUND
    ),
    ("duration", rf"(?:(?P<mod>{_MOD}))?(?P<n>{_NUMBER})[\ -](?:more\ |full\ |straight\ |consecutive\ |long\ |solid\ )?(?P<unit>{_UNIT})(?P<age>[\ -]olds?)?(?P<half>\ and\ a\ half)?(?P<long>[\ -]long)?(?:\ or\ (?P<or>more|so|less))?"),
    ("duration", rf"(?:(?P<mod>{_MOD}))?(?P<n>{_COUNT})(?:\ to\ |\ or\ |-to-|[-–])(?P<n2>{_COUNT})[\ -](?P<unit>{_UNIT})(?P<age>[\ -]olds?)?(?P<long>[\ -]long)?"),
    ("duration", r"(?P<unit>day|week|month|year|decade|hour|century|decades|weeks|months|years|hours|days|centuries)(?P<long>-long)"),
    ("vague", rf"(?P<unit>{_UNITS})(?P<long>[\ -]long)?"),
    ("ref", rf"(?<!\bas\ )(?:(?P<present>(?i:{any_of(PRESENT)}))|(?P<past>(?i:{any_of(PAST)}))(?!\ (?:\w+\ ){{0,2}}{_UNITS}\b)|(?P<future>(?i:{any_of(FUTURE)})))(?!\ (?:as|of|after)\b)"),
    ("current", r"(?P<present>(?i:current))"),
)  # fmt: skip

_WORDS = {
    *MODS, *PARTS_OF_DATES, *DAYPARTS, *SETS, *PRESENT, *PAST, *FUTURE, *CENTURIES, *ORDINALS, *SEASONS, *HOLIDAYS,
    "last", "past", "previous", "next", "coming", "following", "this", "current", "same", "several", "few", "many",
    "couple", "every", "each", "per", "recent", "noon", "midnight", "midday", "today", "yesterday", "tomorrow", "tonight",
    "fiscal", "later", "earlier", "mid", "day", "week", "month", "year", "decade", "hour", "century", "half",
}  # fmt: skip
_THE = rf"(?i:the)\ (?:\d|'\d|{_MONTH}|(?i:early|late|mid|day|weekend|year|{_LAST}|{any_of([*SEASONS, *ORDINALS, *CENTURIES, *DECADES])})(?!\w))"
_A = rf"(?i:an?)[\ -](?:[\w½]+[\ -]){{0,6}}?{_UNIT}"
_LED = rf"(?i:in\ the)\ (?i:{any_of(SEASONS)})|(?i:from)\ {_MONTH}|(?i:between)\ (?:{_MONTH}|\d)|(?i:that)\ (?i:same|{_UNIT}|{any_of(SEASONS)}|{_MONTH})"
"""Common words begin a time only before certain others; to look first costs less than to try every form."""
_START = (
    rf"(?<![\w$€£#.:/])(?=FY\ ?\d|Q[1-4]\ |'\d|\d|{_MONTH}|{_WEEKDAY}|(?i:(?:{any_of(_WORDS)})(?!\w)|{_UNITS}\b)"
    rf"|{_THE}|{_A}|{_LED}|(?i:{UNITS_IN_WORDS}))"
)


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """Where to look and the forms; made on first use, since compiling takes longer than printing the help."""
    return re.compile(_START), tuple((name, re.compile(rf"(?:{form})(?!\w)")) for name, form in FORMS)


def expressions(text: str) -> Iterator[Expression]:
    """The time expressions of a text in order, without overlaps: the earliest first, of those the longest."""
    return scan(text, *_compiled())
