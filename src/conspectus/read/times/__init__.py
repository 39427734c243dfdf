"""Time expressions as TIMEX3 (ISO 24617-1): a grammar finds them, the parse tells look-alikes and the tense."""

import re
from datetime import date
from typing import TYPE_CHECKING

from conspectus.model import Article, Reading, Time
from conspectus.read.models import Models
from conspectus.read.parse import Paragraph, Parse
from conspectus.read.reader import Reader
from conspectus.read.times.grammar import Expression, expressions
from conspectus.read.times.resolve import Anchor, Tense, resolve

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_MONTH = frozenset(
    {"in", "since", "until", "till", "by", "during", "from", "through", "last", "next", "this", "early", "late", "mid",
     "before", "after"}
)  # fmt: skip
_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_PLANNED = frozenset({"plan", "expect", "schedule", "intend", "due", "set", "aim"})


def _run(article: Article, parse: Parse, _reading: Reading, _models: Models) -> tuple[Time, ...]:
    day = publication_day(article)
    found = []
    for paragraph in parse.paragraphs:
        at = {token.idx: token for token in paragraph.doc}
        for expression in expressions(paragraph.view.text):
            token = at.get(expression.start) or _token_at(paragraph, expression.start)
            if token is None or not _is_time(expression, token, paragraph):
                continue
            resolved = resolve(expression, Anchor(day, _tense(token)))
            if resolved:
                span = paragraph.span(expression.start, expression.end)
                found.append(Time(span, resolved.type, resolved.value, resolved.mod, resolved.basis))
    return tuple(found)


def publication_day(article: Article) -> date | None:
    """The day of publication, where it is known to the day."""
    value = article.published.value
    if value is None or not re.match(r"\d{4}-\d\d-\d\d", value):
        return None
    return date.fromisoformat(value[:10])


def _token_at(paragraph: Paragraph, offset: int) -> "Token | None":
    chars = paragraph.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return chars[0] if chars is not None and len(chars) else None


def _is_time(found: Expression, token: "Token", paragraph: Paragraph) -> bool:
    """Look-alikes: the verb "may" and "march", people named April or May, bare numbers that are no years."""
    text = paragraph.view.text
    if found.form == "bare_month" and not found["mod"]:
        return _is_month(token)
    if found.form == "year":
        return _is_year(found, token, text)
    if found.form == "rate":
        return _is_rate(found, token)
    if found.form == "duration" and found["age"]:
        return False
    return not (found.form == "season" and found["season"] in ("spring", "fall") and token.pos_ == "VERB")


def _is_month(token: "Token") -> bool:
    word = token.lower_.strip(".")
    if token.pos_ in ("VERB", "AUX"):
        return False
    before = token.nbor(-1).lower_ if token.i > token.doc[0].i else ""
    if word in ("may", "march", "april", "june", "august"):
        if token.ent_type_ not in ("DATE", ""):
            return False
        return before in _BEFORE_MONTH and token.pos_ == "PROPN"
    return len(word) > 3 or before in _BEFORE_MONTH


def _is_year(found: Expression, token: "Token", text: str) -> bool:
    """Four digits are a year unless they count something ("1984 people") or are an address or a model."""
    if found["fiscal"] or found["mod"]:
        return True
    after = text[found.end : found.end + 2]
    before = text[max(0, found.start - 2) : found.start]
    if after.startswith(("%", "°")) or before.endswith(("$", "€", "£", "#", "-")):
        return False
    year = next((t for t in (token, *token.doc[token.i + 1 : token.i + 3]) if t.text == found["y"]), token)
    if year.ent_type_ == "DATE" or year.dep_ in ("pobj", "npadvmod", "appos"):
        return True
    return year.dep_ not in ("nummod", "quantmod") or year.head.lower_ in ("season", "election", "campaign", "census")


def _is_rate(found: Expression, token: "Token") -> bool:
    """ "Three times a year", "$5 a day" give a rate; "a year" alone is a length of time all the same."""
    return token.lower_ in ("a", "an", "per") and found["unit"] not in ("second", "minute")


def _tense(token: "Token") -> Tense:
    """The tense of the clause around a token, from its verb's tag and helpers."""
    at = token
    while at.pos_ not in ("VERB", "AUX") and at.head.i != at.i:
        at = at.head
    helpers = {child.lower_ for child in at.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _FUTURE or at.lemma_.lower() in _PLANNED:
        return "future"
    if at.tag_ in ("VBD", "VBN") or helpers & {"had", "was", "were", "has", "have", "did"}:
        return "past"
    return "present"


READER = Reader("times", "1", (), "times", _run)
