"""In whose voice words stand: the article's own, or that of the source inside whose words they are."""

from conspectus.model import Attribution, Reading, Span


def holder(reading: Reading, span: Span) -> Attribution | None:
    """The innermost attribution whose content holds a span; None where the article itself speaks."""
    around = [one for one in reading.attributions if any(piece.contains(span) for piece in one.content)]
    return min(around, key=lambda one: (sum(map(len, one.content)), one.id), default=None)


def voice_of(reading: Reading, span: Span) -> tuple[Span, ...] | None:
    """The words that name whose words ``span`` is: None for the article's own, () where nobody is named.

    The fullest name the article has for the source, or its source as printed.
    """
    held = holder(reading, span)
    if held is None:
        quoted = any(one.inner.contains(span) and one.inner != span for one in reading.quotations)
        return () if quoted else None
    return named(reading, held.source)


def named(reading: Reading, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """The fullest names of whom a source stands for, or the source itself."""
    speaker = next((one for one in reading.speakers if one.source == source), None)
    return speaker.names if speaker and speaker.names else source
