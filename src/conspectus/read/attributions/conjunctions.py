"""Sources of the networks without the conjunction that brings in their clause: "the idea that states allow it"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from conspectus.model import Article, Span
from conspectus.read.attributions.draft import Parts
from conspectus.read.parse import Parse

_CONJUNCTIONS = ("that ", "if ", "whether ", "because ")


def without_conjunctions(article: Article, parse: Parse, trained: Iterable[Parts]) -> Iterator[Parts]:
    """``trained`` with the sources that the parse shows to begin with a conjunction cut behind it."""
    blocks = [(one.block.span.part != "title", one.block.span.start) for one in parse.paragraphs]
    # where the tokens of a paragraph begin, for those that are looked at
    tokens: dict[int, list[int]] = {}
    for one in trained:
        first = one.source[0] if one.source else None
        if first and article.words(first).lower().startswith(_CONJUNCTIONS):
            at = bisect_right(blocks, (first.part != "title", first.start)) - 1
            if at not in tokens:
                paragraph = parse.paragraphs[at]
                tokens[at] = [paragraph.span_of(token).start for token in paragraph.doc]
            start = _behind(parse, at, tokens[at], first)
            yield replace(one, source=(Span(first.article, first.part, start, first.end), *one.source[1:]))
        else:
            yield one


def _behind(parse: Parse, at: int, tokens: list[int], source: Span) -> int:
    """Where the source begins behind the conjunction at its start, or as it is where that is none ("that mayor")."""
    number = bisect_left(tokens, source.start)
    if number + 1 >= len(tokens) or parse.paragraphs[at].doc[number].dep_ != "mark":
        return source.start
    return tokens[number + 1] if tokens[number + 1] < source.end else source.start
