"""One parse an article: spaCy over its paragraphs, with the way back to the article's own offsets."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from conspectus.model import Article, Block, Part, Span
from conspectus.text.view import View, view

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

    from conspectus.read.models import Models


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block with its view and spaCy's parse of that view. Offsets in ``doc`` are view offsets."""

    block: Block
    view: View
    doc: "Doc"

    def span(self, start: int, end: int) -> Span:
        """The article span of view offsets [start, end), without the white space at its edges."""
        words = self.view.text[start:end]
        bare = words.strip() or words
        if len(bare) < len(words):
            start += words.index(bare)
        where = self.block.span
        return Span(where.article, where.part, *self.view.raw(start, start + len(bare)))

    @property
    def starts(self) -> list[int]:
        """Where in the article's part each token begins."""
        return self.view.begins([token.idx for token in self.doc])

    def span_of(self, words: "TokenSpan | Token") -> Span:
        """The article span of a spaCy token or token span."""
        start = words.idx if hasattr(words, "idx") else words.start_char
        return self.span(start, start + len(words.text))


@dataclass(frozen=True, slots=True)
class Parse:
    """The paragraphs of an article in document order, title first."""

    paragraphs: tuple[Paragraph, ...]


def parse(article: Article, models: "Models") -> Parse:
    """Parse an article's title and body, paragraph by paragraph; what was parsed before is not parsed again."""
    blocks = _title_block(article) + article.blocks
    views = [view(article.part(b.span.part), b.span.start, b.span.end) for b in blocks]
    docs = models.known.docs(models.nlp, [v.text for v in views])
    return Parse(tuple(Paragraph(b, v, d) for b, v, d in zip(blocks, views, docs, strict=True)))


def _title_block(article: Article) -> tuple[Block, ...]:
    title = article.title.strip()
    if not title:
        return ()
    start = article.title.index(title)
    part: Part = "title"
    return (Block(Span(article.id, part, start, start + len(title)), "headline"),)
