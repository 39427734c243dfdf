"""Which names are outlets, and which of them is the one that publishes the article itself."""

from conspectus.model import Article, Reading, Span
from conspectus.text.outlets import is_outlet, same_outlet

_BODIES = frozenset(("ORG", "WORK_OF_ART", "PRODUCT", "FAC", "LOC", "GPE", ""))


def outlet_at(reading: Reading, span: Span) -> Span | None:
    """The name of an outlet that ``span`` (a noun phrase) consists of, or None."""
    words = reading.article.words(span)
    found = [name for name in reading.names if span.contains(name.span) and name.label in _BODIES]
    for name in found:
        if is_outlet(reading.article.words(name.span)):
            return name.span
    return span if is_outlet(words) and words[:1].isupper() | words.lower().startswith("the ") else None


def is_own(article: Article, words: str) -> bool:
    """True when an outlet's name is that of the article's own outlet, in full, in part, run together or in initials."""
    return same_outlet(article.outlet.value or "", words)
