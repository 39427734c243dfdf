"""Quotations: what stands between quotation marks in the title and the body, whoever says it.

Marks are paired paragraph by paragraph. Running text is paired before captions, posts and notes, so that a
quotation that runs over several paragraphs is not cut by what a page puts between them.
"""

from collections.abc import Iterator, Sequence

from conspectus.model import Article, Block, Part, Quotation, Reading, Span
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.reader import Reader
from conspectus.text.marks import Mark, Pairing, pairing


def pairings(article: Article, blocks: Sequence[Block]) -> Iterator[tuple[Part, Pairing]]:
    """The pairings of the title, of running text, and of what is put into it. ``blocks`` are in document order."""
    body = [block for block in blocks if block.span.part == "body"]
    yield "title", _paired(article, [block for block in blocks if block.span.part == "title"], "title")
    yield "body", _paired(article, [block for block in body if block.role == "text"], "body")
    yield "body", _paired(article, [block for block in body if block.role != "text"], "body")


def _paired(article: Article, blocks: Sequence[Block], part: Part) -> Pairing:
    return pairing(article.part(part), [(block.span.start, block.span.end) for block in blocks])


def quotations_of(article: Article, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """All quotations of an article's title and body, in order; ``blocks`` are its paragraphs, the title's first."""
    found = [_quotation(article, part, mark) for part, pairs in pairings(article, blocks) for mark in pairs.marks]
    return tuple(sorted(found, key=lambda one: (one.span.part != "title", one.span.start, -one.span.end)))


def _quotation(article: Article, part: Part, mark: Mark) -> Quotation:
    return Quotation(
        Span(article.id, part, mark.start, mark.end),
        Span(article.id, part, mark.inner_start, mark.inner_end),
        mark.style,
        mark.depth,
        mark.closed,
        mark.continues,
    )


def _run(article: Article, parse: Parse, _reading: Reading, _models: Models) -> tuple[Quotation, ...]:
    return quotations_of(article, [paragraph.block for paragraph in parse.paragraphs])


READER = Reader("quotation marks", "1", (), "quotations", _run)
