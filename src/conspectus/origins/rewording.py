"""Shared passages as a reader sees them: exact runs joined over small edits, and sentences told again in other words.

*near*: runs that follow each other in both articles with no more than a few words between them. *reworded*: a sentence
of the one whose words of meaning mostly stand, in other order or among other words, in one sentence of the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conspectus.model import Passage, Span
from conspectus.origins.words import Words

_GAP = 4
"""Words on either side over which two runs are one passage."""
_LEAST, _SHARE = 7, 0.6
"""A retold sentence shares so many words of meaning, and this part of those of the shorter one."""
_ENDS = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[^\W_a-z])|\n+")
_SHORT = 4
"""Words of fewer letters carry no meaning of their own here, unless they are figures."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    first: int
    last: int
    telling: frozenset[str]


def near(found: Sequence[Passage], one: Words, other: Words) -> tuple[Passage, ...]:
    """The passages with those joined that small edits divide; lengths count the shared words alone."""
    joined: list[Passage] = []
    for passage in found:
        before = joined[-1] if joined else None
        if before and before.standing == passage.standing and _close(before, passage, one, other):
            left, right = _over(before.one, passage.one), _over(before.other, passage.other)
            joined[-1] = Passage(left, right, before.length + passage.length, before.standing, "near")
        else:
            joined.append(passage)
    return tuple(joined)


def _over(first: Span, last: Span) -> Span:
    return Span(first.article, first.part, first.start, last.end)


def _of(passage: Passage) -> tuple[Span, Span]:
    return passage.one, passage.other


def _close(before: Passage, after: Passage, one: Words, other: Words) -> bool:
    gaps = [one.between(before.one.end, after.one.start), other.between(before.other.end, after.other.start)]
    return all(0 <= gap <= _GAP for gap in gaps)


def reworded(found: Sequence[Passage], one: Words, other: Words, bodies: tuple[str, str]) -> tuple[Passage, ...]:
    """Sentences of the articles' own words that the other tells again, outside of the passages found; each once."""
    left, right = (
        list(_sentences(words, body, [_of(p)[side] for p in found]))
        for side, (words, body) in enumerate(zip((one, other), bodies, strict=True))
    )
    pairs = [
        (len(shared), a, b)
        for a in left
        for b in right
        if len(shared := a.telling & b.telling) >= _LEAST
        and len(shared) >= _SHARE * min(len(a.telling), len(b.telling))
    ]
    used: set[tuple[int, int]] = set()
    kept = []
    for size, a, b in sorted(pairs, key=lambda p: (-p[0], p[1].first, p[2].first)):
        if not {(0, a.first), (1, b.first)} & used:
            used |= {(0, a.first), (1, b.first)}
            kept.append(Passage(one.span(a.first, a.last), other.span(b.first, b.last), size, "own", "reworded"))
    return tuple(kept)


def _sentences(words: Words, body: str, taken: Sequence[Span]) -> Iterator[_Sentence]:
    """The sentences of own words of which no passage has half."""
    cuts = [0, *(end.end() for end in _ENDS.finditer(body)), len(body) + 1]
    held = bytearray(len(words.norms))
    for span in taken:
        start, end = words.at(span.start), words.at(span.end)
        held[start:end] = b"\1" * (end - start)
    first = 0
    for cut in cuts[1:]:
        last = words.at(cut)
        place = first
        first = last
        if last - place < _LEAST or any(words.whose[place:last]):
            continue
        if 2 * held.count(1, place, last) < last - place:
            telling = {word for word in words.norms[place:last] if len(word) >= _SHORT or word[0].isdigit()}
            yield _Sentence(place, last, frozenset(telling))
