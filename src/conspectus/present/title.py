"""The title of a story: what half of its articles or more tell first, else a headline.

It stands above everything, so it has to say what happened, in a sentence's own beginning, near the beginning of an
article, with its verb. Words inside quotation marks are what one person said; words that carry a figure or anything
else on which the articles differ are no common ground; names alone tell nothing.
"""

import re
from collections.abc import Iterator

from conspectus.model import Comparison, Finding, Reading, Span
from conspectus.present import wording

_LONG = range(3, 21)
"""Words of a title that says something and is still read at a glance."""
_EARLY, _NEAR = 0.2, 250
"""How far into its articles what makes the title may stand on average (0..1), or after how many characters: what news
is about, it tells first."""
_ENDED = re.compile(r"(?:^|\n\s*|[.!?:][\"”’]?\s+)[\"“‘']?\s*$")
"""What stands before the beginning of a sentence."""
_POINTING = re.compile(
    r"(?i)(?:he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|which|who|whose|there|but|and|some)\b"
)
"""Words that point back begin no title."""


def title_of(comparison: Comparison) -> str:
    """The title; how many articles there are where none of them has a headline."""
    contested = list(_contested(comparison))
    half = max(2, (len(comparison.articles) + 1) // 2)
    shared = [
        f
        for f in comparison.findings
        if f.kind == "agreement"
        and f.property != "quote"
        and wording.is_sure(f)
        and len({side.article for side in f.sides}) >= half
        and _tells(f.title)
        and _is_clause(comparison, f)
        and not _touches([span for side in f.sides for span in side.spans], contested)
    ]
    placed = [(_place(comparison, f), f) for f in shared]
    early = [(place, f) for place, f in placed if place[0] <= _EARLY or _after(f) <= _NEAR]
    if early:
        return min(early, key=lambda one: one[0])[1].title
    headlines = [line for line in (_headline(reading) for reading in comparison.readings) if line]
    plain = [line for line in headlines if not _touches([line], contested)]
    articles = {article.id: article for article in comparison.articles}
    for line in (plain or headlines)[:1]:
        return " ".join(articles[line.article].words(line).split())
    return next(
        (line for line in map(wording.headline, comparison.articles) if line),
        wording.number(len(comparison.articles), "article"),
    )


def _tells(title: str) -> bool:
    """It begins with a word that points nowhere, is long enough, and holds more than names."""
    words = title.split()
    return (
        title[:1].isalnum()
        and len(words) in _LONG
        and not _POINTING.match(title)
        and sum(not word[:1].isupper() for word in words) > 1
    )


def _is_clause(comparison: Comparison, agreement: Finding) -> bool:
    """The words that make its title begin a sentence and hold the verb of a clause."""
    readings = {reading.article.id: reading for reading in comparison.readings}
    for side in agreement.sides:
        reading = readings.get(side.article)
        span = side.spans[0]
        if reading and _ENDED.search(reading.article.part(span.part)[max(0, span.start - 10) : span.start]):
            printed = " ".join(reading.article.words(span).split()).lower()
            if printed.startswith(agreement.title.removesuffix(" …")[:40].lower()):
                told = reading.statements
                return not told or any(span.contains(one.predicate) for one in told)
    return False


def _contested(comparison: Comparison) -> Iterator[Span]:
    """The words on which articles differ: a figure, or a conflict or tension that was not found by likeness."""
    for f in comparison.findings:
        graver = f.property == "number" or f.severity in ("conflict", "tension")
        if f.verdict == "differ" and graver and wording.group(f) != wording.PERHAPS:
            yield from (span for side in f.sides for span in side.spans)


def _touches(spans: list[Span], others: list[Span]) -> bool:
    return any(one.overlaps(other) for one in spans for other in others)


def _headline(reading: Reading) -> Span | None:
    article = reading.article
    if article.title.strip():
        return Span(article.id, "title", 0, len(article.title))
    return next((block.span for block in article.blocks if block.role == "headline"), None)


def _after(finding: Finding) -> float:
    """Characters before it in its articles, on average."""
    starts = [0 if side.spans[0].part == "title" else side.spans[0].start for side in finding.sides if side.spans]
    return sum(starts) / max(len(starts), 1)


def _place(comparison: Comparison, finding: Finding) -> tuple[float, int, str]:
    """How far into the articles an agreement stands on average (0..1), those of more articles first."""
    texts = {article.id: len(article.body) for article in comparison.articles}
    shares = [
        0.0 if side.spans[0].part == "title" else side.spans[0].start / max(texts[side.article], 1)
        for side in finding.sides
        if side.spans
    ]
    return sum(shares) / max(len(shares), 1), -len(shares), finding.id
