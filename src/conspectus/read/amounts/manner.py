"""How an amount is told: as a rate ("300 a day"), or as how much something changed ("rose by 12")."""

import re
from functools import cache
from typing import TYPE_CHECKING

from conspectus.read.amounts.vocabulary import CHANGES, CHANGING, PERIODS

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_LOOSE_ENDS = frozenset({"dobj", "obj", "npadvmod", "advmod", "attr", "acomp", "ccomp", "nmod", "pobj", "dep"})


_NO_RATE = "ago|earlier|later|before|after|from|old|prior|previously|and a half|or"
"""What makes of "a year" a time or a length of its own."""


@cache
def _rate() -> re.Pattern[str]:
    words = "|".join(sorted(PERIODS))
    told = rf"(?:a|an|per|each|every) (?P<unit>{words})\b(?! (?:{_NO_RATE})\b)"
    return re.compile(rf",? ?(?:{told}|(?P<often>hourly|daily|weekly|monthly|yearly|annually)\b)")


def rate(text: str, end: int) -> str | None:
    """The length of time that an amount is told for, as a TIMEX3 duration, from the words right behind it."""
    found = _rate().match(text, end)
    if found is None:
        return None
    return PERIODS[found["unit"]] if found["unit"] else _OFTEN[found["often"]]


_OFTEN = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y"}


def is_change(tokens: "TokenSpan") -> bool:
    """Whether an amount says by how much something changed, and not how much there is."""
    first = tokens[0]
    before = first.nbor(-1).lower_ if first.i and first.nbor(-1).dep_ != "prt" else ""
    if before in ("up", "down") and (
        first.i < 2 or first.nbor(-2).lower_ not in ("made", "make", "makes", "sign", "give")
    ):
        return not (tokens.end < len(tokens.doc) and tokens.doc[tokens.end].lower_ == "to")
    at = tokens.root
    while at.dep_ in ("nummod", "quantmod", "compound", "amod") and at.head.i != at.i:
        at = at.head
        if at.lemma_.lower() in CHANGES and at.i >= tokens.end:
            return True  # "a 12 percent rise"
    if at.dep_ == "pobj":
        return _behind(at.head)
    # "Rose 12 percent", and no "cut 12 jobs": only what changes of itself.
    return at.dep_ in _LOOSE_ENDS and at.head.lemma_.lower() in CHANGING and at.i > at.head.i


def _behind(preposition: "Token") -> bool:
    """ "Rose by 12", "an increase of 12"."""
    over = preposition.head.lemma_.lower()
    if preposition.lower_ == "by":
        return over in CHANGING or over in CHANGES
    return preposition.lower_ == "of" and over in CHANGES
