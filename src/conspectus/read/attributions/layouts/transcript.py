"""Transcripts: paragraphs that a label opens ("Q:", "MAYOR ORLU:", "Dana Orlu, mayor:"), each the words of that label.

One label alone may be a heading; from two labelled paragraphs on, an article is read as a transcript there. So may
be two ("Next Steps:", "Key Facts:"), unless they stand in a row, one comes again or the parser sees a name in it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model import Article, Span
from conspectus.read.attributions.draft import Parts
from conspectus.read.parse import Paragraph, Parse

LABEL = re.compile(
    r"(?:[-*•–]\s+)?(?:(?P<letter>[QA])(?P<mark>\s?[:.])"
    r"|(?P<who>Question|Answer|QUESTION|ANSWER|[A-Z][A-Z.’'-]+(?:\ [A-Z][A-Z.’'-]+){0,4}"
    r"|(?:[A-Z][\w.’'-]+\ ){1,3}[A-Z][\w’'-]+(?:,\ [\w\ ’'-]{2,60})?)(?P<colon>\s?:))\s+(?=\S)"
)
"""A label at the beginning of a paragraph, by its words: "Q." or "Q:" (letter, mark), or a name (who, colon)."""
_HEADINGS = frozenset(
    {"READ MORE", "RELATED", "WATCH", "UPDATE", "NOTE", "PHOTOS", "VIDEO", "MORE", "SOURCE", "CORRECTION"}
)
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A labelled paragraph: its place among the paragraphs, the label's words, and what it says."""

    at: int
    label: str
    said: Parts
    sure: bool


def transcribed(article: Article, parse: Parse) -> tuple[Parts, ...]:
    """What a transcript's labels say, in order; nothing where an article has fewer than two such paragraphs."""
    found = list(_labelled(article, parse))
    if {"Q.", "A."} - {one.label for one in found}:
        # "A." alone is an initial or an item of a list.
        found = [one for one in found if one.label not in ("Q.", "A.")]
    times = Counter(one.label for one in found)
    places = {one.at for one in found}
    kept = [one.said for one in found if one.sure or times[one.label] > 1 or places & {one.at - 1, one.at + 1}]
    return tuple(kept) if len(kept) > 1 else ()


def _labelled(article: Article, parse: Parse) -> Iterator[_Labelled]:
    for at, paragraph in enumerate(parse.paragraphs):
        block = paragraph.block
        label = LABEL.match(article.words(block.span)) if block.role in ("text", "headline") else None
        if label is None:
            continue
        group, mark = ("letter", "mark") if label["letter"] else ("who", "colon")
        words = label[group] if group == "who" else label[group] + label[mark].strip()
        if words.upper() in _HEADINGS:
            continue
        start, part = block.span.start, block.span.part
        who = Span(article.id, part, start + label.start(group), start + label.end(group))
        colon = Span(article.id, part, start + label.end(mark) - 1, start + label.end(mark))
        said = Parts((who,), (colon,), (Span(article.id, part, start + label.end(), block.span.end),))
        yield _Labelled(at, words, said, group == "letter" or _is_named(paragraph, who))


def _is_named(paragraph: Paragraph, who: Span) -> bool:
    """True where the parser sees a name in the label."""
    before = (entity for entity in paragraph.doc.ents if entity.start_char <= who.end - paragraph.block.span.start)
    return any(paragraph.span_of(one).overlaps(who) for one in before if one.label_ in _NAMES)
