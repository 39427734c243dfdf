"""Amounts: a grammar finds the figures, the parse tells what they count, and look-alikes are left alone.

Kinds and intervals after the quantity model of Roy, Vieira and Roth 2015, "Reasoning about Quantities in Natural
Language"; currencies as ISO 4217, measures in SI base units.
"""

from typing import TYPE_CHECKING

from conspectus.model import Amount, Article, Reading, Span
from conspectus.read.amounts.grammar import Expression, expressions
from conspectus.read.amounts.resolve import resolve
from conspectus.read.amounts.vocabulary import CASUALTIES, PEOPLE
from conspectus.read.models import Models
from conspectus.read.parse import Paragraph, Parse
from conspectus.read.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_NUMBERED = frozenset(
    {"no", "no.", "number", "section", "article", "chapter", "page", "room", "route", "highway", "interstate", "flight",
     "gate", "channel", "proposition", "amendment", "title", "rule", "case", "bill", "level", "phase", "type", "class",
     "part",
     "figure", "table", "line", "platform", "pier", "dock", "hangar", "unit", "apollo", "group"}
)  # fmt: skip
"""Nouns that a number behind them names: "Section 230" is no amount."""
_TOLLS = frozenset({"toll", "number", "count", "total", "tally", "figure"})
_VOTES = frozenset(
    {"vote", "pass", "approve", "reject", "defeat", "win", "lose", "beat", "lead", "score", "ruling", "rule",
     "decision", "tally", "override", "confirm", "victory", "loss", "margin"}
)  # fmt: skip


def _run(_article: Article, parse: Parse, reading: Reading, _models: Models) -> tuple[Amount, ...]:
    times = [time.span for time in reading.times]
    found = []
    for paragraph in parse.paragraphs:
        taken = [t for t in times if paragraph.block.span.overlaps(t)]
        for expression in expressions(paragraph.view.text):
            span = paragraph.span(expression.start, expression.end)
            tokens = paragraph.doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if tokens is None or any(span.overlaps(time) for time in taken) or not _is_amount(expression, tokens):
                continue
            quantity = resolve(expression)
            if quantity is None:
                continue
            counted, of = _counted(paragraph, tokens) if quantity.kind in ("count", "share", "money") else (None, None)
            found.append(
                Amount(span, quantity.kind, quantity.low, quantity.high, quantity.bound, quantity.unit, counted, of)
            )
    return tuple(found)


def _is_amount(found: Expression, tokens: "TokenSpan") -> bool:
    """Numbers that name (Section 230, Boeing 737), pronouns ("one of them") and dates are no amounts."""
    first, doc = tokens[0], tokens.doc
    if doc.text[: found.start].endswith(("No. ", "no. ", "Nos. ")):
        return False
    before = doc[first.i - 1] if first.i else None
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if found.form in ("count", "range"):
        if found["n"] in ("one", "a", "an") and not found["bound"]:
            return False
        if before is not None and not found["bound"] and _names(before, tokens):
            return False
        if (
            found["n"].isdigit()
            and after is not None
            and after.pos_ == "PROPN"
            and after.lower_ in ("street", "avenue", "road")
        ):
            return False
    if found.form == "score":
        return _is_score(tokens)
    if found.form == "age_apposed":
        return before is not None and before.text == "," and first.i >= 2 and doc[first.i - 2].pos_ in ("PROPN", "NOUN")
    return True


def _names(before: "Token", tokens: "TokenSpan") -> bool:
    """A number right behind a name or a numbered noun, and not in front of what it would count."""
    if before.lower_.rstrip(".") in _NUMBERED or before.lower_ in _NUMBERED:
        return True
    number = tokens[-1]
    counts = number.dep_ == "nummod" and number.head.i > number.i
    return (
        before.pos_ == "PROPN" and before.whitespace_ != "" and not counts and number.like_num and not number.is_alpha
    )


def _is_score(tokens: "TokenSpan") -> bool:
    """Two figures with a dash are a score or vote only where the sentence speaks of one."""
    return any(token.lemma_.lower() in _VOTES for token in tokens.sent)


def _counted(paragraph: Paragraph, tokens: "TokenSpan") -> tuple[Span | None, str | None]:
    """The words that say what is counted, and one lemma for it; what happened to people wins over "people"."""
    number = tokens.root
    noun = _noun(number, tokens)
    happened = _happened(number, noun, tokens)
    if noun is None:
        return None, happened
    start = max(noun.left_edge.i, tokens.end)
    words = paragraph.doc[min(start, noun.i) : noun.i + 1]
    lemma = noun.lemma_.lower()
    if happened and (lemma in PEOPLE or lemma in CASUALTIES):
        lemma = happened
    return paragraph.span_of(words), CASUALTIES.get(lemma, lemma)


def _noun(number: "Token", tokens: "TokenSpan") -> "Token | None":
    if number.dep_ in ("nummod", "quantmod", "compound") and number.head.i >= tokens.end:
        return number.head
    for child in number.children:
        if child.lower_ == "of" and child.i >= tokens.end:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if number.pos_ == "NOUN" and number.i >= tokens.end:
        return number
    return None


def _happened(number: "Token", noun: "Token | None", tokens: "TokenSpan") -> str | None:
    """ "12 killed", "killing 12", "12 people died", "a death toll of 12": what the figure says happened."""
    after = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    if after is not None and after.lower_ in CASUALTIES:
        return CASUALTIES[after.lower_]
    at = noun or number
    around = [child for child in at.children if child.i > at.i] + [at.head, at.head.head]
    for token in around:
        word = token.lemma_.lower()
        if word in CASUALTIES:
            return CASUALTIES[word]
        for child in (token, *token.children):
            if child.lemma_.lower() in _TOLLS:
                kind = next((c.lemma_.lower() for c in child.children if c.lemma_.lower() in CASUALTIES), None)
                if kind:
                    return CASUALTIES[kind]
        if token.lower_ in CASUALTIES:
            return CASUALTIES[token.lower_]
    return next((CASUALTIES[c.lower_] for c in at.head.children if c.lower_ in CASUALTIES), None)


READER = Reader("amounts", "1", ("times",), "amounts", _run)
