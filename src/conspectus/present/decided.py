"""What people decided, as lines of our own words: about one finding, and what they put right beside the findings."""

from collections.abc import Iterator

from conspectus.model import Comparison, Decision, Finding, Span
from conspectus.present.wording import judged
from conspectus.review import right, standing


def decided_lines(comparison: Comparison, finding: Finding) -> Iterator[str]:
    """What stands about a finding: "✓ accepted; note: … (A. Editor, 2031-03-12)"."""
    corrections = [one for one in right(comparison.decisions) if one.finding == finding.id]
    for one in (*standing(comparison.decisions, finding.id), *corrections):
        yield _line(comparison, one)


def put_right(comparison: Comparison) -> Iterator[str]:
    """The corrections that belong to no finding, as far as they stand."""
    for one in right(comparison.decisions):
        if one.finding is None:
            yield _line(comparison, one)


def _line(comparison: Comparison, decision: Decision) -> str:
    articles = {article.id: article for article in comparison.articles}

    def quoted(span: Span) -> str:
        known = span.article in articles and span.end <= len(articles[span.article].part(span.part))
        return f"“{articles[span.article].words(span)}” ({comparison.siglum(span.article)})" if known else "…"

    return f"{judged(decision, quoted)} ({decision.who or 'no name given'}, {decision.when[:10]})"
