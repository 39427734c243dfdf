"""The paragraphs of a body, each with the part it plays on the page."""

import re
from collections.abc import Iterator, Sequence

from conspectus.model import Block, Role, Span
from conspectus.text.datelines import Standing, dateline
from conspectus.text.paragraphs import paragraphs
from conspectus.text.roles import is_signature, role_of

_BREAK = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_PLAIN = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
_HEADLINE_LENGTH = 150
_POST_LENGTH = 320
_HEAD = 1200
"""Code points of a paragraph that its role is told from."""
_LEADING = 3
_LONG_WORD = re.compile(r"[^\W\d_][\w’']{3,}")
_SITE = re.compile(r"\s[|\-–—]\s")
_SPEAKER = re.compile(r"[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]+){0,4}: ")


def blocks(article_id: str, body: str, title: str) -> tuple[Block, ...]:
    """The blocks of ``body`` in order: every paragraph, with a dateline as a block of its own before its text.

    ``title`` is the article's title, empty where it has none (a plain text): then the first line, if it is
    short and no sentence, is taken for the headline. White space between paragraphs belongs to no block.
    """
    places = paragraphs(body)
    heads = [_BREAK.sub(" ", body[start : min(end, start + _HEAD)]) for start, end in places]
    roles = _roles(heads, _plain(title) or _first_line(heads))
    return tuple(
        Block(Span(article_id, "body", start, end), role)
        for place, head, role, standing in zip(places, heads, roles, _standings(heads, roles), strict=True)
        for start, end, role in _divided(place, head, role, standing)
    )


def _roles(heads: Sequence[str], headline: str) -> list[Role]:
    roles: list[Role] = []
    for at, head in enumerate(heads):
        if headline and len(head) <= len(headline) + 20 and _repeats(head, headline):
            roles.append("headline")
            continue
        edge = 0 < at <= _LEADING or at >= max(1, len(heads) - _LEADING)
        roles.append(role_of(head, edge=edge) or "text")
        if at and is_signature(head) and roles[at - 1] == "text" and len(heads[at - 1]) <= _POST_LENGTH:
            roles[at - 1 :] = ["post", "post"]
    return roles


def _standings(heads: Sequence[str], roles: Sequence[Role]) -> list[Standing]:
    """How each paragraph stands among those of running text. A transcript, speaker by speaker, has no first."""
    spoken = sum(bool(_SPEAKER.match(head)) for head in heads) > 1
    standings: list[Standing] = []
    seen = 0
    for role in roles:
        first: Standing = "first" if not spoken else "leading"
        standings.append("later" if seen >= _LEADING else "leading" if seen else first)
        seen += role == "text"
    return standings


def _divided(place: tuple[int, int], head: str, role: Role, standing: Standing) -> Iterator[tuple[int, int, Role]]:
    start, end = place
    found = dateline(head, standing) if role == "text" else None
    if found:
        yield start, start + found.end, "dateline"
        start += found.rest
    if start < end:
        yield start, end, role


def _first_line(heads: Sequence[str]) -> str:
    """The first paragraph as a headline, or nothing where it reads like a sentence or plays another part."""
    if len(heads) < 2 or len(heads[0]) > _HEADLINE_LENGTH:
        return ""
    head = heads[0]
    if role_of(head, edge=False) or dateline(head, "first"):
        return ""
    is_sentence = head.rstrip("\"'”’»)")[-1:] in tuple(".:;,")
    return "" if is_sentence and not _is_title_case(head) else _plain(head)


def _is_title_case(head: str) -> bool:
    """Every word of some length has a capital, as in many headlines and in no sentence."""
    words = [word for word in _LONG_WORD.findall(head) if word != head[: len(word)]]
    return len(words) > 2 and all(word[0].isupper() for word in words) and not head.isupper()


def _repeats(head: str, headline: str) -> bool:
    """The words are the headline, or all of it before the name of a site ("Dam breaks | The Courier")."""
    words = _plain(head)
    if words == headline:
        return True
    return len(words) > 20 and headline.startswith(words) and bool(_SITE.match(headline, len(words)))


def _plain(words: str) -> str:
    return " ".join(words.translate(_PLAIN).casefold().split())
