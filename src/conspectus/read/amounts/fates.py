"""What happened to those whom a figure counts: "12 killed", "killing 12", "a death toll of 12", "in custody"."""

from typing import TYPE_CHECKING

from conspectus.read.amounts.vocabulary import BODIES, CASUALTIES, HARMS, OWN_DEATH, PEOPLE, SOUGHT, WHEREABOUTS

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from conspectus.model import Fate

_STATES = frozenset({"unaccounted", "missing"})
_TOLLS = frozenset({"toll", "number", "count", "tally"})
_LIVES = frozenset({"claim", "lose", "cost", "take"})
_SAID_OF = frozenset({"acomp", "oprd", "attr", "xcomp", "prep"})
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})


def happened(number: "Token", noun: "Token | None", tokens: "TokenSpan") -> "Fate | None":
    """ "12 killed", "killing 12", "12 people died", "a death toll of 12": what the figure says happened."""
    at = noun if noun is not None else number
    if noun is not None and noun.lemma_.lower() in BODIES:
        return None
    for place in (tokens.end, max(at.i + 1, tokens.end)):
        if place < len(tokens.doc) and _is_fate(tokens.doc[place]):
            return CASUALTIES[tokens.doc[place].lower_]
    if noun is not None and noun.lemma_.lower() == "life" and noun.head.lemma_.lower() in _LIVES:
        return "death"
    if noun is not None and noun.lemma_.lower() in CASUALTIES:
        return CASUALTIES[noun.lemma_.lower()]
    return _inside(at) or _of_verb(at) or _toll(number)


def _is_fate(word: "Token") -> bool:
    """A word right behind the counted ones that says what became of them: no verb with an object of its own."""
    if word.lower_ not in CASUALTIES or any(c.dep_ in ("dobj", "obj") for c in word.children):
        return False
    return word.lower_ in ("dead", "missing", "unaccounted") or word.tag_ in ("VBN", "VBD", "JJ")


def _inside(noun: "Token") -> "Fate | None":
    """ "12 people who died", "12 injured passengers"."""
    for child in noun.children:
        fate = CASUALTIES.get(child.lemma_.lower())
        if fate and child.dep_ == "amod":
            return fate
        if fate and child.dep_ in ("acl", "relcl") and (child.tag_ == "VBN" or child.lemma_.lower() in OWN_DEATH):
            return fate
    return None


def _of_verb(noun: "Token") -> "Fate | None":
    """What the verb says of its object, of its passive subject, or of who dies."""
    at = noun
    while at.dep_ == "conj" and at.head.pos_ in ("NOUN", "PROPN", "NUM"):
        at = at.head
    verb, role = at.head, at.dep_
    lemma = verb.lower_ if verb.lower_ in _STATES else verb.lemma_.lower()
    if role == "pobj" and verb.lower_ == "of" and verb.head.lemma_.lower() in BODIES:
        return "death"
    if role in _OBJECTS and lemma in CASUALTIES and lemma not in OWN_DEATH:
        return CASUALTIES[lemma]
    if role == "nsubj" and (lemma in OWN_DEATH or verb.lower_ == "missing"):
        return CASUALTIES.get(lemma, "missing")
    if role == "nsubjpass" and lemma == "hold" and (noun.lemma_.lower() in PEOPLE or noun.pos_ == "NUM"):
        return "arrested"
    if role == "nsubjpass" and lemma in SOUGHT and any(child.dep_ == "neg" for child in verb.children):
        return "missing"
    if role == "nsubj" and any(child.dep_ == "dobj" and child.lemma_.lower() in HARMS for child in verb.children):
        return next(HARMS[c.lemma_.lower()] for c in verb.children if c.lemma_.lower() in HARMS)
    if role not in (*_OBJECTS, "nsubj") or verb.pos_ not in ("VERB", "AUX"):
        return None
    return _said_of(verb) or _brought(verb)


def _brought(verb: "Token") -> "Fate | None":
    """Where they are, or were brought: "in custody", "to hospital", "pulled from the ruins"."""
    for child in verb.children:
        if child.dep_ != "prep":
            continue
        for place in child.children:
            fate = WHEREABOUTS.get((verb.lemma_.lower(), child.lower_)) or WHEREABOUTS.get((child.lower_, place.lower_))
            if fate:
                return fate
    return None


def _said_of(verb: "Token") -> "Fate | None":
    """ "Were missing", "was found dead", "were listed as missing"."""
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in _SAID_OF:
            continue
        words = (child, *child.children) if child.dep_ == "prep" and child.lower_ == "as" else (child,)
        fate = next((CASUALTIES[word.lower_] for word in words if word.lower_ in CASUALTIES), None)
        if fate:
            return fate
    return None


def _toll(number: "Token") -> "Fate | None":
    """ "A death toll of 12", "the number of dead rose to 12"; "by 12" is no toll but a change."""
    at = number.head
    if number.dep_ == "pobj":
        if at.lower_ not in ("to", "of", "at"):
            return None
        at = at.head
    around = (at, *(c for c in at.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.i < number.i))
    toll = next((token for token in around if token.lemma_.lower() in _TOLLS), None)
    if toll is None:
        return None
    below = [word for token in toll.subtree if token.i < number.i for word in (token.lower_, token.lemma_.lower())]
    fate = next((CASUALTIES[word] for word in below if word in CASUALTIES), None)
    return fate or ("death" if toll.lemma_.lower() == "toll" else None)
