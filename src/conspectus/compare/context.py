"""The sentences in which the words of a finding stand."""

from conspectus.model import Reading, Span


def sentences_of(reading: Reading, *spans: Span) -> tuple[Span, ...]:
    """The sentences that overlap one of the spans, in document order."""
    first, last = min([span.start for span in spans], default=0), max([span.end for span in spans], default=0)
    near = [one.span for one in reading.sentences if one.span.start < last and first < one.span.end]
    return tuple(one for one in near if any(one.overlaps(span) for span in spans))
