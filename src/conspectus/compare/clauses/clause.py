"""A statement with what the scorer looks at: its stems with their weights, its names, its act, its surroundings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conspectus.compare.clauses.lexicon import Lexicon
from conspectus.compare.clauses.sayings import sayings
from conspectus.compare.placed import placed
from conspectus.compare.words import content, stem, words
from conspectus.model import Amount, Reading, Span, Statement, Time

_LEAD = 3
"""Sentences that count as the article's lead."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement.

    ``weights`` are the rarities of ``stems``. ``names`` are stems of words in names,
    ``act`` the predicate's stem, ``subject`` the stems of the first participant, ``around`` the stems of its
    sentence and the sentences beside it. ``run`` are all its words in order. ``place`` is its share of the body
    (0..1), ``voices`` the last words of the sources that it is credited to. ``saying``: it only tells that something
    was said.
    """

    statement: Statement
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    names: frozenset[str]
    act: str
    subject: frozenset[str]
    around: frozenset[str]
    run: tuple[str, ...]
    amounts: tuple[Amount, ...]
    times: tuple[Time, ...]
    place: float
    lead: bool
    quoted: bool
    voices: frozenset[str]
    saying: bool

    @property
    def article(self) -> str:
        return self.statement.span.article


def clauses(reading: Reading, lexicon: Lexicon) -> tuple[Clause, ...]:
    """The statements of one article, in document order."""
    return tuple(_clauses(reading, lexicon))


def _clauses(reading: Reading, lexicon: Lexicon) -> Iterator[Clause]:
    article = reading.article
    sentences = [(s.span, _stems(reading, s.span)) for s in reading.sentences]
    names = placed((n.span, (n.span, _stems(reading, n.span))) for n in reading.names)
    marks = placed((q.span, q) for q in reading.quotations)
    sources = {a.id: _last(reading, a.source) for a in reading.attributions}
    length = max(1, len(article.body))
    told = {s.id for s in reading.statements}
    for one in sorted((*reading.statements, *sayings(reading)), key=lambda s: (s.span.part != "title", s.span)):
        stems = tuple(dict.fromkeys(stem(lemma) for lemma in one.lemmas))
        here = next((n for n, (span, _) in enumerate(sentences) if span.overlaps(one.span)), 0)
        around = frozenset().union(*(own for _, own in sentences[max(0, here - 1) : here + 2]))
        inside = [part for part in one.participants if not part.contains(one.predicate)]
        yield Clause(
            statement=one,
            stems=stems,
            weights=tuple(lexicon.weight(s) for s in stems),
            names=frozenset().union(*(own for span, own in names.touching(one.span) if one.span.contains(span))),
            act=stem(article.words(one.predicate).lower()),
            subject=_stems(reading, inside[0]) if inside else frozenset(),
            around=around - frozenset(stems),
            run=tuple(word.norm for word in words(article, one.span, False)),
            amounts=tuple(a for a in reading.amounts if a.span in one.values) if one.values else (),
            times=tuple(t for t in reading.times if t.span in one.values) if one.values else (),
            place=0.0 if one.span.part == "title" else one.span.start / length,
            lead=one.span.part == "title" or here < _LEAD,
            quoted=any(q.span.contains(one.span) or q.inner.contains(one.span) for q in marks.touching(one.span)),
            voices=frozenset(sources[a] for a in one.holders if sources.get(a)),
            saying=one.id not in told,
        )


def _stems(reading: Reading, span: Span) -> frozenset[str]:
    return content(reading.article, span)


def _last(reading: Reading, source: Sequence[Span]) -> str:
    """The stem of the last content word of a source: a surname, an office, a body."""
    found = [stem(w.norm) for span in source for w in words(reading.article, span, False) if w.is_content]
    return found[-1] if found else ""
