"""Windows of an article: what the encoder sees, composed from one article alone.

A *slot* is what gets labelled: the window's first special token, a word, or the separator that closes a
paragraph. A window is ``[CLS] paragraph [SEP] paragraph [SEP] …``, at most ``LIMIT`` word pieces, packed in order. The
trainer gets its arrays from here (evals/export.py), so that training and reading see the same.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from conspectus.model import Article, Part, Quotation, Span
from conspectus.text.paragraphs import paragraphs
from conspectus.text.wordpieces import Vocabulary

WORD = re.compile(r"[^\W_]+|[^\s\w]|_")
LIMIT = 192
_SENTENCE_END = frozenset('.!?”"')
_OUTSIDE, _OPENING, _INSIDE, _CLOSING, _UNCLOSED = range(5)
_LOWER, _CAPITALISED, _CAPITALS, _MIXED, _DIGITS, _MARK = range(6)
_SHAPES = 6


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing to label: its words' span (None for a special token), word pieces, feature and paragraph number."""

    span: Span | None
    pieces: tuple[int, ...]
    feature: int
    paragraph: int


Window = tuple[Slot, ...]


def windows(article: Article, quotations: Sequence[Quotation], vocabulary: Vocabulary) -> Iterator[Window]:
    """The article's windows in order, title first; time grows linearly with its length."""
    first = Slot(None, (vocabulary.special("CLS"),), _MARK, 0)
    separator = (vocabulary.special("SEP"),)
    slots: list[Slot] = [first]
    used = 1
    for block in _blocks(article, quotations, vocabulary):
        size = sum(len(slot.pieces) for slot in block) + 1
        if used + size > LIMIT:
            yield tuple(slots)
            slots, used = [first], 1
        number = slots[-1].paragraph + 1 if len(slots) > 1 else 0
        slots += [Slot(slot.span, slot.pieces, slot.feature, number) if number else slot for slot in block]
        slots.append(Slot(None, separator, _MARK, number))
        used += size
    if len(slots) > 1:
        yield tuple(slots)


def _blocks(article: Article, quotations: Sequence[Quotation], vocabulary: Vocabulary) -> Iterator[list[Slot]]:
    """Paragraphs as slots; a longer one than a window holds is cut after the last sentence end in its second half."""
    room = LIMIT - 2
    for paragraph in _paragraphs(article):
        block: list[Slot] = []
        size = 0
        for slot in _slots(article, paragraph, quotations, vocabulary):
            pieces = slot.pieces[:room]
            while block and size + len(pieces) > room:
                cut = _cut_at(article, block)
                yield block[:cut]
                block = block[cut:]
                size = sum(len(one.pieces) for one in block)
            block.append(slot if len(pieces) == len(slot.pieces) else Slot(slot.span, pieces, slot.feature, 0))
            size += len(pieces)
        if block:
            yield block


def _paragraphs(article: Article) -> Iterator[Span]:
    for start, end in paragraphs(article.title):
        yield Span(article.id, "title", start, end)
    for start, end in paragraphs(article.body):
        yield Span(article.id, "body", start, end)


def _slots(
    article: Article, paragraph: Span, quotations: Sequence[Quotation], vocabulary: Vocabulary
) -> Iterator[Slot]:
    text, at = article.words(paragraph), paragraph.start
    places = [match.span() for match in WORD.finditer(text)]
    near = _in(paragraph, quotations)
    for (start, end), state in zip(places, _states([(at + a, at + b) for a, b in places], near), strict=True):
        word = text[start:end]
        span = Span(paragraph.article, paragraph.part, at + start, at + end)
        yield Slot(span, vocabulary.pieces(word), state * _SHAPES + _shape(word), 0)


def _in(paragraph: Span, quotations: Sequence[Quotation]) -> Sequence[Quotation]:
    """The outer quotations of a paragraph; they stand in order and never overlap."""
    first = bisect_left(
        quotations, (paragraph.part != "title", paragraph.start), key=lambda q: _place(q.span.part, q.span.end - 1)
    )
    end = bisect_left(
        quotations, (paragraph.part != "title", paragraph.end), key=lambda q: _place(q.span.part, q.span.start)
    )
    return quotations[first:end]


def _place(part: Part, offset: int) -> tuple[bool, int]:
    return part != "title", offset


def _states(places: Iterable[tuple[int, int]], quotations: Sequence[Quotation]) -> Iterator[int]:
    """Where each word stands with regard to the quotation marks of its paragraph."""
    starts = [q.span.start for q in quotations]
    for start, end in places:
        at = bisect_right(starts, start) - 1
        held = quotations[at] if at >= 0 and start < quotations[at].span.end else None
        if held is None:
            yield _OUTSIDE
        elif start == held.span.start and held.inner.start > held.span.start:
            yield _OPENING
        elif not held.closed:
            yield _UNCLOSED
        else:
            yield _CLOSING if end >= held.span.end else _INSIDE


def _shape(word: str) -> int:
    if word.isascii() and word.isalpha() and word.islower():
        return _LOWER
    if not word[0].isalnum():
        return _MARK
    if any(char.isdigit() for char in word):
        return _DIGITS
    if word.islower():
        return _LOWER
    if word.isupper():
        return _CAPITALS if len(word) > 1 else _CAPITALISED
    return _CAPITALISED if word[0].isupper() and word[1:].islower() else _MIXED


def _cut_at(article: Article, block: Sequence[Slot]) -> int:
    for at in range(len(block) - 1, len(block) // 2, -1):
        span = block[at].span
        if span is not None and article.words(span) in _SENTENCE_END:
            return at + 1
    return len(block)
