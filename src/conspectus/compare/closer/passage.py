"""A clause or phrase with its sentence as word pieces, and two of them as what the encoder reads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.model import Reading, Span
from conspectus.text.wordpieces import Vocabulary

_LONGEST = 36
"""Word pieces of a sentence that are read: those around the clause."""
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Passage:
    """The pieces read, and which of them are the clause (from ``first`` to before ``last``)."""

    pieces: tuple[int, ...]
    first: int
    last: int


def passage(reading: Reading, span: Span, vocabulary: Vocabulary) -> Passage:
    """The pieces of the sentence that ``span`` lies in, cut to those around it."""
    sentence = next((s.span for s in reading.sentences if s.span.overlaps(span)), span)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    text = reading.article.words(Span(span.article, span.part, start, end))
    pieces: list[int] = []
    inside: list[int] = []
    for word in _WORD.finditer(text):
        own = vocabulary.pieces(word.group())
        if word.start() < span.end - start and span.start - start < word.end():
            inside += range(len(pieces), len(pieces) + len(own))
        pieces += own
    return _cut(pieces, inside[0] if inside else 0, inside[-1] + 1 if inside else 1)


def _cut(pieces: Sequence[int], first: int, last: int) -> Passage:
    """The clause in the middle of what is read; its beginning where it is too long."""
    start = max(0, first - max(0, _LONGEST - (last - first)) // 2)
    start = min(first, max(0, min(len(pieces), start + _LONGEST) - _LONGEST))
    end = min(len(pieces), start + _LONGEST)
    return Passage(tuple(pieces[start:end]), first - start, min(last, end) - start)


def together(one: Passage, other: Passage, vocabulary: Vocabulary) -> tuple[list[int], list[int]]:
    """The pieces of both with a mark each: 4 for the second, 2 inside the clause, 1 where the other has it too."""
    ids, marks = [vocabulary.special("CLS")], [0]
    for side, (own, opposite) in enumerate(((one, frozenset(other.pieces)), (other, frozenset(one.pieces)))):
        for at, piece in enumerate(own.pieces):
            ids.append(piece)
            marks.append(4 * side + 2 * (own.first <= at < own.last) + (piece in opposite))
        ids.append(vocabulary.special("SEP"))
        marks.append(4 * side)
    return ids, marks
