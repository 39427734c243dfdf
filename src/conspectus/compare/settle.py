"""One thing, one finding: what one check has shown is not said again, or denied, by another.

A clause inside a quotation that is shown whole is no agreement of its own, and no difference found by likeness where
little but the quotation is shown. Nor is what a check of values or sources has shown said again. Words that surely
carry a difference with an article or agree with it, or a saying that it prints too, are not "not found" in it.
"""

from collections.abc import Sequence
from dataclasses import replace

from conspectus.compare.differences import MADE as LIKELY
from conspectus.model import SURE, Finding, Span

_MOSTLY, _PARTLY = 0.7, 0.3
"""A difference found by likeness is said already when a quotation shows the first share of what it shows, or a
difference of another kind the second."""


def settled(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings without those that others make superfluous or wrong; ``missing`` is corrected."""
    stronger = [f for f in findings if f.kind in ("quote", "discrepancy")]
    quotes = [f for f in stronger if f.kind == "quote" and f.verdict == "agree"]
    sure = [f for f in stronger if f.made != LIKELY]
    agreeing = [f for f in findings if f.kind == "agreement" and f.certainty >= SURE]
    likely = {f.id for f in stronger if f.made == LIKELY and not any(_says(other, f) for other in sure)}
    kept = []
    for finding in findings:
        if finding.made == LIKELY and finding.id not in likely:
            continue
        if finding.kind == "agreement" and any(_covers(quote, finding) for quote in quotes):
            continue
        if finding.kind == "only":
            told = {a for a in finding.missing if any(_tells(other, finding, a) for other in sure)}
            told |= {side.article for other in agreeing if _holds(other, finding) for side in other.sides}
            still = tuple(a for a in finding.missing if a not in told)
            if not still:
                continue
            finding = finding if still == finding.missing else replace(finding, missing=still)
        kept.append(finding)
    return tuple(kept)


def _covers(quote: Finding, agreement: Finding) -> bool:
    """Every side of the agreement lies in what the quotation finding shows of that article."""
    shown = [span for side in quote.sides for span in side.spans]
    return all(any(_half(span, other) for other in shown) for side in agreement.sides for span in side.spans)


def _says(other: Finding, likely: Finding) -> bool:
    """``other`` shows these words of two or more of the same articles.

    Of a quotation it has to be most of them: who said it where and when stands beside it. Two kinds of difference may
    lie in one sentence.
    """
    shown = [span for side in other.sides for span in side.spans]
    if other.kind == "quote":
        return sum(_covered(side.spans, shown) >= _MOSTLY for side in likely.sides) > 1
    if sum(any(_half(span, mark) for span in side.spans for mark in shown) for side in likely.sides) < 2:
        return False
    again = other.property == likely.property
    return again or sum(_covered(side.spans, shown) >= _PARTLY for side in likely.sides) > 1


def _covered(spans: Sequence[Span], shown: Sequence[Span]) -> float:
    """Which share of the characters of ``spans`` is ``shown``."""
    common = sum(min(a.end, b.end) - max(a.start, b.start) for a in spans for b in shown if a.overlaps(b))
    return common / sum(len(span) for span in spans)


def _tells(other: Finding, only: Finding, article: str) -> bool:
    """``other`` compares these very words with something that ``article`` prints.

    A phrase of a saying does not tell the rest of it: a quotation counts as far as the article prints half as much.
    """
    own = sum(len(span) for side in other.sides if side.article == article for span in side.spans)
    shown = [span for side in other.sides for span in side.spans]
    told = [span for side in only.sides for span in side.spans]
    return own > 0 and any(_half(span, mark) and _enough(other, own, span) for span in told for mark in shown)


def _holds(agreement: Finding, only: Finding) -> bool:
    """What agrees is at least half of the words that only one is said to tell."""
    agreed = [span for side in agreement.sides for span in side.spans]
    told = [span for side in only.sides for span in side.spans]
    return any(2 * (min(a.end, t.end) - max(a.start, t.start)) >= len(t) for a in agreed for t in told if a.overlaps(t))


def _enough(other: Finding, own: int, told: Span) -> bool:
    return other.kind != "quote" or 2 * own >= len(told)


def _half(one: Span, other: Span) -> bool:
    """The two share at least half of the shorter."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return one.overlaps(other) and 2 * common >= min(len(one), len(other))
