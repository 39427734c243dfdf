"""Quotations: what stands between quotation marks in the title and the body, whoever says it.

Marks are paired paragraph by paragraph. Running text is paired before captions, posts and notes, so that a
quotation that runs over several paragraphs is not cut by what a page puts between them.
"""

from collections.abc import Iterator, Sequence

from conspectus.model import Article, Block, Part, Quotation, Reading, Span
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.reader import Reader
from conspectus.text.marks import pair_marks


def quotations(article: Article, blocks: Sequence[Block], part: Part) -> Iterator[Quotation]:
    """The quotations of blocks of one part, which have to be in document order."""
    text = article.part(part)
    for mark in pair_marks(text, [(block.span.start, block.span.end) for block in blocks]):
        yield Quotation(
            Span(article.id, part, mark.start, mark.end),
            Span(article.id, part, mark.inner_start, mark.inner_end),
            mark.style,
            mark.depth,
            mark.closed,
            mark.continues,
        )


def quotations_of(article: Article, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """All quotations of an article's title and body, in order; ``blocks`` are its paragraphs, the title's first."""
    title = quotations(article, [block for block in blocks if block.span.part == "title"], "title")
    body = [block for block in blocks if block.span.part == "body"]
    running = quotations(article, [block for block in body if block.role == "text"], "body")
    aside = quotations(article, [block for block in body if block.role != "text"], "body")
    return (*title, *sorted((*running, *aside), key=lambda one: (one.span.start, -one.span.end)))


def _run(article: Article, parse: Parse, _reading: Reading, _models: Models) -> tuple[Quotation, ...]:
    return quotations_of(article, [paragraph.block for paragraph in parse.paragraphs])


READER = Reader("quotation marks", "1", (), "quotations", _run)
