"""Notes of quotation marks that have no partner, since words may then be taken for quoted that are not, or the reverse.

A quotation that its paragraph leaves open and the next one resumes follows the news convention and is no fault.
"""

from collections.abc import Iterator, Sequence

from conspectus.model import Article, Block, Note, Reading, Span
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.quotations import pairings
from conspectus.read.reader import Reader

_AROUND = 40
"""Code points of the words shown beside a mark."""


def unpaired(article: Article, blocks: Sequence[Block]) -> Iterator[Note]:
    """One note for each quotation mark that nothing closes, and for each that belongs to no quotation."""
    ends = {block.span.end for block in blocks}
    for part, pairs in pairings(article, blocks):
        for mark in pairs.marks:
            if not mark.closed and not mark.continues:
                yield _unclosed(article, Span(article.id, part, mark.start, mark.end), mark.end in ends)
        for start, end in pairs.strays:
            yield _stray(article, Span(article.id, part, start, end))


def _unclosed(article: Article, span: Span, whole: bool) -> Note:
    words = " ".join(article.words(span)[:_AROUND].split())
    shown = words + ("…" if len(span) > _AROUND else "")
    end = "the end of its paragraph" if whole else "the next mark that opens one"
    said = f"nothing closes a quotation mark, so the words up to {end} are read as quoted: {shown}"
    return Note("unclosed quotation", said, span)


def _stray(article: Article, span: Span) -> Note:
    text = article.part(span.part)
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND // 2]
    shown = " ".join(f"{before}{article.words(span)}{after}".split())
    said = f"a quotation mark has no partner, so no words are read as quoted by it: …{shown}…"
    return Note("stray quotation mark", said, span)


def _run(article: Article, parse: Parse, _reading: Reading, _models: Models) -> tuple[Note, ...]:
    blocks = [paragraph.block for paragraph in parse.paragraphs]
    return tuple(sorted(unpaired(article, blocks), key=lambda note: _place(note.span)))


def _place(span: Span | None) -> tuple[bool, int]:
    return (span.part != "title", span.start) if span else (False, -1)


READER = Reader("unpaired marks", "1", (), "notes", _run)
