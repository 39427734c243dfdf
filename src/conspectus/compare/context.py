"""The sentences in which the words of a finding stand."""

from conspectus.model import Reading, Span


def sentences_of(reading: Reading, *spans: Span) -> tuple[Span, ...]:
    """The sentences that overlap one of the spans, in document order."""
    return tuple(s.span for s in reading.sentences if any(s.span.overlaps(span) for span in spans))
