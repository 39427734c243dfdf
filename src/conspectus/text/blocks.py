"""The paragraphs of a body, each with the part it plays on the page."""

import re
from collections.abc import Sequence

from conspectus.model import Block, Role, Span
from conspectus.text.datelines import dateline
from conspectus.text.paragraphs import paragraphs
from conspectus.text.roles import SIGNATURE, role_of

_PLAIN = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
_HEADLINE_LENGTH = 150
_POST_LENGTH = 320
_LEADING = 3
_SITE = re.compile(r"\s[|\-–—]\s")


def blocks(article_id: str, body: str, title: str) -> tuple[Block, ...]:
    """The blocks of ``body`` in order: every paragraph, with a dateline as a block of its own before its text.

    ``title`` is the article's title, empty where it has none (a plain text): then the first line, if it is
    short and no sentence, is taken for the headline. White space between paragraphs belongs to no block.
    """
    places = paragraphs(body)
    headline = _plain(title) or _first_line(body, places)
    roles = [_role(body, place, at, places, headline) for at, place in enumerate(places)]
    for at in range(1, len(places)):
        if roles[at] == "post" and roles[at - 1] == "text" and _posted(body, places[at], places[at - 1]):
            roles[at - 1] = "post"
    made: list[Block] = []
    leads = _LEADING
    for (start, end), role in zip(places, roles, strict=True):
        found = dateline(body, start, end, leads=leads > 0) if role == "text" else None
        leads -= role == "text"
        if found:
            made.append(Block(Span(article_id, "body", start, found.end), "dateline"))
            start = found.rest
        made.append(Block(Span(article_id, "body", start, end), role))
    return tuple(made)


def _role(body: str, place: tuple[int, int], at: int, places: Sequence[tuple[int, int]], headline: str) -> Role:
    words = body[place[0] : min(place[1], place[0] + 1200)]
    if headline and len(words) <= 2 * _HEADLINE_LENGTH and _repeats(_plain(words), headline):
        return "headline"
    return role_of(words, edge=0 < at <= _LEADING or at >= len(places) - _LEADING) or "text"


def _first_line(body: str, places: Sequence[tuple[int, int]]) -> str:
    """The first paragraph as a headline, or nothing where it reads like a sentence or plays another part."""
    if len(places) < 2:
        return ""
    start, end = places[0]
    words = body[start:end]
    long = end - start > _HEADLINE_LENGTH or "\n" in words
    if (
        long
        or words.rstrip("\"'”’»)")[-1:] in ".:;,"
        or role_of(words, edge=False)
        or dateline(body, start, end, leads=True)
    ):
        return ""
    return _plain(words)


def _repeats(words: str, headline: str) -> bool:
    if words == headline:
        return True
    site = _SITE.match(headline, len(words))
    return bool(site and headline.startswith(words) and len(words) > 20)


def _posted(body: str, signature: tuple[int, int], before: tuple[int, int]) -> bool:
    return before[1] - before[0] <= _POST_LENGTH and bool(SIGNATURE.match(body[slice(*signature)]))


def _plain(words: str) -> str:
    return " ".join(words.translate(_PLAIN).casefold().split())
