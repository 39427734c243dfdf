"""Where a noun phrase begins and ends."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 90
"""Characters of a phrase with what follows its head; a clause or phrase that goes beyond is left out."""
_INSIDE = frozenset(("compound", "amod", "nmod", "flat"))
_BEFORE = frozenset(("det", "predet", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "flat"))
_AFTER = frozenset(("prep", "acl", "relcl", "nummod", "npadvmod", "amod"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_MARKS = frozenset("\"'“”‘’()[]-–")


def is_head(token: "Token") -> bool:
    """A noun that is not part of another noun's phrase."""
    if token.pos_ not in ("NOUN", "PROPN") or len(token.text) < 2 or not any(c.isalpha() for c in token.text):
        return False
    return not (token.dep_ in _INSIDE and token.head.pos_ in ("NOUN", "PROPN") and token.head.i > token.i)


def core_start(token: "Token") -> int:
    """The first token of what belongs to a noun before it."""
    start: int = token.i
    for child in reversed(list(token.lefts)):
        if child.dep_ in _BEFORE and child.tag_ not in _FINITE and child.right_edge.i < start:
            start = child.left_edge.i
        elif child.text in _MARKS and child.i == start - 1 and child.i > 0:
            continue
        else:
            break
    while start < token.i and (token.doc[start].is_punct or token.doc[start].is_space):
        start += 1
    return start


def whole_end(token: "Token") -> int:
    """The last token of the phrases and short clauses that follow a noun and say which one it is."""
    start = token.doc[core_start(token)].idx
    end: int = token.i
    for child in token.rights:
        if child.dep_ not in _AFTER or child.left_edge.i > end + 1:
            break
        last = child.right_edge
        while last.i > end and (last.is_punct or last.is_space):
            last = last.doc[last.i - 1]
        if last.idx + len(last.text) - start > LONGEST:
            break
        end = last.i
    return end
