"""Who says it: the noun phrase that a cue's grammar makes its source."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from conspectus.read.attributions.ground import OUTSIDE, Ground, Range, tidy

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "csubj", "nsubjpass", "csubjpass")
_INHERITING = frozenset(
    ("conj", "xcomp", "advcl", "pcomp", "prep", "parataxis", "dep", "ccomp", "acomp", "attr", "oprd", "pobj", "dobj")
)
GIVING = frozenset(("issue", "release", "make", "give", "publish", "send", "post", "put", "file", "sign", "tweet"))
_CLIMB = 6


def source_of(ground: Ground, verb: "Token", passive: bool) -> "Token | None":
    """The head word of a verb's source outside quotation marks: its subject, or in a passive the agent.

    Where the parse has none, an inverted or mis-read subject is looked for right beside the verb.
    """
    head = agent_of(verb) if passive else subject_of(verb) or _inverted(ground, verb)
    if head is None or ground.inside[head.i] == OUTSIDE:
        return head
    return None if passive else beside(ground, verb)


def _inverted(ground: Ground, verb: "Token") -> "Token | None":
    """The object that the parse sees in "'…?' asked Orlu", where the verb stands right behind a quotation."""
    quote = ground.inside[verb.i - 1] if verb.i else OUTSIDE
    after = object_of(verb)
    if quote == OUTSIDE or ground.quotes[quote][1] != verb.i or after is None or after.left_edge.i != verb.i + 1:
        return None
    return after if after.pos_ in ("PROPN", "NOUN") else None


def subject_of(verb: "Token") -> "Token | None":
    """The subject of a verb: its own, that of the clause it hangs on, or the noun it modifies."""
    participle = verb.tag_ in ("VBG", "VBN")
    for _ in range(_CLIMB):
        own = _child(verb, _SUBJECTS)
        if own is not None:
            return own
        if verb.dep_ == "relcl" or (verb.dep_ == "acl" and participle):
            return _voice(verb.head)
        if verb.head.i == verb.i or (verb.dep_ not in _INHERITING and verb.dep_ != "acl"):
            return None
        verb = verb.head
    return None


def object_of(verb: "Token") -> "Token | None":
    """The direct object of a verb."""
    return _child(verb, ("dobj",))


def agent_of(verb: "Token") -> "Token | None":
    """The noun after ``by``."""
    for child in verb.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep") and child.i > verb.i:
            return _child(child, ("pobj",))
    return None


def beside(ground: Ground, verb: "Token") -> "Token | None":
    """The noun phrase that ends right before the verb or begins right after it, outside quotation marks."""
    doc = ground.doc
    for at in (verb.i - 1, verb.i + 1):
        if not 0 <= at < len(doc) or ground.inside[at] != OUTSIDE:
            continue
        token = doc[at]
        while token.dep_ in ("compound", "det", "amod", "poss", "nmod", "case") and token.head.i != token.i:
            token = token.head
        if token.pos_ in ("PROPN", "PRON", "NOUN") and ground.inside[token.i] == OUTSIDE:
            return token
    return None


def phrase(ground: Ground, head: "Token", barred: Iterable[int] = ()) -> tuple[Range, ...]:
    """The noun phrase of a source, with its appositions and relative clauses, without ``barred`` tokens."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    possessive = [child.i for child in head.children if child.tag_ == "POS" and head.dep_ == "poss"]
    for token in sorted([*barred, *possessive]):
        if start <= token < head.i:
            start = token + 1
        elif head.i < token < end:
            end = token
    found = tidy(ground, (start, end))
    return (found,) if found else ()


def _child(token: "Token", labels: tuple[str, ...]) -> "Token | None":
    return next((child for child in token.children if child.dep_ in labels), None)


def _voice(noun: "Token") -> "Token":
    """Who speaks through a text: "Orlu issued a statement saying" names Orlu."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in GIVING:
        return subject_of(noun.head) or noun
    return noun
