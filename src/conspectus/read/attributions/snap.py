"""Contents snapped to quotation marks: a mark goes with the words it encloses, and none stands alone."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set

from conspectus.model import Article, Quotation, Span

_WORDY = re.compile(r"\w")


def snapped(article: Article, quotations: Sequence[Quotation], content: Iterable[Span]) -> tuple[Span, ...]:
    """The pieces of a content, each with the marks of the quotations it fills; pieces without a word are dropped.

    ``quotations`` are the outer ones in document order. Pieces that have more than half of a quotation have it all.
    """
    spans = list(content)
    near = {quotation.span: quotation for span in spans for quotation in _near(quotations, span)}
    whole = {mark for mark, one in near.items() if 2 * sum(_common(span, one.inner) for span in spans) > len(one.inner)}
    pieces = [piece for span in spans for piece in _snap(article, quotations, span, whole)]
    return tuple(_joined(article, pieces))


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one.part == other.part else 0


def without(span: Span, others: Sequence[Span]) -> Iterator[Span]:
    """What is left of a span where ``others``, in document order, are taken away."""
    start = span.start
    for other in others:
        if other.overlaps(span):
            if start < other.start:
                yield Span(span.article, span.part, start, other.start)
            start = max(start, other.end)
    if start < span.end:
        yield Span(span.article, span.part, start, span.end)


def _snap(article: Article, quotations: Sequence[Quotation], span: Span, whole: Set[Span]) -> Iterator[Span]:
    start, end = span.start, span.end
    for quotation in _near(quotations, span):
        mark, inner = quotation.span, quotation.inner
        if min(end, inner.end) <= max(start, inner.start):
            # A lone mark at the edge belongs to words that are not here.
            if mark.start < start < mark.end and inner.end <= start:
                start = min(mark.end, end)
            if mark.start < end <= inner.start:
                end = max(mark.start, start)
        elif mark in whole:
            start, end = min(start, mark.start), max(end, mark.end)
    found = Span(span.article, span.part, *_trimmed(article.part(span.part), start, end))
    if _WORDY.search(article.words(found)):
        yield found


def _near(quotations: Sequence[Quotation], span: Span) -> Iterator[Quotation]:
    """The quotations that touch a span; outer quotations never overlap, so only a run of them can."""
    at = bisect_right(
        quotations, (span.part != "title", span.start), key=lambda q: (q.span.part != "title", q.span.start)
    )
    for quotation in quotations[max(0, at - 1) :]:
        if quotation.span.overlaps(span):
            yield quotation
        elif (quotation.span.part != "title", quotation.span.start) >= (span.part != "title", span.end):
            return


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _joined(article: Article, pieces: Iterable[Span]) -> Iterator[Span]:
    """Pieces in order; those that overlap or have only white space between them are one."""
    last: Span | None = None
    for piece in sorted(pieces, key=lambda s: (s.part != "title", s.start)):
        if (
            last is not None
            and last.part == piece.part
            and not article.part(piece.part)[last.end : piece.start].strip()
        ):
            last = Span(last.article, last.part, last.start, max(last.end, piece.end))
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
