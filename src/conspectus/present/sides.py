"""What stands beside the words of a side: its value, whose they are, whether in quotation marks, which are loaded."""

from collections.abc import Iterable, Iterator

from conspectus.model import Comparison, Finding, Side, Span
from conspectus.present.values import in_words

_PERHAPS = 2
"""Sayings shown in the row of an accusation that only perhaps answer it."""


def in_row(finding: Finding) -> tuple[Side, ...]:
    """The sides that the row of a finding shows; its evidence has all, those that only perhaps answer included."""
    beyond = [side for side in finding.sides if perhaps_answers(finding, side)][_PERHAPS:]
    return tuple(side for side in finding.sides if side not in beyond)


def perhaps_answers(finding: Finding, side: Side) -> bool:
    """Whether a side of an accusation is said elsewhere, so that nobody can tell if it is meant as an answer."""
    return finding.kind == "allegation" and side.value == "elsewhere"


def beside(comparison: Comparison, finding: Finding, side: Side) -> str:
    """The value and what else is known of the words of a side, in one line; "" for nothing."""
    return ", ".join(_beside(comparison, finding, side))


def _beside(comparison: Comparison, finding: Finding, side: Side) -> Iterator[str]:
    if side.value:
        yield in_words(side.value)
    if side.voice is not None:
        yield f"said by {_printed(comparison, side.voice)}" if side.voice else "said by somebody not named"
    elif finding.kind == "allegation":
        yield "in the article’s own words"
    if finding.kind == "quote" and not _in_marks(comparison, side):
        yield "without quotation marks"
    if side.loaded:
        yield f"loaded: {_printed(comparison, side.loaded)}"


def _in_marks(comparison: Comparison, side: Side) -> bool:
    """Whether any of the words stand inside quotation marks, a headline's or a block's included."""
    reading = next(one for one in comparison.readings if one.article.id == side.article)
    return any(quotation.span.overlaps(span) for quotation in reading.quotations for span in side.spans)


def _printed(comparison: Comparison, spans: Iterable[Span]) -> str:
    articles = {article.id: article for article in comparison.articles}
    return ", ".join(articles[span.article].words(span) for span in spans)
