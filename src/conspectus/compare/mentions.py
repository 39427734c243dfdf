"""Values in their surroundings: what stands around a figure or date, and whether two stand for one thing.

Two values can only differ if they are about the same thing. The proof is what surrounds them: the alignment of
their statements, the rare words their sentences share, the words right beside them.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from conspectus.compare.placed import placed
from conspectus.compare.words import Word, content, stem, words
from conspectus.model import Alignment, Reading, Span

_BESIDE = 5
"""Words on either side of a value that count as right beside it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One value with its surroundings: stems of its sentence (without any value), stems right beside it,
    and which of these stand in names.

    ``statements`` are the ids of the statements it stands in; ``quoted`` tells whether it stands in marks.
    """

    span: Span
    sentence: Span
    stems: frozenset[str]
    beside: frozenset[str]
    named: frozenset[str]
    statements: frozenset[str]
    quoted: bool

    @property
    def article(self) -> str:
        return self.span.article


def mentions(reading: Reading, spans: Iterable[Span]) -> tuple[Mention, ...]:
    """The surroundings of ``spans`` (values of this article), in the order given."""
    values = [t.span for t in reading.times] + [a.span for a in reading.amounts]
    found = []
    cache: dict[Span, tuple[tuple[Word, ...], frozenset[str], frozenset[int]]] = {}
    statements = placed((one.span, one) for one in reading.statements)
    names = placed((name.span, name.span) for name in reading.names)
    for span in spans:
        sentence = next((s.span for s in reading.sentences if s.span.contains(span)), span)
        if sentence not in cache:
            own = words(reading.article, sentence, False)
            inside = [value for value in values if value.overlaps(sentence)]
            plain = tuple(w for w in own if not any(v.overlaps(w.span) for v in inside))
            held = names.touching(sentence)
            within = frozenset(w.span.start for w in plain if any(name.contains(w.span) for name in held))
            cache[sentence] = plain, _stems(plain), within
        around, stems, named = cache[sentence]
        before = [w for w in around if w.span.end <= span.start][-_BESIDE:]
        after = [w for w in around if w.span.start >= span.end][:_BESIDE]
        beside = [*before, *after]
        found.append(
            Mention(
                span, sentence, stems, _stems(beside),
                _stems(w for w in beside if w.span.start in named),
                frozenset(s.id for s in statements.touching(span) if s.span.contains(span)),
                any(q.span.contains(span) for q in reading.quotations),
            )
        )  # fmt: skip
    return tuple(found)


def _stems(run: Iterable[Word]) -> frozenset[str]:
    return frozenset([stem(word.norm) for word in run if word.is_content and not word.norm[:1].isdigit()])


def rarity(readings: Sequence[Reading]) -> dict[str, float]:
    """For each stem how rare it is among the sentences of a story (inverse document frequency)."""
    counts: Counter[str] = Counter()
    total = 0
    for reading in readings:
        for sentence in reading.sentences:
            counts.update(one for one in content(reading.article, sentence.span) if not one[:1].isdigit())
            total += 1
    return {one: math.log(1 + total / count) for one, count in counts.items()}


def likeness(one: Mention, other: Mention, weights: Mapping[str, float]) -> float:
    """Cosine (0..1) of the weighted words around two values, rounded to two places."""
    return cosine(one, other, weights, length(one, weights) * length(other, weights))


def length(one: Mention, weights: Mapping[str, float]) -> float:
    """What the words around a value weigh, as the length of a vector; 1 without any."""
    return math.sqrt(math.fsum(weights.get(s, 1.0) ** 2 for s in one.stems)) or 1.0


def cosine(one: Mention, other: Mention, weights: Mapping[str, float], lengths: float) -> float:
    """``likeness`` of two whose ``lengths``, multiplied, are known."""
    return round(math.fsum(weights.get(s, 1.0) ** 2 for s in one.stems & other.stems) / lengths, 2)


def alignment_of(one: Mention, other: Mention, alignments: Sequence[Alignment]) -> float:
    """The score of the alignment that holds both, 0 where none does."""
    for alignment in alignments:
        held = set(alignment.statements)
        if held & one.statements and held & other.statements:
            return alignment.score
    return 0.0


def shared_word(found: Sequence[Mention], readings: Mapping[str, Reading]) -> str | None:
    """The longest word that stands beside all of the values, as the article of the first of them prints it."""
    shared = frozenset.intersection(*(one.beside for one in found))
    first = min(found, key=lambda one: one.span)
    own = words(readings[first.article].article, first.sentence, False)
    near = sorted(own, key=lambda word: abs(word.span.start - first.span.start))
    printed = {stem(word.norm): bare(word) for word in reversed(near) if stem(word.norm) in shared}
    return max(printed.values(), key=lambda word: (len(word), word), default=None)


def bare(word: Word) -> str:
    """A word as printed, without the marks that cling to it and without its genitive."""
    return re.sub(r"^\W+|[’']s?\W*$|\W+$", "", word.shown)
