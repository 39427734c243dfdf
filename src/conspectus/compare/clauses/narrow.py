"""The words of a long clause that the other clauses tell too: what is shown where the whole would be too much."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from conspectus.compare.words import Word, stem, words
from conspectus.model import Reading, Span

if TYPE_CHECKING:
    from conspectus.compare.clauses.lexicon import Lexicon

_ALIKE = 0.62
"""From this likeness on, two words may stand for each other."""
_MOST = 190
"""So many characters of a clause are shown whole; a longer one is cut to where it shares the most ..."""
_CUT = 150
"""... in a stretch of at most so many."""


def narrowed(spans: Sequence[Span], readings: dict[str, Reading], lexicon: "Lexicon") -> tuple[Span, ...]:
    """Each long span cut to the stretch that holds the weightiest words which another span shares."""
    runs = [[w for w in words(readings[s.article].article, s, False) if w.is_content] for s in spans]
    return tuple(
        _cut(span, run, [w for n, other in enumerate(runs) if n != at for w in other], lexicon)
        for at, (span, run) in enumerate(zip(spans, runs, strict=True))
    )


def _cut(span: Span, run: Sequence[Word], others: Sequence[Word], lexicon: "Lexicon") -> Span:
    if len(span) <= _MOST:
        return span
    stems = frozenset(stem(word.norm) for word in others)
    shared = [word.span for word in run if _shared(stem(word.norm), stems, lexicon)]
    weights = {word.span: lexicon.weight(stem(word.norm)) for word in run}
    stretches = [
        (round(sum(weights[one] for one in shared[i : j + 1]), 4), first.start - last.end, -i, j)
        for i, first in enumerate(shared)
        for j, last in enumerate(shared)
        if i < j and last.end - first.start <= _CUT
    ]
    if not stretches:
        return span
    _, _, i, j = max(stretches)
    return Span(span.article, span.part, shared[-i].start, shared[j].end)


def _shared(one: str, others: frozenset[str], lexicon: "Lexicon") -> bool:
    if one in others:
        return True
    own = lexicon.vector(one)
    return any(float(own @ lexicon.vector(other)) >= _ALIKE for other in sorted(others))
