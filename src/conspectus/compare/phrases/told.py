"""Pairs of phrases → what is shown: one phrase of each article, none that an agreement shows already."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from conspectus.compare.phrases.pair import Phrases, half
from conspectus.model import Span

Told = tuple[tuple[Span, ...], float]
Paired = defaultdict[tuple[str, str], list[tuple[Span, Span]]]
"""The pairs of phrases of two articles, by the articles, either way round."""


def told(
    pairs: Sequence[Phrases], shown: Sequence[Sequence[Span]], fits: Callable[[Span, Span], bool]
) -> tuple[Told, ...]:
    """The groups with the score of their best pair, best first.

    ``pairs`` come best first; ``shown`` are the spans of each agreement found before. A phrase joins a group where it
    makes a pair with every phrase of it; ``fits`` tells whether anything in two phrases speaks against them.
    """
    pairs = [pair for pair in pairs if fits(pair.one, pair.other)]
    of_articles: Paired = defaultdict(list)
    for pair in pairs:
        of_articles[pair.one.article, pair.other.article].append((pair.one, pair.other))
        of_articles[pair.other.article, pair.one.article].append((pair.other, pair.one))
    groups: list[tuple[list[Span], float]] = []
    for pair in pairs:
        known = [*shown, *(spans for spans, _ in groups)]
        if any(_stands(pair.one, spans) and _stands(pair.other, spans) for spans in known):
            continue
        for spans, _ in groups:
            if _joins(pair.one, pair.other, spans, of_articles):
                spans.append(pair.other)
            elif _joins(pair.other, pair.one, spans, of_articles):
                spans.append(pair.one)
            else:
                continue
            break
        else:
            groups.append(([pair.one, pair.other], pair.score))
    return tuple((tuple(sorted(spans)), score) for spans, score in groups)


def _stands(span: Span, shown: Sequence[Span]) -> bool:
    return any(one.article == span.article and half(one, span) for one in shown)


def _joins(known: Span, fresh: Span, spans: Sequence[Span], paired: Paired) -> bool:
    """``known`` is much the same as a phrase of the group, which has none of the article of ``fresh``."""
    if any(one.article == fresh.article for one in spans) or not any(_same(one, known) for one in spans):
        return False
    return all(
        _same(one, known)
        or any(half(one, a) and half(fresh, b) for a, b in paired.get((one.article, fresh.article), ()))
        for one in spans
    )


def _same(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return (one.article, one.part) == (other.article, other.part) and 2 * common >= max(len(one), len(other))
