"""Figures that are no amounts: they name, dial, number or point, or they are pronouns."""

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from conspectus.read.amounts.vocabulary import CASUALTIES, PREPOSITIONS
from conspectus.read.numbers import number
from conspectus.read.scan import Expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_NUMBERED = frozenset(
    {"p", "pp",
     "no", "nos", "number", "section", "sections", "sec", "article", "articles", "art", "chapter", "page", "pages",
     "room", "route", "highway", "interstate", "flight", "gate", "channel", "proposition", "amendment", "title", "rule",
     "case", "bill", "level", "phase", "type", "class", "part", "figure", "table", "line", "platform", "pier", "dock",
     "hangar", "unit", "apollo", "group", "suite", "apt", "apartment", "box", "extension", "ext", "volume", "vol",
     "paragraph", "act", "scene", "episode", "version", "model", "lot", "ward", "district", "precinct", "formula",
     "verse", "exit", "track", "psalm", "ticket", "resolution", "§", "tel", "phone", "code", "isbn"}
)  # fmt: skip
"""Nouns that a number behind them names: "Section 230" is no amount."""
_VOTES = frozenset(
    {"vote", "pass", "approve", "reject", "defeat", "win", "lose", "beat", "lead", "score", "ruling", "rule",
     "decision", "tally", "majority", "override", "confirm", "victory", "loss", "margin", "split"}
)  # fmt: skip
_WEIGHED = frozenset({"weigh", "gain", "lift", "carry", "catch", "eat", "seize", "haul", "weight"})
_FATE = 4
"""Tokens behind "one" that may say what happened to that one."""
_NEAR = 40
"""Tokens on either side that count as the sentence of a score."""


@cache
def _not_amounts() -> re.Pattern[str]:
    """Made on first use, as the grammars are."""
    return re.compile(
        r"(?<![\w+])(?:\+\d[\d ()-]{5,24}\d"  # international telephone numbers
        r"|\(\d{2,5}\) ?\d[\d -]{3,14}\d|\d{3,4}-\d{4}|\d{1,5}(?:[ -]\d{2,5}){2,5}(?![\d,.]\d))(?!\w)"  # local ones
        r"|\b(?:\d{1,5}[A-Za-z]?|[A-Z][a-z]+) (?:[A-Z][\w'.]+ ){1,3}"  # a house number
        r"(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Lane|Drive|Boulevard|Blvd|Square|Way|Court|Terrace|Row|Highway)\b"
        r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"  # days of one month
        r" \d{1,2}(?:, \d{1,2}){0,8},? (?:and|or) \d{1,2}\b"
        r"|\b(?i:half|quarter) (?:past|to) \w+"  # by the clock
        r"|\b\d{4} (?:GMT|UTC)\b"
        r"|\b(?:\d{1,3}|[A-Za-z]+)-(?:month|week|day)s?-olds?\b|\b\d-[A-Z]\b"
        r"|§+ ?\d+[\w.()]*(?:(?:,? (?:and |or |to )?|[–-])\d+[\w.()]*){1,9}"  # what is numbered, in a list
        r"|\b(?i:sections?|articles?|chapters?|pages?|rooms?|gates?|routes?|nos?\.) \d+"
        r"(?:(?:,? (?:and |or |to )?|[–-])\d+){1,9}"
        r"|\bhttps?://\S{1,300}|\bwww\.\S{1,300}"
    )


