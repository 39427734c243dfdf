"""Sources set off by a colon, without a verb: "Dana Orlu: 'It is safe'", and in headlines "Bridge safe: ministry"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from conspectus.read.attributions.draft import Draft
from conspectus.read.attributions.ground import OUTSIDE, Ground, Range, is_word, tidy

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 7
_SPEAKERS = frozenset(("PERSON", "ORG", "NORP", "GPE"))


def labelled(ground: Ground) -> Iterator[Draft]:
    """A label before a colon speaks the quotation after it; in a headline it speaks the rest, from either end."""
    doc = ground.doc
    colons = [token.i for token in doc if token.text == ":" and ground.inside[token.i] == OUTSIDE]
    for colon in colons:
        start = max(doc[colon].sent.start, colon - _LONGEST - 1)
        follows = colon + 1 < len(doc) and ground.inside[colon + 1] != OUTSIDE
        if start == doc[colon].sent.start and follows and _is_label(ground, (start, colon)):
            yield Draft(colon, "label", ((start, colon),), ((colon, colon + 1),), (), True)
    if colons and ground.paragraph.block.role == "headline":
        yield from _headline(ground, colons[0], colons[-1])


def _headline(ground: Ground, first: int, last: int) -> Iterator[Draft]:
    doc = ground.doc
    if _is_label(ground, (0, first)) and any(token.ent_type_ in _SPEAKERS for token in doc[:first]):
        rest = tidy(ground, (first + 1, len(doc)))
        if rest and ground.inside[rest[0]] == OUTSIDE:
            yield Draft(first, "label", ((0, first),), ((first, first + 1),), (rest,))
    elif _is_label(ground, (last + 1, len(doc))):
        rest = tidy(ground, (0, last))
        if rest:
            yield Draft(last, "label", ((last + 1, len(doc)),), ((last, last + 1),), (rest,))


def _is_label(ground: Ground, tokens: Range) -> bool:
    """True for a few words with a name or noun and no verb among them, not for "On the letter"."""
    words = ground.doc[tokens[0] : tokens[1]]
    if not 0 < len(words) <= _LONGEST or not is_word(words[-1].text) or words[0].pos_ == "ADP":
        return False
    return not any(_bars(token) for token in words) and any(token.pos_ in ("PROPN", "NOUN") for token in words)


def _bars(token: "Token") -> bool:
    return token.pos_ in ("VERB", "AUX", "NUM", "ADV", "SCONJ") or token.text in ('"', "'", ".")
