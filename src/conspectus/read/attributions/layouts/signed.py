"""Quotations that a name signs behind a dash: "'We were warned.' – Dana Orlu, mayor", on the same line or the next."""

import re
from collections.abc import Iterator, Sequence

from conspectus.model import Article, Block, Quotation, Span
from conspectus.read.attributions.draft import Parts

_WORD = r"[^\W\d_a-z][\w.’'-]{0,30}"
_LINK = r"(?:(?:de|van|von|der|bin|al|la|of|the)\ ){0,2}"
_SIGNED = re.compile(
    rf"\s*(?P<dash>[—–―]|-{{1,2}})\s?(?P<who>{_WORD}(?:\ {_LINK}{_WORD}){{0,5}}"
    r"(?:,\ [^.!?:;“”\"\n]{2,100})?)\.?\s*$"
)
_BULLET = re.compile(r"\s*(?:[-*•–—]\s+)?")


def signed(article: Article, quotations: Sequence[Quotation]) -> Iterator[Parts]:
    """Every quotation that begins its paragraph and is signed behind a dash, with the paragraphs it runs over."""
    begins = {_begin(article, block): at for at, block in enumerate(article.blocks)}
    running: list[Span] = []
    for quotation in quotations:
        running.append(quotation.span)
        if quotation.continues:
            continue
        at = begins.get((quotation.span.part, quotation.span.start))
        parts = _signature(article, at, quotation.span) if at is not None else None
        if parts:
            yield Parts(parts[0], parts[1], tuple(running))
        running = []


def _begin(article: Article, block: Block) -> tuple[str, int]:
    """Where the words of a paragraph begin, a bullet left aside."""
    found = _BULLET.match(article.words(block.span))
    return block.span.part, block.span.start + (found.end() if found else 0)


def _signature(article: Article, at: int, quoted: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Name and dash after the quotation in paragraph ``at``, or alone in the one after it."""
    block = article.blocks[at].span
    place = Span(article.id, block.part, min(quoted.end, block.end), block.end)
    if not article.words(place).strip() and at + 1 < len(article.blocks):
        place = article.blocks[at + 1].span
    found = _SIGNED.match(article.words(place))
    if found is None:
        return None
    who, dash = (
        Span(article.id, place.part, place.start + found.start(name), place.start + found.end(name))
        for name in ("who", "dash")
    )
    return (who,), (dash,)
