"""Who says what by the way a page is laid out: transcripts, signed quotations, posts, lists that a line announces."""

from collections.abc import Iterator, Sequence

from conspectus.model import Article, Quotation
from conspectus.read.attributions.draft import Parts
from conspectus.read.attributions.layouts.announced import announced
from conspectus.read.attributions.layouts.posts import posted
from conspectus.read.attributions.layouts.signed import signed
from conspectus.read.attributions.layouts.transcript import transcribed
from conspectus.read.parse import Parse


def laid_out(article: Article, parse: Parse, quotations: Sequence[Quotation]) -> Iterator[Parts]:
    """What the layout says, each kind in document order. ``quotations`` are the outer ones in document order."""
    yield from transcribed(article, parse)
    yield from signed(article, quotations)
    yield from posted(article)
    yield from announced(article, parse, quotations)
