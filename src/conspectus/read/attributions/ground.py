"""A paragraph prepared for finding attributions: its tokens, and which quotation each stands in."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conspectus.model import Quotation, Span
from conspectus.read.parse import Paragraph, Parse

if TYPE_CHECKING:
    from spacy.tokens import Doc

Range = tuple[int, int]
"""Half-open token indices."""

OUTSIDE = -1


@dataclass(frozen=True, slots=True)
class Ground:
    """``quotes`` are the outer quotations as token ranges, marks included; ``records`` stand beside them.

    ``inside`` names for each token the quotation it stands in, by index, or ``OUTSIDE``.
    """

    paragraph: Paragraph
    quotes: tuple[Range, ...]
    records: tuple[Quotation, ...]
    inside: tuple[int, ...]

    @property
    def doc(self) -> "Doc":
        return self.paragraph.doc

    def span(self, tokens: Range) -> Span:
        """The article span of a token range, which must not be empty.

        A range that begins or ends with a quotation is cut at its mark, where a token runs over it ("act—“My").
        """
        doc = self.paragraph.doc
        first, last = doc[tokens[0]], doc[tokens[1] - 1]
        found = self.paragraph.span(first.idx, last.idx + len(last))
        if not self.quotes:
            return found
        start, end = found.start, found.end
        before, after = self.inside[tokens[0]], self.inside[tokens[1] - 1]
        if before != OUTSIDE and self.quotes[before][0] == tokens[0]:
            start = self.records[before].span.start
        if after != OUTSIDE and self.quotes[after][1] == tokens[1]:
            end = self.records[after].span.end
        return Span(found.article, found.part, start, end) if start < end else found

    def spans(self, ranges: Iterable[Range]) -> tuple[Span, ...]:
        return tuple(self.span(tokens) for tokens in ranges)

    def words(self, tokens: Range) -> int:
        """How many of the tokens are words."""
        return sum(is_word(token.text) for token in self.doc[tokens[0] : tokens[1]])


def grounds(parse: Parse, quotations: Iterable[Quotation]) -> Iterator[Ground]:
    """Each paragraph with the quotations that stand in it."""
    blocks = sorted((paragraph.block.span for paragraph in parse.paragraphs), key=_order)
    found: dict[Span, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        at = bisect_right(blocks, _order(quotation.span), key=_order)
        if at and blocks[at - 1].contains(quotation.span):
            found[blocks[at - 1]].append(quotation)
    for paragraph in parse.paragraphs:
        yield prepare(paragraph, found.get(paragraph.block.span, ()))


def _order(span: Span) -> tuple[bool, int]:
    """Title first, then by where it begins."""
    return span.part != "title", span.start


def prepare(paragraph: Paragraph, quotations: Sequence[Quotation]) -> Ground:
    """Lay the outer quotations that begin in this paragraph over its tokens."""
    doc = paragraph.doc
    if not quotations:
        return Ground(paragraph, (), (), (OUTSIDE,) * len(doc))
    starts = paragraph.starts
    ranges: list[Range] = []
    records: list[Quotation] = []
    inside = [OUTSIDE] * len(doc)
    for record in quotations:
        first = max(bisect_right(starts, record.span.start) - 1, 0)
        end = bisect_left(starts, record.span.end)
        if record.depth or first >= end:
            continue
        for token in range(first, end):
            inside[token] = len(ranges)
        ranges.append((first, end))
        records.append(record)
    return Ground(paragraph, tuple(ranges), tuple(records), tuple(inside))


def is_word(text: str) -> bool:
    """True for a token with a letter or digit in it."""
    return text.isalnum() or any(char.isalnum() for char in text)


def runs(tokens: Iterable[int]) -> list[Range]:
    """The ascending token indices as maximal ranges."""
    found: list[Range] = []
    for token in sorted(set(tokens)):
        if found and found[-1][1] == token:
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return found


def tidy(ground: Ground, tokens: Range) -> Range | None:
    """The range without punctuation and space at its edges; marks of a whole quotation stay."""
    start, end = tokens
    while start < end and not _holds(ground, start, start, end):
        start += 1
    while end > start and not _holds(ground, end - 1, start, end):
        end -= 1
    return (start, end) if end > start else None


def _holds(ground: Ground, token: int, start: int, end: int) -> bool:
    """True when a token at the edge of [start, end) belongs to the words there."""
    text = ground.doc[token].text
    if is_word(text) or text in "$€£#@":
        return True
    quote = ground.inside[token]
    if quote != OUTSIDE:
        first, last = ground.quotes[quote]
        return start <= first and last <= end
    return text in ")]" and any(ground.doc[i].text in "([" for i in range(start, end - 1))
