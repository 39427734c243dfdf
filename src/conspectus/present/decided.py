"""What people decided, as lines of our own words: about one finding, and what they put right beside the findings."""

from collections.abc import Iterator

from conspectus.model import Comparison, Decision, Finding, Span
from conspectus.present.wording import judged
from conspectus.review import standing


def decided_lines(comparison: Comparison, finding: Finding) -> Iterator[str]:
    """What stands about a finding: "✓ accepted; note: … (A. Editor, 2031-03-12)"."""
    corrections = [one for one in comparison.decisions if one.correction and one.finding == finding.id]
    for one in (*standing(comparison.decisions, finding.id), *corrections):
        yield _line(comparison, one)


def put_right(comparison: Comparison) -> Iterator[str]:
    """The corrections that belong to no finding."""
    for one in comparison.decisions:
        if one.finding is None:
            yield _line(comparison, one)


def _line(comparison: Comparison, decision: Decision) -> str:
    articles = {article.id: article for article in comparison.articles}

    def words(span: Span) -> str:
        known = span.article in articles and span.end <= len(articles[span.article].part(span.part))
        return articles[span.article].words(span) if known else "…"

    return f"{judged(decision, words)} ({decision.who or 'no name given'}, {decision.when[:10]})"
