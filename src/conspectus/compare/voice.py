"""In whose voice words stand: the article's own, or that of the source inside whose words they are."""

from collections.abc import Callable

from conspectus.compare.placed import placed
from conspectus.model import Attribution, Reading, Span, Speaker


def voices_of(reading: Reading) -> Callable[[Span], tuple[Span, ...] | None]:
    """For spans of an article the words that name whose words they are: None for the article's own, () where nobody is
    named.

    The fullest name the article has for the source, or its source as printed.
    """
    pieces = placed((piece, (piece, one)) for one in reading.attributions for piece in one.content)
    speakers = {one.source: one for one in reversed(reading.speakers)}
    inners = placed((one.inner, one.inner) for one in reading.quotations)

    def voice_of(span: Span) -> tuple[Span, ...] | None:
        # The innermost attribution whose content holds the span.
        around = [one for piece, one in pieces.touching(span) if piece.contains(span)]
        held: Attribution | None = min(around, key=lambda one: (sum(map(len, one.content)), one.id), default=None)
        if held is None:
            quoted = any(inner.contains(span) and inner != span for inner in inners.touching(span))
            return () if quoted else None
        return _fullest(speakers.get(held.source), held.source)

    return voice_of


def named(reading: Reading, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """The fullest names of whom a source stands for, or the source itself."""
    return _fullest(next((one for one in reading.speakers if one.source == source), None), source)


def _fullest(speaker: Speaker | None, source: tuple[Span, ...]) -> tuple[Span, ...]:
    return speaker.names if speaker and speaker.names else source
