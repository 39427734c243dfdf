"""Pairs of phrases → what is shown: one phrase of each article, none that an agreement shows already."""

from collections.abc import Callable, Sequence

from conspectus.compare.phrases.pair import Phrases, half
from conspectus.model import Span

Told = tuple[tuple[Span, ...], float]


def told(
    pairs: Sequence[Phrases], shown: Sequence[Sequence[Span]], fits: Callable[[Span, Span], bool]
) -> tuple[Told, ...]:
    """The groups with the score of their best pair, best first.

    ``pairs`` come best first; ``shown`` are the spans of each agreement found before. A phrase joins a group where it
    makes a pair with every phrase of it; ``fits`` tells whether anything in two phrases speaks against them.
    """
    pairs = [pair for pair in pairs if fits(pair.one, pair.other)]
    groups: list[tuple[list[Span], float]] = []
    for pair in pairs:
        known = [*shown, *(spans for spans, _ in groups)]
        if any(_stands(pair.one, spans) and _stands(pair.other, spans) for spans in known) or not fits(
            pair.one, pair.other
        ):
            continue
        for spans, _ in groups:
            if _joins(pair.one, pair.other, spans, pairs):
                spans.append(pair.other)
            elif _joins(pair.other, pair.one, spans, pairs):
                spans.append(pair.one)
            else:
                continue
            break
        else:
            groups.append(([pair.one, pair.other], pair.score))
    return tuple((tuple(sorted(spans)), score) for spans, score in groups)


def _stands(span: Span, shown: Sequence[Span]) -> bool:
    return any(one.article == span.article and half(one, span) for one in shown)


def _joins(known: Span, fresh: Span, spans: Sequence[Span], pairs: Sequence[Phrases]) -> bool:
    """``known`` is much the same as a phrase of the group, which has none of the article of ``fresh``."""
    if any(one.article == fresh.article for one in spans) or not any(_same(one, known) for one in spans):
        return False
    return all(_same(one, known) or _paired(one, fresh, pairs) for one in spans)


def _paired(one: Span, other: Span, pairs: Sequence[Phrases]) -> bool:
    return any(_stands(one, (pair.one, pair.other)) and _stands(other, (pair.one, pair.other)) for pair in pairs)


def _same(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return (one.article, one.part) == (other.article, other.part) and 2 * common >= max(len(one), len(other))
