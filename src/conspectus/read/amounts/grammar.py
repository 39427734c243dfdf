"""What an amount looks like: one pattern for each form; the earliest wins, of those the longest."""

import re
from collections.abc import Iterator
from functools import cache

from conspectus.read.amounts.vocabulary import (
    BOUNDS,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    FRACTIONS,
    MEASURES,
    ORDINALS,
    VAGUE,
)
from conspectus.read.numbers import BARE_WORDS, DIGITS, SCALE, WORDS
from conspectus.read.scan import Expression, any_of, scan

_FIGURE = rf"(?:(?:{DIGITS})(?:{SCALE})?|{WORDS})"
_SIGNED = rf"(?:{DIGITS})(?:{SCALE}|\ [kmb]n?\b)?"
_TO = r"(?:\ ?[-–]\ ?|\ to\ |-to-)"
_SIGN = any_of(CURRENCY_SIGNS)
_MINUS = r"(?P<minus>minus\ |(?<![\w)\]])[-−])?"
_BEFORE = rf"(?:(?P<bound>{any_of(BOUNDS)})\s+)?"
_AFTER = r"(?:\ or\ (?P<loose>more|so|fewer|less))?"
_MORE = r"(?P<more>-plus\b|-odd\b|\+(?!\d))?"
_AMERICAN = "|".join(rf"{p}{u}" for p in ("kilo", "centi", "milli", "") for u in ("meters?", "liters?"))
_MEASURE = rf"(?:square\ |cubic\ )?(?:metric\ tons?|(?:{_AMERICAN})(?:\ (?:per|an)\ hour)?|(?:degrees?|miles?|kilometres?)\ (?:celsius|fahrenheit|per\ hour|an\ hour)|(?:{any_of(MEASURES)})s?)"
_STATED = r"(?:(?<=\bis\ )|(?<=\bas\ )|(?<=\bwas\ )|(?<=\bturned\ )|(?<=\bdied\ at\ ))"
_PERCENT = r"(?:%|percent(?:age\ points?)?|per\ cent|pct)"
_CURRENCY = any_of(CURRENCY_WORDS)
_SMALL = rf"(?:\d{{1,3}}|{BARE_WORDS})"
_OF = r"(?=\ of\ (?:the|all|its|his|her|their|our|my|those|these|\w+s\b))"

