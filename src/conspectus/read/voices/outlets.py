"""Which names are outlets, and which of them is the one that publishes the article itself."""

import re

from conspectus.model import Article, Reading, Span
from conspectus.read.voices.vocabulary import OUTLET_NAME, OUTLET_WORDS, OUTLETS

_WORD = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*")
_BODIES = frozenset(("ORG", "WORK_OF_ART", "PRODUCT", "FAC", "LOC", "GPE", ""))


def outlet_at(reading: Reading, span: Span) -> Span | None:
    """The name of an outlet that ``span`` (a noun phrase) consists of, or None."""
    words = reading.article.words(span)
    found = [name for name in reading.names if span.contains(name.span) and name.label in _BODIES]
    for name in found:
        if is_outlet(reading.article.words(name.span)):
            return name.span
    return span if is_outlet(words) and words[:1].isupper() | words.lower().startswith("the ") else None


def is_outlet(words: str) -> bool:
    """True for a name whose last word is an outlet's ("Hessel Chronicle"), or that is known as one."""
    if OUTLET_NAME.search(words):
        return True
    tokens = [token for token in _WORD.findall(words) if token.lower() not in ("the", "a", "an")]
    if not tokens or not all(token[:1].isupper() or token[:1].isdigit() for token in tokens):
        return False
    return tokens[-1].lower() in OUTLET_WORDS or any(token.lower() in OUTLETS for token in tokens)


def is_own(article: Article, words: str) -> bool:
    """True when an outlet's name is that of the article's own outlet, in full, in part, run together or in initials."""
    own, named = _tokens(article.outlet.value or ""), _tokens(words)
    if not own or not named:
        return False
    short = len(named) == 1 and len(own) > 1 and named[0].startswith(own[0][:3]) and named[0].endswith(own[-1])
    initials = ["".join(word[0] for word in own)] == named
    return set(named) <= set(own) or set(own) <= set(named) or short or initials


def _tokens(words: str) -> list[str]:
    return [word.lower().replace(".", "") for word in _WORD.findall(words) if word.lower() not in ("the", "s")]
