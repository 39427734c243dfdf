"""Transcripts: paragraphs that a label opens ("Q:", "MAYOR ORLU:", "Dana Orlu:"), each the words of that label.

One label alone may be a heading; from two labelled paragraphs on, an article is read as a transcript there.
"""

import re
from collections.abc import Iterator

from conspectus.model import Article, Span
from conspectus.read.attributions.draft import Parts

_LABEL = re.compile(
    r"(?P<who>Q|A|Question|Answer|QUESTION|ANSWER|[A-Z][A-Z.’'-]+(?:\ [A-Z][A-Z.’'-]+){0,4}"
    r"|(?:[A-Z][\w.’'-]+\ ){1,3}[A-Z][\w’'-]+)(?P<colon>\s?:)\s+(?=\S)"
)
_HEADINGS = frozenset(
    {"READ MORE", "RELATED", "WATCH", "UPDATE", "NOTE", "PHOTOS", "VIDEO", "MORE", "SOURCE", "CORRECTION"}
)


def transcribed(article: Article) -> tuple[Parts, ...]:
    """What a transcript's labels say, in order; nothing where an article has fewer than two such paragraphs."""
    found = tuple(_labelled(article))
    return found if len(found) > 1 else ()


def _labelled(article: Article) -> Iterator[Parts]:
    for block in article.blocks:
        text = article.words(block.span)
        label = _LABEL.match(text) if block.role in ("text", "headline") else None
        if label is None or label["who"].upper() in _HEADINGS:
            continue
        start, part = block.span.start, block.span.part
        who = Span(article.id, part, start, start + label.end("who"))
        colon = Span(article.id, part, start + label.end("colon") - 1, start + label.end("colon"))
        yield Parts((who,), (colon,), (Span(article.id, part, start + label.end(), block.span.end),))
