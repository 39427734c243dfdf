"""Quotation marks around what nobody says: titles of works, names, words that are only mentioned.

They are told by the way they are written and by the words beside them; a quotation of five words or more is kept as
one without a speaker, a shorter one makes no attribution.
"""

import re
from collections.abc import Iterable

from conspectus.model import Article, Quotation, Span
from conspectus.read.attributions.draft import Parts

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONG = 4
_NAMING = re.compile(r"\b(?:known|called|named|renamed|titled|entitled|nicknamed|dubbed|billed)\b", re.IGNORECASE)
_TAKING = frozenset((
    "read", "reads", "reading", "write", "writes", "wrote", "written", "writing", "see", "saw", "seen", "watch",
    "watches", "watched", "watching", "hear", "hears", "heard", "play", "plays", "played", "playing", "sing",
    "sings", "sang", "sung", "singing", "perform", "performed", "performing", "publish", "publishes",
    "published", "direct", "directed", "record", "recorded",
))  # fmt: skip
"""Verbs that take a work: "had to read 'The Long River'"."""
_MENTIONED = re.compile(
    r"\b(?:words?|terms?|phrases?|expressions?|names?|titles?|nicknames?|so-called)\s+(?:of\s+)?$", re.IGNORECASE
)
_BEFORE = 24
"""Code points before a quotation in which the word that mentions it stands."""


def is_title(words: str) -> bool:
    """True for words set like the title of a work: three or more, every longer one with a capital, not all capitals."""
    found = _WORD.findall(words)
    longer = [word for word in found if len(word) >= _LONG]
    if len(found) < 3 or len(longer) < 2 or words.isupper():
        return False
    return all(word[0].isupper() for word in (*longer, found[-1]))


def only_names(article: Article, quotations: Iterable[Quotation], saying: Parts) -> bool:
    """True for a saying of nobody whose quotation marks set off a name or a mentioned word: "known as 'the Fox'".

    ``quotations`` are those that touch the saying's content.
    """
    if saying.source:
        return False
    marks = [one for one in quotations if any(one.span.overlaps(span) for span in saying.content)]
    if not marks:
        return False
    cue = " ".join(article.words(span) for span in saying.cue)
    return bool(_NAMING.search(cue)) or all(_mentioned(article, one.span) for one in marks)


def takes_a_work(article: Article, saying: Parts) -> bool:
    """True when the cue is a verb for reading, making or seeing a work."""
    return any(word.lower() in _TAKING for span in saying.cue for word in _WORD.findall(article.words(span)))


def _mentioned(article: Article, quoted: Span) -> bool:
    text = article.part(quoted.part)
    return bool(_MENTIONED.search(text[max(0, quoted.start - _BEFORE) : quoted.start]))