FORMS: tuple[tuple[str, str], ...] = (
    ("money", rf"{_BEFORE}{_MINUS}(?P<sign>{_SIGN})\ ?(?P<n>{_SIGNED}){_MORE}(?:{_TO}(?P<second>(?:{_SIGN})?\ ?(?P<n2>{_SIGNED})))?{_AFTER}"),
    ("money", rf"between\ (?P<sign>{_SIGN})\ ?(?P<n>{_SIGNED})\ and\ (?P<second>(?:{_SIGN})?\ ?(?P<n2>{_SIGNED}))"),
    ("money", rf"between\ (?P<n>{_FIGURE})\ and\ (?P<n2>{_FIGURE})(?:\ U\.S\.|\ US)?\ (?P<money>{_CURRENCY})"),
    ("share", rf"between\ (?P<n>{_FIGURE})(?:\ ?{_PERCENT})?\ and\ (?P<n2>{_FIGURE})[\ -]?(?P<percent>{_PERCENT})"),
    ("measure", rf"between\ (?P<n>{_FIGURE})\ and\ (?P<n2>{_FIGURE})[\ -]?(?P<unit>{_MEASURE})"),
    ("money", rf"{_BEFORE}(?P<n>{_SIGNED})(?:{_TO}(?P<n2>{_SIGNED}))?\ ?(?P<sign>€|£|kr\b)"),
    ("money", rf"{_BEFORE}(?P<n>{_FIGURE}){_MORE}(?:{_TO}(?P<n2>{_FIGURE}))?(?:\ U\.S\.|\ US)?\ (?P<money>{_CURRENCY}){_AFTER}"),
    ("money", rf"{_BEFORE}(?P<vague>{any_of(VAGUE)})\ of\ (?P<money>{_CURRENCY})"),
    ("share", rf"{_BEFORE}{_MINUS}(?P<n>{_FIGURE}){_MORE}(?:(?:\ ?{_PERCENT})?{_TO}(?P<n2>{_FIGURE}))?[\ -]?(?P<percent>{_PERCENT})"),
    ("points", rf"{_BEFORE}{_MINUS}(?P<n>{_FIGURE})[\ -](?P<points>basis\ points?)"),
    ("points", rf"{_BEFORE}{_MINUS}(?P<n>\d+\.\d+)[\ -](?P<points>points?)"),
    ("points", rf"{_BEFORE}(?:an?\ )?(?P<part>half|quarter)(?:\ of)?(?:\ an?\ |-|\ )(?P<points>(?:percentage[\ -])?point)"),
    ("fraction", rf"{_BEFORE}(?:(?P<n>an?|one|two|three|four)[\ -])?(?P<part>{any_of(FRACTIONS)})s?{_OF}"),
    ("fraction", rf"(?<=\bby\ ){_BEFORE}(?P<n>an?\ )?(?P<part>half|third|quarter|fifth|tenth)(?=[.,;)]|$|\ (?:on|in|from|since|after|over|and|last|this|while|as|when|during|within|at)\b)"),
    ("fraction", rf"{_BEFORE}(?P<n>one|two|three|four)-(?P<part>third|quarter|fifth|tenth)s?"),
    ("one_in", rf"{_BEFORE}(?P<n>{_FIGURE})\ (?:in|out\ of)\ (?:every\ )?(?P<n2>{_FIGURE})"),
    ("age", r"(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)-years?-olds?"),
    ("age", r"at\ the\ age\ of\ (?P<n>\d{1,3})"),
    ("age", rf"aged?\ (?P<n>\d{{1,3}})(?:{_TO}(?P<n2>\d{{1,3}}))?"),
    ("age", r"(?:(?<=\baged\ \d\ and\ )|(?<=\baged\ \d\d\ and\ ))(?P<n>\d{1,3})"),
    ("age", rf"(?:between\ )?(?:the\ )?ages\ (?:of\ )?(?P<n>\d{{1,3}})(?:{_TO}|\ and\ )(?P<n2>\d{{1,3}})"),
    ("age", r"between\ (?P<n>\d{1,3})\ and\ (?P<n2>\d{1,3})\ years\ (?:old|of\ age)"),
    ("age", r"(?P<n>\d{1,3})\ years?\ old"),
    ("age", r"in\ (?:his|her|their)\ (?:(?:early|late)\ |mid-)?(?P<decade>[1-9]0)s"),
    ("age_apposed", r"(?<=,\ )(?P<n>1[0-9]|[2-9]\d|10\d)(?=\s*[,.;)])"),
    ("age_stated", rf"{_STATED}(?P<n>1[0-9]|[2-9]\d|10\d)(?=[,.;)]|\ (?:and|when|at\ the\ time)\b|$)"),
    ("score", r"(?P<n>\d{1,3})[-–](?P<n2>\d{1,3})"),
    ("score", rf"(?P<n>{_SMALL})(?:\ |-)(?P<to>to)(?:\ |-)(?P<n2>{_SMALL})"),
    ("votes", rf"(?P<n>{_SMALL})(?:\ [a-z]+){{0,3}}\ (?:for|in\ favou?r)(?:\ [a-z]+){{0,3}},?\ (?:and|with|to)\ (?P<n2>{_SMALL})(?:\ [a-z]+){{0,2}}\ (?:against|opposed|dissenting)"),
    ("measure", rf"{_BEFORE}{_MINUS}(?P<n>{_FIGURE}){_MORE}(?:{_TO}(?P<n2>{_FIGURE}))?[\ -]?(?P<unit>{_MEASURE}){_AFTER}"),
    ("measure", rf"{_BEFORE}(?P<vague>{any_of(VAGUE)})\ of\ (?P<unit>{_MEASURE})"),
    ("pounds", rf"{_BEFORE}(?P<n>{_FIGURE})(?:{_TO}(?P<n2>{_FIGURE}))?[\ -](?P<pound>pounds?(?:\ sterling)?){_AFTER}"),
    ("magnitude", r"magnitude(?:[\ -]of)?[\ -](?P<n>\d(?:\.\d)?)"),
    ("magnitude", r"(?P<n>\d\.\d)(?:-|\ )magnitude"),
    ("ordinal", rf"(?P<nth>[1-9]\d{{0,3}}(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty)-)?(?:{any_of(ORDINALS)}))"),
    ("range", rf"between\ (?P<n>{_FIGURE})\ and\ (?P<n2>{_FIGURE})"),
    ("range", rf"{_BEFORE}(?P<n>{_FIGURE})(?:\ to\ |\ or\ |-to-|(?<=\d)[-–](?=\d))(?P<n2>{_FIGURE})"),
    ("vague", rf"{_BEFORE}(?P<vague>{any_of(VAGUE)})"),
    ("count", rf"{_BEFORE}(?P<n>{_FIGURE}){_MORE}{_AFTER}"),
)  # fmt: skip

_BEGIN = any_of({*BOUNDS, *VAGUE, *FRACTIONS, *ORDINALS, "half", "twenty", "thirty", "forty", "fifty"})
_A = rf"an?[\ -](?:dozen|hundred|thousand|lakh|million|crore|billion|trillion|{any_of(FRACTIONS)})\b"
"""An "a" begins an amount only before certain words; to look first costs less than to try every form."""
_START = (
    rf"(?<![\w.,:#§/])(?:(?<![-–])(?=(?:{_BEGIN})\b|\d|{BARE_WORDS}|{_A}|between\b|in\ (?:his|her|their)\b|aged?\b|(?:the\ )?ages\b|at\ the\ age\b|magnitude\b"
    rf"|minus\b)|(?=[-−]?(?:{_SIGN})\ ?\d)|(?<=[\s(])(?=[-−]\d)|^(?=[-−]\d))"
)


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """Where to look and the forms; made on first use, since compiling takes longer than printing the help."""
    forms = ((name, rf"(?:{form})(?![\w%]|[-–]\d|/\d|:\d)") for name, form in FORMS)
    return re.compile(_START, re.IGNORECASE), tuple((name, re.compile(form, re.IGNORECASE)) for name, form in forms)


def expressions(text: str) -> Iterator[Expression]:
    """The amounts of a text in order, without overlaps."""
    return scan(text, *_compiled())
