"""Units: the clauses of the articles, no wider than a reader takes in at a glance, with what they hold.

A unit is a statement, or the first and the last stretch of one that is longer. What its sentence holds is kept beside
it, because two clauses of few words are told apart by what stands around them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from conspectus.compare.words import Word, stem, words
from conspectus.model import Amount, Article, Place, Reading, Span, Statement, Time

WIDEST = 120
"""Characters of a unit."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a clause: ``run`` its stems in order, ``content`` those with a meaning of their own, ``around``
    the same of its sentence, ``named`` those that stand in names; ``act`` is the stem of the predicate.

    ``quoted`` is the share (0..1) inside quotation marks, ``at`` the place in the article (0 top .. 1 end).
    """

    span: Span
    sentence: Span
    statement: Statement
    run: tuple[str, ...]
    content: frozenset[str]
    around: frozenset[str]
    named: frozenset[str]
    act: str
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    places: tuple[Place, ...]
    quoted: float
    at: float


def units(readings: Iterable[Reading]) -> tuple[Unit, ...]:
    """The units of all articles in the order of their spans, whatever the order of ``readings``."""
    found = [unit for reading in readings for unit in _of_one(reading)]
    return tuple(sorted(found, key=lambda unit: (unit.span, unit.statement.id)))


def _of_one(reading: Reading) -> Iterator[Unit]:
    article = reading.article
    read: dict[Span, tuple[Word, ...]] = {}
    for statement in reading.statements:
        sentence = next((s.span for s in reading.sentences if s.span.contains(statement.predicate)), statement.span)
        if sentence not in read:
            read[sentence] = words(article, sentence, False)
        for span in _stretches(article, statement.span):
            own = words(article, span, False)
            yield Unit(
                span, sentence, statement, tuple(stem(word.norm) for word in own), _content(own),
                _content(read[sentence]), _named(own, reading), stem(article.words(statement.predicate).lower()),
                tuple(t for t in reading.times if t.span.overlaps(span)),
                tuple(a for a in reading.amounts if a.span.overlaps(span)),
                tuple(p for p in reading.places if p.span.overlaps(span)),
                _quoted(span, reading), 0.0 if span.part == "title" else span.start / max(1, len(article.body)),
            )  # fmt: skip


def _stretches(article: Article, span: Span) -> Iterator[Span]:
    """The span, or its first and its last stretch of whole words where it is too wide."""
    if len(span) <= WIDEST:
        yield span
        return
    text = article.words(span)
    end = text.rfind(" ", 0, WIDEST + 1)
    start = text.find(" ", len(text) - WIDEST - 1)
    yield Span(span.article, span.part, span.start, span.start + (end if end > 0 else WIDEST))
    yield Span(span.article, span.part, span.start + (start + 1 if start > 0 else len(text) - WIDEST), span.end)


def _content(run: Sequence[Word]) -> frozenset[str]:
    return frozenset(stem(word.norm) for word in run if word.is_content)


def _named(run: Sequence[Word], reading: Reading) -> frozenset[str]:
    return frozenset(
        stem(word.norm) for word in run if word.is_content and any(n.span.overlaps(word.span) for n in reading.names)
    )


def _quoted(span: Span, reading: Reading) -> float:
    marks = (q.span for q in reading.quotations if not q.depth and q.span.overlaps(span))
    inside = sum(min(mark.end, span.end) - max(mark.start, span.start) for mark in marks)
    return round(min(1.0, inside / max(1, len(span))), 3)
