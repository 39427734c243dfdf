"""Who says it: the noun phrase that a cue's grammar makes its source."""

from typing import TYPE_CHECKING

from conspectus.read.attributions.ground import Ground, Range, tidy

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass")
_INHERITING = ("conj", "xcomp", "advcl", "pcomp", "prep", "parataxis", "dep", "ccomp")
_CLIMB = 6


def source_of(verb: "Token", passive: bool) -> "Token | None":
    """The head word of the source: the subject, its own or inherited; in a passive the agent."""
    return agent_of(verb) if passive else subject_of(verb)


def subject_of(verb: "Token") -> "Token | None":
    """The subject of a verb: its own, that of the clause it hangs on, or the noun it modifies."""
    for _ in range(_CLIMB):
        own = _child(verb, SUBJECTS) or _child(verb, PASSIVE)
        if own is not None:
            return _antecedent(own)
        if verb.dep_ in ("acl", "relcl"):
            return _voice(verb.head)
        if verb.dep_ not in _INHERITING or verb.head.i == verb.i:
            return None
        verb = verb.head
        if verb.pos_ == "NOUN" and verb.dep_ in ("dobj", "pobj"):
            return _voice(verb)
    return None


def agent_of(verb: "Token") -> "Token | None":
    """The noun after ``by``."""
    for child in verb.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep") and child.i > verb.i:
            return _child(child, ("pobj",))
    return None


def phrase(ground: Ground, head: "Token", barred: frozenset[int] = frozenset()) -> tuple[Range, ...]:
    """The noun phrase of a source, with its appositions and relative clauses, without ``barred`` tokens."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    for token in sorted(barred):
        if start <= token < head.i:
            start = token + 1
        elif head.i < token < end:
            end = token
    found = tidy(ground, (start, end))
    return (found,) if found else ()


def _child(token: "Token", labels: tuple[str, ...]) -> "Token | None":
    return next((child for child in token.children if child.dep_ in labels), None)


def _antecedent(subject: "Token") -> "Token":
    """Expletives and relatives stand as printed."""
    return subject


def _voice(noun: "Token") -> "Token":
    """The one who speaks through a text: "Orlu issued a statement saying" names Orlu."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("issue", "release", "make", "give", "publish", "send", "post"):
        return subject_of(noun.head) or noun
    return noun
