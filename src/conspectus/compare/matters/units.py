"""Units: the clauses of the articles, and what stands between them, no wider than a reader takes in at a glance.

A unit is a statement, cut into even stretches where that is longer, or the words of a sentence that are of no
statement: who says it, where and when. What its sentence and the sentences beside it hold is kept with it, because two
clauses of few words are told apart by what stands around them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from conspectus.compare.placed import placed
from conspectus.compare.words import Word, stem, words
from conspectus.model import Amount, Entity, Place, Reading, Sentence, Span, Statement, Time

WIDEST = 120
"""Characters of a unit."""
Stretch = tuple[int, int]
"""Half-open places of words in their sentence."""
_FEWEST = 2
"""Words with a meaning of their own that a stretch between statements needs."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a clause: ``run`` its stems in order, ``content`` those with a meaning of their own, ``around``
    the same of its sentence, ``beside`` of the sentences before and behind as well, ``named`` those that stand in
    names, ``who`` the entities; ``act`` is the stem of the predicate.

    ``statement`` is None for the words between statements. ``shown`` is the stretch with the words of its sentence
    that stand beside it, as far as ``WIDEST`` allows, ``wide`` the stems of that in order.
    ``quoted`` is the share (0..1) inside quotation marks, ``at`` the place in the article (0 top .. 1 end).
    """

    span: Span
    shown: Span
    sentence: Span
    statement: Statement | None
    run: tuple[str, ...]
    wide: tuple[str, ...]
    content: frozenset[str]
    around: frozenset[str]
    beside: frozenset[str]
    named: frozenset[str]
    who: frozenset[str]
    act: str
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    places: tuple[Place, ...]
    quoted: float
    at: float


def units(readings: Iterable[Reading], named: Sequence[Entity] = ()) -> tuple[Unit, ...]:
    """The units of all articles in the order of their spans, whatever the order of ``readings``."""
    owner = {span: entity.id for entity in named for span in entity.mentions}
    found = [unit for reading in readings for unit in _of_one(reading, owner)]
    return tuple(sorted(found, key=lambda unit: (unit.span, unit.statement.id if unit.statement else "")))


def _of_one(reading: Reading, owner: Mapping[Span, str]) -> Iterator[Unit]:
    article = reading.article
    again = article.printed_again
    sentences = sorted(reading.sentences, key=lambda sentence: sentence.span)
    read = [words(article, s.span, False) for s in sentences]
    stems = [tuple(stem(word.norm) for word in run) for run in read]
    held = [_content(run) for run in read]
    own = _statements(sentences, reading.statements)
    named = placed((name.span, name) for name in reading.names)
    times = placed((time.span, time) for time in reading.times)
    amounts = placed((amount.span, amount) for amount in reading.amounts)
    places = placed((place.span, place) for place in reading.places)
    for n, sentence in enumerate(sentences):
        if any(headline.contains(sentence.span) for headline in again):
            continue
        near = [m for m in (n - 1, n, n + 1) if 0 <= m < len(held) and sentences[m].span.part == sentence.span.part]
        beside = frozenset().union(*(held[m] for m in near))
        for statement, (first, end) in _stretches(read[n], own[n]):
            run = read[n][first:end]
            span = Span(article.id, sentence.span.part, run[0].span.start, run[-1].span.end)
            start, stop = _shown(read[n], first, end)
            shown = Span(span.article, span.part, read[n][start].span.start, read[n][stop - 1].span.end)
            names = named.touching(span)
            yield Unit(
                span, shown, sentence.span, statement, stems[n][first:end], stems[n][start:stop],
                _content(run), held[n], beside,
                _content([word for word in run if any(name.span.overlaps(word.span) for name in names)]),
                frozenset(owner[name.span] for name in names if name.span in owner),
                stem(article.words(statement.predicate).lower()) if statement else "",
                tuple(times.touching(span)), tuple(amounts.touching(span)), tuple(places.touching(span)),
                _quoted(span, reading), 0.0 if span.part == "title" else span.start / max(1, len(article.body)),
            )  # fmt: skip


def _statements(sentences: Sequence[Sentence], told: Sequence[Statement]) -> list[list[Statement]]:
    """The statements of each sentence: those with their predicate in it."""
    found: list[list[Statement]] = [[] for _ in sentences]
    starts = [s.span for s in sentences]
    for statement in told:
        n = bisect_right(starts, statement.predicate) - 1
        for m in (n, n + 1):
            if 0 <= m < len(starts) and starts[m].contains(statement.predicate):
                found[m].append(statement)
                break
    return found


def _stretches(run: Sequence[Word], told: Sequence[Statement]) -> Iterator[tuple[Statement | None, Stretch]]:
    """The words of each statement, then those of none, in stretches of at most ``WIDEST`` characters."""
    starts, ends = [word.span.start for word in run], [word.span.end for word in run]
    free = [True] * len(run)
    for statement in told:
        first = bisect_right(ends, statement.span.start)
        last = bisect_left(starts, statement.span.end)
        if first >= last:
            continue
        free[first:last] = [False] * (last - first)
        for part in _even(run, first, last):
            yield statement, part
    for is_free, numbers in groupby(range(len(run)), key=lambda n: free[n]):
        first, *more = numbers
        last = (more[-1] if more else first) + 1
        if is_free and sum(word.is_content for word in run[first:last]) >= _FEWEST:
            for part in _even(run, first, last):
                yield None, part


def _even(run: Sequence[Word], first: int, last: int) -> Iterator[Stretch]:
    """The words, in as few stretches of like length as keep to the width."""
    width = run[last - 1].span.end - run[first].span.start
    parts = -(-width // WIDEST)
    if parts == 1:
        yield first, last
        return
    aim, begin = width / parts, first
    while begin < last:
        end = begin + 1
        while end < last and run[end].span.end - run[begin].span.start <= min(WIDEST, aim + 12):
            end += 1
        yield begin, end
        begin = end


def _shown(run: Sequence[Word], first: int, last: int) -> Stretch:
    """The words of a unit and those around it in its sentence, as many before as behind while there is room."""
    begin, stop = run[first].span.start, run[last - 1].span.end
    start, end, at, to = begin, stop, first, last
    while at or to < len(run):
        before = run[at - 1].span.start if at and end - run[at - 1].span.start <= WIDEST else None
        behind = run[to].span.end if to < len(run) and run[to].span.end - start <= WIDEST else None
        if before is not None and (to == len(run) or begin - start <= end - stop or behind is None):
            start, at = before, at - 1
        elif behind is not None:
            end, to = behind, to + 1
        else:
            break
    return at, to


def _content(run: Sequence[Word]) -> frozenset[str]:
    return frozenset([stem(word.norm) for word in run if word.is_content])


def _quoted(span: Span, reading: Reading) -> float:
    marks = (q.span for q in reading.quotations if not q.depth and q.span.overlaps(span))
    inside = sum(min(mark.end, span.end) - max(mark.start, span.start) for mark in marks)
    return round(min(1.0, inside / max(1, len(span))), 3)