class Masked:
    """The stretches of a text whose digits are no amounts, to be asked by offset."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _not_amounts().finditer(text)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def covers(self, start: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and start < self._ends[at]


def is_amount(found: Expression, tokens: "TokenSpan") -> bool:
    """Whether the parse around an expression lets it be an amount."""
    if found.form in ("count", "range"):
        return _is_count(found, tokens)
    if found.form == "score":
        return _speaks_of(tokens, _VOTES) and (not found["to"] or _is_outcome(found, tokens))
    if found.form == "ordinal":
        return _ranks(tokens[-1])
    if found.form == "pounds":
        sure = re.search(r"illion|housand|sterling|\dm|bn", found["n"] + found["n2"] + found["pound"])
        return bool(sure) or tokens[0].doc.text[found.at("pound") - 1] == "-" or _speaks_of(tokens, _WEIGHED)
    if found.form == "money" and found["money"] == "won":
        return bool(tokens[-1].pos_ in ("NOUN", "PROPN"))
    return _is_age(found, tokens)


def _is_count(found: Expression, tokens: "TokenSpan") -> bool:
    first, doc = tokens[0], tokens.doc
    before = doc[first.i - 1] if first.i else None
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if found["n"] in ("one", "a", "an"):
        counts = after is not None and after.pos_ in ("NOUN", "ADJ", "PROPN", "NUM")
        bound = found["bound"] and found["bound"] not in PREPOSITIONS
        return bool(counts and (bound or (found["n"] == "one" and _tells_fate(tokens))))
    if re.search(r"\d[kmb]$", found["n"]):
        # "5m" may be metres, "10k" a race: only before what they count are they millions and thousands.
        return after is not None and after.tag_ in ("NNS", "NNPS")
    return found["bound"] != "" or before is None or not _names(before, tokens)


def _tells_fate(tokens: "TokenSpan") -> bool:
    """ "One person was killed", "one arrest": what happened to people is counted from one on."""
    behind = tokens.doc[tokens.end : tokens.end + _FATE]
    return any((token.lower_ in CASUALTIES and token.tag_ != "VBD") or token.lower_ == "died" for token in behind)


def _names(before: "Token", tokens: "TokenSpan") -> bool:
    """A number right behind a name or a numbered noun, and not in front of what it would count."""
    if before.text == "." and before.i:
        if tokens[0].is_sent_start and tokens[0].is_title:
            return False  # "… over the phone. Nine others were hurt."
        before = before.nbor(-1)
    if before.lower_.rstrip(".") in _NUMBERED or (before.lemma_.lower() == "dial" and tokens[-1].is_digit):
        return True
    number = tokens[-1]
    counts = number.dep_ == "nummod" and number.head.i > number.i
    one_name = before.dep_ == "compound" and before.head.i == number.head.i
    named = before.pos_ == "PROPN" and before.whitespace_ != "" and number.like_num and not number.is_alpha
    return bool(named and (not counts or one_name))


def _speaks_of(tokens: "TokenSpan", lemmas: frozenset[str]) -> bool:
    """Whether the words around, at most the sentence, are about something."""
    first, doc = tokens[0], tokens.doc
    start, end = first.i, tokens.end
    while start > 0 and first.i - start < _NEAR and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and end - tokens.end < _NEAR and not doc[end].is_sent_start:
        end += 1
    return any(token.lemma_.lower() in lemmas for token in doc[start:end])


def _is_outcome(found: Expression, tokens: "TokenSpan") -> bool:
    """ "By six to three": the winners first, and no figure for something behind it ("two to three votes")."""
    first, second = number(found["n"]), number(found["n2"])
    behind = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    counts = behind is not None and behind.tag_ == "NNS"
    return first is not None and second is not None and first > second and not counts


def _ranks(last: "Token") -> bool:
    """ "The second term" ranks; "second" that stands for itself, or for a part of a minute, need not."""
    return bool(last.dep_ in ("amod", "nummod", "compound") and last.head.i > last.i and last.head.pos_ != "VERB")


def _is_age(found: Expression, tokens: "TokenSpan") -> bool:
    first, doc = tokens[0], tokens.doc
    before = doc[first.i - 1] if first.i else None
    if found.form == "age_apposed":
        return before is not None and first.i >= 2 and doc[first.i - 2].pos_ in ("PROPN", "NOUN")
    if found.form == "age_stated":
        verb = before.head if before is not None and before.lower_ == "at" else before
        subjects = [] if verb is None else [c for c in verb.children if c.dep_ == "nsubj"]
        meant = [*subjects, *(named for c in subjects for named in c.children if named.dep_ == "appos")]
        return any(c.ent_type_ == "PERSON" or c.lower_ in ("he", "she", "who") for c in meant)
    return True
