"""The parse of an article by place: which tokens stand under a span, and what stands inside quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conspectus.model import Quotation, Span
from conspectus.read.attributions.ground import OUTSIDE, Ground, grounds
from conspectus.read.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

Order = tuple[bool, int]
"""Title first, then by where it begins."""


def order(span: Span) -> Order:
    return span.part != "title", span.start


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens [start, end) of one paragraph."""

    ground: Ground
    start: int
    end: int

    @property
    def tokens(self) -> "TokenSpan":
        return self.ground.doc[self.start : self.end]

    @property
    def root(self) -> "Token":
        """The head of the phrase."""
        root: Token = self.tokens.root
        return root

    def quoted(self) -> bool:
        return self.ground.inside[self.root.i] != OUTSIDE


class Page:
    """Paragraphs in document order with their tokens findable by span."""

    def __init__(self, parse: Parse, quotations: Sequence[Quotation]) -> None:
        self.grounds: list[Ground] = []
        self._blocks: list[Order] = []
        self._starts: list[list[int]] = []
        for ground in sorted(grounds(parse, quotations), key=lambda one: order(one.paragraph.block.span)):
            paragraph = ground.paragraph
            self.grounds.append(ground)
            self._blocks.append(order(paragraph.block.span))
            self._starts.append(paragraph.starts)

    def sentence_before(self, span: Span) -> Words | None:
        """The sentence before the one in which a span begins; None before the first of a part."""
        here = self.words(span)
        if here is None:
            return None
        sentence = here.ground.doc[here.start].sent
        if sentence.start:
            earlier = here.ground.doc[sentence.start - 1].sent
            return Words(here.ground, earlier.start, earlier.end)
        at = bisect_right(self._blocks, order(span)) - 2
        if at < 0 or self._blocks[at][0] != (span.part != "title") or not len(self.grounds[at].doc):
            return None
        *_, last = self.grounds[at].doc.sents
        return Words(self.grounds[at], last.start, last.end)

    def words(self, span: Span) -> Words | None:
        """The tokens under a span; None where it begins in no paragraph."""
        at = bisect_right(self._blocks, order(span)) - 1
        if at < 0 or not self.grounds[at].paragraph.block.span.overlaps(span):
            return None
        starts = self._starts[at]
        first = max(bisect_right(starts, span.start) - 1, 0)
        end = bisect_left(starts, span.end)
        return Words(self.grounds[at], first, end) if first < end else None
