"""What a cue is and what it brings in: the complements of verbs, adjectives and nouns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from conspectus.read.attributions.ground import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUXILIARIES = ("aux", "auxpass", "neg", "prt")
_COMPLEMENT = frozenset(("as", "for", "of", "with", "to", "against", "over", "about", "on", "from"))
_PASSIVE_COMPLEMENT = frozenset(("as", "for", "of", "with"))
_WHEN = ("DATE", "TIME")
_CLAUSES = ("ccomp",)


def cue_tokens(head: "Token") -> list[int]:
    """The cue: its head with auxiliaries, negation, particle and the adverbs next to them."""
    found = [head.i, *(child.i for child in head.children if child.dep_ in _AUXILIARIES)]
    adverbs = {child.i for child in head.children if child.dep_ == "advmod"}
    first = min(found)
    while first - 1 in adverbs:
        first -= 1
    return [*found, *(i for i in adverbs if first <= i <= head.i)]


def is_passive(verb: "Token") -> bool:
    """True for "was accused", and for the bare participle of "she stands accused", "accused of fraud, he …"."""
    labels = [child.dep_ for child in verb.children]
    if any(label in ("nsubjpass", "auxpass", "csubjpass", "agent") for label in labels):
        return True
    if verb.tag_ != "VBN" or "nsubj" in labels or "aux" in labels:
        return False
    return verb.dep_ != "conj" or verb.head.tag_ != "VBN" or is_passive(verb.head)


def edges(token: "Token") -> Range:
    """The stretch a token governs."""
    return token.left_edge.i, token.right_edge.i + 1


def active(verb: "Token") -> Iterator[tuple[str, list[Range]]]:
    """The frames an active verb (or adjective) shows, strongest first, each with its content."""
    children = list(verb.children)
    clauses = [edges(child) for child in children if _is_clause(child, verb)]
    if clauses:
        yield "that", clauses
    objects = [child for child in children if child.dep_ in ("dobj", "oprd") and child.i > verb.i]
    infinitives = [child for child in children if child.dep_ == "xcomp" and child.i > verb.i]
    prepositions = [child for child in children if child.dep_ == "prep" and child.i > verb.i]
    if infinitives and not objects:
        for preposition in prepositions:
            if preposition.i < infinitives[0].i and preposition.lower_ in ("on", "upon", "for", "with"):
                inner = [child for child in preposition.children if child.dep_ == "pobj"]
                yield preposition.lower_, [edges(child) for child in (*inner, *infinitives)]
    if infinitives:
        yield "to", [edges(child) for child in (*objects, *infinitives)]
    if objects:
        follow = [child for child in prepositions if child.lower_ in _COMPLEMENT and not _is_when(child)]
        yield "what", [edges(child) for child in (*objects, *follow)]
    for preposition in prepositions:
        inner = [child for child in preposition.children if child.dep_ in ("pobj", "pcomp", "prep")]
        if inner:
            yield preposition.lower_, [edges(child) for child in (*inner, *infinitives)]


def _is_when(preposition: "Token") -> bool:
    """True for "on Monday", "for two years"."""
    return any(child.ent_type_ in _WHEN for child in preposition.children)


def _is_clause(child: "Token", verb: "Token") -> bool:
    """A clause that a verb brings in; before the verb only one with a subject ("It will close, she said")."""
    if child.dep_ == "advcl" and child.i > verb.i and not any(one.lower_ == "so" for one in verb.children):
        # "She shared with him that …": the parser takes the clause for an adverbial one.
        return any(one.dep_ == "mark" and one.lower_ == "that" for one in child.children)
    if child.dep_ not in _CLAUSES:
        return False
    return child.i > verb.i or any(
        one.dep_ in ("nsubj", "nsubjpass", "expl", "csubj", "punct") for one in child.children
    )


def passive(verb: "Token") -> Iterator[tuple[str, list[Range]]]:
    """The frames a passive verb shows: what is said of its subject, or the clause it brings in."""
    children = list(verb.children)
    subjects = [edges(child) for child in children if child.dep_ in ("nsubjpass", "csubjpass")]
    if verb.dep_ == "acl" and verb.head.left_edge.i < verb.left_edge.i:
        subjects = [(verb.head.left_edge.i, verb.left_edge.i)]
    clauses = [edges(child) for child in children if child.dep_ in _CLAUSES]
    if clauses:
        yield "was-that", clauses
    infinitives = [edges(child) for child in children if child.dep_ == "xcomp" and child.i > verb.i]
    if infinitives:
        yield "was-to", subjects + infinitives
    follow = [child for child in children if child.dep_ in ("prep", "oprd") and child.i > verb.i]
    follow = [child for child in follow if child.dep_ == "oprd" or child.lower_ in _PASSIVE_COMPLEMENT]
    complements = [edges(child) for child in follow if not _is_when(child)]
    if subjects or complements:
        yield "was", subjects + complements


def nominal(noun: "Token") -> Iterator[tuple[str, list[Range]]]:
    """The frames a noun shows: "the claim that …", "a call to …", "criticism of …"."""
    for child in noun.children:
        if child.dep_ in ("acl", "ccomp", "relcl") and child.i > noun.i:
            marks = [mark.lower_ for mark in child.children if mark.dep_ in ("mark", "aux")]
            if "that" in marks:
                yield "that", [edges(child)]
            elif "to" in marks and child.tag_ == "VB":
                yield "to", [edges(child)]
        if child.dep_ == "prep" and child.i > noun.i:
            inner = [edges(one) for one in child.children if one.dep_ in ("pobj", "pcomp")]
            if inner:
                yield child.lower_, inner
