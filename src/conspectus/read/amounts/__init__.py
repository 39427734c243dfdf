"""Amounts: a grammar finds the figures, the parse tells what they count, and look-alikes are left alone.

Kinds and intervals after the quantity model of Roy, Vieira and Roth 2015, "Reasoning about Quantities in Natural
Language"; currencies as ISO 4217, measures in SI base units.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from conspectus.model import Amount, Article, Reading, Span
from conspectus.read.amounts.counted import NOTHING, counted
from conspectus.read.amounts.grammar import expressions
from conspectus.read.amounts.lookalikes import Masked, is_amount
from conspectus.read.amounts.manner import is_change, rate
from conspectus.read.amounts.resolve import Quantity, halves, resolve
from conspectus.read.models import Models
from conspectus.read.parse import Paragraph, Parse
from conspectus.read.reader import Reader
from conspectus.read.scan import Expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

_MEASURING = ("count", "share", "money", "measure")
_COUNTING = ("count", "share", "money", "ordinal")
_FROM = re.compile(r"\bfrom\s+$")
_RANGING = re.compile(r"\b(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|between|aged?)\b[^.;]*$")
_TO = re.compile(r"\s?(?:-|–|\bto\b)")


def _run(_article: Article, parse: Parse, reading: Reading, _models: Models) -> tuple[Amount, ...]:
    taken: dict[str, list[Span]] = {"title": [], "body": []}
    for time in reading.times:
        taken[time.span.part].append(time.span)
    return tuple(a for paragraph in parse.paragraphs for a in _in(paragraph, taken[paragraph.block.span.part]))


def _in(paragraph: Paragraph, times: list[Span]) -> list[Amount]:
    text, found = paragraph.view.text, []
    masked = Masked(text)
    for expression in expressions(text):
        span = paragraph.span(expression.start, expression.end)
        tokens = paragraph.doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if not tokens or masked.covers(expression.start) or _overlaps(span, times):
            continue
        if expression.form == "score" and not is_amount(expression, tokens):
            expression = replace(expression, form="range")
        if is_amount(expression, tokens):
            found += _of_one_thing([_amount(paragraph, *one) for one in _quantities(expression, text)])
    return found


def _of_one_thing(ends: list[Amount]) -> list[Amount]:
    """The two ends of a change count the same, which only the last one names ("from 300 to 250 nurses")."""
    if len(ends) == 2 and ends[0].of is None:
        return [replace(ends[0], counted=ends[1].counted, of=ends[1].of, fate=ends[1].fate), ends[1]]
    return ends


def _amount(paragraph: Paragraph, start: int, end: int, quantity: Quantity) -> Amount:
    tokens = paragraph.doc.char_span(start, end, alignment_mode="expand")
    what = counted(paragraph, tokens) if quantity.kind in _COUNTING and tokens else NOTHING
    span = paragraph.span(start, end)
    per, change = None, False
    if tokens and quantity.kind in _MEASURING:
        per = rate(paragraph.view.text, _end_of_noun(tokens, end) if what.words else end)
        change = quantity.bound != "between" and is_change(tokens)
    told = quantity.kind, quantity.low, quantity.high, quantity.bound, quantity.unit
    return Amount(span, *told, what.words, what.of, per, change, what.fate)


def _end_of_noun(tokens: "TokenSpan", end: int) -> int:
    """Where the noun ends that the figure counts ("300 people" a day)."""
    noun = tokens.root.head if tokens.root.dep_ == "nummod" and tokens.root.head.i >= tokens.end else tokens.root
    return max(end, int(noun.idx) + len(noun.text))


def _overlaps(span: Span, times: list[Span]) -> bool:
    """Whether one of the times, which are in order and apart, shares words with a span."""
    at = bisect_left(times, span)
    return any(span.overlaps(time) for time in times[max(0, at - 1) : at + 1])


def _quantities(found: Expression, text: str) -> list[tuple[int, int, Quantity]]:
    """The quantities of an expression with their offsets: two for a change ("from 12 to 15 percent")."""
    before = text[max(0, found.start - 60) : found.start]
    if found["n2"] and found.form != "one_in" and _FROM.search(before) and not _RANGING.search(before):
        ends = halves(found)
        if ends is not None:
            middle = found.at("second") if found["second"] else found.at("n2")
            cut = found.start + len(_TO.split(text[found.start : middle])[0])
            return [(found.start, cut, ends[0]), (middle, found.end, ends[1])]
    quantity = resolve(found)
    return [] if quantity is None else [(found.start, found.end, quantity)]


READER = Reader("amounts", "6", ("times",), "amounts", _run)
