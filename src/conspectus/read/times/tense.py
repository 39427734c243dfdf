"""Whether the clause around a time expression looks back or ahead."""

import re
from typing import TYPE_CHECKING

from conspectus.read.times.anchor import Tense

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_PLANNED = frozenset(
    {"plan", "expect", "schedule", "intend", "due", "set", "aim", "hope", "slate", "prepare", "ready", "want", "vow",
     "promise", "likely", "deadline", "poised"}
)  # fmt: skip
_PAST_HELPERS = frozenset({"had", "was", "were", "has", "have", "did", "been", "'d", "'ve"})
_UNTIL = re.compile(
    r"\b(?:until|till|as (?:soon|early) as|due|(?:planned|scheduled|set) for|expected)"
    r"(?: \d\d?(?::\d\d)?(?: [ap]\.?m\.?)?(?: [A-Z]{2,4})?)?(?: on| in)?\s$"
)

_ESTIMATES = frozenset({"forecast", "estimate", "estimated", "projection", "projected", "prediction", "predicted"})
"""Right before "in June": what was estimated then is compared with what is known now."""
_SINCE = re.compile(r"\b(?:since|dat(?:e|es|ed|ing)(?: back)? (?:to|from))(?: early| late| last)?\s$")


def tense(token: "Token", before: str) -> Tense:
    """The tense of the clause around a token, from its verb's tag and helpers and the words before it.

    A date that hangs on a noun behind "to" ("a plan to hold the vote in June") says little of its time: "present".
    """
    if _UNTIL.search(before):
        return "future"
    if _SINCE.search(before) or _is_estimated(before):
        return "past"
    at, noun = token, False
    while at.pos_ not in ("VERB", "AUX") and at.head.i != at.i:
        at = at.head
        noun = noun or at.pos_ in ("NOUN", "PROPN")
    if at.tag_ == "VBG" and at.dep_ == "pcomp":
        at = _above(at)  # "Convicted of lying to agents in January"
    helpers = _helpers(at)
    if helpers & _FUTURE or at.lemma_.lower() in _PLANNED:
        return "future"
    if "to" in helpers and at.head.lemma_ == "be" and at.dep_ == "xcomp":
        return "future"
    if "to" in helpers and at.head.i == at.i:
        return "future"  # a headline: "Minister to leave in May"
    if "to" in helpers:
        return "future" if at.head.lemma_.lower() in _PLANNED else "present" if noun else _of_verb(at.head)
    return _of_verb(at)


def _is_estimated(before: str) -> bool:
    """ "The 0.9 percent forecast in June": past, but for "the next forecast in June"."""
    words = ["", "", *before.lower().split()]
    return words[-1] in ("in", "on") and words[-2] in _ESTIMATES and words[-3] not in ("next", "new")


def _above(token: "Token") -> "Token":
    """The verb that a token hangs on, or itself where there is none."""
    at = token.head
    while at.pos_ not in ("VERB", "AUX") and at.head.i != at.i:
        at = at.head
    return at if at.pos_ in ("VERB", "AUX") else token


def _helpers(verb: "Token") -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def _of_verb(verb: "Token") -> Tense:
    helpers = _helpers(verb)
    if verb.tag_ == "VBG" and helpers & {"was", "were"}:
        return "present"  # "She said that he was leaving in May": before or after
    if verb.tag_ == "VBD" or helpers & _PAST_HELPERS or (verb.tag_ == "VBN" and not helpers):
        return "past"
    return "present"
