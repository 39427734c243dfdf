"""Words and figures that look like times and are none: verbs, names, newspapers, counts, ages."""

import re
from typing import TYPE_CHECKING

from conspectus.read.numbers import number
from conspectus.read.scan import Expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_BEFORE_MONTH = frozenset(
    {"in", "since", "until", "till", "by", "during", "from", "through", "last", "next", "this", "early", "late", "mid",
     "before", "after", "between", "of", "for", "to"}
)  # fmt: skip
_AMBIGUOUS = frozenset({"may", "march", "april", "june", "august", "jan"})
_SPEED = re.compile(r"(?:miles?|met(?:er|re)s?|km|knots?|feet)\s$")
_ADDRESS = re.compile(
    r" (?:[A-Z][\w'.]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Square|Way|Court)\b"
)
_NUMBERED = re.compile(
    r"\b(?:Flight|Boeing|Airbus|Room|Route|Highway|Section|Article|No\.?|Number|Model|Apartment|Bill|Case|Unit|Gate)"
    r" $"
)
_RATIO = re.compile(r"\b(?:ratio|odds|scored?|verse|chapter)\b[^.;]{0,20}$")
_YEARLY = frozenset({"season", "election", "campaign", "census", "edition"})
_LASTING = frozenset(
    {"last", "take", "spend", "wait", "be", "stay", "remain", "live", "serve", "run", "need", "require", "work", "for",
     "continue", "endure", "hold", "keep", "stand", "span", "cover", "than", "sit", "lie", "hour"}
)  # fmt: skip
"""Words behind which "over two years" says how long."""
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC"})


def is_time(found: Expression, tokens: "TokenSpan", text: str) -> bool:
    """Whether an expression is a time here, as the parse and the characters around it tell."""
    if found.form == "bare_month" and not found["mod"]:
        return _is_month(tokens[0])
    if found.form == "year":
        return _is_year(found, tokens, text)
    if found.form == "clock" and found["clock"].replace(":", "").isdigit():
        return not _RATIO.search(text[max(0, found.start - 30) : found.start])
    if found.form == "rate":
        if tokens[-1].dep_ in ("compound", "amod") and tokens[-1].head.i > tokens[-1].i:
            return False
        return not _SPEED.search(text[max(0, found.start - 12) : found.start])
    if found.form in ("duration", "relative"):
        return _is_length(found, tokens, text)
    if found.form in ("set", "today", "weekday"):
        return not _in_name(found, tokens)
    return not (found.form == "season" and found["season"] in ("spring", "fall") and tokens[-1].pos_ == "VERB")


def _is_length(found: Expression, tokens: "TokenSpan", text: str) -> bool:
    """ "A second man" and "a quarter of all" count no time; nor does an age, nor the speed of so much an hour."""
    last = tokens[-1]
    if found["age"] or _SPEED.search(text[max(0, found.start - 12) : found.start]):
        return False
    if found["unit"].startswith("quarter") and (_is_share(found, text) or _by_the_clock(found, text)):
        return False
    return not (found["unit"] == "second" and (last.pos_ == "ADJ" or (last.dep_ == "amod" and last.head.i > last.i)))


def in_the_course(found: Expression, tokens: "TokenSpan") -> bool:
    """ "Cut over two years": within them; what lasts "over two years" does so for more than two."""
    if found.form != "duration" or found["mod"].strip() != "over":
        return False
    first = tokens[0]
    before = first.nbor(-1) if first.i > first.sent.start else None
    return before is not None and before.lemma_.lower() not in _LASTING and before.pos_ not in ("ADP", "DET", "ADV")


def _by_the_clock(found: Expression, text: str) -> bool:
    """ "A quarter to three"."""
    words = text[found.end : found.end + 16].split()[:2]
    return len(words) > 1 and words[0] in ("to", "past") and number(words[1].strip(".,")) is not None


def _is_share(found: Expression, text: str) -> bool:
    """ "A quarter of all", "a quarter-point rise", "rose by almost a quarter": a fourth part, and no three months."""
    after, before = text[found.end : found.end + 7], text[max(0, found.start - 3) : found.start]
    one = found["unit"] == "quarter" and found["n"] in ("a", "")
    return after.startswith((" of ", "-point", " point")) or (one and bool(found["mod"] or before == "by "))


def _in_name(found: Expression, tokens: "TokenSpan") -> bool:
    """ "The Velmora Daily News", "Harbour Today": a capital beside another capitalised word that is no day."""
    first, last = tokens[0], tokens[-1]
    if not first.text[:1].isupper():
        return False
    doc = tokens.doc
    before = doc[first.i - 1] if first.i > first.sent.start else None
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if found.form == "weekday":
        return first.ent_type_ in _NAMES and after is not None and after.ent_type_ == first.ent_type_
    if found.form == "today" and before is None:
        return False
    beside = [t for t in (before, after) if t is not None and t.pos_ == "PROPN" and t.text[:1].isupper()]
    return bool(beside) and first.ent_type_ not in ("DATE", "TIME")


def _is_month(token: "Token") -> bool:
    word = token.lower_.strip(".")
    if token.pos_ in ("VERB", "AUX"):
        return False
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    if word in _AMBIGUOUS:
        return token.ent_type_ in ("DATE", "") and before in _BEFORE_MONTH and token.pos_ == "PROPN"
    return len(word) > 3 or before in _BEFORE_MONTH


def _is_year(found: Expression, tokens: "TokenSpan", text: str) -> bool:
    """Four digits are a year unless they count something ("1984 people") or are an address or a model."""
    mod = found["mod"].strip(" -")
    if found["fiscal"] or (mod and mod not in ("about", "around", "at least")):
        return True
    after, before = text[found.end : found.end + 2], text[max(0, found.start - 5) : found.start]
    if after.startswith(("%", "°")) or before.endswith(("$", "€", "£", "#")):
        return False
    if before.endswith("-"):
        return before.lower().endswith(("post-", "pre-", "mid-"))
    if _ADDRESS.match(text, found.end) or _NUMBERED.search(text[max(0, found.start - 12) : found.start]):
        return False
    year = tokens[-1]
    if year.dep_ not in ("nummod", "quantmod") or year.head.lower_ in _YEARLY:
        return True
    if mod or (year.head.tag_ == "NNS" and not _tells_apart(year)):
        return False
    return year.ent_type_ == "DATE" or (year.ent_type_ not in ("CARDINAL", "QUANTITY", "MONEY") and _tells_apart(year))


def _tells_apart(year: "Token") -> bool:
    """ "His 2016 promises", "the 2015 deal", "2016 candidate": what a year tells apart is one, or somebody's."""
    left = [child for child in year.head.children if child.i < year.i and child.dep_ in ("det", "poss")]
    return year.head.tag_ in ("NN", "NNP") or bool(left)
