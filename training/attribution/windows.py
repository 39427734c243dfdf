"""Windows of an article: words, word pieces, features.  Standard library and numpy only.

What the encoder sees is composed from one article alone.  A *slot* is what the heads label: the window's
first special token, a word, or the separator that closes a paragraph.  Slots carry character offsets into
the article's text, separators and the first token carry (-1, -1).

    text      the article, unchanged
    paragraph a line of the text that is not blank
    word      a run of letters and digits, or any other single visible character
    window    [CLS] paragraph [SEP] paragraph [SEP] ..., at most ``limit`` word pieces
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

WORD = re.compile(r"[^\W_]+|[^\s\w]|_")
PARAGRAPH = re.compile(r"[^\n]+")
SENTENCE_END = frozenset('.!?”"')
LIMIT = 192
LONGEST_WORD = 100

# state of the quotation marks around a word
OUTSIDE, OPENING, INSIDE, CLOSING, UNCLOSED = range(5)
# shape of a word
LOWER, CAPITALISED, CAPITALS, MIXED, DIGITS, MARK = range(6)
SHAPES = 6
FEATURES = 5 * SHAPES


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing to label: ``span`` in the text, its word pieces, its feature, its paragraph in the window."""

    span: tuple[int, int]
    pieces: tuple[int, ...]
    feature: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Window:
    """Slots in reading order; ``slots[0]`` is the first special token."""

    slots: tuple[Slot, ...]

    @property
    def pieces(self) -> int:
        return sum(len(s.pieces) for s in self.slots)


@dataclass(slots=True)
class Vocabulary:
    """Greedy longest-match word pieces (Wu et al. 2016) of an uncased BERT vocabulary."""

    pieces: dict[str, int]
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        lines = path.read_text(encoding="utf-8").split("\n")
        return cls({line: i for i, line in enumerate(lines) if line})

    def __getitem__(self, word: str) -> tuple[int, ...]:
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._split(plain(word))
        return found

    def special(self, name: str) -> int:
        return self.pieces[f"[{name}]"]

    def _split(self, word: str) -> tuple[int, ...]:
        unknown = (self.pieces["[UNK]"],)
        if not word or len(word) > LONGEST_WORD:
            return unknown
        out: list[int] = []
        start = 0
        while start < len(word):
            end = len(word)
            while end > start:
                piece = ("##" if start else "") + word[start:end]
                if piece in self.pieces:
                    break
                end -= 1
            if end == start:
                return unknown
            out.append(self.pieces[piece])
            start = end
        return tuple(out)


def plain(word: str) -> str:
    """Lower case without accents, as the vocabulary was made."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if unicodedata.category(c) != "Mn")


def shape(word: str) -> int:
    if not word[0].isalnum():
        return MARK
    if any(c.isdigit() for c in word):
        return DIGITS
    if word.islower():
        return LOWER
    if word.isupper():
        return CAPITALS if len(word) > 1 else CAPITALISED
    return CAPITALISED if word[0].isupper() and word[1:].islower() else MIXED


def pair_marks(text: str) -> list[tuple[int, int, bool]]:
    """Double quotation marks, paired per paragraph: (start, end, closed), the marks included.

    A paragraph that opens a quotation without closing it is quoted to its end (continued in the next).
    The package has a better pairing and may hand its own spans to ``windows`` instead.
    """
    out: list[tuple[int, int, bool]] = []
    for par in PARAGRAPH.finditer(text):
        opened: int | None = None
        for at in range(par.start(), par.end()):
            mark = text[at]
            if opened is None:
                if mark in '“"':
                    opened = at
            elif mark in '”"':
                out.append((opened, at + 1, True))
                opened = None
        if opened is not None:
            out.append((opened, par.end(), False))
    return out


def quote_states(words: Iterable[tuple[int, int]], quotes: list[tuple[int, int, bool]]) -> Iterator[int]:
    """State of each word; words and quotes are sorted."""
    at = 0
    for start, _ in words:
        while at < len(quotes) and quotes[at][1] <= start:
            at += 1
        if at == len(quotes) or start < quotes[at][0]:
            yield OUTSIDE
        elif start == quotes[at][0]:
            yield OPENING
        elif quotes[at][2]:
            yield CLOSING if start == quotes[at][1] - 1 else INSIDE
        else:
            yield UNCLOSED


def windows(
    text: str, vocabulary: Vocabulary, quotes: list[tuple[int, int, bool]] | None = None, limit: int = LIMIT
) -> list[Window]:
    """Paragraphs packed in order into windows of at most ``limit`` pieces; linear in the text's length."""
    first = Slot((-1, -1), (vocabulary.special("CLS"),), MARK, 0)
    closing = (vocabulary.special("SEP"),)
    out: list[Window] = []
    slots: list[Slot] = [first]
    used, paragraph = 1, 0
    for block in blocks(text, vocabulary, pair_marks(text) if quotes is None else quotes, limit - 2):
        size = sum(len(s.pieces) for s in block) + 1
        if used + size > limit:
            out.append(Window(tuple(slots)))
            slots, used, paragraph = [first], 1, 0
        slots.extend(Slot(s.span, s.pieces, s.feature, paragraph) for s in block)
        slots.append(Slot((-1, -1), closing, MARK, paragraph))
        used, paragraph = used + size, paragraph + 1
    if len(slots) > 1:
        out.append(Window(tuple(slots)))
    return out


def blocks(text: str, vocabulary: Vocabulary, quotes: list[tuple[int, int, bool]], room: int) -> Iterator[list[Slot]]:
    """Paragraphs, those over ``room`` pieces cut after the last sentence end in their second half."""
    spans = [m.span() for m in WORD.finditer(text)]
    states = list(quote_states(spans, quotes))
    at = 0
    for par in PARAGRAPH.finditer(text):
        block: list[Slot] = []
        size = 0
        while at < len(spans) and spans[at][0] < par.end():
            start, end = spans[at]
            pieces = vocabulary[text[start:end]][:room]
            if size + len(pieces) > room:
                cut = cut_at(text, block)
                yield block[:cut]
                block = block[cut:]
                size = sum(len(s.pieces) for s in block)
                if size + len(pieces) > room:
                    yield block
                    block, size = [], 0
            block.append(Slot((start, end), pieces, states[at] * SHAPES + shape(text[start:end]), 0))
            size += len(pieces)
            at += 1
        if block:
            yield block


def cut_at(text: str, block: list[Slot]) -> int:
    for i in range(len(block) - 1, len(block) // 2, -1):
        if text[block[i].span[0]] in SENTENCE_END:
            return i + 1
    return len(block)
