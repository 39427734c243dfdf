"""Clauses that only tell that somebody said something, with the day, the occasion and the channel.

They are no statements of a reading, because what is said is compared by itself; but that a letter was sent on
Tuesday, or a statement released, is a thing that articles agree on.
"""

import hashlib
from collections.abc import Iterator

from conspectus.compare.words import words
from conspectus.model import Attribution, Reading, Span, Statement

_MOST = 160
"""Characters of the longest such clause."""


def sayings(reading: Reading) -> tuple[Statement, ...]:
    """One statement for each attribution whose circumstances are told beside source and cue, in document order."""
    around = {c.attribution: (c.channel, c.occasion, c.addressee, c.time) for c in reading.circumstances}
    taken = {s.predicate for s in reading.statements}
    found: dict[Span, Statement] = {}
    for one in reading.attributions:
        told = tuple(span for span in around.get(one.id, ()) if span is not None)
        for statement in _saying(reading, one, told):
            if statement.predicate not in taken:
                found.setdefault(statement.span, statement)
    return tuple(sorted(found.values(), key=lambda s: s.span))


def _saying(reading: Reading, one: Attribution, told: tuple[Span, ...]) -> Iterator[Statement]:
    if not one.cue or not told:
        return
    parts = sorted((*one.source, *one.cue, *told))
    sentence = next((s.span for s in reading.sentences if s.span.contains(one.cue[0])), None)
    if sentence is None or not all(sentence.contains(part) for part in parts):
        return
    span = Span(sentence.article, sentence.part, parts[0].start, max(part.end for part in parts))
    inside = [c for c in one.content if c.overlaps(span)]
    if inside:
        span = _without(span, inside, one.cue[0])
    if not span.contains(one.cue[0]) or len(span) > _MOST:
        return
    lemmas = tuple(w.norm for w in words(reading.article, span, False) if w.is_content)
    if len(lemmas) < 2:
        return
    values = sorted([t.span for t in reading.times] + [a.span for a in reading.amounts])
    yield Statement(
        id=hashlib.sha256(f"saying {span}".encode()).hexdigest()[:12],
        span=span,
        holders=(),
        polarity="affirmed",
        certainty="stated",
        predicate=one.cue[0],
        lemmas=lemmas,
        participants=tuple(s for s in one.source if span.contains(s)),
        values=tuple(value for value in values if span.contains(value)),
    )


def _without(span: Span, content: list[Span], cue: Span) -> Span:
    """The part of ``span`` around the cue that holds nothing of what was said."""
    start = max((c.end for c in content if c.end <= cue.start), default=span.start)
    end = min((c.start for c in content if c.start >= cue.end), default=span.end)
    return Span(span.article, span.part, max(start, span.start), min(end, span.end))
