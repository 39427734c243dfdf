"""The words of an article in a form in which runs can be found, and whose words they are."""

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from conspectus.model import Article, Block, Span
from conspectus.origins.furniture import footer
from conspectus.origins.vocabulary import FIRST_PERSON
from conspectus.text.marks import pair_marks

RUN = 5
"""Words in a row that make a run (word 5-grams)."""
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_SPEAKER = re.compile(r"[A-Z][A-Za-z .]{1,30}:\s")
_FIRST_PERSON_SHARE = 0.06
"""From this share of first-person words on, a paragraph without quotation marks is taken for speech."""
_ENOUGH = 8
_BASE, _MODULUS = 1_000_003, (1 << 61) - 1


class Whose(IntEnum):
    """Whose words: the article's own, speech by its surroundings, speech inside marks, or page furniture."""

    OWN = 0
    LIKELY_SPEECH = 1
    SPEECH = 2
    FURNITURE = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The body of an article as words.

    ``norms[n]`` is the n-th word in lower case, ``starts[n]``..``ends[n]`` its code points in the body, ``whose[n]``
    a ``Whose``, ``paragraph[n]`` the number of its block. ``order[n]`` is the hash of the run of five words that
    begins at n, ``runs`` maps every hash to the places where it begins.
    """

    article: str
    norms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    whose: bytes
    paragraph: tuple[int, ...]
    order: tuple[int, ...]
    runs: dict[int, tuple[int, ...]]

    def span(self, start: int, end: int) -> Span:
        """The body from word ``start`` to before word ``end``."""
        return Span(self.article, "body", self.starts[start], self.ends[end - 1])

    def at(self, place: int) -> int:
        """The first word that begins at or after a place in the body."""
        return bisect_left(self.starts, place)

    def between(self, end: int, start: int) -> int:
        """How many words stand between two places in the body; -1 where they are not in order."""
        return -1 if start < end else self.at(start) - self.at(end)

    @property
    def told(self) -> int:
        """How many words are the article's own or speech: all but page furniture."""
        return len(self.whose) - self.whose.count(Whose.FURNITURE)

    @property
    def own(self) -> int:
        """How many words are the article's own."""
        return self.whose.count(Whose.OWN) + self.whose.count(Whose.LIKELY_SPEECH)


def words_of(article: Article) -> Words:
    """The words of the body. Linear in its length; the same on every machine."""
    norms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    whose = bytearray()
    paragraph: list[int] = []
    marks = _marked(article)
    before = ""
    texts = [article.words(block.span) for block in article.blocks]
    below = footer(texts)
    for number, (block, text) in enumerate(zip(article.blocks, texts, strict=True)):
        found = [(m[0].lower().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text)]
        marked = bytes(marks[block.span.start + start] for _, start, _ in found)
        unmarked = [word for (word, *_), mark in zip(found, marked, strict=True) if not mark]
        rest = Whose.FURNITURE if number >= below else _whose(block, text, before, unmarked)
        for (word, start, end), mark in zip(found, marked, strict=True):
            norms.append(word)
            starts.append(block.span.start + start)
            ends.append(block.span.start + end)
            whose.append(Whose.SPEECH if mark else rest)
            paragraph.append(number)
        before = text
    order = tuple(hashes(norms))
    return Words(
        article.id, tuple(norms), tuple(starts), tuple(ends), bytes(whose), tuple(paragraph), order, _runs(order)
    )  # fmt: skip


def _marked(article: Article) -> bytearray:
    """For every code point of the body, whether it stands inside quotation marks of the running text."""
    stretches = [(b.span.start, b.span.end) for b in article.blocks if b.role == "text"]
    inside = bytearray(len(article.body))
    for mark in pair_marks(article.body, stretches):
        inside[mark.inner_start : mark.inner_end] = b"\1" * (mark.inner_end - mark.inner_start)
    return inside


def _whose(block: Block, text: str, before: str, unmarked: list[str]) -> Whose:
    """Whose the words of a paragraph are that stand outside quotation marks."""
    if block.role == "post":
        return Whose.SPEECH
    if block.role not in ("text", "headline", "dateline"):
        return Whose.FURNITURE
    announced = before.rstrip().endswith(":") or _SPEAKER.match(text)
    first = sum(word in FIRST_PERSON for word in unmarked)
    own_voice = len(unmarked) > _ENOUGH and first > _FIRST_PERSON_SHARE * len(unmarked)
    return Whose.LIKELY_SPEECH if announced or own_voice else Whose.OWN


def _runs(order: Iterable[int]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for at, value in enumerate(order):
        found[value] = (*found.get(value, ()), at)
    return found


def hashes(norms: list[str]) -> Iterator[int]:
    """A rolling hash (Karp and Rabin 1987) of every run of five words, in order."""
    drop = pow(_BASE, RUN, _MODULUS)
    codes = [_code(word) for word in norms]
    value = 0
    for at, code in enumerate(codes):
        value = (value * _BASE + code) % _MODULUS
        if at >= RUN:
            value = (value - codes[at - RUN] * drop) % _MODULUS
        if at >= RUN - 1:
            yield value


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    """A number for a word that is the same in every process, which ``hash`` is not."""
    data = word.encode("utf-8", "surrogatepass")
    return (zlib.crc32(data) << 29) ^ zlib.adler32(data)
