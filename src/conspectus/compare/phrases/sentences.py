"""The sentences of an article as the words that carry meaning, a whole date counted as one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from conspectus.compare.clauses.lexicon import Lexicon
from conspectus.compare.placed import placed
from conspectus.compare.words import Word, stem, words
from conspectus.model import Reading, Span, Time

LEAD = 3
"""Sentences that count as the article's lead."""
_DATE = 4.0
"""How rare a date counts as."""
_MARKS = "\"'“”‘’„«»,.;:!?()[]{}…–—- "
_TYPES = frozenset({"DATE", "TIME", "DURATION"})


class Token(NamedTuple):
    """A word, or the words of a date: ``at`` is its place among all words of the sentence, ``weight`` how rare it is;
    the ``stem`` of a date is its value. ``large``: it is printed with a capital that its place does not ask for."""

    at: int
    stem: str
    weight: float
    span: Span
    named: bool
    timed: bool
    large: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """``mass`` is the sum of the weights of its tokens, ``named`` the weights of those in names; ``lead``: it stands in
    the headline or early in the body; ``times`` and ``quoted`` are the times told and the stretches in quotation marks
    in it."""

    span: Span
    tokens: tuple[Token, ...]
    stems: frozenset[str]
    named: Mapping[str, float]
    mass: float
    lead: bool
    times: tuple[Time, ...]
    quoted: tuple[Span, ...]


def sentences(reading: Reading, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of two tokens or more, in document order."""
    return tuple(_sentences(reading, lexicon))


def _sentences(reading: Reading, lexicon: Lexicon) -> Iterator[Sentence]:
    known = [t for t in reading.times if "_REF" not in t.value]
    names = placed((name.span, name.span) for name in reading.names)
    body = 0
    for one in reading.sentences:
        body += one.span.part == "body"
        times = tuple(time for time in known if one.span.contains(time.span))
        run = words(reading.article, one.span, False)
        tokens = tuple(_tokens(run, names.touching(one.span), [t for t in times if t.type in _TYPES], lexicon))
        if len(tokens) > 1:
            lead = one.span.part == "title" or body <= LEAD
            stems = frozenset(token.stem for token in tokens)
            named = {token.stem: token.weight for token in tokens if token.named}
            quoted = tuple(q.span for q in reading.quotations if q.span.overlaps(one.span))
            yield Sentence(one.span, tokens, stems, named, sum(token.weight for token in tokens), lead, times, quoted)


def _tokens(run: Sequence[Word], names: Sequence[Span], times: Sequence[Time], lexicon: Lexicon) -> Iterator[Token]:
    told: Time | None = None
    headed = all(word.shown.strip(_MARKS)[:1].isupper() for word in run if word.is_content)
    for at, word in enumerate(run):
        time = next((t for t in times if t.span.overlaps(word.span)), None)
        if time is None and word.is_content:
            own, large = stem(word.norm), _is_large(at, word, headed)
            yield Token(at, own, lexicon.weight(own), _bare(word), _within(word, names), False, large)
        elif time is not None and time is not told:
            told = time
            yield Token(at, f"{time.type} {time.value}", _DATE, time.span, False, True)


def _bare(word: Word) -> Span:
    """The word without the marks that cling to it."""
    core = word.shown.strip(_MARKS)
    if core == word.shown:
        return word.span
    start = word.span.start + word.shown.find(core)
    return Span(word.span.article, word.span.part, start, start + len(core)) if core else word.span


def _is_large(at: int, word: Word, headed: bool) -> bool:
    return at > 0 and not headed and word.shown.strip(_MARKS)[:1].isupper()


def _within(word: Word, names: Sequence[Span]) -> bool:
    return any(name.start <= word.span.start < name.end for name in names)
