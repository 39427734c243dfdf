"""Posts printed in an article: the words are those of the account that signs them, above, below or beside."""

import re
from collections.abc import Iterator

from conspectus.model import Article, Block, Span
from conspectus.read.attributions.draft import Parts
from conspectus.text.roles import DATE

_NAME = r"(?P<who>[^()\n@]{2,60}?) \(@\w{1,20}\)"
_BELOW = re.compile(rf"\W{{0,3}}[—–-] ?{_NAME}(?:,? ?{DATE})?\W*$")
_ABOVE = re.compile(rf"{_NAME}(?:[ ,·]{{1,3}}{DATE})?\s*[:·—–-]?\s*")
_HANDLE = re.compile(r"(?P<who>@\w{2,20})\s?:\s+(?=\S)")


def posted(article: Article) -> Iterator[Parts]:
    """What each post with a name says, in document order."""
    blocks = article.blocks
    for at, block in enumerate(blocks):
        if block.role != "post":
            continue
        before = blocks[at - 1] if at and blocks[at - 1].role == "post" else None
        after = blocks[at + 1] if at + 1 < len(blocks) and blocks[at + 1].role in ("text", "post") else None
        found = _below(article, block, before) or _above(article, block, after)
        if found:
            yield found


def _below(article: Article, block: Block, before: Block | None) -> Parts | None:
    """ "We are safe. — Dana Orlu (@orlu) May 3, 2031", the name on the same line or on one of its own."""
    sign = _BELOW.search(article.words(block.span))
    if sign is None:
        return None
    words = Span(article.id, block.span.part, block.span.start, block.span.start + sign.start())
    if not article.words(words).strip():
        return _parts(article, block, sign, before.span) if before else None
    return _parts(article, block, sign, words)


def _above(article: Article, block: Block, after: Block | None) -> Parts | None:
    """ "Dana Orlu (@orlu): We are safe", "@orlu: We are safe"; the words on the same line or the next."""
    text = article.words(block.span)
    name = _ABOVE.match(text) or _HANDLE.match(text)
    if name is None:
        return None
    words = Span(article.id, block.span.part, block.span.start + name.end(), block.span.end)
    if not article.words(words).strip():
        return _parts(article, block, name, after.span) if after else None
    return _parts(article, block, name, words)


def _parts(article: Article, block: Block, name: re.Match[str], words: Span) -> Parts:
    start = block.span.start
    bare = article.words(words).rstrip()
    said = Span(article.id, words.part, words.start, words.start + len(bare))
    return Parts((Span(article.id, block.span.part, start + name.start("who"), start + name.end("who")),), (), (said,))
