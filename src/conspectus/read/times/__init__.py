"""Time expressions as TIMEX3 (ISO 24617-1): a grammar finds them, the parse tells look-alikes and the tense."""

import re
from dataclasses import replace
from datetime import date

from conspectus.model import Article, Reading, Time
from conspectus.read.models import Models
from conspectus.read.parse import Paragraph, Parse
from conspectus.read.reader import Reader
from conspectus.read.scan import Expression
from conspectus.read.times.anchor import Anchor, Resolved
from conspectus.read.times.dates import listed_days, listed_months
from conspectus.read.times.days import on_their_days
from conspectus.read.times.grammar import expressions
from conspectus.read.times.lookalikes import in_the_course, is_time
from conspectus.read.times.resolve import resolve
from conspectus.read.times.tense import tense

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?|(\d{4}(?:-\d\d)?)")
_CLOCKS = ("clock", "hours", "noon")
_NEWS = 7
"""Days from publication within which a day is one of the news."""
_BEFORE = 40
"""Characters before an expression that may say whether it lies ahead ("until", "as soon as")."""


def _run(article: Article, parse: Parse, _reading: Reading, _models: Models) -> tuple[Time, ...]:
    day, found, before = publication_day(article), list[Time](), ""
    for paragraph in parse.paragraphs:
        own = _in(paragraph, day, before)
        days = (_DAY.fullmatch(time.value) for time in reversed(own))
        before = next((one[1] for one in days if one and one[1] and _is_news(one[1], day)), before)
        found += own
    return tuple(found)


def _is_news(told: str, day: date | None) -> bool:
    """A day shortly before or after publication: "on March 24, 1989" is background, and no later "8 p.m." is of it."""
    return day is None or abs((date.fromisoformat(told) - day).days) <= _NEWS


def _in(paragraph: Paragraph, day: date | None, before_it: str) -> list[Time]:
    """``before_it`` is the day told last in the paragraphs before: a time of day in the past is mostly that day's."""
    text, found, told = paragraph.view.text, [], ""
    for expression in expressions(text):
        tokens = paragraph.doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if not tokens or not is_time(expression, tokens, text):
            continue
        before = text[max(0, expression.start - _BEFORE) : expression.start]
        told_in = tense(tokens[0], before)
        if told_in == "present" and paragraph.block.role == "headline":
            told_in = "past"  # "Ferry sinks Monday"
        # "At that March 2 meeting": of a year that nothing here tells
        known = None if expression.form == "date" and before.lower().endswith("that ") else day
        last = told or (before_it if expression.form in _CLOCKS else "")
        for start, end, resolved in _resolved(expression, Anchor(known, told_in, last)):
            course = in_the_course(expression, tokens)
            found.append((start, end, replace(resolved, mod=None) if course else resolved))
            precise = _DAY.fullmatch(resolved.value)
            told = precise[1] or precise[2] if precise else told
    return [
        Time(paragraph.span(start, end), one.type, one.value, one.mod, one.basis)
        for start, end, one in on_their_days(found, text)
    ]


def _resolved(expression: Expression, anchor: Anchor) -> list[tuple[int, int, Resolved]]:
    """What an expression stands for, with its offsets: nothing, one time, or the days or months of a list."""
    if expression.form == "day_list":
        return listed_days(expression, anchor)
    if expression.form == "month_list":
        return listed_months(expression, anchor)
    resolved = resolve(expression, anchor)
    return [] if resolved is None else [(expression.start, expression.end, resolved)]


def publication_day(article: Article) -> date | None:
    """The day of publication, where it is known to the day."""
    value = article.published.value
    if value is None or not re.match(r"\d{4}-\d\d-\d\d", value):
        return None
    return date.fromisoformat(value[:10])


READER = Reader("times", "6", (), "times", _run)
