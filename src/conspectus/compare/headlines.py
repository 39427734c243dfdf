"""A quotation of the headline that the body does not print in these words."""

from collections.abc import Iterator, Sequence

from conspectus.compare.sources import Source, may_be_one, source_of
from conspectus.compare.words import stem, words
from conspectus.model import Quotation, Reading, Span

_LEAST = 2
"""So many words of meaning a headline's quotation needs."""
_SHOWN = 3
"""So many sayings of the body are shown, where several are as near."""

Altered = tuple[Span, tuple[Span, ...]]
"""The words inside the headline's marks, and what the body quotes that is nearest to them."""


def altered(reading: Reading) -> Iterator[Altered]:
    """Every quotation of the headline whose words the body has in another form only.

    Reported is a quotation whose words of meaning all stand in one of the body's, in other forms or another order. One
    that leaves small words out, or that shares less with the body, is passed over.
    """
    above = [block.span for block in reading.article.blocks[:1] if block.role == "headline"]
    headline = [q for q in reading.quotations if q.depth == 0 and _above(q, above)]
    if not headline:
        return
    body = [q for q in reading.quotations if q.depth == 0 and not _above(q, above)]
    rest = Span(reading.article.id, "body", above[0].end if above else 0, len(reading.article.body))
    printed = [word.norm for word in words(reading.article, rest, False) if word.is_content]
    for quotation in headline:
        own = words(reading.article, quotation.inner, True)
        content = [word.norm for word in own if word.is_content]
        if len(content) >= _LEAST and not _in_order(content, printed):
            nearest = _nearest(reading, quotation, content, body)
            if nearest:
                yield quotation.inner, nearest


def _above(quotation: Quotation, headline: Sequence[Span]) -> bool:
    return quotation.span.part == "title" or any(span.contains(quotation.span) for span in headline)


def _in_order(content: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether a stretch of the body has these words in this order, small ones left out of count."""
    size = len(content)
    return any(list(printed[at : at + size]) == list(content) for at in range(len(printed) - size + 1))


def _nearest(
    reading: Reading, quotation: Quotation, content: Sequence[str], body: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The quotations of the body, by whom the headline may mean, that have all of its words of meaning."""
    asked, speaker = {stem(norm) for norm in content}, _source(reading, quotation)
    found = (
        one.inner
        for one in body
        if asked <= {stem(word.norm) for word in words(reading.article, one.inner, True)}
        and may_be_one(speaker, _source(reading, one))
    )
    return tuple(sorted(found)[:_SHOWN])


def _source(reading: Reading, quotation: Quotation) -> Source | None:
    """Whom the article credits with a quotation."""
    over = [a for a in reading.attributions if a.source and any(c.overlaps(quotation.inner) for c in a.content)]
    inner = min(over, key=lambda a: (sum(len(c) for c in a.content), a.id), default=None)
    return source_of(reading, inner) if inner else None
